// The words of its own sentence that stand beside a passage. A twin of the passage in another sentence, or
// in another row of a list, has others there.
//
//   Brandt said: ⟦“No comment.”⟧ The port is closed.
//   ~~~~~~~~~~~                   the next sentence may come and go

/// What a passage's own sentence says before and after it.
struct SentenceContext {
  /// The words before the passage, the first one first.
  let before: [ComparedWord]
  /// The words after it.
  let after: [ComparedWord]

  /// So many code points of a text are looked at for each one that the passage remembers.
  private static let slack = 3
  /// So many words at the far ends of its context show that a place is the passage's.
  private static let endLength = 3

  /// Takes the sentence's words from a passage as it was described.
  init(of passage: Passage) {
    before = ComparedWord.words(of: Self.sentenceEnd(of: passage.prefix))
    after =
      Self.endsSentence(passage.exact) && !Self.goesOn(passage.suffix)
      ? [] : ComparedWord.words(of: Self.sentenceStart(of: passage.suffix))
  }

  /// Whether the passage is a whole sentence, or several.
  var isWhole: Bool { before.isEmpty && after.isEmpty }

  /// How the sentence around a place agrees with the one that the passage was in.
  enum Fit {
    /// Its words are all there, in their order; others may have been put between them.
    case kept
    /// A word on one side is another one or gone, but the words further out are there on both sides.
    case edited
    /// It may be another sentence.
    case torn
  }

  /// Compares the sentence with the one around a place.
  func fit(at span: TextSpan, _ passage: Passage, in text: ArticleText) -> Fit {
    if isWhole { return .kept }
    let (before, after) = Self.surroundings(of: span, passage, in: text)
    let missing =
      Self.missing(self.before, in: ComparedWord.words(of: Self.sentenceEnd(of: before)))
      + Self.missing(self.after, in: ComparedWord.words(of: Self.sentenceStart(of: after)))
    if missing.isEmpty { return .kept }
    // What tells twins apart is a name or a number, mostly.
    let isOrdinary = missing.count == 1 && MeaningWords.kind(of: missing[0]) == nil
    let hasEnds =
      Self.hasEnd(ComparedWord.words(of: passage.prefix).prefix(Self.endLength), in: before)
      && Self.hasEnd(ComparedWord.words(of: passage.suffix).suffix(Self.endLength), in: after)
    return isOrdinary && hasEnds ? .edited : .torn
  }

  /// The text beside a place, somewhat more of it than the passage remembers.
  private static func surroundings(
    of span: TextSpan, _ passage: Passage, in text: ArticleText
  ) -> (before: String, after: String) {
    let start = text.roundedToGraphemes(
      TextSpan(span.start - slack * passage.prefix.utf8.count, span.start))
    let end = text.roundedToGraphemes(
      TextSpan(span.end, span.end + slack * passage.suffix.utf8.count))
    return (text.string(in: start), text.string(in: end))
  }

  /// Those of `words` that are not among `others`, when these are gone through in order.
  private static func missing(
    _ words: [ComparedWord], in others: [ComparedWord]
  ) -> [ComparedWord] {
    var rest = others[...]
    return words.filter { word in
      guard let place = rest.firstIndex(where: { Spelling.agrees(word, $0) }) else { return true }
      rest = rest[(place + 1)...]
      return false
    }
  }

  /// Whether the words at the far end of a context stand side by side in a text.
  private static func hasEnd(_ end: some Collection<ComparedWord>, in text: String) -> Bool {
    let keys = end.map(\.key)
    let others = ComparedWord.words(of: text).map(\.key)
    return keys.isEmpty || others.firstRange(of: keys) != nil
  }

  // MARK: Where sentences begin and end

  /// What is left of a text behind its last sentence end or line end.
  private static func sentenceEnd(of text: String) -> String {
    var start = text.startIndex
    var isEnded = false
    for index in text.indices {
      let character = text[index]
      if character.isNewline {
        (start, isEnded) = (text.index(after: index), false)
      } else if enders.contains(character) {
        isEnded = true
      } else if isEnded, character.isWhitespace {
        (start, isEnded) = (index, false)
      } else if !closers.contains(character) {
        isEnded = false
      }
    }
    return isEnded ? "" : String(text[start...])
  }

  /// A text up to its first sentence end or line end.
  private static func sentenceStart(of text: String) -> String {
    var isEnded = false
    for index in text.indices {
      let character = text[index]
      if character.isNewline || (isEnded && character.isWhitespace) {
        return String(text[..<index])
      }
      if enders.contains(character) {
        isEnded = true
      } else if !closers.contains(character) {
        isEnded = false
      }
    }
    return text
  }

  private static func endsSentence(_ words: String) -> Bool {
    words.reversed().first { !closers.contains($0) && !$0.isWhitespace }.map(enders.contains)
      ?? true
  }

  /// Whether a sentence goes on behind its closing quotation mark, as in: “No.” said the mayor.
  private static func goesOn(_ suffix: String) -> Bool {
    suffix.prefix { !$0.isNewline }.first { $0.isLetter }?.isLowercase ?? false
  }

  private static let enders: Set<Character> = [".", "!", "?", "…", "。", "！", "？"]
  private static let closers: Set<Character> = [
    "\"", "'", "“", "”", "‘", "’", "«", "»", "„", "‹", "›", ")", "]",
  ]
}
