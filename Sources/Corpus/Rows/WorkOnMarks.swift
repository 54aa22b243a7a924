// Which marks are work that somebody has to do, and which of it is done: one answer for panes and jumps, which
// agrees with what the claims desk calls checked.

import ArticleModel

extension Annotation {
  /// Whether a mark asks for work. A plain highlight, a tag or a link asks for none, unless somebody gave it a
  /// status; replies, reviews, ticks and corrections are no marks.
  package var asksForWork: Bool {
    switch kind {
    case .bias, .verification, .question, .note, .evidence: true
    default: AnnotationKind.marks.contains(kind) && status != .open
    }
  }

  /// Whether the work on it is done: somebody said so, or has checked the claim with it.
  /// - Parameter anchor: where its words stand.
  package func isFinished(at anchor: Anchor?) -> Bool {
    status == .done || kind.row.answersClaim && ClaimMark(self, at: anchor).checks
  }
}
