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
    let landmarks = SourceLandmarks(of: isAnything ? article : nil)
    var likely = LikelyStretches(scan, weights)
    var occurrences: [Int] = []
    var sentences: [Int: [Int: Candidate]] = [:]
    let candidates = entries.indices.map { place -> [Candidate] in
      let entry = entries[place]
      occurrences.append(scan.windows[place].wholeCount)
      let all = scan.windows[place].windows
      guard !all.isEmpty else { return [] }
      if entry.isIndirect {
        return ParaphraseFinder(
          index: self, entry: entry, article: article, number: number, weights: weights,
          windows: all, landmarks: landmarks
        ).candidates()
      }
      let windows = likely.among(all, for: entry, isComplete: scan.hasAllMetWords)
      guard !windows.isEmpty else { return [] }
      let matcher = QuotationMatcher(
        index: self, entry: entry, article: article, number: number, weights: weights,
        windows: windows, speakers: scan.speakers[place], landmarks: landmarks)
      let stretches = matcher.readStretches()
      let candidates = matcher.candidates(stretches)
      let found = matcher.sentences(beside: candidates, stretches)
      if !found.isEmpty { sentences[place] = found }
      return candidates
    }
    return SourceFindings(
      candidates: attributed(candidates, in: article), sentences: sentences,
      occurrences: occurrences,
      wordCount: scan.wordCount)
  }

  /// Candidates with whoever says their words, where the source is no transcript and may name somebody.
  private func attributed(_ candidates: [[Candidate]], in article: Article) -> [[Candidate]] {
    let isAsked = entries.indices.contains { !candidates[$0].isEmpty && !entries[$0].isIndirect }
    guard isAsked, let attributions = SourceAttributions(of: article, lexicon) else {
      return candidates
    }
    return zip(entries, candidates).map { entry, found in
      entry.isIndirect || found.isEmpty
        ? found : attributions.applied(to: found, names: quotation(of: entry).speakerNames)
    }
  }
}
