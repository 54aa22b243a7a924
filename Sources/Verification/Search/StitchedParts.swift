// Quotations that were put together of parts from places apart.

import ArticleModel

/// What it takes to be a part of a quotation that was put together.
enum StitchedPart {
  /// Fewer words than this are no part of their own, unless they are a sentence.
  static let shortest = 5
  /// Fewer words than this are none even then.
  static let shortestSentence = QuotationIndex.Entry.shortestSentence
  /// The share of a part's weight that is said where it comes from.
  static let leastSaid = 0.8
  /// The bits beyond chance of a part that is cut out of a sentence, and of whole sentences.
  static let (ofFragment, ofSentence) = (6.0, 1.0)
}

extension QuotationMatcher {
  // MARK: Parts

  /// Whether words of the quotation may have been taken from a place by themselves.
  func isPart(_ part: Part) -> Bool {
    guard part.evidence.share >= StitchedPart.leastSaid else { return false }
    if isOfSentences(part.words) {
      return part.words.count >= StitchedPart.shortestSentence
        && part.evidence.bits >= StitchedPart.ofSentence
    }
    return part.words.count >= StitchedPart.shortest && part.evidence.isWhole
      && part.evidence.bits >= StitchedPart.ofFragment
  }

  /// Whether words begin and end with sentences of the quotation, or at a mark that says that some were left out.
  private func isOfSentences(_ range: Range<Int>) -> Bool {
    let opens = range.lowerBound == 0 || entry.isBound(range.lowerBound)
    return opens && (range.upperBound == entry.words.count || entry.isBound(range.upperBound))
  }

  /// Each sentence of the quotation that the source has, by its number; to be put together with those that other
  /// sources have.
  func sentences(
    beside candidates: [Candidate], _ stretches: [[SourceWord]]
  ) -> [Int: Candidate] {
    let ranges = entry.sentences
    let isWhole = candidates.contains { $0.outcome != .altered }
    guard ranges.count > 1, !isWhole else { return [:] }
    var found: [Int: Candidate] = [:]
    for (number, range) in ranges.enumerated() {
      guard let part = best(range, stretches) else { continue }
      let changes = MeaningReading(words, part.comparison).changes
      let match = match(part, .stitched, changes)
      found[number] = Candidate(
        outcome: .stitched, meaningChanges: changes, score: match.score, matches: [match])
    }
    return found
  }

  // MARK: Putting together

  /// The quotation put together of parts that stand in different stretches, or in another order; nil when
  /// one stretch has most of it.
  func stitched(_ parts: [Part], _ stretches: [[SourceWord]]) -> Candidate? {
    guard let base = parts.max(by: { $0.evidence.share < $1.evidence.share }) else { return nil }
    guard let found = bySentences(base, stretches) ?? byFragments(base, stretches),
      found.count > 1
    else { return nil }
    return isOneStretch(found) ? together(base, asReordered: true) : joined(found)
  }

  /// A part for each sentence; nil when the stretch that has most of the quotation has most of each, too.
  private func bySentences(_ base: Part, _ stretches: [[SourceWord]]) -> [Part]? {
    let ranges = entry.sentences
    guard ranges.count > 1 else { return nil }
    let isTogether = ranges.allSatisfy { range in
      let own = range.filter { !base.comparison.quoted[$0].isWriters }
      let said = own.count { base.comparison.isSaid[$0] }
      return Double(said) >= Self.mostlySaid * Double(own.count)
    }
    if isTogether { return nil }
    let parts = ranges.compactMap { best($0, stretches) }
    return parts.count == ranges.count ? merged(parts) : nil
  }

  /// A sentence of which less is said in a stretch was not taken from it.
  private static let mostlySaid = 0.9

  /// Parts of sentences that follow each other in the source as well, as one.
  private func merged(_ parts: [Part]) -> [Part] {
    parts.reduce(into: []) { kept, part in
      if let last = kept.last, follows(last, part),
        let both = self.part(
          last.words.lowerBound..<part.words.upperBound,
          reader.words(
            from: span(of: last.comparison).start.value - 1,
            to: span(of: part.comparison).end.value + 1)), wideCuts(in: both.comparison).isEmpty
      {
        kept[kept.count - 1] = both
      } else {
        kept.append(part)
      }
    }
  }

  private func follows(_ first: Part, _ second: Part) -> Bool {
    let (a, b) = (span(of: first.comparison), span(of: second.comparison))
    return b.start >= a.end && b.start - a.end < Self.oneStretch
  }

  /// A stretch that lacks fewer words than this has the sentence, with words that were changed.
  private static let leastUnsaid = 3

  /// The part of a sentence that one stretch has, and the rest from other places.
  private func byFragments(_ base: Part, _ stretches: [[SourceWord]]) -> [Part]? {
    guard let solid = solidRange(of: base.comparison),
      let kept = part(solid, stretch(beside: solid, in: base.comparison)), isPart(kept)
    else { return nil }
    let unsaid = entry.words.indices.count {
      !solid.contains($0) && !base.comparison.isSaid[$0] && !entry.words[$0].isWriters
    }
    guard unsaid >= Self.leastUnsaid else { return nil }
    var found = [kept]
    for rest in [0..<solid.lowerBound, solid.upperBound..<entry.words.count] where !rest.isEmpty {
      guard let other = best(rest, stretches) else { return nil }
      found.append(other)
    }
    return found.sorted { $0.words.lowerBound < $1.words.lowerBound }
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
    let solid = runs.filter { $0.count >= StitchedPart.shortestSentence }
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
      return Double(said) >= StitchedPart.leastSaid * Double(joined.count) ? joined : range
    }
  }

  /// The place that some words of the quotation may have been taken from.
  private func best(_ range: Range<Int>, _ stretches: [[SourceWord]]) -> Part? {
    stretches.compactMap { part(range, $0) }.filter(isPart)
      .max { ($0.evidence.share, $0.evidence.bits) < ($1.evidence.share, $1.evidence.bits) }
  }

  /// Parts within so many bytes, some forty words, are one stretch.
  private static let oneStretch = 240

  /// Whether all parts come from one sentence or few of one turn, and only changed their places.
  private func isOneStretch(_ parts: [Part]) -> Bool {
    let spans = parts.map { span(of: $0.comparison) }
    guard let first = spans.first, zip(spans, spans.dropFirst()).contains(where: { $0 > $1 }) else {
      return false
    }
    guard Set(spans.map { article.structure.turn(at: $0.start) }).count == 1 else { return false }
    let all = spans.dropFirst().reduce(first) { $0.union($1) }
    let text = article.text.string(in: all)
    let ends = zip(text, text.dropFirst()).contains { ".?!\n".contains($0) && $1.isWhitespace }
    return !ends && all.count < 600 || all.count < Self.oneStretch
  }

  // MARK: What is told

  func joined(_ parts: [Part]) -> Candidate {
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
}
