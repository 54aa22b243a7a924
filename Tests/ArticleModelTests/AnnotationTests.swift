// Annotations share what they say until one is changed.

import Testing

@testable import ArticleModel

@Suite struct AnnotationTests {
  private typealias Edit = @Sendable (inout Annotation) -> Void

  /// A change of each property.
  private static let edits: [(name: String, edit: Edit)] = [
    ("id", { $0.id = AnnotationID("b") }),
    ("kind", { $0.kind = .question }),
    ("targets", { $0.targets.append(AnnotationTarget(source: "other.txt", passage: nil)) }),
    ("terms", { $0.terms = [TermReference(pack: "bias", group: "wording", term: "loaded-term")] }),
    ("note", { $0.note += "more" }),
    ("tags", { $0.tags.append("later") }),
    ("status", { $0.status = .needsSecondSource }),
    ("voice", { $0.voice = "outlet" }),
    ("claim", { $0.claim.claimant = "Ines Vogt" }),
    ("confidence", { $0.confidence = 0.5 }),
    ("repliesTo", { $0.repliesTo = AnnotationID("c") }),
    ("isPrivate", { $0.isPrivate = true }),
    ("conflictsWith", { $0.conflictsWith = AnnotationID("d") }),
    ("creator", { $0.creator = Creator(name: "Ben") }),
    ("created", { $0.created = nil }),
    ("modified", { $0.modified = nil }),
    ("answeredMark", { $0.answeredMark = AnsweredMark(creator: nil, words: "words") }),
    ("assignee", { $0.assignee = Creator(name: "Ana") }),
  ]

  @Test("A change of a copy is seen in the copy alone", arguments: edits.indices)
  func copies(index: Int) {
    let (name, edit) = Self.edits[index]
    let mark = Annotation(
      id: AnnotationID("a"), kind: .note, targets: [], created: Timestamp("2026-03-01T10:00:00Z"))
    let untouched = Annotation(
      id: AnnotationID("a"), kind: .note, targets: [], created: Timestamp("2026-03-01T10:00:00Z"))
    var (copy, other) = (mark, untouched)
    edit(&copy)
    edit(&other)
    #expect(copy != mark && copy.hashValue != mark.hashValue, "\(name)")
    #expect(mark == untouched && mark.hashValue == untouched.hashValue, "\(name)")
    #expect(copy == other && copy.hashValue == other.hashValue, "\(name)")
  }
}
