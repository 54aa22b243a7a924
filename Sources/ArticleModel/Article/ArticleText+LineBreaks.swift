// Where a line of the text may end.

import CUnicode

extension ArticleText {
  /// For each byte of a span: whether a line may end before it (UAX #14). Line feeds and tabs count as
  /// blanks, since lines that were wrapped by hand are joined on the screen.
  public func lineBreakOpportunities(in span: TextSpan) -> [Bool] {
    withBytes { bytes in
      let joined = bytes[clamp(span).range].map { $0 == 0x0A || $0 == 0x09 ? 0x20 : $0 }
      var breaks = [UInt8](repeating: 0, count: joined.count)
      cunicode_line_breaks(joined, joined.count, &breaks)
      var previous: UInt8 = 0x20
      return zip(joined, breaks).map { byte, value in
        defer { previous = byte }
        return Int(value) != CUNICODE_BREAK_NONE && !holdsTogether(previous, byte)
      }
    }
  }

  /// Whether a letter follows a full stop or the like without a blank, as in "U.S." and "tass.ru" (LB29,
  /// which libunistring knows in part only). Bytes from 0xC3 to 0xCF begin letters of Latin and Greek.
  private func holdsTogether(_ previous: UInt8, _ byte: UInt8) -> Bool {
    guard previous == 0x2E || previous == 0x2C || previous == 0x3A || previous == 0x3B else {
      return false
    }
    return (0x41...0x5A).contains(byte & 0xDF) || (0xC3...0xCF).contains(byte)
  }
}
