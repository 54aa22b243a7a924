// The trainer's view of claims: sentences as rows of the table of weights, and weights as a stored model.

import ArticleModel

/// Turns sentences into rows and weights into a stored model.
package struct ClaimTraining {
  /// A sentence as the model sees it.
  package struct Sentence: Sendable {
    /// The rows of its features. Those that hang on the first word come first, but for the third.
    package fileprivate(set) var rows: [Int32] = []
    /// The rows that the names within it would have if they were words.
    package fileprivate(set) var names: [Int32] = []
    /// What rules alone say, from 0 to 1, to compare with.
    package fileprivate(set) var ruleScore = 0.0

    /// Where in `rows` the first word counts: alone, behind the edge, before the second word.
    package static let openings = [0, 1, 3]
  }

  private var words = WordTypes()
  private let bits: UInt64

  /// For a table of 2 to the power of `bits` weights.
  package init(bits: UInt64) { self.bits = bits }

  /// The rows of a sentence, which is taken as one whatever marks it has.
  package mutating func sentence(_ string: String) -> Sentence {
    let article = Article(string)
    var reader = SegmentReader(article, extent: article.text.span)
    var sentence = Sentence()
    while let segment = reader.next(words: &words) {
      let tokens = 0..<segment.tokens.count
      var rows = RowList(shift: 64 - bits)
      let features = ClaimFeatures(segment: segment, words: words)
      features.add(tokens, to: &rows)
      sentence.rows += rows.rows
      sentence.names += names(in: segment, features)
      var evidence = ClaimEvidence()
      for index in tokens { evidence.note(index, in: tokens, of: segment, words) }
      sentence.ruleScore = ClaimRules.score(evidence)
    }
    return sentence
  }

  private func names(in segment: Segment, _ features: ClaimFeatures) -> [Int32] {
    var rows = RowList(shift: 64 - bits)
    for index in segment.tokens.indices.dropFirst()
    where words[segment.tokens[index]].isNameLike {
      features.addWord(at: index, to: &rows)
    }
    return rows.rows
  }

  /// A stored model. `weights` and `start` add up to the logarithm of the odds.
  package static func store(weights: [Double], start: Double, bits: UInt64) -> [UInt8] {
    let largest = weights.reduce(1e-6) { max($0, $1.magnitude) }
    let unit = largest / 127
    var bytes = ClaimModel.signature + [UInt8(bits), 0, 0, 0]
    for number in [Float(unit), Float(start)] {
      withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes += $0 }
    }
    bytes += [UInt8](repeating: 0, count: ClaimModel.headerSize - bytes.count)
    return bytes + weights.map { UInt8(bitPattern: Int8(($0 / unit).rounded())) }
  }
}

/// Gathers features as rows of the table.
private struct RowList: FeatureSink {
  let shift: UInt64
  var rows: [Int32] = []

  mutating func add(_ feature: UInt64) {
    rows.append(Int32(truncatingIfNeeded: feature >> shift))
  }
}
