// A stretch in which a quotation and its source differ, and what kind of difference that is.

import ArticleModel
import NewsAnalysis

/// A stretch where words differ: words of the quotation, from `quoted`, stand for those of the source.
struct Difference: Hashable {
  /// Words of the quotation, counted from its first one.
  var quoted: Range<Int>
  /// Words of the stretch of the source.
  var source: Range<Int>
  /// What it comes to.
  var kind = Kind.altered

  /// What a difference comes to.
  enum Kind: Hashable {
    /// The same words: otherwise written, in the writer's brackets, or said twice.
    case none
    /// Words were left out.
    case leftOut
    /// Words are others, or were put in.
    case altered
  }
}

/// The words of a quotation beside those of a source.
struct Comparison {
  /// The words that were compared, of the quotation and of the source.
  let quoted: [QuotedWord]
  let source: [SourceWord]
  /// The first and the last word of the source that have a word of the quotation beside them.
  let extent: Range<Int>
  /// Where they differ.
  private(set) var differences: [Difference] = []
  /// For each word of the quotation, whether it stands in the source.
  private(set) var isSaid: [Bool]
  /// For each word of the quotation, the word of the source beside it.
  let partners: [Int?]

  /// Compares words; nil when none of them stands in the source.
  init?(
    _ quoted: [QuotedWord], _ source: [SourceWord], _ words: DifferenceWords
  ) {
    var alignment = Alignment(quoted[...], source, small: words.lexicon.smallWords)
    alignment.moveCuts(quoted, source) { words.source.startsSentence($0.start) }
    guard let first = alignment.partners.firstIndex(where: { $0 != nil }),
      let start = alignment.partners[first], let end = alignment.partners.last(where: { $0 != nil })
    else { return nil }
    self.quoted = quoted
    self.source = source
    let inner = start..<(end ?? start) + 1
    let stretches = Self.stretches(of: alignment, within: inner)
    let judged = stretches.map { words.judged(words.widened($0, quoted, source), quoted, source) }
    extent =
      min(
        inner.lowerBound, judged.first?.source.lowerBound ?? inner.lowerBound)..<max(
        inner.upperBound, judged.last?.source.upperBound ?? 0)
    isSaid = alignment.isEqual
    partners = alignment.partners
    differences = judged
    for difference in differences where difference.kind == .none {
      for place in difference.quoted where !quoted[place].isWriters { isSaid[place] = true }
    }
  }

  /// The stretches where words of either side have none beside them, or another one.
  private static func stretches(
    of alignment: Alignment, within extent: Range<Int>
  ) -> [Difference] {
    var found: [Difference] = []
    var (from, next) = (0, extent.lowerBound)
    let count = alignment.isEqual.count
    for place in 0..<count where alignment.isEqual[place] {
      let partner = alignment.partners[place] ?? next
      if from < place || next < partner {
        found.append(Difference(quoted: from..<place, source: next..<partner))
      }
      (from, next) = (place + 1, partner + 1)
    }
    if from < count || next < extent.upperBound {
      found.append(
        Difference(quoted: from..<count, source: next..<max(next, extent.upperBound)))
    }
    return found
  }
}
