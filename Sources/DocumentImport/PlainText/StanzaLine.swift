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
  /// Whether it begins with words that may say who speaks: "MAYOR VOGT: ", "Q. ".
  let hasLabel: Bool

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

  /// Whether a line may begin with the sign of a list or of a quotation.
  static func mayBeginWithSign(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let at = line.firstIndex(where: { !$0.isASCIIWhitespace }) else { return false }
    let first = line[at]
    if first == 0xE2 { return line[at...].starts(with: "•".utf8) }
    return first &- 0x30 < 10 || "*-+>".utf8.contains(first)
  }

  private init?(_ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) {
    guard var first = bytes[range].firstIndex(where: { !$0.isASCIIWhitespace }),
      let last = bytes[range].lastIndex(where: { !$0.isASCIIWhitespace })
    else { return nil }
    if first > range.lowerBound, ArticleText.joinsBlank(at: first, of: bytes) { first -= 1 }
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
    hasLabel = Self.hasLabel(words)
  }

  /// Whether the first word of the next line would not have fitted on this one.
  func isFull(before next: StanzaLine, limit: Int) -> Bool { length + 1 + next.firstWord > limit }

  func isIndentedLess(than other: StanzaLine) -> Bool { indent < other.indent }

  private typealias Words = Slice<UnsafeBufferPointer<UInt8>>

  /// "* ", "- ", "• ", "12. " or "3) ".
  private static func sign(of words: Words) -> Sign? {
    for bullet in ["* ", "- ", "• ", "+ "] where words.starts(with: bullet.utf8) {
      return sign(.bullet, of: words, length: bullet.utf8.count - 1)
    }
    let digits = words.prefix { (0x30...0x39).contains($0) }
    guard (1...3).contains(digits.count) else { return nil }
    let rest = words.dropFirst(digits.count)
    guard rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ")"),
      rest.dropFirst().first == 0x20
    else { return nil }
    let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return sign(.number(number), of: words, length: digits.count + 1)
  }

  /// A sign of `length` bytes with the blanks behind it; nil when nothing follows, or when its one blank
  /// belongs to the first character of what follows.
  private static func sign(_ sign: Block.ItemSign, of words: Words, length: Int) -> Sign? {
    var blanks = words.dropFirst(length).prefix { $0 == 0x20 }.count
    let next = words.startIndex + length + blanks
    if ArticleText.joinsBlank(at: next, of: words.base) { blanks -= 1 }
    guard blanks > 0, length + blanks < words.count else { return nil }
    return Sign(sign: sign, length: length + blanks)
  }

  /// A label has no more bytes.
  private static let longestLabel = 70

  /// Whether there is a colon behind words without a sentence mark, or one letter before a period or dash.
  private static func hasLabel(_ words: Words) -> Bool {
    let line = words.drop { "*_[]:. ".utf8.contains($0) || $0 &- 0x30 < 10 }
    guard let first = line.first, first >= 0x80 || first &- 0x41 < 26 else { return false }
    for mark in [". ", " — ", " – "] where line.dropFirst().starts(with: mark.utf8) {
      return true
    }
    let head = line.prefix(longestLabel)
    guard let colon = head.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let next = words[(colon + 1)...].first
    let label = head[..<colon]
    return (next == 0x20 || next == UInt8(ascii: "*"))
      && !label.contains { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "\"") }
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
    // Most lines end with a letter or a period, which needs no string.
    switch words.last ?? 0 {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: ","):
      return false
    case UInt8(ascii: "."): return true
    default: return String(decoding: words.suffix(8), as: UTF8.self).endsSentence
    }
  }

  private static func beginsWithCapital(_ words: Words) -> Bool {
    switch words.first ?? 0 {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): return false
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): return true
    default: break
    }
    let head = String(decoding: words.prefix(12), as: UTF8.self)
    return head.first { $0.isLetter }?.isUppercase == true
  }
}
