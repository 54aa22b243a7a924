// How much there is to check about a claim, compared with the others on the list.

import ArticleModel
import NewsAnalysis

/// The ranks of the claims of a list: 1 for the one most worth checking; of two with the same score, the one that comes
/// first is the better one.
struct ClaimRanks: Sendable {
  private let found: FoundClaims
  /// The ranks, from 0, of the found claims that are not on the list, in ascending order.
  private let removed: [Int]
  /// The marked ones, the best first.
  private let marked: [(score: Double, position: Int)]

  /// Prepares the ranks of a list.
  /// - Parameters:
  ///   - removed: found claims that are not on the list.
  ///   - marked: the scores of the others, and where they stand on the list.
  init(_ found: FoundClaims, removed: [Int], marked: [(score: Double, position: Int)]) {
    self.found = found
    self.removed = removed.map(found.countBetter).sorted()
    self.marked = marked.sorted { Self.isBetter($0, $1) }
  }

  /// The rank of a found claim.
  func rank(ofFound index: Int, at position: Int) -> Int {
    let better = found.countBetter(than: index)
    return 1 + listed(better) + countMarkedBetter(than: (found.claims[index].score, position))
  }

  /// The rank of a marked one that stands in front of a found one.
  func rank(ofMarked score: Double, at position: Int, before index: Int) -> Int {
    let better = found.countBetter(than: score, before: index)
    return 1 + listed(better) + countMarkedBetter(than: (score, position))
  }

  /// How many of the best found ones are on the list.
  private func listed(_ count: Int) -> Int { count - removed.partitionPoint { $0 >= count } }

  private func countMarkedBetter(than claim: (Double, Int)) -> Int {
    marked.partitionPoint { !Self.isBetter($0, claim) }
  }

  private static func isBetter(_ a: (Double, Int), _ b: (Double, Int)) -> Bool {
    a.0 == b.0 ? a.1 < b.1 : a.0 > b.0
  }
}
