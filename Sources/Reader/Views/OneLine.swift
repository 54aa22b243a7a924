// Text of articles and notes on one line, as lists and panes show it.

extension String {
  /// The text on one line in quotation marks; in none but its own when it begins with one.
  var quoted: String {
    let line = onOneLine
    return line.first == "“" ? line : "“\(line)”"
  }

  /// The beginning and the end of the text, on one line, with "…" for what is left out between them.
  func abridged(to length: Int) -> String {
    let line = onOneLine
    guard line.count > length else { return line }
    let half = (length - 3) / 2
    return "\(line.prefix(length - 3 - half)) … \(line.suffix(half))"
  }

  /// The text with every run of white space as one blank.
  var onOneLine: String {
    isOnOneLine ? self : split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether there is no white space but single blanks between words, as is nearly always so; bytes of
  /// 0xC2 may begin other blanks.
  private var isOnOneLine: Bool {
    var previous: UInt8 = 0x20
    for byte in utf8 {
      if byte < 0x20 || byte == 0xC2 || (byte == 0x20 && previous == 0x20) { return false }
      previous = byte
    }
    return previous != 0x20
  }
}
