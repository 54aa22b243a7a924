// Merging two versions of a sidecar, and saying what differs between them.

import ArticleModel
import Sidecars
import TestSupport
import Testing

@Suite struct ThreeWayMergeTests {
  let base: Sidecar

  init() throws {
    base = try Self.sidecar(
      #""x-top": 1"#, Self.item("a", note: "one"), Self.item("b", note: "two"), "42")
  }

  private static func sidecar(_ header: String, _ items: String...) throws -> Sidecar {
    let text = "{\(header), \"items\": [\n\(items.joined(separator: ",\n"))\n]}\n"
    return try Sidecar(parsing: Array(text.utf8))
  }

  private static func item(
    _ id: String, note: String, modified: String = "2026-01-01T00:00:00Z", more: String = ""
  ) -> String {
    """
    {"id": "\(id)", "type": "Annotation", "motivation": "commenting", "modified": "\(modified)", \
    "body": [{"type": "TextualBody", "value": "\(note)"}], "target": "t"\(more)}
    """
  }

  private func notes(_ sidecar: Sidecar) -> [String] {
    sidecar.annotations.map { "\($0.id):\($0.note)" }
  }

  @Test("Changes of both sides come together, deletions stay deletions")
  func bothSides() throws {
    let ours = try Self.sidecar(
      #""x-top": 1"#, Self.item("a", note: "ours"), Self.item("b", note: "two"), "42",
      Self.item("c", note: "new"))
    let theirs = try Self.sidecar(#""x-top": 2"#, Self.item("a", note: "one"), "42", "43")
    let merge = ThreeWayMerge(base: base, ours: ours, theirs: theirs)
    #expect(merge.conflicts.isEmpty)
    let result = try Sidecar(parsing: merge.sidecar.serialized())
    #expect(notes(result) == ["a:ours", "c:new"])
    let text = String(decoding: merge.sidecar.serialized(), as: UTF8.self)
    #expect(text.contains("\"x-top\": 2") && text.contains("42") && text.contains("43"))
  }

  @Test("Different members of one annotation are merged, unknown ones too")
  func members() throws {
    let ours = try Self.sidecar(
      #""x-top": 1"#, Self.item("a", note: "ours"), Self.item("b", note: "two"), "42")
    let theirs = try Self.sidecar(
      #""x-top": 1"#, Self.item("a", note: "one", more: ", \"x-new\": 1.0"),
      Self.item("b", note: "two"), "42")
    let merge = ThreeWayMerge(base: base, ours: ours, theirs: theirs)
    #expect(merge.conflicts.isEmpty)
    #expect(notes(merge.sidecar) == ["a:ours", "b:two"])
    #expect(
      String(decoding: merge.sidecar.serialized(), as: UTF8.self).contains("\"x-new\": 1.0"))
  }

  @Test("Where both changed the same, the later version stays and the other stands beside it")
  func collision() throws {
    let ours = try Self.sidecar(
      "\"x-top\": 1", Self.item("a", note: "ours", modified: "2026-02-01T00:00:00Z"),
      Self.item("b", note: "two"), "42")
    let theirs = try Self.sidecar(
      "\"x-top\": 1", Self.item("a", note: "theirs", modified: "2026-03-01T00:00:00Z"),
      Self.item("b", note: "two"), "42")
    for (ours, theirs) in [(ours, theirs), (theirs, ours)] {
      let merge = ThreeWayMerge(base: base, ours: ours, theirs: theirs)
      #expect(merge.conflicts.count == 1)
      #expect(merge.sidecar.annotations[0].note == "theirs")
      #expect(merge.sidecar.annotations[0].modified == Timestamp("2026-03-01T00:00:00Z"))
      #expect(merge.sidecar.annotations[1].note == "ours")
      #expect(merge.sidecar.annotations[1].conflictsWith == AnnotationID("a"))
    }
  }

  @Test("What one side deleted and the other changed is kept and reported")
  func deletedAndChanged() throws {
    let ours = try Self.sidecar("\"x-top\": 1", Self.item("b", note: "two"), "42")
    let theirs = try Self.sidecar(
      "\"x-top\": 1", Self.item("a", note: "changed"), Self.item("b", note: "two"), "42")
    for (ours, theirs) in [(ours, theirs), (theirs, ours)] {
      let merge = ThreeWayMerge(base: base, ours: ours, theirs: theirs)
      #expect(merge.conflicts == [.deletedAndChanged(AnnotationID("a"))])
      #expect(Set(notes(merge.sidecar)) == ["a:changed", "b:two"])
    }
  }

  @Test("Merging what is the same changes no byte")
  func same() {
    let merge = ThreeWayMerge(base: base, ours: base, theirs: base)
    #expect(merge.sidecar.serialized() == base.serialized())
  }

  @Test("Differences are named in words")
  func difference() throws {
    var changed = base.annotations
    changed[0].note = "other"
    changed[0].status = .done
    changed.remove(at: 1)
    changed.append(
      Annotation(kind: .tag, targets: [AnnotationTarget(source: "t", passage: nil)]))
    let difference = SidecarDifference(from: base.annotations, to: changed)
    #expect(difference.entries.count == 3)
    guard case .changed(_, let details) = difference.entries[0] else {
      Issue.record("the first one is not reported as changed")
      return
    }
    #expect(details.map(\.description) == ["status: open → done", "note: one → other"])
    #expect(SidecarDifference(from: changed, to: changed).entries.isEmpty)
  }
}

@Suite struct PurgingTests {
  let desk = Desk(disk: SimulatedDisk())

  @Test("After purging, nothing on the disk holds what was deleted")
  func purge() throws {
    let session = try StoreSession(desk.store())
    try session.apply(.insert(desk.mark("a", note: "the source is Jo")))
    try session.apply(.insert(desk.mark("b", note: "stays")))
    try session.store.close()
    let second = try StoreSession(desk.store(process: 2))
    try second.apply(.remove(try #require(second.set[desk.mark("a").id])))
    #expect(desk.disk.names.contains { desk.disk.text($0).contains("Jo") })
    let removed = try second.store.purge()
    #expect(removed.contains { $0.hasSuffix(".journal") })
    try second.store.close()
    #expect(!desk.disk.names.contains { desk.disk.text($0).contains("Jo") })
    let third = try StoreSession(desk.store(process: 3))
    #expect(third.set.annotations.map(\.note) == ["stays"])
    #expect(third.set.past.isEmpty)
    try third.apply(.insert(desk.mark("c")))
    try third.undo()
    #expect(third.set.annotations.map(\.note) == ["stays"])
  }
}
