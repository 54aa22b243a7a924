// What one person says of a claim: a verification with the place of its words, and whether that makes the
// claim checked.

import ArticleModel

/// A verification on the claims desk.
package struct ClaimMark: Hashable, Sendable {
  /// The verification.
  package let annotation: Annotation
  /// Where the first of its targets stands; nil when the article is missing.
  package let anchor: Anchor?

  /// Puts a verification on the desk.
  package init(_ annotation: Annotation, at anchor: Anchor?) {
    (self.annotation, self.anchor) = (annotation, anchor)
  }

  /// Whether its words stand in the article as they were judged.
  package var isSure: Bool { anchor?.isSure ?? false }

  /// Whether somebody has checked the claim with it: there is an answer to “is it true?” that nobody
  /// called unfinished, or the work on it is done. What was said of other words than those that stand
  /// there now checks nothing.
  package var checks: Bool {
    guard isSure else { return false }
    return annotation.status == .done || annotation.status == .open && verdict != nil
  }

  /// The answer to “is it true?”; nil when there is none.
  package var verdict: TermReference? {
    annotation.terms.first { $0.isVerdict && $0.group == "truth" }
  }

  /// The answer to “was it said?”; nil when there is none.
  package var wasSaid: TermReference? {
    annotation.terms.first { $0.isVerdict && $0.group == "said" }
  }

  /// Who said last what it says, by name: whoever edited it, else whoever made it; nil when the sidecar does
  /// not say.
  package var name: String? { annotation.lastHand?.name }
}
