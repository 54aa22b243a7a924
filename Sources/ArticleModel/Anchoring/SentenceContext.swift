// The words of its own sentence that stand beside a passage. A twin of the passage in another sentence, or
// in another row of a list, has others there; and a “not” that was put there makes another statement of it.
//
//   Brandt said: ⟦“No comment.”⟧ The port is closed.
//   ~~~~~~~~~~~                   the next sentence may come and go

/// What a passage's own sentence says before and after it.
struct SentenceContext {
  private let passage: Passage
  private let before: SentenceSide
  private let after: SentenceSide

  /// So many bytes of a text are looked at beyond those that the passage remembers.
  private static let slack = 160

  /// Takes the sentence's words from a passage as it was described.
  init(of passage: Passage) {
    self.passage = passage
    let isEnded = SentenceEnds.endsSentence(passage.exact) && !SentenceEnds.goesOn(passage.suffix)
    before = SentenceSide(
      before: passage.prefix, passage: passage.exact, startsText: Self.startsText(passage))
    after = SentenceSide(after: passage.suffix, isEnded: isEnded)
  }

  /// Whether the passage is a whole sentence, or several, as far as it remembers its surroundings.
  var isWhole: Bool { before.words.isEmpty && after.words.isEmpty }

  /// Whether the passage remembers everything from the beginning of the text.
  static func startsText(_ passage: Passage) -> Bool {
    guard let start = passage.position?.start.value, start <= passage.prefix.utf8.count else {
      return false
    }
    return start == passage.prefix.unicodeScalars.count
  }

  /// How the sentence around a place agrees with the one that the passage was in.
  enum Fit {
    /// Its words are there and no others, or some that change nothing.
    case kept(isUntouched: Bool)
    /// A word on one side is another one or gone, but the words further out are there on both sides.
    case edited
    /// The sentence says something else now.
    case changed(WordChange)
    /// It may be another sentence.
    case torn
  }

  /// Compares the sentence with the one around a place.
  func fit(at span: TextSpan, in text: ArticleText) -> Fit {
    let words = text.string(in: span)
    let isEnded =
      SentenceEnds.endsSentence(words)
      && !SentenceEnds.goesOn(text.string(in: TextSpan(span.end, span.end + 24)))
    let (start, end) = surroundings(of: span, in: text)
    let newBefore = SentenceSide(before: start, passage: words, startsText: false)
    let newAfter = SentenceSide(after: end, isEnded: isEnded)
    if !PassageEdges(of: passage).agree(with: PassageEdges(at: span, in: text)) {
      return change(newBefore, words, newAfter).map { .changed($0) } ?? .torn
    }
    let sides = [before.changes(to: newBefore), after.changes(to: newAfter)]
    let changes = sides.joined()
    if changes.isEmpty { return .kept(isUntouched: true) }
    let isGrave = changes.contains {
      $0.gone.contains(where: MeaningWords.isGrave)
        || $0.come.contains(where: MeaningWords.takesBack)
    }
    let missing = changes.flatMap(\.gone)
    if isGrave || measuresOtherwise(sides, newBefore, newAfter) || (isWhole && missing.isEmpty) {
      return change(newBefore, words, newAfter).map { .changed($0) } ?? .torn
    }
    if missing.isEmpty { return .kept(isUntouched: false) }
    return missing.count == 1 && hasEnds(start, end) ? .edited : .torn
  }

  /// Whether a number at an edge of the passage counts something else now, or says another number with what
  /// was put beside it: “12” has become “over 12”, or “12 million”.
  private func measuresOtherwise(
    _ sides: [[SentenceSide.Change]], _ newBefore: SentenceSide, _ newAfter: SentenceSide
  ) -> Bool {
    let words = ComparedWord.words(of: passage.exact)
    let edges = [
      (words.first, before.words.last, newBefore.words.last),
      (words.last, after.words.first, newAfter.words.first),
    ]
    return zip(sides, edges).contains { changes, edge in
      let (word, old, new) = edge
      guard let word, Self.isMeasure(word) else { return false }
      return changes.contains { change in
        change.gone.contains { $0.range == old?.range }
          || change.come.contains { $0.range == new?.range && Self.isMeasure($0) }
      }
    }
  }

  private static func isMeasure(_ word: ComparedWord) -> Bool {
    let kind = MeaningWords.kind(of: word)
    return kind == .number || kind == .quantity
  }

  /// The difference between the whole sentence as it was and as it is.
  private func change(
    _ newBefore: SentenceSide, _ words: String, _ newAfter: SentenceSide
  ) -> WordChange? {
    let (start, newStart) = before.alignedTexts(with: newBefore)
    let (end, newEnd) = after.alignedTexts(with: newAfter)
    return WordChange(from: start + passage.exact + end, to: newStart + words + newEnd)
  }

  /// The text beside a place, somewhat more of it than the passage remembers.
  private func surroundings(
    of span: TextSpan, in text: ArticleText
  ) -> (before: String, after: String) {
    let start = text.roundedToGraphemes(
      TextSpan(span.start - passage.prefix.utf8.count - Self.slack, span.start))
    let end = text.roundedToGraphemes(
      TextSpan(span.end, span.end + passage.suffix.utf8.count + Self.slack))
    return (
      text.string(in: TextSpan(start.start, span.start)),
      text.string(in: TextSpan(span.end, end.end))
    )
  }

  // MARK: Far ends

  /// So many words at the far ends of its context show that a place is the passage's.
  private static let endLength = 3

  private func hasEnds(_ before: String, _ after: String) -> Bool {
    let first = ComparedWord.words(of: passage.prefix).prefix(Self.endLength)
    let last = ComparedWord.words(of: passage.suffix).suffix(Self.endLength)
    return Self.hasEnd(first, in: before) && Self.hasEnd(last, in: after)
  }

  /// Whether the words at the far end of a context stand side by side in a text.
  private static func hasEnd(_ end: some Collection<ComparedWord>, in text: String) -> Bool {
    let keys = end.map(\.key)
    let others = ComparedWord.words(of: text).map(\.key)
    return keys.isEmpty || others.firstRange(of: keys) != nil
  }
}
