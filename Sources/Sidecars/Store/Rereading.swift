// What became of the marks when an article came with another text than the one that they were made on.

import ArticleModel

/// Why the text is another one, and where the marks are in it.
public struct Rereading: Hashable, Sendable, CustomStringConvertible {
  /// Why the text is another one.
  public enum Cause: Hashable, Sendable {
    /// The article was changed.
    case changedArticle
    /// The document is read in another way than before, which is nil for the text of the file itself.
    case changedExtractor(from: ArticleMetadata.Extractor?, to: ArticleMetadata.Extractor?)
  }

  /// Why the text is another one.
  public var cause: Cause
  /// How many marks there are.
  public var marks = 0
  /// How many of them were found at another place.
  public var moved = 0
  /// How many of them wait for the reader's word.
  public var uncertain = 0
  /// How many of them have lost words.
  public var lost = 0

  /// Counts marks by the target that is worst off.
  init(_ cause: Cause, _ annotations: [Annotation], _ anchors: [AnnotationID: [Anchor]]) {
    self.cause = cause
    for annotation in annotations where annotation.kind != .correction {
      let states = (anchors[annotation.id] ?? []).map(\.state)
      marks += 1
      if zip(annotation.targets, anchors[annotation.id] ?? []).contains(where: Self.isLost) {
        lost += 1
      } else if states.contains(.uncertain) {
        uncertain += 1
      } else if states.contains(.moved) {
        moved += 1
      }
    }
  }

  private static func isLost(_ target: AnnotationTarget, _ anchor: Anchor) -> Bool {
    target.passage != nil && anchor.span == nil
  }

  /// Whether a reader should look at the marks.
  public var needsAttention: Bool { uncertain + lost > 0 }

  /// The cause in words, and the marks: "the article has changed: 4 marks, 2 moved, 1 to confirm".
  public var description: String {
    if marks == 0 { return causeInWords }
    let counts = [(moved, "moved"), (uncertain, "to confirm"), (lost, "without a place")]
      .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    let all = counts.isEmpty ? ["all in their places"] : counts
    return "\(causeInWords): \(counted(marks, "mark")), \(all.joined(separator: ", "))"
  }

  private var causeInWords: String {
    switch cause {
    case .changedArticle: return "the article has changed"
    case .changedExtractor(let before, let now) where before == now: return "text extracted again"
    case .changedExtractor(let before?, let now?) where before.name == now.name:
      return "text extracted again (\(now.name) \(before.version) → \(now.version))"
    case .changedExtractor(let before, let now):
      let former = before?.name ?? "plain text"
      return "read as \(now?.name ?? "plain text"), before as \(former)"
    }
  }
}
