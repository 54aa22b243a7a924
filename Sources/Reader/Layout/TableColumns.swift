// The columns of a table, whose rows are blocks with cells divided by " | ".
//
//     Port      | Ships | Tonnes         what makes the cells of a column stand below each other are gaps:
//     Lübeck    |    40 |  1,200         empty columns that are no text

import ArticleModel
import Screen

/// The rows of one table.
struct TableRows {
  let text: ArticleText
  let spans: [TextSpan]

  /// Tables with more rows are not aligned.
  private static let most = 512

  /// The rows around one of them; nil when there are too many.
  init?(around row: Block, in article: Article) {
    var first = row
    var count = 1
    while let before = article.block(before: first), before.kind == .tableRow {
      (first, count) = (before, count + 1)
      if count > Self.most { return nil }
    }
    var spans: [TextSpan] = []
    var next: Block? = first
    while let block = next, block.kind == .tableRow {
      spans.append(block.span)
      if spans.count > Self.most { return nil }
      next = article.block(after: block)
    }
    (text, self.spans) = (article.text, spans)
  }
}

/// The widths of the columns of a table.
struct TableColumns {
  /// What stands between two cells in the text.
  private static let separator = Array(" | ".utf8)
  /// Columns that are wider are not aligned: such cells are text, and wrap better than they align.
  private static let widest: Column = 1000

  private var columns: [TableColumn] = []

  private struct TableColumn {
    var width: Column = 0
    /// How many cells below the first row are figures, and how many are not.
    var figures = 0
    var words = 0

    var isOfFigures: Bool { figures > words }
  }

  /// Measures the cells of some rows. A row of one cell only is no measure for a column.
  init(of rows: TableRows) {
    for (number, row) in rows.spans.enumerated() {
      let cells = Self.cells(of: row, in: rows.text)
      if cells.count < 2 { continue }
      for (index, cell) in cells.enumerated() {
        if index == columns.count { columns.append(TableColumn()) }
        columns[index].width = max(columns[index].width, Self.width(of: cell, in: rows.text))
        if number == 0 { continue }
        if Self.isFigure(cell, in: rows.text) {
          columns[index].figures += 1
        } else {
          columns[index].words += 1
        }
      }
    }
  }

  /// How wide the whole table is.
  var width: Column {
    let separators = Column(max(columns.count - 1, 0) * Self.separator.count)
    return columns.reduce(separators) { min($0 + $1.width, Self.widest) }
  }

  /// The line of a row, with gaps that bring its cells below those of the other rows.
  func line(of row: TextSpan, indent: Column, in text: ArticleText) -> TextLine {
    var line = TextLine(span: row, indent: indent)
    let cells = Self.cells(of: row, in: text)
    if cells.count < 2 { return line }
    for (column, cell) in zip(columns, cells) {
      let gap = column.width - Self.width(of: cell, in: text)
      if gap <= 0 { continue }
      let place = column.isOfFigures ? cell.start : cell.end
      if place < row.end { line.gaps.append(TextLine.Gap(offset: place, columns: gap)) }
    }
    return line
  }

  /// The cells of a row.
  private static func cells(of row: TextSpan, in text: ArticleText) -> [TextSpan] {
    text.withBytes { bytes in
      var cells: [TextSpan] = []
      var (start, at) = (row.start.value, row.start.value)
      while at + separator.count <= row.end.value {
        if bytes[at] == 0x20, bytes[at..<at + separator.count].elementsEqual(separator) {
          cells.append(TextSpan(start..<at))
          at += separator.count
          start = at
        } else {
          at += 1
        }
      }
      return cells + [TextSpan(start..<row.end.value)]
    }
  }

  private static func width(of cell: TextSpan, in text: ArticleText) -> Column {
    text.clusters(in: cell).last.map { $0.column + $0.width } ?? 0
  }

  /// Whether a cell is a number, perhaps with its unit: "1,200", "–3.5 %", "€40".
  private static func isFigure(_ cell: TextSpan, in text: ArticleText) -> Bool {
    if cell.isEmpty || cell.count > 24 { return false }
    let words = text.string(in: cell)
    return words.contains(where: \.isNumber) && !words.contains(where: \.isLetter)
  }
}
