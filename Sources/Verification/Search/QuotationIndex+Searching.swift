// One source past the index: what it says to each quotation.

import ArticleModel

extension QuotationIndex {
  /// Reads a source once and compares what was met in it with the quotations. Pure: sources may be searched at
  /// once.
  /// - Parameter number: which source it is, counted in the order in which they were given.
  public func findings(in article: Article, number: Int) -> SourceFindings {
    let scan = SourceScan(article.text, self)
    let weights = WordWeights(scan)
    var occurrences: [Int] = []
    let candidates = entries.indices.map { place -> [Candidate] in
      let entry = entries[place]
      let windows = scan.windows[place]
      occurrences.append(windows.wholeCount)
      guard !windows.windows.isEmpty else { return [] }
      if entry.isIndirect {
        return ParaphraseFinder(
          index: self, entry: entry, article: article, number: number, weights: weights,
          windows: windows.windows
        ).candidates()
      }
      return QuotationMatcher(
        index: self, entry: entry, article: article, number: number, weights: weights,
        windows: windows.windows
      ).candidates()
    }
    return SourceFindings(
      candidates: candidates, occurrences: occurrences, wordCount: scan.wordCount)
  }
}
