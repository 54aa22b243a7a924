// Motions by characters, words, sentences and paragraphs: from one position to another.

import ArticleModel
import Interface
import NewsAnalysis

/// A motion over the text that does not depend on the screen.
enum TextMotion {
  case left, right, nextWord, previousWord, wordEnd
  case nextSentence, previousSentence, nextParagraph, previousParagraph

  /// The motion of an action; nil when it is none.
  init?(_ action: Action) {
    switch action {
    case .left: self = .left
    case .right: self = .right
    case .nextWord: self = .nextWord
    case .previousWord: self = .previousWord
    case .wordEnd: self = .wordEnd
    case .nextSentence: self = .nextSentence
    case .previousSentence: self = .previousSentence
    case .nextParagraph: self = .nextParagraph
    case .previousParagraph: self = .previousParagraph
    default: return nil
    }
  }

  /// Where the motion goes from `offset`.
  func target(from offset: ByteOffset, in state: ReaderState) -> ByteOffset {
    let words = WordWalk(text: state.article.text)
    switch self {
    case .left: return words.previousVisible(before: offset)
    case .right: return words.nextVisible(after: offset)
    case .nextWord: return words.nextWord(after: offset)
    case .previousWord: return words.previousWord(before: offset)
    case .wordEnd: return words.wordEnd(after: offset)
    case .nextSentence: return state.sentence(after: offset)?.start ?? state.lastOffset
    case .previousSentence: return previousSentence(from: offset, in: state)
    case .nextParagraph: return nextBlock(from: offset, in: state)
    case .previousParagraph: return previousBlock(from: offset, in: state)
    }
  }

  private func previousSentence(from offset: ByteOffset, in state: ReaderState) -> ByteOffset {
    let here = state.sentence(at: offset)
    if let here, here.start < offset { return here.start }
    return state.sentence(before: offset)?.start ?? state.firstOffset
  }

  private func nextBlock(from offset: ByteOffset, in state: ReaderState) -> ByteOffset {
    guard let block = state.article.block(atOrAfter: offset),
      let next = state.article.block(after: block)
    else { return state.lastOffset }
    return next.span.start
  }

  private func previousBlock(from offset: ByteOffset, in state: ReaderState) -> ByteOffset {
    guard let block = state.article.block(atOrAfter: offset) else { return state.firstOffset }
    if block.span.start < offset { return block.span.start }
    return state.article.block(before: block)?.span.start ?? state.firstOffset
  }
}

/// Steps over grapheme clusters and words.
struct WordWalk {
  let text: ArticleText

  private enum Kind { case blank, word, sign }

  private func kind(at offset: ByteOffset) -> Kind {
    guard let byte = text[offset] else { return .blank }
    if byte < 0x80 {
      if byte.isASCIIWhitespace { return .blank }
      let character = Character(Unicode.Scalar(byte))
      return character.isWordCharacter ? .word : .sign
    }
    let character = text.string(in: TextSpan(offset, text.graphemeEnd(after: offset))).first ?? " "
    if character.isWhitespace { return .blank }
    return character.isWordCharacter || Self.isWithinWords(character) ? .word : .sign
  }

  /// Whether a character is invisible and stands between the letters of a word: a soft hyphen, a word
  /// joiner, a zero-width space or joiner.
  private static func isWithinWords(_ character: Character) -> Bool {
    ["\u{AD}", "\u{2060}", "\u{200B}", "\u{200C}", "\u{200D}"].contains(character)
  }

  /// The cluster after the one at `offset`; the blanks between blocks are skipped.
  func nextVisible(after offset: ByteOffset) -> ByteOffset {
    var at = text.graphemeEnd(after: offset)
    while at < text.end, text[at] == 0x0A || (kind(at: at) == .blank && text[at - 1] == 0x0A) {
      at = text.graphemeEnd(after: at)
    }
    return at < text.end ? at : offset
  }

  /// The cluster before `offset`; the blanks between blocks are skipped.
  func previousVisible(before offset: ByteOffset) -> ByteOffset {
    var at = text.graphemeStart(before: offset)
    while at > .zero, text[at] == 0x0A || (kind(at: at) == .blank && text[at - 1] == 0x0A) {
      at = text.graphemeStart(before: at)
    }
    return at
  }

  func nextWord(after offset: ByteOffset) -> ByteOffset {
    var at = offset
    let start = kind(at: at)
    while at < text.end, start != .blank, kind(at: at) == start { at = text.graphemeEnd(after: at) }
    while at < text.end, kind(at: at) == .blank { at = text.graphemeEnd(after: at) }
    return at < text.end ? at : offset
  }

  func previousWord(before offset: ByteOffset) -> ByteOffset {
    var at = text.graphemeStart(before: offset)
    while at > .zero, kind(at: at) == .blank { at = text.graphemeStart(before: at) }
    let here = kind(at: at)
    while at > .zero, kind(at: text.graphemeStart(before: at)) == here {
      at = text.graphemeStart(before: at)
    }
    return at
  }

  func wordEnd(after offset: ByteOffset) -> ByteOffset {
    var at = text.graphemeEnd(after: offset)
    while at < text.end, kind(at: at) == .blank { at = text.graphemeEnd(after: at) }
    guard at < text.end else { return offset }
    let here = kind(at: at)
    while text.graphemeEnd(after: at) < text.end, kind(at: text.graphemeEnd(after: at)) == here {
      at = text.graphemeEnd(after: at)
    }
    return at
  }

  /// The word at `offset`, or the run of signs or blanks.
  func word(at offset: ByteOffset) -> TextSpan {
    let here = kind(at: offset)
    var (start, end) = (offset, text.graphemeEnd(after: offset))
    while start > .zero, kind(at: text.graphemeStart(before: start)) == here {
      start = text.graphemeStart(before: start)
    }
    while end < text.end, kind(at: end) == here { end = text.graphemeEnd(after: end) }
    return TextSpan(start, end)
  }
}
