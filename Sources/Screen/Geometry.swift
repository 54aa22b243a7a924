// Places on the screen. Rows and columns have types of their own, so that the compiler catches a mix-up.

/// A row of the screen, counted from the top; also a number of rows.
package struct Row: Hashable, Comparable, Sendable, ExpressibleByIntegerLiteral, Strideable {
  /// How many rows lie above.
  package var value: Int
  /// Makes a row.
  package init(_ value: Int) { self.value = value }
  /// Makes a row of a literal.
  package init(integerLiteral value: Int) { self.value = value }
  /// How many rows further down `other` is.
  package func distance(to other: Row) -> Int { other.value - value }
  /// The row `n` further down.
  package func advanced(by n: Int) -> Row { Row(value + n) }
  /// Reading order.
  package static func < (a: Row, b: Row) -> Bool { a.value < b.value }
  /// Adds rows.
  package static func + (a: Row, b: Row) -> Row { Row(a.value + b.value) }
  /// Subtracts rows.
  package static func - (a: Row, b: Row) -> Row { Row(a.value - b.value) }
}

/// A column of the screen, counted from the left; also a number of columns.
package struct Column: Hashable, Comparable, Sendable, ExpressibleByIntegerLiteral, Strideable {
  /// How many columns lie to the left.
  package var value: Int
  /// Makes a column.
  package init(_ value: Int) { self.value = value }
  /// Makes a column of a literal.
  package init(integerLiteral value: Int) { self.value = value }
  /// How many columns further right `other` is.
  package func distance(to other: Column) -> Int { other.value - value }
  /// The column `n` further right.
  package func advanced(by n: Int) -> Column { Column(value + n) }
  /// Reading order.
  package static func < (a: Column, b: Column) -> Bool { a.value < b.value }
  /// Adds columns.
  package static func + (a: Column, b: Column) -> Column { Column(a.value + b.value) }
  /// Subtracts columns.
  package static func - (a: Column, b: Column) -> Column { Column(a.value - b.value) }
}

/// How large a screen or a part of it is.
package struct Size: Hashable, Sendable {
  /// Its height.
  package var rows: Row
  /// Its width.
  package var columns: Column

  /// Makes a size; negative lengths become 0.
  package init(rows: Row, columns: Column) {
    self.rows = max(rows, 0)
    self.columns = max(columns, 0)
  }
}

/// A cell's place.
package struct Position: Hashable, Sendable {
  /// Its row.
  package var row: Row
  /// Its column.
  package var column: Column

  /// Makes a place.
  package init(row: Row, column: Column) {
    self.row = row
    self.column = column
  }
}

/// A rectangle of cells.
package struct Area: Hashable, Sendable {
  /// The top left cell.
  package var origin: Position
  /// How large it is.
  package var size: Size

  /// Makes an area.
  package init(row: Row, column: Column, rows: Row, columns: Column) {
    origin = Position(row: row, column: column)
    size = Size(rows: rows, columns: columns)
  }

  /// The top row.
  package var top: Row { origin.row }
  /// The row below the last one.
  package var bottom: Row { origin.row + size.rows }
  /// The leftmost column.
  package var left: Column { origin.column }
  /// The column after the rightmost one.
  package var right: Column { origin.column + size.columns }
  /// Its rows, from the top.
  package var rows: Range<Row> { top..<max(top, bottom) }
}
