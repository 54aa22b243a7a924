// Comma-separated values as RFC 4180 writes them, with nothing in them that a spreadsheet would run.

/// A table with a header.
package struct CSVTable: Hashable, Sendable {
  /// The names of the columns.
  package var columns: [String]
  /// The rows; each has a cell a column.
  package var rows: [[String]]

  /// The rows of a text that had more cells than columns, which is what an unquoted separator makes of one.
  package private(set) var overlong: Set<Int> = []

  /// The columns whose cells are words, whatever they look like.
  package var words: Set<String> = []

  /// Starts a table.
  package init(columns: [String], rows: [[String]] = [], words: Set<String> = []) {
    self.columns = columns
    self.rows = rows
    self.words = words
  }

  /// The table as text: one line per row, cells in quotation marks where they need them.
  package var text: String {
    let areWords = columns.map(words.contains)
    let head = columns.map { Self.cell($0, isWords: false) }.joined(separator: ",") + "\n"
    return head
      + rows.map { row in
        zip(row, areWords).map { Self.cell($0, isWords: $1) }.joined(separator: ",") + "\n"
      }
      .joined()
  }

  private static func cell(_ text: String, isWords: Bool) -> String {
    let text = SpreadsheetCell.defused(text, isWords: isWords)
    guard text.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  /// Reads a table: the first line names the columns. Rows that are shorter than it are filled up. Cells are
  /// separated by what separates the names of the columns: commas, or semicolons or tabs, which spreadsheets
  /// write in many countries.
  package init(parsing text: String) {
    var lines = Self.lines(of: text, separator: Self.separator(of: text))
    columns = lines.isEmpty ? [] : lines.removeFirst()
    let width = columns.count
    lines.removeAll { $0 == [""] }
    overlong = Set(lines.indices.filter { lines[$0].dropFirst(width).contains { !$0.isEmpty } })
    rows = lines.map { line in
      let cells = line.prefix(width).map(SpreadsheetCell.undefused)
      return cells + Array(repeating: "", count: width - cells.count)
    }
  }

  private static func separator(of text: String) -> Unicode.Scalar {
    let first = text.unicodeScalars.prefix { $0 != "\n" }
    return [",", ";", "\t"].max { a, b in first.count { $0 == a } < first.count { $0 == b } } ?? ","
  }

  private static func lines(of text: String, separator: Unicode.Scalar) -> [[String]] {
    var (lines, line): ([[String]], [String]) = ([], [])
    var cell = String.UnicodeScalarView()
    var (isQuoted, wasQuote) = (false, false)
    func finish() {
      line.append(String(cell))
      cell = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars.drop(while: { $0 == "\u{FEFF}" }) {
      if scalar == "\"" {
        if wasQuote, !isQuoted { cell.append(scalar) }
        isQuoted.toggle()
        wasQuote = true
        continue
      }
      wasQuote = false
      switch scalar {
      case _ where isQuoted: cell.append(scalar)
      case separator: finish()
      case "\r": break
      case "\n":
        finish()
        lines.append(line)
        line = []
      default: cell.append(scalar)
      }
    }
    if !cell.isEmpty || !line.isEmpty {
      finish()
      lines.append(line)
    }
    return lines
  }
}
