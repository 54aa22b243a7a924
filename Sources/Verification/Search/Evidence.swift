// How much it says that words stand together: rare words say more than frequent ones, and the longer a source is,
// the more it holds by chance.

import ArticleModel

#if canImport(Glibc)
  import Glibc
#endif

/// The weight of words in a source, in bits.
struct WordWeights {
  private let index: QuotationIndex
  private let counts: [Int]
  /// The weight of each word, by its number, from 1 to 14.
  let ofWords: [Double]
  private let pairCounts: [Int]
  private let total: Double

  init(_ scan: SourceScan, _ index: QuotationIndex) {
    self.index = index
    counts = scan.counts
    pairCounts = scan.pairCounts
    let total = Double(scan.wordCount + 2)
    self.total = total
    ofWords = counts.map { min(max(log2(total / Double(max($0, 1))), 1), 14) }
  }

  /// What it takes to be there by chance somewhere in the source.
  var ofPlace: Double { log2(total) }

  /// The weight of a word, from 1 to 14.
  func weight(of number: Int32) -> Double {
    ofWords[Int(number)]
  }

  /// How much a word adds to the one before it, from 0 to 14: little where the source says the two together again
  /// and again. The place at hand itself does not count.
  func weight(of number: Int32, behind before: Int32) -> Double {
    let pair = index.pair(before, number)
    let together = Double(max((pair >= 0 ? pairCounts[Int(pair)] : 0) - 1, 0))
    let alone = Double(max(counts[Int(before)] - 1, 0))
    let byItself = Double(max(counts[Int(number)], 1)) / total
    let chance = (together + Self.doubt * byItself) / (alone + Self.doubt)
    return min(max(-log2(chance), 0), 14)
  }

  /// How many times a word must have been met before what follows it says more than the word itself.
  private static let doubt = 3.0
}

/// How far a stretch of a source holds a quotation.
struct Evidence {
  /// The share of the quotation's words that were said, by their weights.
  let share: Double
  /// Whether all were.
  let isWhole: Bool
  /// Whether that is more than chance and the likeness of two statements on one subject.
  let isFound: Bool
  /// What the words that were said say beyond chance, in bits.
  let bits: Double

  /// Words that stand together say less than each for itself.
  private static let dependence = 0.75
  /// Bits beyond chance for a cut and for a change.
  private static let (ofCut, ofChange) = (4.0, 5.0)
  /// What it costs to suppose a change at a place, in bits.
  private static let ofPlaceOfChange = 2.0
  /// The least share of weights that was said, and of words.
  private static let (leastShare, leastWords) = (0.55, 0.5)
  /// Shorter quotations are found as they are or not at all.
  static let shortest = 4

  init(_ comparison: Comparison, _ numbers: ArraySlice<Int32>, _ weights: WordWeights) {
    var (all, said, own, count) = (0.0, 0.0, 0, 0)
    var together = 0.0
    for (place, word) in comparison.quoted.enumerated() where !word.isWriters {
      let number = numbers[numbers.startIndex + place]
      let weight = weights.weight(of: number)
      all += weight
      own += 1
      guard comparison.isSaid[place] else { continue }
      (said, count) = (said + weight, count + 1)
      together +=
        comparison.goesOn(at: place)
        ? min(weights.weight(of: number, behind: numbers[numbers.startIndex + place - 1]), weight)
        : weight
    }
    share = all > 0 ? said / all : 0
    isWhole = own > 0 && count == own && !comparison.differences.contains { $0.kind == .altered }
    bits = together * Self.dependence - Self.price(of: comparison) - weights.ofPlace
    if isWhole {
      let isCut = comparison.differences.contains { $0.kind == .leftOut }
      isFound = !isCut || own >= Self.shortest && bits >= Self.ofCut
    } else {
      isFound =
        own >= Self.shortest && Self.isEnough(share: share, count: count, of: own, bits: bits)
    }
  }

  /// Whether so much of a quotation was said that it was changed and not made up.
  static func isEnough(share: Double, count: Int, of own: Int, bits: Double) -> Bool {
    share >= leastShare && Double(count) >= leastWords * Double(own) && bits >= ofChange
  }

  /// What words of a weight say at most, in bits, when they are all in one place.
  static func most(_ weight: Double) -> Double { weight * dependence }

  /// What it costs to suppose the cuts and changes, in bits.
  private static func price(of comparison: Comparison) -> Double {
    comparison.differences.reduce(0) { price, difference in
      switch difference.kind {
      case .none: price
      case .leftOut: price + 1 + log2(Double(difference.source.count + 1))
      case .altered:
        price + ofPlaceOfChange + Double(max(difference.quoted.count, difference.source.count))
      }
    }
  }
}

extension Comparison {
  /// Whether a word stands directly behind the one before it in both.
  fileprivate func goesOn(at place: Int) -> Bool {
    guard place > 0, isSaid[place - 1], let before = partners[place - 1] else { return false }
    return partners[place] == before + 1
  }
}
