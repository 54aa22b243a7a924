// Plain text comes in two habits: a paragraph a line, or paragraphs wrapped by hand and set apart by
// blank lines. Which one an article follows is decided once, from its beginning.

import CUnicode

/// How the lines of a plain text form paragraphs.
public enum LineConvention: Sendable, Equatable {
  /// Every line that is not blank is a paragraph.
  case paragraphPerLine
  /// Lines are wrapped by hand; a blank line ends a paragraph.
  case hardWrapped
  /// Lines are short, as those of verse and lists; a blank line ends a group of them.
  case shortLines

  /// Reads the convention off the first 64 KB.
  ///
  /// A text is taken as hard-wrapped when it has blank lines, many of its lines are followed directly
  /// by another one, and hardly a line is longer than 100 characters: then line ends mean nothing. So it is
  /// when most lines with another one directly behind them break off within a sentence, or quote a mail.
  init(sampling text: ArticleText) {
    let sample = LineSample(of: text)
    let wrapped =
      sample.blankLines > 0 && sample.longLines * 20 <= sample.lines
      && sample.joinedLines * 3 > sample.lines && sample.fullLines * 2 > sample.joinedLines
    let broken =
      sample.brokenLines > 0 && sample.brokenLines * 2 >= sample.joinedLines
      && (sample.longLines <= sample.brokenLines || sample.blankLines > 0)
    let short =
      sample.blankLines > 0 && sample.longLines == 0 && sample.lines >= 8
      && sample.joinedLines * 2 > sample.lines && sample.characters < sample.lines * 45
    self = wrapped || broken ? .hardWrapped : short ? .shortLines : .paragraphPerLine
  }
}

/// What the beginning of a text says about its lines.
private struct LineSample {
  static let size = 65_536
  /// Lines that are not blank.
  var lines = 0
  var blankLines = 0
  /// The characters of lines that are not blank.
  var characters = 0
  /// Lines of more than 100 characters.
  var longLines = 0
  /// Lines that are followed by another one without a blank line between.
  var joinedLines = 0
  /// Joined lines of at least 40 characters: a poem or a table has short ones.
  var fullLines = 0
  /// Joined lines of such a length that end within a sentence, and those that quote a mail.
  var brokenLines = 0

  init(of text: ArticleText) {
    text.withBytes { bytes in
      var start = 0
      let limit = min(bytes.count, Self.size)
      var (previousLength, previous) = (0, 0..<0)
      while start < limit {
        let rest = UnsafeBufferPointer(rebasing: bytes[start..<limit])
        let found = cunicode_find_first(rest.baseAddress, rest.count, 0x0A)
        let end = found < 0 ? limit : start + found
        let line = bytes[start..<end]
        let length =
          Self.isBlank(bytes, start..<end)
          ? 0 : Int(cunicode_code_points(rest.baseAddress, end - start))
        add(length, after: previousLength)
        if length > 0, previousLength > 0, Self.isBroken(bytes[previous], before: line) {
          brokenLines += 1
        }
        (previousLength, previous) = (length, start..<end)
        start = end + 1
      }
    }
  }

  private mutating func add(_ length: Int, after previous: Int) {
    guard length > 0 else {
      blankLines += 1
      return
    }
    lines += 1
    characters += length
    if length > 100 { longLines += 1 }
    if previous > 0 {
      joinedLines += 1
      if previous >= 40 { fullLines += 1 }
    }
  }

  private typealias Line = Slice<UnsafeBufferPointer<UInt8>>

  /// Whether a sentence goes on in the next line: it is neither over with the line, nor begins the next one
  /// with a capital. Consecutive lines of a quoted mail are as good.
  private static func isBroken(_ line: Line, before next: Line) -> Bool {
    guard let first = next.first(where: { !$0.isASCIIWhitespace }),
      let last = line.last(where: { !$0.isASCIIWhitespace })
    else { return false }
    if first == UInt8(ascii: ">") { return line.first == first }
    guard line.count >= 40, !".:;?!".utf8.contains(last) else { return false }
    if first < 0x80 { return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) }
    let head = next.drop(while: \.isASCIIWhitespace).prefix(4)
    return String(decoding: head, as: UTF8.self).first?.isLowercase == true
  }

  private static func isBlank(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    bytes[range].allSatisfy(\.isASCIIWhitespace)
  }
}
