// Walks an article passage by passage, so that memory stays bounded however long the article is.

import ArticleModel

/// Cuts an article into passages, in time linear in its length whatever its blocks look like.
struct PassageReader {
  /// A passage ends after the paragraph in which it reaches this many bytes.
  static let passageLength = 262_144
  /// Longer blocks are cut, at white space where there is some.
  static let longestParagraph = 16_384

  private let article: Article
  /// The block that `at` lies in or comes before.
  private var block: Block?
  private var at: ByteOffset
  private let end: ByteOffset

  init(_ article: Article, extent: TextSpan) {
    self.article = article
    block = article.structure.blocks.block(atOrAfter: extent.start)
    at = extent.start
    end = extent.end
  }

  /// The next passage; nil after the last.
  mutating func next(words: inout WordTypes) -> Passage? {
    var passage = Passage(text: article.text)
    let limit = at + Self.passageLength
    while at < limit, let (span, kind) = nextParagraph() {
      let first = passage.tokens.count
      Tokenizer.tokenize(article.text, in: span, words: &words, into: &passage.tokens)
      let range = first..<passage.tokens.count
      if !range.isEmpty { append(range, kind: kind, to: &passage, words: words) }
    }
    return passage.tokens.isEmpty && at >= end ? nil : passage
  }

  private func append(
    _ range: TokenRange, kind: Block.Kind, to passage: inout Passage, words: WordTypes
  ) {
    let first = passage.sentences.count
    SentenceSplitter(words: words).split(range, of: &passage)
    passage.paragraphs.append(
      Passage.Paragraph(
        tokens: range, kind: kind, sentences: first..<passage.sentences.count))
  }

  // MARK: Paragraphs

  /// The next block within the extent, or part of an overlong one.
  private mutating func nextParagraph() -> (TextSpan, Block.Kind)? {
    while let block, max(at, block.span.start) < end {
      let rest = article.text.trimmed(
        TextSpan(max(at, block.span.start), min(block.span.end, end)))
      let piece = rest.count > Self.longestParagraph ? beginning(of: rest) : rest
      at = piece.end
      if at >= rest.end {
        at = block.span.end
        self.block = article.structure.blocks.block(atOrAfter: at)
      }
      if !piece.isEmpty { return (piece, block.kind) }
    }
    at = end
    return nil
  }

  /// The part of an overlong block that comes first: up to the last white space of its second half, else
  /// to a place between two characters.
  private func beginning(of rest: TextSpan) -> TextSpan {
    article.text.withBytes { bytes in
      let limit = rest.start.value + Self.longestParagraph
      let lowest = rest.start.value + Self.longestParagraph / 2
      if let blank = bytes[lowest + 1..<limit].lastIndex(where: \.isASCIIWhitespace) {
        return TextSpan(rest.start.value..<blank)
      }
      var position = limit
      while position > lowest, bytes[position].isUTF8Continuation { position -= 1 }
      return TextSpan(rest.start.value..<position)
    }
  }
}
