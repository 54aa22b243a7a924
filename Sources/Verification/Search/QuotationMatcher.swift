// Compares one quotation with the stretches of one source that may hold it.

import ArticleModel
import NewsAnalysis

/// Finds what a source says to a quotation.
struct QuotationMatcher {
  let index: QuotationIndex
  let entry: QuotationIndex.Entry
  let article: Article
  let number: Int
  let weights: WordWeights
  let windows: [SourceWindow]
  /// Whom story and source tell apart.
  let speakers: SpeakerComparison
  let landmarks: SourceLandmarks

  /// A part of the quotation beside a stretch of the source.
  struct Part {
    let words: Range<Int>
    let comparison: Comparison
    let evidence: Evidence
  }

  private var story: VerifiableStory { index.stories[entry.story] }
  var words: DifferenceWords {
    DifferenceWords(lexicon: index.lexicon, story: story.article.text, source: article.text)
  }
  private var quotation: StoryQuotation { story.quotations[entry.quotation] }
  var speakerNames: [String] { quotation.speakerNames }
  var reader: SourceWords { SourceWords(of: article, index.lexicon, for: entry.words) }

  /// So many candidates are kept of one source.
  private static let mostCandidates = 5

  /// What the source says to the quotation, the best first.
  func candidates(_ stretches: [[SourceWord]]) -> [Candidate] {
    let parts = stretches.compactMap { part(all, $0) }
    var found = parts.filter(\.evidence.isFound).compactMap(candidate)
    if !found.contains(where: { $0.outcome == .verbatim || $0.outcome == .trimmed }),
      let stitched = stitched(parts, stretches)
    {
      found.append(stitched)
    }
    return Array(found.uniqued().sorted(by: Candidate.isBefore).prefix(Self.mostCandidates))
  }

  /// All words of the quotation.
  var all: Range<Int> { 0..<entry.words.count }

  // MARK: Stretches

  /// The words of the stretches.
  func readStretches() -> [[SourceWord]] {
    let reader = reader
    return windows.map { window in
      let bytes = window.bytes(beside: entry.words.count)
      return reader.words(from: bytes.lowerBound, to: bytes.upperBound)
    }
  }

  func part(_ range: Range<Int>, _ source: [SourceWord]) -> Part? {
    guard let comparison = Comparison(Array(entry.words[range]), source, words) else { return nil }
    let evidence = Evidence(comparison, entry.numbers[range], weights)
    return Part(words: range, comparison: comparison, evidence: evidence)
  }

  // MARK: Parts that stand together

  /// What a stretch comes to; nil when what is left of it without its outliers is too little.
  private func candidate(_ part: Part) -> Candidate? {
    let cuts = wideCuts(in: part.comparison)
    guard !cuts.isEmpty else { return together(part) }
    if let apart = apart(part, at: cuts) { return apart }
    return narrowed(part, at: cuts).flatMap { $0.evidence.isFound ? together($0) : nil }
  }

  /// A stretch as one.
  func together(_ part: Part, asReordered: Bool = false) -> Candidate {
    let cutOff = CutConditions(part, in: self).found
    let changes = (MeaningReading(words, part.comparison).changes + cutOff.changes).sorted()
    var outcome = asReordered ? .altered : outcome(of: part.comparison)
    if outcome == .verbatim, !cutOff.changes.isEmpty { outcome = .trimmed }
    if outcome == .verbatim, !changes.isEmpty { outcome = .altered }
    var match = match(part, outcome, changes)
    match.cutBefore = cutOff.before
    match.cutBehind = cutOff.behind
    return Candidate(
      outcome: match.outcome, meaningChanges: changes, score: match.score, matches: [match])
  }

  private func outcome(of comparison: Comparison) -> QuotationOutcome {
    if comparison.differences.contains(where: { $0.kind == .altered }) { return .altered }
    return comparison.differences.contains { $0.kind == .leftOut } ? .trimmed : .verbatim
  }

  // MARK: Parts that stand apart

  /// More words than this between two parts, and they stand apart; with a mark that says so, twice as many.
  private static let widestCut = 40
  /// The same for whole sentences, when no mark says that some were left out.
  private static let widestCutOfSentences = 12
  /// The words of somebody else between two parts, when there are more than this.
  private static let interjection = 3

  /// The places of a quotation behind which more is left out than a cut may.
  func wideCuts(in comparison: Comparison) -> [Int] {
    comparison.differences.filter { difference in
      guard difference.kind == .leftOut else { return false }
      let place = difference.quoted.upperBound
      let isMarked = place < comparison.quoted.count && comparison.quoted[place].followsGap
      let isOfSentences = !isMarked && isOfSentences(comparison.source[difference.source])
      let widest = isOfSentences ? Self.widestCutOfSentences : Self.widestCut * (isMarked ? 2 : 1)
      return difference.source.count > widest || isInterrupted(difference.source, in: comparison)
    }.map(\.quoted.lowerBound).filter { $0 > 0 && $0 < comparison.quoted.count }
  }

  /// Whether words of the source begin and end with sentences.
  private func isOfSentences(_ words: ArraySlice<SourceWord>) -> Bool {
    guard let first = words.first, let last = words.last else { return false }
    return article.text.startsSentence(first.start) && article.text.endsSentence(last.end)
  }

  /// Whether somebody else says more than a word or two within a cut.
  private func isInterrupted(_ cut: Range<Int>, in comparison: Comparison) -> Bool {
    let turns = article.structure.turns
    func speaker(_ word: SourceWord) -> String? {
      word.turn >= 0 ? turns[Int(word.turn)].speaker : nil
    }
    guard cut.lowerBound > 0, let own = speaker(comparison.source[cut.lowerBound - 1]) else {
      return false
    }
    if cut.upperBound < comparison.source.count,
      let next = speaker(comparison.source[cut.upperBound]), next != own
    {
      return true
    }
    let others = comparison.source[cut].count { word in speaker(word).map { $0 != own } ?? false }
    return others > Self.interjection
  }

  /// The parts before and behind wide cuts; nil when one of them is too short to have been taken from there.
  private func apart(_ part: Part, at cuts: [Int]) -> Candidate? {
    let parts = ranges(of: part, at: cuts).compactMap { range -> Part? in
      let stretch = stretch(beside: range, in: part.comparison)
      guard let part = self.part(range, stretch), isPart(part) else { return nil }
      return part
    }
    return parts.count == cuts.count + 1 ? joined(parts) : nil
  }

  private func ranges(of part: Part, at cuts: [Int]) -> [Range<Int>] {
    let bounds = [0] + cuts + [part.words.count]
    return zip(bounds, bounds.dropFirst()).map { $0..<$1 }
  }

  /// The quotation beside the source around its longest part between wide cuts.
  private func narrowed(_ part: Part, at cuts: [Int]) -> Part? {
    let comparison = part.comparison
    let said = { (range: Range<Int>) in range.count { comparison.isSaid[$0] } }
    guard let longest = ranges(of: part, at: cuts).max(by: { said($0) < said($1) }),
      let first = longest.lazy.compactMap({ comparison.partners[$0] }).first,
      let last = longest.reversed().lazy.compactMap({ comparison.partners[$0] }).first
    else { return nil }
    let start = max(first - longest.lowerBound - 2, 0)
    let end = min(last + comparison.quoted.count - longest.upperBound + 3, comparison.source.count)
    return self.part(all, Array(comparison.source[start..<end]))
  }

  /// The words of the source beside some words of the quotation.
  func stretch(beside range: Range<Int>, in comparison: Comparison) -> [SourceWord] {
    let partners = range.compactMap { comparison.partners[$0] }
    guard let first = partners.first, let last = partners.last else { return [] }
    return Array(comparison.source[first...last])
  }

  // MARK: What is told

  /// The words of the source from the first to the last that has one of the quotation beside it.
  func span(of comparison: Comparison) -> TextSpan {
    let words = comparison.source[comparison.extent]
    return TextSpan((words.first?.start ?? 0)..<(words.last?.end ?? 0))
  }

  func match(
    _ part: Part, _ outcome: QuotationOutcome, _ changes: [MeaningChange]
  ) -> SourceMatch {
    let span = span(of: part.comparison)
    let maker = MatchMaker(article: article, source: number, landmarks: landmarks)
    var match = maker.match(span, outcome, changes)
    match.compared = DifferencePieces(words, part.comparison).pieces
    match.score = outcome == .verbatim ? 1 : score(part)
    if outcome != .stitched, speakers.isOther(match.speaker) {
      if self.outcome(of: part.comparison) != .altered { match.outcome = .anotherSpeaker }
      match.score = max(match.score - Self.priceOfOtherSpeaker, 0)
    }
    return match
  }

  static let priceOfOtherSpeaker = 0.15

  private func score(_ part: Part) -> Double {
    let comparison = part.comparison
    let cut = comparison.differences.filter { $0.kind == .leftOut }.reduce(0) {
      $0 + $1.source.count
    }
    let changed = comparison.differences.filter { $0.kind == .altered }.reduce(0) {
      $0 + $1.quoted.count + $1.source.count
    }
    let count = Double(max(comparison.quoted.count, 1))
    let kept = count / (count + Double(cut) * 0.25)
    return min(max(part.evidence.share * kept - Double(changed) / count * 0.1, 0.01), 0.99)
  }
}
