// Corrections of claims: sentences that somebody took off the list of those worth checking.

import ArticleModel

/// The claims of an analysis while corrections are applied to them.
struct ClaimCorrections {
  private let found: [Claim]
  /// The claims that hold no longer, by their index.
  private var rejected: Set<Int> = []

  init(_ found: Analysis) { self.found = found.claims }

  /// Applies a correction to the sentences that have most of their words in common with it.
  mutating func apply(_ correction: AppliedCorrection) {
    var index = found.partitionPoint { $0.span.end > correction.span.start }
    while index < found.count, found[index].span.start < correction.span.end {
      if found[index].span.likeness(to: correction.span) >= 0.5 {
        if correction.says.decision == .rejected {
          rejected.insert(index)
        } else {
          rejected.remove(index)
        }
      }
      index += 1
    }
  }

  /// Puts the claims that are left into an analysis.
  func write(to analysis: inout Analysis) {
    guard !rejected.isEmpty else { return }
    analysis.claims = found.indices.filter { !rejected.contains($0) }.map { found[$0] }
  }
}
