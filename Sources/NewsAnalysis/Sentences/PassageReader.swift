// Walks an article passage by passage, so that memory stays bounded however long the article is.

import ArticleModel

#if canImport(Glibc)
  import Glibc
#endif

/// Cuts an article into passages, in time linear in its length whatever its lines look like.
struct PassageReader {
  /// A passage ends after the paragraph in which it reaches this many bytes.
  static let passageLength = 262_144
  /// Longer paragraphs are cut, at white space where there is some.
  static let longestParagraph = 16_384
  /// Headlines, subheadings and captions are no longer than this many bytes.
  private static let longestSpecialBlock = 1024

  private let article: Article
  private var at: Int
  private let end: Int

  init(_ article: Article, extent: TextSpan) {
    self.article = article
    at = extent.start.value
    end = extent.end.value
  }

  /// The next passage; nil after the last.
  mutating func next(words: inout WordTypes) -> Passage? {
    var passage = Passage(text: article.text)
    let limit = at + Self.passageLength
    while at < limit, let span = nextParagraph() {
      let first = passage.tokens.count
      Tokenizer.tokenize(article.text, in: span, words: &words, into: &passage.tokens)
      let range = first..<passage.tokens.count
      if !range.isEmpty { append(range, kind: kind(of: span), to: &passage, words: words) }
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

  private func kind(of span: TextSpan) -> Block.Kind {
    guard span.count <= Self.longestSpecialBlock else { return .paragraph }
    return article.block(atOrAfter: span.start)?.kind ?? .paragraph
  }

  // MARK: Paragraphs

  /// The next paragraph, or part of an overlong one.
  private mutating func nextParagraph() -> TextSpan? {
    article.text.withBytes { bytes in
      while at < end, bytes[at].isASCIIWhitespace { at += 1 }
      guard at < end else { return nil }
      let start = at
      let limit = min(start + Self.longestParagraph, end)
      at = paragraphEnd(from: start, to: limit, in: bytes)
      return TextSpan(start..<at)
    }
  }

  private func paragraphEnd(
    from start: Int, to limit: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var position = start
    while let feed = lineFeed(from: position, to: limit, in: bytes) {
      if article.lineConvention == .paragraphPerLine { return feed }
      if isBlankLine(after: feed, in: bytes) { return feed }
      position = feed + 1
    }
    return limit == end ? end : cut(start, before: limit, in: bytes)
  }

  private func lineFeed(
    from start: Int, to limit: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    guard let base = bytes.baseAddress, start < limit,
      let found = memchr(base + start, 0x0A, limit - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Where an overlong paragraph is cut: at the last white space of its second half, else between two
  /// characters.
  private func cut(
    _ start: Int, before limit: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let lowest = start + Self.longestParagraph / 2
    if let space = bytes[lowest + 1..<limit].lastIndex(where: \.isASCIIWhitespace) { return space }
    var position = limit
    while position > start + 1, bytes[position].isUTF8Continuation { position -= 1 }
    return position
  }

  private func isBlankLine(after feed: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var position = feed + 1
    while position < end, bytes[position] != 0x0A {
      if !bytes[position].isASCIIWhitespace { return false }
      position += 1
    }
    return true
  }
}
