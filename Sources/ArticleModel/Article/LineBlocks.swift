// The blocks of a text without structure: its lines. Found around a position without reading the rest, so
// that a text of 100 MB opens as fast as one of 2 KB.

import CUnicode
import Synchronization

/// Paragraphs that are made of lines.
public struct LineBlocks: BlockSource {
  /// Makes blocks of lines that stand together, from the start of the first one to the end of the last.
  /// Blocks come in the order of the text.
  public typealias ShapeRule = @Sendable (_ lines: TextSpan, _ text: ArticleText) -> [Block]

  /// How the lines form paragraphs.
  public let convention: LineConvention
  private let text: ArticleText
  private let shape: ShapeRule?
  private let memory = StanzaMemory()

  /// So many bytes of lines without a blank one are no paragraph: each line of them is one.
  private static let longestStanza = 65_536

  /// Takes a text, whose line convention is read off its first 64 KB.
  /// - Parameter shape: what lines that stand together consist of; nil when they are a paragraph.
  public init(_ text: ArticleText, shape: ShapeRule? = nil) {
    self.text = text
    self.shape = shape
    convention = LineConvention(sampling: text)
  }

  /// The block that `offset` lies in; between blocks, the next one; nil after the last.
  public func block(atOrAfter offset: ByteOffset) -> Block? {
    var line = text.lineStart(at: text.clamp(offset))
    while line < text.end {
      var end = text.lineEnd(from: line)
      if !isBlankLine(from: line) {
        let lines = lines(aroundLineAt: line)
        if let found = blocks(of: lines).first(where: { offset < $0.span.end }) { return found }
        end = max(end, lines.end)
      }
      line = end + 1
    }
    return nil
  }

  /// The last block that ends at or before `offset`; nil before the first.
  public func block(before offset: ByteOffset) -> Block? {
    var end = text.clamp(offset)
    while end > .zero {
      let line = text.lineStart(at: end)
      if text.trimmed(TextSpan(line, end)).isEmpty {
        end = line - 1
        continue
      }
      let lines = lines(aroundLineAt: line)
      if let found = blocks(of: lines).last(where: { $0.span.end <= offset }) { return found }
      end = lines.start - 1
    }
    return nil
  }

  private func blocks(of lines: TextSpan) -> [Block] {
    guard let shape else { return [Block(span: text.trimmed(lines), kind: .paragraph)] }
    return memory.blocks(of: lines) { shape(lines, text) }
  }

  private func isBlankLine(from start: ByteOffset) -> Bool {
    let line = TextSpan(start, text.lineEnd(from: start))
    return text.withBytes { bytes in bytes[line.range].allSatisfy(\.isASCIIWhitespace) }
  }

  /// The lines that stand together with the line at `line`, as one span.
  private func lines(aroundLineAt line: ByteOffset) -> TextSpan {
    let alone = TextSpan(line, text.lineEnd(from: line))
    if convention == .paragraphPerLine || memory.isEndless(at: line) { return alone }
    var (start, end) = (alone.start, alone.end)
    while start > .zero, end - start <= Self.longestStanza {
      let before = text.lineStart(at: start - 1)
      if isBlankLine(from: before) { break }
      start = before
    }
    while end + 1 < text.end, end - start <= Self.longestStanza, !isBlankLine(from: end + 1) {
      end = text.lineEnd(from: end + 1)
    }
    if end - start <= Self.longestStanza { return TextSpan(start, end) }
    memory.keepEndless(TextSpan(start, end))
    return alone
  }
}

/// What was found lately about lines that stand together, so that going through them takes no second look.
///
/// A class because copies of the source share it; what it holds follows from the text alone.
private final class StanzaMemory: Sendable {
  private struct Found {
    /// Lines and their blocks, by the starts of the lines.
    var stanzas: [ByteOffset: (lines: TextSpan, blocks: [Block])] = [:]
    var endless = TextSpan(.zero, .zero)
  }

  private let found = Mutex(Found())
  /// When more stanzas than this are remembered, all are forgotten.
  private static let most = 256

  func blocks(of lines: TextSpan, make: () -> [Block]) -> [Block] {
    let known = found.withLock { $0.stanzas[lines.start] }
    if let known, known.lines == lines { return known.blocks }
    let made = make()
    found.withLock {
      if $0.stanzas.count >= Self.most { $0.stanzas.removeAll(keepingCapacity: true) }
      $0.stanzas[lines.start] = (lines, made)
    }
    return made
  }

  func isEndless(at line: ByteOffset) -> Bool { found.withLock { $0.endless.contains(line) } }

  func keepEndless(_ span: TextSpan) { found.withLock { $0.endless = span } }
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
