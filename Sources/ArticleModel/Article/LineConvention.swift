// Plain text comes in two habits: a paragraph a line, or paragraphs wrapped by hand and set apart by
// blank lines. Which one an article follows is decided once, from its beginning.

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
  /// by another one, and hardly a line is longer than 100 bytes: then line ends mean nothing.
  init(sampling text: ArticleText) {
    let sample = LineSample(of: text)
    let wrapped =
      sample.blankLines > 0 && sample.longLines * 20 <= sample.lines
      && sample.joinedLines * 3 > sample.lines && sample.fullLines * 2 > sample.joinedLines
    let short =
      sample.blankLines > 0 && sample.longLines == 0 && sample.lines >= 8
      && sample.joinedLines * 2 > sample.lines && sample.bytes < sample.lines * 45
    self = wrapped ? .hardWrapped : short ? .shortLines : .paragraphPerLine
  }
}

/// What the beginning of a text says about its lines.
private struct LineSample {
  static let size = 65_536
  /// Lines that are not blank.
  var lines = 0
  var blankLines = 0
  /// The bytes of lines that are not blank.
  var bytes = 0
  /// Lines of more than 100 bytes.
  var longLines = 0
  /// Lines that are followed by another one without a blank line between.
  var joinedLines = 0
  /// Joined lines of at least 40 bytes: a poem or a table has short ones.
  var fullLines = 0

  init(of text: ArticleText) {
    text.withBytes { bytes in
      var start = 0
      let limit = min(bytes.count, Self.size)
      var previousLength = 0
      while start < limit {
        var end = start
        while end < limit, bytes[end] != 0x0A { end += 1 }
        let length = Self.isBlank(bytes, start..<end) ? 0 : end - start
        add(length, after: previousLength)
        previousLength = length
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
    bytes += length
    if length > 100 { longLines += 1 }
    if previous > 0 {
      joinedLines += 1
      if previous >= 40 { fullLines += 1 }
    }
  }

  private static func isBlank(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    bytes[range].allSatisfy(\.isASCIIWhitespace)
  }
}
