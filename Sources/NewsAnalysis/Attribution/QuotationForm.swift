// Tells direct, indirect and mixed quotations apart by their quotation marks.

import ArticleModel

extension AttributionFinder {
  /// How the words are given: direct when all of them stand in marks, mixed when some do.
  func form(of contents: [TokenRange]) -> Quotation.Form {
    var (quoted, plain) = (false, false)
    for content in contents {
      let inside = stretches(overlapping: content)
      if !inside.isEmpty { quoted = true }
      if !isCovered(content, by: inside) { plain = true }
    }
    return quoted ? plain ? .mixed : .direct : .indirect
  }

  /// The stretches that share a token with a range.
  func stretches(overlapping range: TokenRange) -> ArraySlice<QuotedStretch> {
    let first = stretches.partition { $0.tokens.upperBound > range.lowerBound }
    let last = stretches.partition { $0.tokens.lowerBound >= range.upperBound }
    return stretches[first..<max(first, last)]
  }

  private func isCovered(_ range: TokenRange, by stretches: ArraySlice<QuotedStretch>) -> Bool {
    var at = range.lowerBound
    for stretch in stretches {
      if stretch.tokens.lowerBound > at, hasWord(at..<stretch.tokens.lowerBound) { return false }
      at = max(at, stretch.tokens.upperBound)
    }
    return at >= range.upperBound || !hasWord(at..<range.upperBound)
  }

  private func hasWord(_ range: TokenRange) -> Bool {
    range.contains { segment.tokens[$0].isSpoken }
  }
}
