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
      return breaks.map { Int($0) != CUNICODE_BREAK_NONE }
    }
  }
}
