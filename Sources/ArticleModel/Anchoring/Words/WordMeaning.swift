// What single words decide, for those who compare what was said with what was written.

/// Words that turn a statement into another one, and spellings of one word.
package enum WordMeaning {
  /// The words of a text that decide what it says, in order: negations, numbers, names and the like.
  package static func deciding(
    in text: String, startsSentence: Bool
  ) -> [(kind: WordChange.Kind, word: String)] {
    ComparedWord.words(of: text, startsSentence: startsSentence).compactMap { word in
      MeaningWords.kind(of: word).map { ($0, String(text[word.range])) }
    }
  }

  /// Whether two words in small letters are one word by British and by American custom.
  package static func isOneWord(_ a: String, _ b: String) -> Bool {
    SpellingCustom.american(a) == SpellingCustom.american(b)
      && (KnownWords.contains(a) || KnownWords.contains(b))
  }
}
