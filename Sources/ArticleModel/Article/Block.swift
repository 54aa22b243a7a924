// Blocks: headline, subheading, paragraph, caption. Found around a position without reading the rest
// of the article, so that a text of 100 MB opens as fast as one of 2 KB.

import CUnicode

/// A paragraph of an article, or what stands in its place.
public struct Block: Hashable, Sendable {
  /// What a block is to the reader.
  public enum Kind: Hashable, Sendable {
    /// The article's title.
    case headline
    /// A short line that heads the paragraphs after it.
    case subheading
    /// Running text.
    case paragraph
    /// What stands under a picture, with its credit.
    case caption
    /// Part of a line too long to be shown whole; it goes on in the next block.
    case fragment
  }

  /// Its text, without the line end and the white space around it.
  public var span: TextSpan
  /// What it is.
  public var kind: Kind
}

extension Article {
  /// Longer lines are cut into fragments of about this many bytes, so that layout stays local.
  static let longestBlock = 16_384

  /// The block that `offset` lies in; between blocks, the next one; nil after the last.
  public func block(atOrAfter offset: ByteOffset) -> Block? {
    var line = lineStart(at: text.clamp(offset))
    while line < text.end {
      if !isBlankLine(from: line) {
        let lines = paragraph(aroundLineAt: line)
        if offset < lines.end {
          let piece = fragment(of: lines, holding: max(offset, lines.start))
          return Block(span: piece, kind: kind(of: lines, piece: piece))
        }
        line = lines.end
      }
      line = lineEnd(from: line) + 1
    }
    return nil
  }

  /// The block after `block`; nil after the last.
  public func block(after block: Block) -> Block? {
    guard block.span.end < text.end else { return nil }
    return self.block(atOrAfter: block.span.end + 1)
  }

  /// The block before `block`; nil before the first.
  public func block(before block: Block) -> Block? {
    var at = block.span.start
    let line = lineStart(at: at)
    if line < at, block.kind == .fragment || !isBlank(TextSpan(line, at)) {
      return self.block(atOrAfter: at - 1)
    }
    while at > .zero {
      let previous = lineStart(at: lineStart(at: at) - 1)
      if lineStart(at: at) == .zero { return nil }
      if !isBlankLine(from: previous) {
        return self.block(
          atOrAfter: text.trimmed(TextSpan(previous, lineEnd(from: previous))).end - 1)
      }
      at = previous
    }
    return nil
  }

  // MARK: Lines

  /// The start of the line that the byte at `offset` is on.
  func lineStart(at offset: ByteOffset) -> ByteOffset {
    text.withBytes { bytes in
      guard offset.value > 0 else { return .zero }
      let found = cunicode_find_last(bytes.baseAddress, min(offset.value, bytes.count), 0x0A)
      return ByteOffset(found + 1)
    }
  }

  /// The end of the line that starts at `start`, before its line feed.
  func lineEnd(from start: ByteOffset) -> ByteOffset {
    text.withBytes { bytes in
      guard let base = bytes.baseAddress, start.value < bytes.count else { return text.end }
      let rest = bytes.count - start.value
      let found = cunicode_find_first(base + start.value, rest, 0x0A)
      return found < 0 ? text.end : start + found
    }
  }

  private func isBlankLine(from start: ByteOffset) -> Bool {
    isBlank(TextSpan(start, lineEnd(from: start)))
  }

  private func isBlank(_ span: TextSpan) -> Bool {
    text.withBytes { bytes in bytes[span.range].allSatisfy(\.isASCIIWhitespace) }
  }

  /// The lines that form a paragraph with the line at `line`, as one span.
  private func paragraph(aroundLineAt line: ByteOffset) -> TextSpan {
    var (start, end) = (line, lineEnd(from: line))
    guard lineConvention == .hardWrapped else { return text.trimmed(TextSpan(start, end)) }
    while start > .zero, !isBlankLine(from: lineStart(at: start - 1)) {
      start = lineStart(at: start - 1)
    }
    while end < text.end, end + 1 < text.end, !isBlankLine(from: end + 1) {
      end = lineEnd(from: end + 1)
    }
    return text.trimmed(TextSpan(start, end))
  }

  // MARK: Fragments

  /// The part of an overlong paragraph that holds `offset`. Parts start at the first white space after
  /// each multiple of `longestBlock`, so that every caller cuts alike.
  private func fragment(of span: TextSpan, holding offset: ByteOffset) -> TextSpan {
    guard span.count > Self.longestBlock else { return span }
    let index = (min(offset, span.end - 1) - span.start) / Self.longestBlock
    let start = cut(index, of: span)
    if offset < start { return text.trimmed(TextSpan(cut(index - 1, of: span), start)) }
    let piece = text.trimmed(TextSpan(start, cut(index + 1, of: span)))
    return offset < piece.end ? piece : fragment(of: span, holding: cut(index + 1, of: span))
  }

  private func cut(_ index: Int, of span: TextSpan) -> ByteOffset {
    let raw = span.start.value + index * Self.longestBlock
    if index <= 0 { return span.start }
    if raw >= span.end.value { return span.end }
    return text.withBytes { bytes in
      let limit = min(raw + Self.longestBlock / 2, span.end.value)
      if let space = (raw..<limit).first(where: { bytes[$0].isASCIIWhitespace }) {
        return ByteOffset(space + 1)
      }
      return text.graphemeStart(at: ByteOffset(raw))
    }
  }

  // MARK: Kinds

  private func kind(of paragraph: TextSpan, piece: TextSpan) -> Block.Kind {
    if piece != paragraph { return .fragment }
    let isFirst = text.trimmed(TextSpan(.zero, paragraph.start)).isEmpty
    let hasMore = !text.trimmed(TextSpan(paragraph.end, min(paragraph.end + 4096, text.end)))
      .isEmpty
    return BlockKindRules(text: text, span: paragraph).kind(isFirst: isFirst, hasMore: hasMore)
  }
}
