// How much it says that words stand together: rare words say more than frequent ones, and the longer a source is,
// the more it holds by chance.

import ArticleModel

#if canImport(Glibc)
  import Glibc
#endif

/// The weight of words in a source, in bits.
struct WordWeights {
  private let counts: [Int]
  private let total: Double

  init(_ scan: SourceScan) {
    counts = scan.counts
    total = Double(scan.wordCount + 2)
  }

  /// What it takes to be there by chance somewhere in the source.
  var ofPlace: Double { log2(total) }

  /// The weight of a word, from 1 to 14.
  func weight(of number: Int32) -> Double {
    let count = Double(max(counts[Int(number)], 1))
    return min(max(log2(total / count), 1), 14)
  }
}

/// How far a stretch of a source holds a quotation.
struct Evidence {
  /// The share of the quotation's words that were said, by their weights.
  let share: Double
  /// Whether all were.
  let isWhole: Bool
  /// Whether that is more than chance and the likeness of two statements on one subject.
  let isFound: Bool

  /// Words that stand together say less than each for itself.
  private static let dependence = 0.75
  /// Bits beyond chance for a cut and for a change.
  private static let (ofCut, ofChange) = (4.0, 6.0)
  /// The least share of weights that was said, and of words.
  private static let (leastShare, leastWords) = (0.55, 0.5)
  /// Shorter quotations are found as they are or not at all.
  static let shortest = 4

  init(_ comparison: Comparison, _ numbers: ArraySlice<Int32>, _ weights: WordWeights) {
    var (all, said, own, count) = (0.0, 0.0, 0, 0)
    for (place, word) in comparison.quoted.enumerated() where !word.isWriters {
      let weight = weights.weight(of: numbers[numbers.startIndex + place])
      all += weight
      own += 1
      if comparison.isSaid[place] { (said, count) = (said + weight, count + 1) }
    }
    share = all > 0 ? said / all : 0
    isWhole = own > 0 && count == own && !comparison.differences.contains { $0.kind == .altered }
    let cuts = comparison.differences.filter { $0.kind == .leftOut }
    let edits = comparison.differences.filter { $0.kind == .altered }.reduce(0) {
      $0 + max($1.quoted.count, $1.source.count)
    }
    let price = cuts.reduce(0.0) { $0 + 1 + log2(Double($1.source.count + 1)) } + Double(edits)
    let bits = said * Self.dependence - price - weights.ofPlace
    if isWhole {
      isFound = cuts.isEmpty || own >= Self.shortest && bits >= Self.ofCut
    } else {
      isFound =
        own >= Self.shortest && share >= Self.leastShare
        && Double(count) >= Self.leastWords * Double(own) && bits >= Self.ofChange
    }
  }
}
