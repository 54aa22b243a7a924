// What lists of claims have in common while marks come and go.

import ArticleModel
import NewsAnalysis

/// The sentences of an article that were found worth checking, prepared for lists. It is made once for an
/// analysis; a list that is made of it takes time in the number of marks, hardly more in a long article.
package struct FoundClaims: Sendable {
  /// The sentences, in reading order; none is empty.
  let claims: [Claim]
  /// Whose words passages are in.
  let voices: Voices
  private let analysis: Analysis
  /// The sentences from the one most worth checking on; of two with the same score, the earlier one first.
  private let best: [UInt32]
  /// Element i: the place of sentence i in `best`.
  private let ranks: [UInt32]

  /// Prepares what was found; takes time in its amount and its sorting.
  package init(_ analysis: Analysis, voices: Voices) {
    self.analysis = analysis
    self.voices = voices
    let claims = analysis.claims
    self.claims = claims
    best = (0..<UInt32(claims.count)).sorted { a, b in
      let (first, second) = (claims[Int(a)].score, claims[Int(b)].score)
      return first == second ? a < b : first > second
    }
    var ranks = [UInt32](repeating: 0, count: claims.count)
    for (rank, index) in best.enumerated() { ranks[Int(index)] = UInt32(rank) }
    self.ranks = ranks
  }

  /// Prepares what was found; nothing while nothing is known.
  package init(_ analysis: Analysis? = nil) {
    let analysis = analysis ?? Analysis(extent: TextSpan(.zero, .zero))
    self.init(analysis, voices: Voices(analysis))
  }

  // MARK: Places

  /// The sentences that share a byte with a span.
  func indices(overlapping span: TextSpan) -> Range<Int> {
    claims.indices(overlapping: span, at: \.span)
  }

  /// The same sentences, as places.
  package func spans(overlapping span: TextSpan) -> [TextSpan] {
    claims[indices(overlapping: span)].map(\.span)
  }

  /// How many sentences a list has before words that it has besides.
  func count(before span: TextSpan) -> Int { claims.partitionPoint { span < $0.span } }

  // MARK: Scores

  /// How many sentences are more worth checking than one of them.
  func countBetter(than index: Int) -> Int { Int(ranks[index]) }

  /// How many sentences are more worth checking than words with a score; of those with the same score, so many
  /// count as are among the first of the article.
  func countBetter(than score: Double, before index: Int) -> Int {
    best.partitionPoint { other in
      let known = claims[Int(other)].score
      return known == score ? Int(other) >= index : known < score
    }
  }

  /// The score of the sentence that words stand in, the highest when they stand in several; nil when nothing
  /// is known of it.
  func score(at span: TextSpan) -> Double? {
    if analysis.claimScores.isEmpty {
      return claims[indices(overlapping: span)].map(\.score).max()
    }
    let sentences = analysis.sentences.prefix(analysis.claimScores.count)
    return analysis.claimScores[sentences.indices(overlapping: span, at: \.self)].max()
  }
}

extension RandomAccessCollection where Index == Int {
  /// The elements, whose places are in reading order, that share a byte with a span.
  fileprivate func indices(
    overlapping span: TextSpan, at place: (Element) -> TextSpan
  ) -> Range<Int> {
    let start = partitionPoint { place($0).end > span.start }
    return start..<Swift.max(start, partitionPoint { place($0).start >= span.end })
  }
}
