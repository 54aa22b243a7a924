// Edits by colleagues and assignments in the file: written, read back, merged, and what stays to the byte.

import ArticleModel
import LosslessJSON
import Testing

@testable import Sidecars

@Suite struct RevisionRecordTests {
  private static let ana = Creator(name: "Ana", id: "urn:x:ana")
  private static let ben = Creator(name: "Ben")
  private static let cho = Creator(name: "Cho")

  /// A file of format 1.0 with a note of Ana's, and members that nobody knows.
  private static func file() throws -> Sidecar {
    let text = """
      {
        "galley:formatVersion": "1.0",
        "items": [
          {
            "id": "urn:x:1", "type": "Annotation", "motivation": "commenting", "x-own": [1, 2.0],
            "created": "2026-01-01T00:00:00Z", "modified": "2026-01-01T00:00:00Z",
            "creator": {"type": "Person", "id": "urn:x:ana", "name": "Ana"},
            "body": [{"type": "TextualBody", "purpose": "commenting", "value": "one"}],
            "target": "a", "galley:status": "open"
          }
        ]
      }

      """
    return try Sidecar(parsing: Array(text.utf8))
  }

  private static func editing(
    _ sidecar: Sidecar, by person: Creator, at moment: String,
    _ change: (inout Annotation) -> Void
  ) -> Sidecar {
    var sidecar = sidecar
    let old = sidecar.annotations[0]
    var new = old
    change(&new)
    new.modified = Timestamp(moment)
    sidecar.annotations[0] = new.recordingRevision(of: old, by: person, at: Timestamp(moment))
    return sidecar
  }

  private static func reread(_ sidecar: Sidecar) throws -> Sidecar {
    try Sidecar(parsing: sidecar.serialized())
  }

  @Test("An edit by somebody else keeps what there was, and unknown members stay to the byte")
  func written() throws {
    let edited = Self.editing(try Self.file(), by: Self.ben, at: "2026-01-02T00:00:00Z") {
      ($0.note, $0.status) = ("two", .done)
    }
    let text = String(decoding: edited.serialized(), as: UTF8.self)
    #expect(text.contains(#""x-own": [1, 2.0]"#) && text.contains(#""galley:edits""#))
    #expect(text.contains(#""galley:formatVersion": "1.1""#))
    let read = try Self.reread(edited)
    #expect(read.annotations == edited.annotations)
    let revision = try #require(read.annotations[0].revisions.first)
    #expect(revision.by == Self.ben && revision.was.note == "one" && revision.was.status == .open)
    #expect(read.annotations[0].creator == Self.ana)
    #expect(read.serialized() == edited.serialized())
  }

  @Test("Each of several edits gives back what there was before it")
  func several() throws {
    var sidecar = try Self.file()
    sidecar = Self.editing(sidecar, by: Self.ben, at: "2026-01-02T00:00:00Z") { $0.note = "two" }
    sidecar = Self.editing(sidecar, by: Self.ben, at: "2026-01-03T00:00:00Z") { $0.voice = "Vogt" }
    sidecar = Self.editing(sidecar, by: Self.ana, at: "2026-01-04T00:00:00Z") { $0.note = "" }
    let mark = try Self.reread(sidecar).annotations[0]
    #expect(mark.revisions.map(\.was.note) == ["one", "two"])
    #expect(mark.revisions.map(\.was.voice) == [nil, "Vogt"])
    #expect(mark.revisions.map(\.by) == [Self.ben, Self.ana])
    #expect(mark == sidecar.annotations[0])
  }

  @Test("A merge has the edits of both, and what only one changed is no conflict")
  func merged() throws {
    let base = try Self.file()
    let ours = Self.editing(base, by: Self.ben, at: "2026-01-02T00:00:00Z") { $0.note = "two" }
    let theirs = Self.editing(base, by: Self.cho, at: "2026-01-03T00:00:00Z") { mark in
      mark.status = .done
    }
    for (one, other) in [(ours, theirs), (theirs, ours)] {
      let merge = ThreeWayMerge(base: base, ours: one, theirs: other)
      #expect(merge.conflicts.isEmpty)
      let mark = try #require(try Self.reread(merge.sidecar).annotations.first)
      #expect(mark.note == "two" && mark.status == .done)
      #expect(Set(mark.revisions.map { $0.by?.name ?? "" }) == ["Ben", "Cho"])
    }
  }

  @Test("Edits that collide leave both versions, each with its record")
  func collision() throws {
    let base = try Self.file()
    let ours = Self.editing(base, by: Self.ben, at: "2026-01-02T00:00:00Z") { $0.note = "two" }
    let theirs = Self.editing(base, by: Self.cho, at: "2026-01-03T00:00:00Z") { $0.note = "three" }
    let merge = ThreeWayMerge(base: base, ours: ours, theirs: theirs)
    #expect(merge.conflicts.count == 1)
    #expect(merge.sidecar.annotations.map(\.note) == ["three", "two"])
    #expect(merge.sidecar.annotations[1].revisions.map(\.by) == [Self.ben])
    #expect(merge.sidecar.annotations[1].revisions.map(\.was.note) == ["one"])
  }

  @Test("An assignment of one side and an edit of the other come together; two assignments do not")
  func assignments() throws {
    let base = try Self.file()
    var ours = base
    ours.annotations[0].assignee = Self.ben
    let theirs = Self.editing(base, by: Self.cho, at: "2026-01-03T00:00:00Z") { $0.note = "three" }
    let both = ThreeWayMerge(base: base, ours: ours, theirs: theirs)
    #expect(both.conflicts.isEmpty)
    let mark = try Self.reread(both.sidecar).annotations[0]
    #expect(mark.assignee == Self.ben && mark.note == "three" && mark.revisions.count == 1)
    var others = base
    others.annotations[0].assignee = Self.cho
    #expect(ThreeWayMerge(base: base, ours: ours, theirs: others).conflicts.count == 1)
  }

  @Test("What a reply answered can be read without the mark")
  func answered() throws {
    var sidecar = try Self.file()
    var reply = Annotation(
      id: AnnotationID("urn:uuid:00000000-0000-4000-8000-000000000002"),
      kind: .reply, targets: [], creator: Self.ben)
    reply.repliesTo = AnnotationID("urn:uuid:00000000-0000-4000-8000-000000000001")
    reply.answeredMark = AnsweredMark(sidecar.annotations[0])
    sidecar.annotations.append(reply)
    let read = try Self.reread(sidecar).annotations[1]
    #expect(read.answeredMark == AnsweredMark(creator: Self.ana, words: "one"))
    #expect(read.answeredMark?.toldAsGone == "a mark by Ana, “one”, that is gone")
  }

  @Test(
    "A record that says nothing readable is kept as it stands",
    arguments: [
      #"[{"creator": {"name": "Ben"}, "created": "x", "galley:was": 3}]"#, #""nothing""#, "[null]",
      #"[{"galley:was": {"target": 7, "galley:edits": [{"galley:was": {}}]}}]"#,
    ])
  func unreadable(_ edits: String) throws {
    let text = String(decoding: try Self.file().serialized(), as: UTF8.self)
      .replacing(#""x-own": [1, 2.0]"#, with: #""galley:edits": \#(edits)"#)
    var sidecar = try Sidecar(parsing: Array(text.utf8))
    #expect(sidecar.serialized() == Array(text.utf8))
    sidecar.annotations[0].note = "two"
    let written = String(decoding: sidecar.serialized(), as: UTF8.self)
    #expect(written.contains(#""galley:edits": \#(edits)"#))
  }
}
