// Whether a place where the words stand is the passage: the same statement, in its own sentence, and no twin
// or quotation of it.

extension AnchorSearch {
  /// Several sentences at least this long in bytes are written once only.
  private static let unrepeatedLength = 120

  /// The anchor at a place: a sure one when it says what the passage said, in the passage's own sentence.
  /// `isOnly` says that the words stand nowhere else, so that one word beside them may be another one.
  func settled(
    _ candidate: AnchorCandidate, _ passage: Passage, isOnly: Bool,
    as state: Anchor.State = .moved
  ) -> Anchor {
    let span = candidate.span
    var isSure = false
    switch SentenceContext(of: passage).fit(at: span, in: text) {
    case .kept(let isUntouched):
      let isInContext =
        SentenceContext(of: passage).isWhole ? candidate.hasNeighbour : candidate.isInContext
      isSure = isInContext || !candidate.hasContext || (isUntouched && hasMovedAlong(passage))
    case .edited: isSure = isOnly
    case .changed(let change):
      return Anchor(.uncertain, span, score: candidate.quote, change: change)
    case .torn: break
    }
    if let change = change(of: passage, at: span) {
      return Anchor(.uncertain, span, score: candidate.quote, change: change)
    }
    return Anchor(isSure ? state : .uncertain, span, score: candidate.quote)
  }

  /// How the words at a place differ from those of the passage; nil when they say the same.
  private func change(of passage: Passage, at span: TextSpan) -> WordChange? {
    if ByteSearch.matches(passage.exact, in: text, at: span.start),
      span.count == passage.exact.utf8.count
    {
      return nil
    }
    return WordChange(from: passage.exact, to: text.string(in: withQuotationMarks(span)))
  }

  /// The span with the quotation marks that touch it.
  private func withQuotationMarks(_ span: TextSpan) -> TextSpan {
    func isMark(_ character: TextSpan) -> Bool {
      guard let scalar = text.string(in: character).unicodeScalars.first else { return false }
      return [.quotation, .apostrophe].contains(WordSign(scalar))
    }
    let start = text.graphemeStart(before: span.start)
    let end = text.graphemeEnd(after: span.end)
    return TextSpan(
      isMark(TextSpan(start, span.start)) ? start : span.start,
      isMark(TextSpan(span.end, end)) ? end : span.end)
  }

  /// Whether words that have left all their neighbours are still known: by the rest of their sentence, or
  /// because nobody writes so much twice.
  private func hasMovedAlong(_ passage: Passage) -> Bool {
    guard SentenceContext(of: passage).isWhole else { return true }
    let words = passage.exact
    return words.utf8.count >= Self.unrepeatedLength
      && SentenceEnds.sentenceEnd(in: words) < words.index(before: words.endIndex)
  }

  /// Whether other words of the same kind stand where the passage was, between its neighbours: then those
  /// are the passage, and its words elsewhere are quoted there, perhaps by a note of correction.
  func isRewritten(_ passage: Passage, besides span: TextSpan) -> Bool {
    let head = Array(
      passage.prefix.utf8.suffix(Self.tellingLength).drop(while: \.isUTF8Continuation))
    let tail = Array(passage.suffix.utf8.prefix(Self.tellingLength))
    guard min(head.count, tail.count) >= Self.tellingLength / 2 else { return false }
    return ByteSearch.places(of: head, in: text, limit: 8).contains { place in
      let start = place + head.count
      guard !TextSpan(start, start + 1).overlaps(span) else { return false }
      let area = TextSpan(start, start + 2 * passage.exact.utf8.count + 64 + tail.count)
      guard let end = ByteSearch.places(of: tail, in: text, within: area, limit: 1).first else {
        return false
      }
      return WordComparison.share(of: passage.exact, in: text.string(in: TextSpan(start, end)))
        >= 0.5
    }
  }
}
