// One source past the index: what it says to each quotation.

import ArticleModel

extension QuotationIndex {
  /// Reads a source once and compares what was met in it with the quotations. Pure: sources may be searched at
  /// once.
  /// - Parameter number: which source it is, counted in the order in which they were given.
  public func findings(in article: Article, number: Int) -> SourceFindings {
    let scan = SourceScan(article, self)
    let weights = WordWeights(scan, self)
    let isAnything = scan.windows.contains { !$0.isEmpty }
    let landmarks = SourceLandmarks(isAnything ? article.structure.landmarks : [])
    var occurrences: [Int] = []
    var sentences: [Int: [Int: Candidate]] = [:]
    let candidates = entries.indices.map { place -> [Candidate] in
      let entry = entries[place]
      let windows = scan.windows[place]
      occurrences.append(windows.wholeCount)
      guard !windows.windows.isEmpty else { return [] }
      if entry.isIndirect {
        return ParaphraseFinder(
          index: self, entry: entry, article: article, number: number, weights: weights,
          windows: windows.windows, landmarks: landmarks
        ).candidates()
      }
      let matcher = QuotationMatcher(
        index: self, entry: entry, article: article, number: number, weights: weights,
        windows: windows.windows, speakers: scan.speakers[place], landmarks: landmarks)
      let candidates = matcher.candidates()
      let found = matcher.sentences(beside: candidates)
      if !found.isEmpty { sentences[place] = found }
      return candidates
    }
    return SourceFindings(
      candidates: candidates, sentences: sentences, occurrences: occurrences,
      wordCount: scan.wordCount)
  }
}
