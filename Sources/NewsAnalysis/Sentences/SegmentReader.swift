// Walks an article segment by segment, so that memory stays bounded however long the article is.

import ArticleModel

/// Cuts an article into segments, in time linear in its length whatever its blocks look like.
struct SegmentReader {
  /// A segment ends after the paragraph in which it reaches this many bytes.
  static let segmentLength = 262_144
  /// Longer blocks are cut, at white space where there is some.
  static let longestParagraph = 16_384

  /// A token and the blank before it have so many bytes or more, as a rule.
  private static let likelyToken = 5

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

  /// The next segment; nil after the last.
  mutating func next(words: inout WordTypes) -> Segment? {
    let limit = at + Self.segmentLength
    var (tokens, paragraphs, sentences) = ([Token](), [Segment.Paragraph](), [Segment.Sentence]())
    tokens.reserveCapacity(max(0, min(end, limit) - at) / Self.likelyToken)
    while at < limit, let (span, kind) = nextParagraph() {
      let (first, sentence) = (tokens.count, sentences.count)
      Tokenizer.tokenize(article.text, in: span, words: &words, into: &tokens)
      let range = first..<tokens.count
      guard !range.isEmpty else { continue }
      SentenceSplitter(words: words).split(range, of: tokens, into: &sentences)
      paragraphs.append(
        Segment.Paragraph(tokens: range, kind: kind, sentences: sentence..<sentences.count))
    }
    if tokens.isEmpty, at >= end { return nil }
    return Segment(
      text: article.text, tokens: tokens, paragraphs: paragraphs, sentences: sentences)
  }

  // MARK: Paragraphs

  /// The next block within the extent, its dateline apart, or part of an overlong one.
  private mutating func nextParagraph() -> (TextSpan, Block.Kind)? {
    while let block, max(at, block.span.start) < end {
      if block.kind.isRepetition {
        skip(block)
        continue
      }
      let rest = article.text.trimmed(
        TextSpan(max(at, block.span.start), min(block.span.end, end)))
      if rest.start == block.span.start, block.kind == .paragraph,
        let dateline = Dateline(in: article.text, at: rest)
      {
        at = dateline.span.end
        return (dateline.span, .dateline)
      }
      let piece = rest.count > Self.longestParagraph ? beginning(of: rest) : rest
      at = piece.end
      if at >= rest.end { skip(block) }
      if !piece.isEmpty { return (piece, block.kind) }
    }
    at = end
    return nil
  }

  /// Goes on behind a block.
  private mutating func skip(_ block: Block) {
    at = block.span.end
    self.block = article.structure.blocks.block(atOrAfter: at)
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
