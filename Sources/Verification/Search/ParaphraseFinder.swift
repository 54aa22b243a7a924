// Indirect speech: where a source has most of its telling words close together. Candidates, never a verdict.

import ArticleModel

/// Finds what indirect speech may render.
struct ParaphraseFinder {
  let index: QuotationIndex
  let entry: QuotationIndex.Entry
  let article: Article
  let number: Int
  let weights: WordWeights
  let windows: [SourceWindow]
  let landmarks: SourceLandmarks

  /// Fewer telling words in common, by count and by share of their weights, are no candidate.
  private static let (leastWords, leastShare) = (3, 0.4)
  private static let mostCandidates = 3

  /// The candidates, the best first.
  func candidates() -> [Candidate] {
    let found = windows.compactMap(candidate).sorted(by: Candidate.isBefore)
    return Array(found.prefix(Self.mostCandidates))
  }

  private func candidate(_ window: SourceWindow) -> Candidate? {
    let words = SourceWords(of: article, index.lexicon, for: entry.words)
      .words(from: window.start - 1, to: window.end + 24)
    let said = Set(words.map(\.hash))
    var (wanted, metCount, all, met) = (Set<UInt64>(), 0, 0.0, 0.0)
    for (word, number) in zip(entry.words, entry.numbers)
    where !index.lexicon.smallWords.contains(word.hash) && wanted.insert(word.hash).inserted {
      let weight = weights.weight(of: number)
      all += weight
      guard said.contains(word.hash) else { continue }
      met += weight
      metCount += 1
    }
    let share = all > 0 ? met / all : 0
    guard metCount >= min(Self.leastWords, wanted.count), metCount > 1, share >= Self.leastShare
    else { return nil }
    var match = MatchMaker(article: article, source: number, landmarks: landmarks).match(
      withoutLabel(sentences(around: window)), .paraphrase, [])
    match.score = share
    return Candidate(
      outcome: .paraphrase, meaningChanges: [], score: share, matches: [match])
  }

  /// The stretch widened to the ends of sentences or lines.
  private func sentences(around window: SourceWindow) -> TextSpan {
    article.text.withBytes { bytes in
      var (start, end) = (window.start, min(window.end, bytes.count))
      let (first, last) = (max(start - 300, 0), min(end + 300, bytes.count))
      while start > first, !Self.isEnd(bytes, start - 1) { start -= 1 }
      while end < last, !Self.isEnd(bytes, end) { end += 1 }
      while start < end, bytes[start].isUTF8Continuation { start += 1 }
      while end < bytes.count, bytes[end].isUTF8Continuation { end += 1 }
      if end < bytes.count, bytes[end] != 0x0A { end += 1 }
      return article.text.trimmed(TextSpan(start..<min(end, bytes.count)))
    }
  }

  /// The stretch without the label of a turn at its beginning: “[00:00:49] ANIL RAO:”.
  private func withoutLabel(_ span: TextSpan) -> TextSpan {
    let turns = article.structure.turns
    let next = turns.partitionPoint { $0.span.end > span.start }
    guard next < turns.count, turns[next].span.start > span.start,
      turns[next].span.start < span.end
    else { return span }
    return TextSpan(turns[next].span.start, span.end)
  }

  /// Whether a sentence or a line ends at a place.
  private static func isEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    switch bytes[place] {
    case 0x0A: true
    case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"):
      place + 1 >= bytes.count || bytes[place + 1].isASCIIWhitespace
    default: false
    }
  }
}
