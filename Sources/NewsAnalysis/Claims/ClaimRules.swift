// Scores sentences by rules, in languages that no model was trained for.

#if canImport(Glibc)
  import Glibc
#endif

/// Scores sentences by signs of checkable facts: figures, dates, comparisons, cause and effect, what
/// somebody is said to have stated, names and events; against signs of opinion, questions and the
/// future.
enum ClaimRules {
  /// Sentences with a lower score are no claims.
  static let threshold = 0.5
  private static let start = -1.7

  /// From 0 to 1: each sign counts once, figures up to twice, names up to three times.
  static func score(_ evidence: ClaimEvidence) -> Double {
    let sum =
      start + Double(min(evidence.figures, 2)) + Double(min(evidence.names, 3)) * 0.35
      + evidence.signs.weight
    return 1 / (1 + exp(-sum))
  }
}
