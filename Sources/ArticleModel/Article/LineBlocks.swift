// The blocks of a text without structure: its lines. Found around a position without reading the rest, so
// that a text of 100 MB opens as fast as one of 2 KB.

import CUnicode

/// Paragraphs that are made of lines.
public struct LineBlocks: BlockSource {
  /// Tells what a paragraph is from its words and its place.
  public typealias KindRule = @Sendable (_ paragraph: TextSpan, _ text: ArticleText) -> Block.Kind

  /// How the lines form paragraphs.
  public let convention: LineConvention
  private let text: ArticleText
  private let kind: KindRule?

  /// Takes a text, whose line convention is read off its first 64 KB.
  /// - Parameter kind: what each paragraph is; nil when all are running text.
  public init(_ text: ArticleText, kind: KindRule? = nil) {
    self.text = text
    self.kind = kind
    convention = LineConvention(sampling: text)
  }

  /// The block that `offset` lies in; between blocks, the next one; nil after the last.
  public func block(atOrAfter offset: ByteOffset) -> Block? {
    var line = text.lineStart(at: text.clamp(offset))
    while line < text.end {
      if !isBlankLine(from: line) {
        let lines = paragraph(aroundLineAt: line)
        if offset < lines.end { return block(lines) }
        line = lines.end
      }
      line = text.lineEnd(from: line) + 1
    }
    return nil
  }

  /// The last block that ends at or before `offset`; nil before the first.
  public func block(before offset: ByteOffset) -> Block? {
    var end = text.clamp(offset)
    while end > .zero {
      let line = text.lineStart(at: end)
      let head = text.trimmed(TextSpan(line, end))
      if !head.isEmpty {
        let lines = paragraph(aroundLineAt: line)
        if lines.end <= offset { return block(lines) }
        end = lines.start
      } else {
        end = line - 1
      }
    }
    return nil
  }

  private func block(_ lines: TextSpan) -> Block {
    Block(span: lines, kind: kind?(lines, text) ?? .paragraph)
  }

  private func isBlankLine(from start: ByteOffset) -> Bool {
    let line = TextSpan(start, text.lineEnd(from: start))
    return text.withBytes { bytes in bytes[line.range].allSatisfy(\.isASCIIWhitespace) }
  }

  /// The lines that form a paragraph with the line at `line`, as one span.
  private func paragraph(aroundLineAt line: ByteOffset) -> TextSpan {
    var (start, end) = (line, text.lineEnd(from: line))
    guard convention == .hardWrapped else { return text.trimmed(TextSpan(start, end)) }
    while start > .zero, !isBlankLine(from: text.lineStart(at: start - 1)) {
      start = text.lineStart(at: start - 1)
    }
    while end < text.end, end + 1 < text.end, !isBlankLine(from: end + 1) {
      end = text.lineEnd(from: end + 1)
    }
    return text.trimmed(TextSpan(start, end))
  }
}

extension ArticleText {
  /// The start of the line that the byte at `offset` is on.
  func lineStart(at offset: ByteOffset) -> ByteOffset {
    withBytes { bytes in
      guard offset.value > 0 else { return .zero }
      let found = cunicode_find_last(bytes.baseAddress, min(offset.value, bytes.count), 0x0A)
      return ByteOffset(found + 1)
    }
  }

  /// The end of the line that starts at `start`, before its line feed.
  func lineEnd(from start: ByteOffset) -> ByteOffset {
    withBytes { bytes in
      guard let base = bytes.baseAddress, start.value < bytes.count else { return end }
      let found = cunicode_find_first(base + start.value, bytes.count - start.value, 0x0A)
      return found < 0 ? end : start + found
    }
  }
}
