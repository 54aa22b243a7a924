// A claim as a checklist goes through it: once, however many people marked it, and also while nobody has.

/// A claim of an article with the marks that answer it.
public struct ChecklistClaim: Hashable, Sendable {
  /// Its words, or how somebody restated it.
  public let words: String
  /// The marks that answer it, in the order in which they were made; empty while nobody has looked into it.
  public let marks: [AnnotationID]
  /// Whether its words stand in the article no more, so that it does not count among the claims.
  public let isLost: Bool

  /// Describes a claim.
  public init(words: String, marks: [AnnotationID], isLost: Bool = false) {
    (self.words, self.marks, self.isLost) = (words, marks, isLost)
  }

  /// The claims that marks answer, those on the same words as one, in the order of the first mark of each.
  static func marked(in annotations: [Annotation]) -> [ChecklistClaim] {
    var order: [AnnotationTarget?] = []
    var groups: [AnnotationTarget?: [Annotation]] = [:]
    for mark in annotations where mark.kind.row.answersClaim {
      var target = mark.targets.first
      // Who confirmed the place of a mark does not tell claims apart.
      target?.passage?.confirmed = nil
      target?.passage?.confirmation = nil
      if groups[target] == nil { order.append(target) }
      groups[target, default: []].append(mark)
    }
    return order.map { target in
      let marks = groups[target] ?? []
      let restated = marks.lazy.compactMap(\.claim.restated).last
      return ChecklistClaim(
        words: restated ?? target?.passage?.exact ?? "about the article as a whole",
        marks: marks.map(\.id))
    }
  }
}
