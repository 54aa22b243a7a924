// Steps from word to word, each with the marks that belong to it, as the ends of a quotation move.

import ArticleModel

/// Steps from word to word with the marks that belong to a word, within a paragraph.
struct PhraseWalk {
  let text: ArticleText

  /// Where a quotation that begins at `offset` begins when it begins a word earlier or later.
  func start(from offset: ByteOffset, later: Bool) -> ByteOffset {
    if later {
      let end = skip(from: offset) { !$0.isWhitespace }
      let next = skip(from: end) { $0.isWhitespace && !$0.isNewline }
      return next < text.end ? next : offset
    }
    let gap = back(from: offset) { $0.isWhitespace && !$0.isNewline }
    let start = back(from: gap) { !$0.isWhitespace }
    return start < gap ? start : offset
  }

  /// Where a quotation that ends at `offset` ends when it ends a word earlier or later. A comma behind the
  /// last word is not of the quotation.
  func end(from offset: ByteOffset, later: Bool) -> ByteOffset {
    if later {
      let rest = skip(from: offset) { !$0.isWhitespace }
      let gap = skip(from: rest) { $0.isWhitespace && !$0.isNewline }
      let end = skip(from: gap) { !$0.isWhitespace }
      return end > gap ? withoutComma(end) : offset
    }
    let word = back(from: offset) { !$0.isWhitespace }
    let gap = back(from: word) { $0.isWhitespace && !$0.isNewline }
    return gap < offset ? withoutComma(gap) : offset
  }

  private func withoutComma(_ end: ByteOffset) -> ByteOffset {
    back(from: end) { [",", ";", ":"].contains($0) }
  }

  private func character(at offset: ByteOffset) -> Character? {
    guard offset < text.end else { return nil }
    return text.string(in: TextSpan(offset, text.graphemeEnd(after: offset))).first
  }

  private func skip(from offset: ByteOffset, while isPassed: (Character) -> Bool) -> ByteOffset {
    var at = offset
    while let character = character(at: at), isPassed(character) {
      at = text.graphemeEnd(after: at)
    }
    return at
  }

  private func back(from offset: ByteOffset, while isPassed: (Character) -> Bool) -> ByteOffset {
    var at = offset
    while at > .zero {
      let before = text.graphemeStart(before: at)
      guard let character = character(at: before), isPassed(character) else { break }
      at = before
    }
    return at
  }
}
