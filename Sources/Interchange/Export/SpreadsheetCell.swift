// Cells that no spreadsheet takes for a formula (OWASP, CSV injection), and back.

/// Puts apostrophes in front of what a spreadsheet would run, and takes them off again.
///
/// A line of a cell is defused when its first character behind blanks and quotation marks begins a
/// formula: some programs drop these, some cut a cell at its line ends. A line that begins with an
/// apostrophe gets a second one, so that taking one off gives every text back.
enum SpreadsheetCell {
  private typealias Scalars = Substring.UnicodeScalarView

  /// The cell with an apostrophe in front of each of its lines that needs one.
  static func defused(_ text: String) -> String {
    eachLine(of: text) { line, isFirst in
      isDefused(line, isFirst: isFirst) ? "'" + String(line) : String(line)
    }
  }

  /// The text that `defused` was made of. Apostrophes that it would not have put there stay.
  static func undefused(_ cell: String) -> String {
    eachLine(of: cell) { line, isFirst in
      let rest = line.dropFirst()
      return line.first == "'" && isDefused(rest, isFirst: isFirst) ? String(rest) : String(line)
    }
  }

  /// Rewrites the lines of a text, each with its line end.
  private static func eachLine(
    of text: String, _ rewritten: (_ line: Scalars, _ isFirst: Bool) -> String
  ) -> String {
    var result = ""
    var rest = text.unicodeScalars[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(where: isLineEnd).map(rest.index(after:)) ?? rest.endIndex
      result += rewritten(rest[..<end], rest.startIndex == text.startIndex)
      rest = rest[end...]
    }
    return result
  }

  private static func isDefused(_ line: Scalars, isFirst: Bool) -> Bool {
    guard let first = line.first else { return false }
    // A spreadsheet may drop a tab or a line end at the beginning of a cell.
    if first == "'" || isFirst && (first == "\t" || isLineEnd(first)) { return true }
    return line.first { !isPassedOver($0) }.map(beginsFormula) ?? false
  }

  /// What a formula begins with, in full width too: spreadsheets in East Asia do not tell them apart.
  private static func beginsFormula(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "＝", "＋", "－", "＠", "﹢", "﹣", "﹦", "﹫": true
    default: false
    }
  }

  private static func isPassedOver(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "'", "“", "”", "‘", "’", "`": true
    default:
      scalar.properties.isWhitespace && !isLineEnd(scalar)
        || scalar.properties.isDefaultIgnorableCodePoint
        || scalar.properties.generalCategory == .control && !isLineEnd(scalar)
    }
  }

  private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }
}
