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

  /// A part of the quotation beside a stretch of the source.
  struct Part {
    let words: Range<Int>
    let comparison: Comparison
    let evidence: Evidence
  }

  private var story: VerifiableStory { index.stories[entry.story] }
  private var words: DifferenceWords {
    DifferenceWords(lexicon: index.lexicon, story: story.article.text, source: article.text)
  }
  private var quotation: StoryQuotation { story.quotations[entry.quotation] }
  private var reader: SourceWords { SourceWords(of: article, index.lexicon, for: entry.words) }

  /// So many candidates are kept of one source.
  private static let mostCandidates = 5

  /// What the source says to the quotation, the best first.
  func candidates() -> [Candidate] {
    let all = 0..<entry.words.count
    let stretches = windows.map { reader.words(from: start(of: $0), to: end(of: $0)) }
    let parts = stretches.compactMap { part(all, $0) }
    var found = parts.filter(\.evidence.isFound).map(candidate)
    if !found.contains(where: { $0.outcome == .verbatim }),
      let stitched = stitched(parts, stretches)
    {
      found.append(stitched)
    }
    return Array(found.uniqued().sorted(by: Candidate.isBefore).prefix(Self.mostCandidates))
  }

  // MARK: Stretches

  /// A word and its blank take so many bytes at most, as a rule.
  private static let bytesPerWord = 14
  private static let margin = 16

  private func start(of window: SourceWindow) -> Int {
    window.start - (window.firstPlace + Self.margin) * Self.bytesPerWord
  }

  private func end(of window: SourceWindow) -> Int {
    window.end + (entry.words.count - window.lastPlace + Self.margin) * Self.bytesPerWord
  }

  private func part(_ range: Range<Int>, _ source: [SourceWord]) -> Part? {
    guard let comparison = Comparison(Array(entry.words[range]), source, words) else { return nil }
    let evidence = Evidence(comparison, entry.numbers[range], weights)
    return Part(words: range, comparison: comparison, evidence: evidence)
  }

  // MARK: Parts that stand together

  private func candidate(_ part: Part) -> Candidate {
    let cuts = wideCuts(in: part.comparison)
    if !cuts.isEmpty, let apart = apart(part, at: cuts) { return apart }
    let cutOff = CutConditions(words, part.comparison).changes
    let changes = (MeaningReading(words, part.comparison).changes + cutOff).sorted()
    let whole = outcome(of: part.comparison)
    let outcome = whole == .verbatim && !cutOff.isEmpty ? .trimmed : whole
    let match = match(part, outcome, changes)
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
  private func wideCuts(in comparison: Comparison) -> [Int] {
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
    let others = comparison.source[cut].count { word in speaker(word).map { $0 != own } ?? false }
    return others > Self.interjection
  }

  private func apart(_ part: Part, at cuts: [Int]) -> Candidate? {
    let bounds = [0] + cuts + [part.words.count]
    let ranges = zip(bounds, bounds.dropFirst()).map { $0..<$1 }
    let parts = ranges.compactMap { range -> Part? in
      let start = part.words.lowerBound
      let stretch = stretch(beside: range, in: part.comparison)
      return self.part(start + range.lowerBound..<start + range.upperBound, stretch)
    }
    return parts.count == ranges.count ? joined(parts) : nil
  }

  /// The words of the source beside some words of the quotation.
  private func stretch(beside range: Range<Int>, in comparison: Comparison) -> [SourceWord] {
    let partners = range.compactMap { comparison.partners[$0] }
    guard let first = partners.first, let last = partners.last else { return [] }
    return Array(comparison.source[first...last])
  }

  private func joined(_ parts: [Part]) -> Candidate {
    let changes = parts.flatMap { MeaningReading(words, $0.comparison).changes }.sorted()
    let matches = parts.map { match($0, .stitched, MeaningReading(words, $0.comparison).changes) }
    let count = parts.reduce(0) { $0 + $1.words.count }
    let score = zip(parts, matches).reduce(0) {
      $0 + $1.1.score * Double($1.0.words.count) / Double(max(count, 1))
    }
    return Candidate(
      outcome: .stitched, meaningChanges: changes, score: max(score - Self.priceOfStitching, 0),
      matches: matches)
  }

  private static let priceOfStitching = 0.02

  // MARK: Parts from different places

  /// Fewer words than this are no part of their own.
  private static let shortestPart = 3
  /// Fewer words than this beside a part are changed words, not another part.
  private static let shortestRest = 5
  /// The share of a part's weight that is said where it comes from.
  private static let leastSaid = 0.8

  /// The quotation put together of parts that stand in different stretches, or in another order; nil when
  /// one stretch has most of it.
  private func stitched(_ parts: [Part], _ stretches: [[SourceWord]]) -> Candidate? {
    guard
      let base = parts.max(by: { $0.evidence.share < $1.evidence.share }),
      let solid = solidRange(of: base.comparison),
      let kept = part(solid, stretch(beside: solid, in: base.comparison)),
      kept.evidence.share >= Self.leastSaid
    else { return nil }
    var found = [kept]
    for rest in [0..<solid.lowerBound, solid.upperBound..<entry.words.count] where !rest.isEmpty {
      guard rest.count >= Self.shortestRest, let other = best(rest, stretches) else { return nil }
      found.append(other)
    }
    found.sort { $0.words.lowerBound < $1.words.lowerBound }
    guard found.count > 1, !isOneSentence(found) else { return nil }
    return joined(found)
  }

  /// From the first to the last run of words that stand together in both.
  private func solidRange(of comparison: Comparison) -> Range<Int>? {
    var runs: [Range<Int>] = []
    for place in comparison.quoted.indices where comparison.isSaid[place] {
      guard let partner = comparison.partners[place] else { continue }
      if let last = runs.last, last.upperBound == place,
        comparison.partners[place - 1] == partner - 1
      {
        runs[runs.count - 1] = last.lowerBound..<place + 1
      } else {
        runs.append(place..<place + 1)
      }
    }
    let solid = runs.filter { $0.count >= Self.shortestPart }
    guard let longest = solid.max(by: { $0.count < $1.count }) else { return nil }
    return extended(longest, by: solid, in: comparison)
  }

  /// The longest run with the others near it, as far as few words between them differ.
  private func extended(
    _ longest: Range<Int>, by runs: [Range<Int>], in comparison: Comparison
  ) -> Range<Int> {
    runs.reduce(longest) { range, run in
      let joined = min(range.lowerBound, run.lowerBound)..<max(range.upperBound, run.upperBound)
      let said = joined.count { comparison.isSaid[$0] }
      return Double(said) >= Self.leastSaid * Double(joined.count) ? joined : range
    }
  }

  private func best(_ range: Range<Int>, _ stretches: [[SourceWord]]) -> Part? {
    stretches.compactMap { part(range, $0) }
      .filter { $0.evidence.share >= Self.leastSaid && ($0.evidence.isFound || isTelling($0)) }
      .max { $0.evidence.share < $1.evidence.share }
  }

  /// Whether a part that is too short to be found by itself is there word by word.
  private func isTelling(_ part: Part) -> Bool {
    part.evidence.isWhole && !part.comparison.differences.contains { $0.kind == .leftOut }
  }

  /// Whether all parts come from one sentence, whose words only changed their places.
  private func isOneSentence(_ parts: [Part]) -> Bool {
    let spans = parts.map { span(of: $0.comparison) }
    guard let first = spans.first else { return true }
    let all = spans.dropFirst().reduce(first) { $0.union($1) }
    let text = article.text.string(in: all)
    let ends = zip(text, text.dropFirst()).contains { ".?!\n".contains($0) && $1.isWhitespace }
    return !ends && all.count < 600 || all.count < Self.oneStretch
  }

  /// Parts within so many bytes, some forty words, are one stretch.
  private static let oneStretch = 240

  private func span(of comparison: Comparison) -> TextSpan {
    let words = comparison.source[comparison.extent]
    return TextSpan((words.first?.start ?? 0)..<(words.last?.end ?? 0))
  }

  // MARK: What is told

  private func match(
    _ part: Part, _ outcome: QuotationOutcome, _ changes: [MeaningChange]
  ) -> SourceMatch {
    let span = span(of: part.comparison)
    let maker = MatchMaker(article: article, source: number)
    var match = maker.match(span, outcome, changes)
    match.difference = DifferencePieces(words, part.comparison).pieces
    match.score = outcome == .verbatim ? 1 : score(part)
    let speakers = SpeakerComparison(quotation.speakerNames, in: article.structure.turns)
    if outcome != .stitched, speakers.isOther(match.speaker) {
      if outcome != .altered { match.outcome = .anotherSpeaker }
      match.score = max(match.score - Self.priceOfOtherSpeaker, 0)
    }
    return match
  }

  private static let priceOfOtherSpeaker = 0.15

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
