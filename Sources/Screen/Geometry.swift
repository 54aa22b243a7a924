// Places on the screen. Rows and columns have types of their own, so that the compiler catches a mix-up.
// What a frame is made of is public: the compiler inlines nothing else into other modules, and every cell
// of every frame goes through it.

/// A row of the screen, counted from the top; also a number of rows.
public struct Row: Hashable, Comparable, Sendable, ExpressibleByIntegerLiteral, Strideable {
  /// How many rows lie above.
  public var value: Int
  /// Makes a row.
  public init(_ value: Int) { self.value = value }
  /// Makes a row of a literal.
  public init(integerLiteral value: Int) { self.value = value }
  /// How many rows further down `other` is.
  public func distance(to other: Row) -> Int { other.value - value }
  /// The row `n` further down.
  public func advanced(by n: Int) -> Row { Row(value + n) }
  /// Reading order.
  public static func < (a: Row, b: Row) -> Bool { a.value < b.value }
  /// Adds rows.
  public static func + (a: Row, b: Row) -> Row { Row(a.value + b.value) }
  /// Subtracts rows.
  public static func - (a: Row, b: Row) -> Row { Row(a.value - b.value) }
}

/// A column of the screen, counted from the left; also a number of columns.
public struct Column: Hashable, Comparable, Sendable, ExpressibleByIntegerLiteral, Strideable {
  /// How many columns lie to the left.
  public var value: Int
  /// Makes a column.
  public init(_ value: Int) { self.value = value }
  /// Makes a column of a literal.
  public init(integerLiteral value: Int) { self.value = value }
  /// How many columns further right `other` is.
  public func distance(to other: Column) -> Int { other.value - value }
  /// The column `n` further right.
  public func advanced(by n: Int) -> Column { Column(value + n) }
  /// Reading order.
  public static func < (a: Column, b: Column) -> Bool { a.value < b.value }
  /// Adds columns.
  public static func + (a: Column, b: Column) -> Column { Column(a.value + b.value) }
  /// Subtracts columns.
  public static func - (a: Column, b: Column) -> Column { Column(a.value - b.value) }
}

/// How large a screen or a part of it is.
public struct Size: Hashable, Sendable {
  /// Its height.
  public var rows: Row
  /// Its width.
  public var columns: Column

  /// Makes a size; negative lengths become 0.
  public init(rows: Row, columns: Column) {
    self.rows = max(rows, 0)
    self.columns = max(columns, 0)
  }
}

/// A cell's place.
public struct Position: Hashable, Sendable {
  /// Its row.
  public var row: Row
  /// Its column.
  public var column: Column

  /// Makes a place.
  public init(row: Row, column: Column) {
    self.row = row
    self.column = column
  }
}

/// A rectangle of cells.
public struct Area: Hashable, Sendable {
  /// The top left cell.
  public var origin: Position
  /// How large it is.
  public var size: Size

  /// Makes an area.
  public init(row: Row, column: Column, rows: Row, columns: Column) {
    origin = Position(row: row, column: column)
    size = Size(rows: rows, columns: columns)
  }

  /// The top row.
  public var top: Row { origin.row }
  /// The row below the last one.
  public var bottom: Row { origin.row + size.rows }
  /// The leftmost column.
  public var left: Column { origin.column }
  /// The column after the rightmost one.
  public var right: Column { origin.column + size.columns }
  /// Its rows, from the top.
  public var rows: Range<Row> { top..<max(top, bottom) }
}
