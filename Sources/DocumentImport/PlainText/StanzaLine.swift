// A line of plain text among others: how long it is, and what it begins and ends with.

import ArticleModel

/// A line that is not blank.
struct StanzaLine {
  /// Where it begins, its indent included.
  let start: ByteOffset
  /// Its words.
  let span: TextSpan
  /// How many blanks it begins with.
  let indent: Int
  /// Its length in characters, the indent included.
  let length: Int
  /// The length of its first word in characters.
  let firstWord: Int
  /// The sign of a list that it begins with.
  let sign: Sign?
  let isQuoted: Bool
  let hasColumns: Bool
  let endsSentence: Bool
  let beginsWithCapital: Bool

  /// A sign at the beginning of an item.
  struct Sign {
    /// What it means.
    let sign: Block.ItemSign
    /// Its length in bytes, with the blanks behind it.
    let length: Int
  }

  /// The lines of a span that are not blank.
  static func lines(of span: TextSpan, in text: ArticleText) -> [StanzaLine] {
    text.withBytes { bytes in
      var lines: [StanzaLine] = []
      var at = span.start.value
      while at < span.end.value {
        let end = bytes[at..<span.end.value].firstIndex(of: 0x0A) ?? span.end.value
        if let line = StanzaLine(at..<end, of: bytes) { lines.append(line) }
        at = end + 1
      }
      return lines
    }
  }

  /// How long the lines at the beginning of a text are where another one follows: so many characters, that
  /// nine of ten are no longer.
  static func wrapWidth(of text: ArticleText) -> Int {
    let sample = TextSpan(.zero, min(text.end, ByteOffset(ByteSample.size)))
    var (lengths, length) = ([Int](), 0)
    text.withBytes { bytes in
      for byte in bytes[sample.range] {
        if byte == 0x0A {
          lengths.append(length)
          length = 0
        } else if !byte.isUTF8Continuation {
          length += 1
        }
      }
    }
    let followed = zip(lengths, lengths.dropFirst()).filter { $0 > 0 && $1 > 0 }.map(\.0).sorted()
    return followed.isEmpty ? 72 : followed[followed.count * 9 / 10]
  }

  private init?(_ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) {
    guard let first = bytes[range].firstIndex(where: { !$0.isASCIIWhitespace }),
      let last = bytes[range].lastIndex(where: { !$0.isASCIIWhitespace })
    else { return nil }
    let words = bytes[first...last]
    start = ByteOffset(range.lowerBound)
    span = TextSpan(first..<(last + 1))
    indent = first - range.lowerBound
    length = indent + words.count { !$0.isUTF8Continuation }
    firstWord = words.prefix { $0 != 0x20 && $0 != 0x09 }.count { !$0.isUTF8Continuation }
    sign = Self.sign(of: words)
    isQuoted = words.first == UInt8(ascii: ">")
    hasColumns = Self.hasColumns(words)
    endsSentence = Self.endsSentence(words)
    beginsWithCapital = Self.beginsWithCapital(words)
  }

  /// Whether the first word of the next line would not have fitted on this one.
  func isFull(before next: StanzaLine, limit: Int) -> Bool { length + 1 + next.firstWord > limit }

  func isIndentedLess(than other: StanzaLine) -> Bool { indent < other.indent }

  private typealias Words = Slice<UnsafeBufferPointer<UInt8>>

  /// "* ", "- ", "• ", "12. " or "3) ".
  private static func sign(of words: Words) -> Sign? {
    for bullet in ["* ", "- ", "• ", "+ "] where words.starts(with: bullet.utf8) {
      let blanks = words.dropFirst(bullet.utf8.count).prefix { $0 == 0x20 }.count
      let length = bullet.utf8.count + blanks
      return length < words.count ? Sign(sign: .bullet, length: length) : nil
    }
    let digits = words.prefix { (0x30...0x39).contains($0) }
    guard (1...3).contains(digits.count) else { return nil }
    let rest = words.dropFirst(digits.count)
    guard rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ")"),
      rest.dropFirst().first == 0x20
    else { return nil }
    let blanks = rest.dropFirst().prefix { $0 == 0x20 }.count
    let length = digits.count + 1 + blanks
    let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return length < words.count ? Sign(sign: .number(number), length: length) : nil
  }

  /// Whether there are tabs, bars or wide gaps between words.
  private static func hasColumns(_ words: Words) -> Bool {
    var (blanks, bars) = (0, 0)
    for byte in words {
      switch byte {
      case 0x09: return true
      case 0x20:
        blanks += 1
        if blanks == 3 { return true }
      case UInt8(ascii: "|"):
        bars += 1
        if bars == 2 { return true }
        blanks = 0
      default: blanks = 0
      }
    }
    return false
  }

  private static func endsSentence(_ words: Words) -> Bool {
    String(decoding: words.suffix(8), as: UTF8.self).endsSentence
  }

  private static func beginsWithCapital(_ words: Words) -> Bool {
    let head = String(decoding: words.prefix(12), as: UTF8.self)
    return head.first { $0.isLetter }?.isUppercase == true
  }
}
