// Cells that no spreadsheet takes for a formula (OWASP, CSV injection) or rewrites as a date, and back.

/// Puts apostrophes in front of what a spreadsheet would run, and takes them off again.
///
/// A line of a cell is defused when its first character behind blanks and quotation marks begins a
/// formula: some programs drop these, some cut a cell at its line ends. A line that begins with an
/// apostrophe gets a second one, so that taking one off gives every text back.
///
/// Spreadsheets also make dates, times and numbers of words that look like them – `1/2`, `May 5`, `007` –
/// and save what they made. Words of people that look so get an apostrophe too.
enum SpreadsheetCell {
  private typealias Scalars = Substring.UnicodeScalarView

  /// The cell with an apostrophe in front of each of its lines that needs one.
  /// - Parameter isWords: whether it has words of people, which are no numbers or dates to count with.
  static func defused(_ text: String, isWords: Bool = false) -> String {
    if isWords, looksLikeValue(text) { return "'" + text }
    return eachLine(of: text) { line, isFirst in
      isDefused(line, isFirst: isFirst) ? "'" + String(line) : String(line)
    }
  }

  /// The text that `defused` was made of. Apostrophes that it would not have put there stay.
  static func undefused(_ cell: String) -> String {
    if cell.hasPrefix("'"), looksLikeValue(String(cell.dropFirst())) {
      return String(cell.dropFirst())
    }
    return eachLine(of: cell) { line, isFirst in
      let rest = line.dropFirst()
      return line.first == "'" && isDefused(rest, isFirst: isFirst) ? String(rest) : String(line)
    }
  }

  /// Whether a spreadsheet may take a line for a number, a date, a time or a truth value: it has a digit and
  /// at most two words, as the names of a month and a day, in whichever language.
  private static func looksLikeValue(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard scalars.count <= longestValue, !isDefused(scalars[...], isFirst: true),
      !scalars.contains(where: isLineEnd)
    else { return false }
    if ["true", "false"].contains(text.lowercased()) { return true }
    let words = scalars.split { !$0.properties.isAlphabetic }.count
    return words <= 2 && scalars.contains { $0.properties.numericType != nil }
  }

  /// No date or number that is written out is longer, in code points.
  private static let longestValue = 40

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
