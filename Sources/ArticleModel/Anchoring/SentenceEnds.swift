// Where sentences begin and end, as far as a few words around a passage can tell.

/// Ends of sentences and of lines.
enum SentenceEnds {
  /// Where the last sentence or line of a text begins; its end when it ends with one. `next` is what
  /// follows the text.
  static func sentenceStart(in text: String, before next: some StringProtocol) -> String.Index {
    let goesOn = next.first { !$0.isWhitespace && !closers.contains($0) }?.isLowercase ?? false
    var start = text.startIndex
    var isEnded = false
    for index in text.indices {
      let character = text[index]
      if character.isNewline {
        let isLast = text.index(after: index) == text.endIndex
        if !isEnded, isLast ? goesOn : isWrapped(at: index, in: text) { continue }
        (start, isEnded) = (text.index(after: index), false)
      } else if enders.contains(character) {
        isEnded = isEnded || character != "." || !isAbbreviation(text[start..<index])
      } else if isEnded, character.isWhitespace {
        let rest = text[index...]
        guard rest.contains(where: { !$0.isWhitespace }) ? !isSmall(rest) : !goesOn else {
          continue
        }
        (start, isEnded) = (index, false)
      } else if !closers.contains(character) {
        if isEnded, wide.contains(text[text.index(before: index)]) { start = index }
        isEnded = false
      }
    }
    return isEnded && !goesOn ? text.endIndex : start
  }

  /// Where the first sentence or line of a text ends.
  static func sentenceEnd(in text: String) -> String.Index {
    var isEnded = false
    for index in text.indices {
      let character = text[index]
      if character.isNewline {
        guard !isEnded, isWrapped(at: index, in: text) else { return index }
        continue
      }
      if isEnded, character.isWhitespace, !isSmall(text[index...]) { return index }
      if enders.contains(character) {
        isEnded = isEnded || character != "." || !isAbbreviation(text[..<index])
      } else if !closers.contains(character), !character.isWhitespace {
        if isEnded, wide.contains(text[text.index(before: index)]) { return index }
        isEnded = false
      }
    }
    return text.endIndex
  }

  /// Whether a line end is within a sentence: the next line goes on with a small letter.
  private static func isWrapped(at index: String.Index, in text: String) -> Bool {
    let next = text.index(after: index)
    return next < text.endIndex && !text[next].isNewline && isSmall(text[next...])
  }

  /// Where the line before a place begins that stands at the start of a line, when that line ends without
  /// the end of a sentence, as a label above a row of a list does; else the place itself.
  static func labelStart(before place: String.Index, in text: String) -> String.Index {
    let head = text[..<place]
    guard head.last?.isNewline == true else { return place }
    let line = head.dropLast().lastIndex(where: \.isNewline).map { text.index(after: $0) }
    let start = line ?? text.startIndex
    let label = String(text[start..<place].dropLast())
    let isLabel = (1...longestLabel).contains(label.count) && !endsSentence(label)
    return isLabel ? start : place
  }

  /// Longer lines, in characters, are no labels, nor lines that were wrapped by hand.
  private static let longestLabel = 100

  /// Whether words end with the end of a sentence.
  static func endsSentence(_ words: String) -> Bool {
    words.reversed().first { !closers.contains($0) && !$0.isWhitespace }.map(enders.contains)
      ?? true
  }

  /// Whether a sentence goes on behind its closing quotation mark, as in: “No.” said the mayor.
  static func goesOn(_ suffix: String) -> Bool {
    suffix.prefix { !$0.isNewline }.first { $0.isLetter }?.isLowercase ?? false
  }

  /// Whether the next letter is a small one, so that no sentence begins there.
  private static func isSmall(_ rest: Substring) -> Bool {
    let next = rest.first { !$0.isWhitespace && !closers.contains($0) }
    return next?.isLowercase ?? false
  }

  /// Whether the full stop behind a text belongs to an abbreviation.
  private static func isAbbreviation(_ text: Substring) -> Bool {
    let word = text.reversed().prefix { $0.isLetter || $0 == "." }
    return word.count == 1
      ? word.first?.isUppercase ?? false
      : abbreviations.contains(String(word.reversed()))
  }

  private static let abbreviations: Set<String> = [
    "Mr", "Mrs", "Ms", "Dr", "St", "Sen", "Rep", "Gov", "Gen", "Lt", "Col", "Capt", "Sgt", "Prof",
    "Rev", "Hon", "Jr", "Sr", "Inc", "Corp", "Ltd", "No", "vs", "Jan", "Feb", "Aug", "Sept", "Oct",
    "Nov", "Dec", "U.S", "U.K", "U.N", "a.m", "p.m",
  ]
  private static let enders: Set<Character> = [".", "!", "?", "…", "。", "！", "？", "؟", "।", "۔"]
  /// Signs that end a sentence with no blank behind them.
  private static let wide: Set<Character> = ["。", "！", "？"]
  private static let closers: Set<Character> = [
    "\"", "'", "“", "”", "‘", "’", "«", "»", "„", "‹", "›", ")", "]", "」", "』",
  ]
}
