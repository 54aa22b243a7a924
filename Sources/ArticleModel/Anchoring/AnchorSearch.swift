// The search for one passage after another in a text. What costs time, folding and indexing the text, is
// done once and only when passages need it.

/// A search for passages in one article.
struct AnchorSearch {
  /// More places than this where the words stand are not looked at one by one.
  private static let mostPlaces = 64
  /// Words at least this long in bytes that stand in one place only are found without their context.
  static let tellingLength = 24
  /// So many places are compared when the words were changed.
  private static let mostGuesses = 4
  /// After so many passages that are not in their place an index pays off.
  private static let mostScans = 8
  /// Longer texts, in bytes, are not indexed: there, words that were changed are not looked for.
  private static let longestIndexed = 16 << 20

  let text: ArticleText
  /// Whether the sidecar was last written beside this very text.
  private let isUnchanged: Bool
  /// Whether the text was made of a document with markup, in which passages may have been marked.
  private let hadMarkup: Bool
  private var folded: FoldedText?
  private var index: WordIndex?
  private var scans = 0

  init(_ article: Article, isUnchanged: Bool = false) {
    text = article.text
    self.isUnchanged = isUnchanged
    hadMarkup = article.metadata.extractor.map { $0.name != "plain text" } ?? false
  }

  /// Finds a passage: in the words that a reader confirmed, else in its own. What is asked about is told
  /// against the words that were confirmed.
  mutating func anchor(of passage: Passage) -> Anchor {
    let anchor = anchorWithMarkup(of: passage)
    guard hadMarkup, anchor.state != .exact else { return anchor }
    // Marks on the source of a page have markup in their words, or around them.
    for notation in MarkupStripping.Notation.allCases {
      guard let stripped = MarkupStripping.stripped(passage, of: notation),
        !anchor.isSure || stripped.exact != passage.exact
      else { continue }
      let found = search(for: stripped)
      if found.isSure, let span = found.span, isInContext(span, stripped) {
        return Anchor(.moved, span, score: found.score)
      }
    }
    return anchor
  }

  /// Whether a place has the surroundings of a passage on both sides, or on one of which enough is
  /// remembered.
  private func isInContext(_ span: TextSpan, _ passage: Passage) -> Bool {
    let candidate = candidate(span, passage)
    let before = passage.prefix.utf8.count < Self.tellingLength ? nil : candidate.prefix
    let after = passage.suffix.utf8.count < Self.tellingLength ? nil : candidate.suffix
    return candidate.isBetweenContexts
      || max(before ?? 0, after ?? 0) >= AnchorCandidate.similarContext
  }

  private mutating func anchorWithMarkup(of passage: Passage) -> Anchor {
    guard let confirmed = passage.inConfirmedWords else { return search(for: passage) }
    if let anchor = confirmedInPlace(confirmed, passage) { return anchor }
    let anchor = search(for: confirmed)
    if anchor.isSure { return anchor }
    let own = search(for: passage)
    return own.isSure || anchor.span == nil ? own : anchor
  }

  /// Confirmed words without a record of their surroundings, in the text in which they were confirmed.
  private func confirmedInPlace(_ confirmed: Passage, _ passage: Passage) -> Anchor? {
    guard isUnchanged, passage.confirmation == nil, let position = passage.position else {
      return nil
    }
    let start = text.byteOffset(of: position.start)
    guard ByteSearch.matches(confirmed.exact, in: text, at: start) else { return nil }
    return Anchor(.exact, TextSpan(start, start + confirmed.exact.utf8.count), score: 1)
  }

  /// Finds a passage in its own words.
  private mutating func search(for passage: Passage) -> Anchor {
    guard !passage.exact.isEmpty else {
      guard let position = passage.position, position.end.value <= text.codePointCount else {
        return .orphan
      }
      return Anchor(.uncertain, text.textSpan(of: position), score: 0)
    }
    if let anchor = anchorInPlace(passage) { return anchor }
    scans += 1
    if scans <= Self.mostScans, let anchor = anchorByScanning(passage) { return anchor }
    guard text.count <= Self.longestIndexed else {
      return anchorByScanning(passage) ?? decide(foldedScan(passage), passage) ?? .orphan
    }
    return anchorByIndex(passage)
  }

  // MARK: In its place

  /// The words where they were, when their surroundings are theirs too.
  private func anchorInPlace(_ passage: Passage) -> Anchor? {
    guard let position = passage.position else { return nil }
    let start = text.byteOffset(of: position.start)
    guard ByteSearch.matches(passage.exact, in: text, at: start) else { return nil }
    let span = TextSpan(start, start + passage.exact.utf8.count)
    let prefix = passage.prefix
    if ByteSearch.matches(prefix, in: text, at: start - prefix.utf8.count),
      ByteSearch.matches(passage.suffix, in: text, at: span.end), hasEdges(span, passage)
    {
      return Anchor(.exact, span, score: 1)
    }
    let candidate = candidate(span, passage)
    guard candidate.isInContext || !candidate.hasContext else { return nil }
    let anchor = settled(candidate, passage, isOnly: false, as: .exact)
    return anchor.isSure ? anchor : nil
  }

  /// Whether a place that has the remembered surroundings begins and ends where the words do. Only at the
  /// beginning and the end of a text is that not told by the surroundings.
  private func hasEdges(_ span: TextSpan, _ passage: Passage) -> Bool {
    !passage.prefix.isEmpty && !passage.suffix.isEmpty
      || PassageEdges(of: passage).agree(with: PassageEdges(at: span, in: text))
  }

  // MARK: By reading through the text

  /// The words as they were, with all of their context or told apart by it; nil when that decides
  /// nothing.
  private func anchorByScanning(_ passage: Passage) -> Anchor? {
    let exact = Array(passage.exact.utf8)
    let prefix = Array(passage.prefix.utf8)
    let whole = prefix + exact + Array(passage.suffix.utf8)
    if whole.count > exact.count {
      let inContext = ByteSearch.places(of: whole, in: text, limit: 2)
      if inContext.count == 1 {
        let start = inContext[0] + prefix.count
        let span = TextSpan(start, start + exact.count)
        let isKnown =
          (inContext[0] == .zero || !SentenceContext.startsText(passage)) && hasEdges(span, passage)
        return isKnown
          ? Anchor(.moved, span, score: 1)
          : settled(candidate(span, passage), passage, isOnly: true)
      }
    }
    let places = ByteSearch.places(of: exact, in: text, limit: Self.mostPlaces)
    guard places.count < Self.mostPlaces else { return nil }
    let candidates = places.map { candidate(TextSpan($0, $0 + exact.count), passage) }
    return decide(candidates, passage).flatMap { $0.isSure ? $0 : nil }
  }

  private func candidate(_ span: TextSpan, _ passage: Passage) -> AnchorCandidate {
    let context = PassageContext(
      before: Array(passage.prefix.utf8), after: Array(passage.suffix.utf8))
    let similarities = text.withBytes { context.similarities(at: span.range, in: $0) }
    return AnchorCandidate(
      span, quote: 1, context: withEnds(similarities, span, passage), position: passage.position,
      in: text)
  }

  /// Where the passage was at the beginning or the end of its text, that is what it had beside it.
  private func withEnds(
    _ similarities: (before: Double?, after: Double?), _ span: TextSpan, _ passage: Passage
  ) -> (before: Double?, after: Double?) {
    var (before, after) = similarities
    if before == nil, passage.position?.start.value == 0, span.start == .zero { before = 1 }
    if after == nil, before != nil, span.end == text.end { after = 1 }
    return (before, after)
  }

  /// Chooses among places where the words stand; nil when there is none.
  private func decide(_ candidates: [AnchorCandidate], _ passage: Passage) -> Anchor? {
    let ranked = candidates.sorted { $0.score > $1.score }
    guard let best = ranked.first else { return nil }
    if ranked.count > 1, best.score - ranked[1].score < AnchorCandidate.clearLead {
      return Anchor(.ambiguous, score: best.quote)
    }
    let isTelling = passage.exact.utf8.count >= Self.tellingLength || !best.hasContext
    let anchor = settled(best, passage, isOnly: ranked.count == 1)
    let isFound = best.isInContext || (ranked.count == 1 && isTelling)
    guard anchor.isSure else { return anchor }
    let isLeft = !best.isBetweenContexts && isRewritten(passage, besides: best.span)
    return isFound && !isLeft ? anchor : Anchor(.uncertain, best.span, score: best.quote)
  }

  // MARK: But for typography

  private mutating func foldedText() -> FoldedText {
    if let folded { return folded }
    let folded = text.withBytes { FoldedText($0) }
    self.folded = folded
    return folded
  }

  private mutating func foldedScan(_ passage: Passage) -> [AnchorCandidate] {
    let folded = foldedText()
    let words = FoldedText(passage.exact).bytes
    let places = folded.bytes.withUnsafeBufferPointer { bytes in
      ByteSearch.places(of: words, in: bytes, limit: Self.mostPlaces)
    }
    let comparison = PassageComparison(of: passage, in: folded.bytes)
    return places.map { candidate($0..<$0 + words.count, 1, comparison, passage) }
  }

  private func candidate(
    _ range: Range<Int>, _ quote: Double, _ comparison: PassageComparison, _ passage: Passage
  ) -> AnchorCandidate {
    let span = span(range)
    return AnchorCandidate(
      span, quote: quote,
      context: withEnds(comparison.contextSimilarities(at: range), span, passage),
      position: passage.position, in: text)
  }

  /// The span of the text that a range of the folded text stands for.
  private func span(_ range: Range<Int>) -> TextSpan {
    guard let folded else { return TextSpan(range) }
    let start = folded.original(of: range.lowerBound)
    return text.roundedToGraphemes(
      TextSpan(ByteOffset(start), ByteOffset(max(start, folded.original(of: range.upperBound)))))
  }

  // MARK: By the index

  private mutating func anchorByIndex(_ passage: Passage) -> Anchor {
    let folded = foldedText()
    let index = self.index ?? WordIndex(folded)
    self.index = index
    let comparison = PassageComparison(of: passage, in: folded.bytes)
    let words = comparison.words
    if let places = index.places(of: words.indices, in: words), places.count == 1 {
      let start = places[0] + comparison.prefix.count
      let range = start..<start + comparison.pattern.count
      return settled(candidate(range, 1, comparison, passage), passage, isOnly: true)
    }
    let found = index.places(of: comparison.part, in: words)
    let candidates =
      found.map { places in
        places.map { candidate($0..<$0 + comparison.pattern.count, 1, comparison, passage) }
      } ?? foldedScan(passage)
    if candidates.count < Self.mostPlaces, let anchor = decide(candidates, passage),
      anchor.state != .uncertain
    {
      return anchor
    }
    return decideGuesses(guesses(passage, comparison, index), passage)
      ?? decide(candidates, passage) ?? .orphan
  }

  /// Places where words like those of the passage stand.
  private func guesses(
    _ passage: Passage, _ comparison: PassageComparison, _ index: WordIndex
  ) -> [AnchorCandidate] {
    let starts = index.likelyStarts(
      of: comparison.part, in: comparison.words, limit: Self.mostGuesses)
    var found: [AnchorCandidate] = []
    for match in starts.compactMap({ comparison.match(near: $0) }) {
      var candidate = candidate(match.range, match.similarity, comparison, passage)
      candidate.isComplete = match.isComplete
      let isKnown = found.contains {
        $0.span.overlaps(candidate.span) && $0.quote >= candidate.quote
      }
      guard !isKnown else { continue }
      found.removeAll { $0.span.overlaps(candidate.span) }
      found.append(candidate)
    }
    return found
  }

  /// Chooses among places where the words are not quite the same; nil when there is none.
  private func decideGuesses(_ candidates: [AnchorCandidate], _ passage: Passage) -> Anchor? {
    let ranked = candidates.filter { $0.quote >= 0.7 || $0.isComplete }
      .sorted { $0.score > $1.score }
    guard let best = ranked.first else { return nil }
    if ranked.count > 1, best.score - ranked[1].score < AnchorCandidate.clearLead {
      return Anchor(.ambiguous, score: best.quote)
    }
    let anchor = settled(best, passage, isOnly: ranked.count == 1)
    let isLong = best.span.count >= 2 * Self.tellingLength
    let isInContext = isLong ? best.isInContext : best.isBetweenContexts
    guard anchor.isSure, !isInContext else { return anchor }
    return Anchor(.uncertain, best.span, score: best.quote)
  }
}
