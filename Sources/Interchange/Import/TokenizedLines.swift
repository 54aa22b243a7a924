// The lines of a text and what white space separates in them, as slate counts it.

import ArticleModel

/// Words of lines, both counted from 0.
struct TokenRange: Hashable {
  /// A line, a word of it, a character of that word. Without a word the whole line is meant.
  struct Position: Hashable {
    var line: Int
    var word: Int?
    var character: Int?
  }

  /// The first.
  var first: Position
  /// The last, which belongs to it.
  var last: Position
}

/// The words of all lines of a text.
struct TokenizedLines {
  private let text: ArticleText
  /// For each line the words, in bytes.
  private let words: [[Range<Int>]]

  init(_ text: ArticleText) {
    self.text = text
    var lines: [[Range<Int>]] = [[]]
    var start: Int?
    var at = 0
    func close() {
      if let from = start { lines[lines.count - 1].append(from..<at) }
      start = nil
    }
    for scalar in text.string(in: text.span).unicodeScalars {
      if scalar.separatesWords {
        close()
        if scalar == "\n" { lines.append([]) }
      } else if start == nil {
        start = at
      }
      at += UTF8.width(scalar)
    }
    close()
    words = lines
  }

  /// Whether they begin or end at a character that its word does not have.
  func isBeyondWord(_ range: TokenRange) -> Bool {
    [range.first, range.last].contains { position in
      guard let word = word(position) else { return false }
      return position.character.map { character($0, of: word) == nil } ?? false
    }
  }

  /// Where they are; nil when the text has no such words. A character that a word does not have stands for the
  /// whole of it.
  func span(_ range: TokenRange) -> TextSpan? {
    guard let start = bytes(of: range.first)?.lowerBound,
      let end = bytes(of: range.last)?.upperBound, start < end
    else { return nil }
    return TextSpan(start..<end)
  }

  private func bytes(of position: TokenRange.Position) -> Range<Int>? {
    guard let word = word(position) else { return nil }
    return position.character.flatMap { character($0, of: word) } ?? word
  }

  /// The word, or the whole line, in bytes.
  private func word(_ position: TokenRange.Position) -> Range<Int>? {
    guard words.indices.contains(position.line) else { return nil }
    let line = words[position.line]
    if let word = position.word { return line.indices.contains(word) ? line[word] : nil }
    guard let first = line.first, let last = line.last else { return nil }
    return first.lowerBound..<last.upperBound
  }

  private func character(_ number: Int, of word: Range<Int>) -> Range<Int>? {
    let start = text.codePointOffset(of: ByteOffset(word.lowerBound)).value + number
    let span = text.textSpan(
      of: CodePointSpan(CodePointOffset(start), CodePointOffset(start + 1)))
    return word.contains(span.range.lowerBound) ? span.range : nil
  }
}

extension Unicode.Scalar {
  /// Whether Python's `str.split()` takes it for white space.
  fileprivate var separatesWords: Bool {
    properties.isWhitespace || ("\u{1C}"..."\u{1F}").contains(self)
  }
}
