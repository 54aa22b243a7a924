// The record of a confirmation in the file: written beside the evidence, raised version, merges.

import ArticleModel
import LosslessJSON
import Testing

@testable import Sidecars

@Suite struct ConfirmationRecordTests {
  private static let before = Article(
    "The ministry had warned the port. Nobody answered.", name: "a")
  private static let after = Article(
    "The ministry had not warned the port. Nobody answered.", name: "a")

  /// A file of format 1.0 with a verdict on the first sentence, and members that nobody knows.
  private static func file(_ target: String = "") throws -> Sidecar {
    let text = """
      {
        "galley:formatVersion": "1.0",
        "x-desk": 1.50,
        "items": [
          {
            "id": "urn:uuid:00000000-0000-4000-8000-000000000001", "type": "Annotation",
            "motivation": "assessing", "x-own": [1, 2.0],
            "target": {
              "source": "a",\(target)
              "selector": [
                {"type": "TextQuoteSelector", "exact": "The ministry had warned the port.",
                 "suffix": " Nobody answered."},
                {"type": "TextPositionSelector", "start": 0, "end": 33}
              ]
            }
          }
        ]
      }

      """
    return try Sidecar(parsing: Array(text.utf8))
  }

  private static func confirming(
    _ sidecar: Sidecar, by name: String, at time: String, in article: Article = after
  ) -> Sidecar {
    var sidecar = sidecar
    let words = article.text.string(in: article.text.span).prefix { $0 != "." } + "."
    sidecar.annotations[0].targets[0].passage = sidecar.annotations[0].targets[0].passage?
      .confirmed(
        at: TextSpan(0..<words.utf8.count), in: article, by: Creator(name: name),
        on: Timestamp(time))
    sidecar.annotations[0].modified = Timestamp(time)
    return sidecar
  }

  @Test("The first record raises the version; evidence and unknown members stay to the byte")
  func written() throws {
    let old = try Self.file()
    let new = Self.confirming(old, by: "Ana", at: "2026-01-02T03:04:05Z").serialized()
    let text = String(decoding: new, as: UTF8.self)
    #expect(text.contains(#""galley:formatVersion": "1.1""#))
    #expect(text.contains(#""x-desk": 1.50"#) && text.contains(#""x-own": [1, 2.0]"#))
    #expect(text.contains(#""exact": "The ministry had warned the port.""#))
    #expect(text.contains(#""galley:confirmed": "The ministry had not warned the port.""#))
    let read = try Sidecar(parsing: new)
    #expect(read.serialized() == new)
    let passage = try #require(read.annotations[0].targets[0].passage)
    #expect(passage.confirmation?.creator?.name == "Ana")
    #expect(passage.confirmation?.created == Timestamp("2026-01-02T03:04:05Z"))
    #expect(passage.confirmation?.textDigest == Digest(of: Self.after.text))
    #expect(Anchoring.resolve(passage, in: Self.after).state == .exact)
  }

  @Test("A file stays at 1.0 while nobody confirms, and at its version when that is later")
  func versions() throws {
    var file = try Self.file(#""galley:confirmed": "The ministry had not warned the port.","#)
    file.annotations[0].note = "checked"
    #expect(String(decoding: file.serialized(), as: UTF8.self).contains(#"Version": "1.0""#))
    let later = try Sidecar(
      parsing: Array(
        String(decoding: file.serialized(), as: UTF8.self).replacing("\"1.0\"", with: "\"1.7\"")
          .utf8))
    let confirmed = Self.confirming(later, by: "Ana", at: "2026-01-02T03:04:05Z").serialized()
    #expect(String(decoding: confirmed, as: UTF8.self).contains(#"Version": "1.7""#))
  }

  @Test("What a program of 1.0 confirmed after the record counts")
  func laterWords() throws {
    var file = Self.confirming(try Self.file(), by: "Ana", at: "2026-01-02T03:04:05Z")
    file.annotations[0].targets[0].passage?.confirmed = "The ministry had never warned the port."
    let passage = try #require(
      try Sidecar(parsing: file.serialized()).annotations[0].targets[0].passage)
    let never = Article("The ministry had never warned the port. Nobody answered.", name: "a")
    #expect(Anchoring.resolve(passage, in: never).state == .exact)
    #expect(Anchoring.resolve(passage, in: Self.after).state == .uncertain)
  }

  @Test("Two people confirm the same words: the first record stays and nothing collides")
  func bothConfirm() throws {
    let base = try Self.file()
    let ana = Self.confirming(base, by: "Ana", at: "2026-01-02T03:04:05Z")
    let ines = Self.confirming(base, by: "Ines", at: "2026-01-03T03:04:05Z")
    for (ours, theirs) in [(ana, ines), (ines, ana)] {
      let merge = ThreeWayMerge(base: base, ours: ours, theirs: theirs)
      #expect(merge.conflicts.isEmpty)
      let read = try Sidecar(parsing: merge.sidecar.serialized())
      #expect(read.annotations.count == 1)
      #expect(read.annotations[0].confirmations.map { $0.creator?.name } == ["Ana"])
      #expect(String(decoding: read.serialized(), as: UTF8.self).contains(#"Version": "1.1""#))
    }
  }

  @Test("One confirms, the other writes a note and found the words elsewhere: both stay")
  func confirmAndEdit() throws {
    let base = try Self.file()
    let ana = Self.confirming(base, by: "Ana", at: "2026-01-02T03:04:05Z")
    var ines = base
    ines.annotations[0].note = "checked"
    ines.annotations[0].targets[0].passage?.position = CodePointSpan(
      CodePointOffset(4), CodePointOffset(37))
    for (ours, theirs) in [(ana, ines), (ines, ana)] {
      let merge = ThreeWayMerge(base: base, ours: ours, theirs: theirs)
      #expect(merge.conflicts.isEmpty, "\(merge.conflicts)")
      let read = try Sidecar(parsing: merge.sidecar.serialized()).annotations
      #expect(read.count == 1 && read[0].note == "checked")
      let passage = try #require(read[0].targets[0].passage)
      #expect(Anchoring.resolve(passage, in: Self.after).state == .exact)
    }
  }

  @Test("Two people confirm different words: the later stays, the other version stands beside it")
  func differentWords() throws {
    let base = try Self.file()
    let never = Article("The ministry had never warned the port. Nobody answered.", name: "a")
    let ana = Self.confirming(base, by: "Ana", at: "2026-01-02T03:04:05Z")
    let ines = Self.confirming(base, by: "Ines", at: "2026-01-03T03:04:05Z", in: never)
    let merge = ThreeWayMerge(base: base, ours: ana, theirs: ines)
    let read = try Sidecar(parsing: merge.sidecar.serialized()).annotations
    #expect(read.count == 2 && merge.conflicts.count == 1)
    #expect(read[0].confirmations.map(\.words) == ["The ministry had never warned the port."])
  }

  @Test("In a text that has one digest with the sidecar, a twin in the old place takes no mark")
  func twinInPlace() throws {
    let before = Article("Bridge toll: 12 per cent\nRoad toll: 12 per cent\nRail: none", name: "a")
    let after = Article("Road toll: 12 per cent\nRail: none", name: "a")
    let passage = Passage(of: TextSpan(13..<24), in: before)
    var moved = passage
    moved.position = CodePointSpan(CodePointOffset(11), CodePointOffset(22))
    let mark = Annotation(kind: .note, targets: [AnnotationTarget(source: "a", passage: moved)])
    let anchors = Anchoring.resolve([mark], in: after, isUnchanged: true)
    #expect(anchors[mark.id]?.first?.isSure == false)
  }
}
