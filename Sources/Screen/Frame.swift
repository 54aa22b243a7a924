// The screen in memory. Views write here; the back end shows it; tests read it.

/// One cell of a frame.
public struct Cell: Hashable, Sendable {
  private var shown: Glyph
  /// How it looks.
  public var style: Style

  /// A cell that shows a glyph; nil: the right half of a wide one.
  public init(glyph: Glyph?, style: Style) {
    shown = glyph ?? .rightHalf
    self.style = style
  }

  /// A cell that shows a printable character of ASCII; blank for any other byte.
  package init(ascii byte: UInt8, style: Style) {
    shown = byte.isPlain ? Glyph(ascii: byte) : .space
    self.style = style
  }

  /// What it shows; nil in the right half of a wide glyph.
  public var glyph: Glyph? {
    get { shown == .rightHalf ? nil : shown }
    set { shown = newValue ?? .rightHalf }
  }

  /// An empty cell.
  public static let blank = Cell(glyph: .space, style: .plain)
}

/// A grid of styled cells with the place of the terminal's cursor.
public struct Frame: Hashable, Sendable {
  /// How large the grid is.
  public let size: Size
  /// Where the terminal's own cursor stands; nil when it is hidden.
  public var cursor: Position?
  /// Addresses behind cells.
  public private(set) var links: [FrameLink] = []
  /// All cells, row by row.
  public internal(set) var cells: [Cell]

  /// An empty frame.
  public init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.rows.value * size.columns.value)
  }

  /// The cell at a position inside the frame; a blank one elsewhere.
  public subscript(position: Position) -> Cell {
    index(of: position).map { cells[$0] } ?? .blank
  }

  /// The area of the whole frame.
  public var area: Area { Area(row: 0, column: 0, rows: size.rows, columns: size.columns) }

  /// Writes text from `position` to the right, up to but not into `limit` (by default the right edge),
  /// and returns the column after it. A wide character that does not fit is left out. This is the only
  /// way in which text comes to the screen, so nothing but clean glyphs gets there.
  @discardableResult
  public mutating func write(
    _ text: some StringProtocol, at position: Position, style: Style = .plain, limit: Column? = nil
  ) -> Column {
    let end = min(limit ?? size.columns, size.columns)
    var column = position.column
    Substring(text).forEachCluster { _, _, glyph in
      guard let glyph else { return true }
      guard column + glyph.width <= end else { return false }
      put(glyph, at: Position(row: position.row, column: column), style: style)
      column = column + glyph.width
      return true
    }
    return column
  }

  /// Writes one character, and returns the column after it; nil when it does not fit.
  @discardableResult
  public mutating func write(
    _ character: Character, at position: Position, style: Style = .plain, limit: Column? = nil
  ) -> Column? {
    guard let glyph = Glyph(showing: character) else { return position.column }
    let next = position.column + glyph.width
    if next > min(limit ?? size.columns, size.columns) { return nil }
    put(glyph, at: position, style: style)
    return next
  }

  /// Writes a glyph; one that does not fit is left out.
  package mutating func write(_ glyph: Glyph, at position: Position, style: Style) {
    if position.column + glyph.width <= size.columns { put(glyph, at: position, style: style) }
  }

  /// Gives the colours of `base` to all cells that have the terminal's own.
  public mutating func fillDefaults(with base: Style) {
    if base == .plain { return }
    for index in cells.indices { cells[index].style = base.overlaid(by: cells[index].style) }
  }

  /// The addresses behind the cells of a row.
  public func links(in row: Row) -> [FrameLink] {
    links.isEmpty ? [] : links.filter { $0.position.row == row }
  }

  /// Puts an address behind cells, until something else is written over them.
  public mutating func add(_ link: FrameLink) { links.append(link) }

  /// Fills an area with blanks of a style.
  public mutating func clear(_ area: Area, style: Style = .plain) {
    for row in area.rows {
      for column in area.left..<max(area.left, area.right) {
        put(.space, at: Position(row: row, column: column), style: style)
      }
    }
  }

  /// Fills an area with a character that takes one column.
  public mutating func fill(_ area: Area, with character: Character, style: Style) {
    guard let glyph = Glyph(showing: character), glyph.width == 1 else { return }
    for row in area.rows {
      for column in area.left..<max(area.left, area.right) {
        put(glyph, at: Position(row: row, column: column), style: style)
      }
    }
  }

  private func index(of position: Position) -> Int? {
    guard position.row >= 0, position.row < size.rows, position.column >= 0,
      position.column < size.columns
    else { return nil }
    return position.row.value * size.columns.value + position.column.value
  }

  private mutating func put(_ glyph: Glyph, at position: Position, style: Style) {
    guard let index = index(of: position) else { return }
    if !links.isEmpty { cutLinks(at: position) }
    tearWideGlyph(at: index)
    cells[index] = Cell(glyph: glyph, style: style)
    guard glyph.width == 2 else { return }
    tearWideGlyph(at: index + 1)
    cells[index + 1] = Cell(glyph: nil, style: style)
  }

  /// Takes a cell out of the link behind it.
  private mutating func cutLinks(at position: Position) {
    guard let number = links.firstIndex(where: { $0.covers(position) }) else { return }
    let link = links.remove(at: number)
    links += [link.part(before: position.column), link.part(after: position.column)].compactMap {
      $0
    }
  }

  /// Blanks the other half of a wide glyph of which one half is about to be overwritten.
  private mutating func tearWideGlyph(at index: Int) {
    if cells[index].glyph == nil, index > 0 { cells[index - 1].glyph = .space }
    if cells[index].glyph?.width == 2, index + 1 < cells.count, cells[index + 1].glyph == nil {
      cells[index + 1].glyph = .space
    }
  }
}

extension UInt8 {
  /// Whether it is a printable character of ASCII.
  package var isPlain: Bool { self >= 0x20 && self < 0x7F }
}

extension Frame {
  /// The text of each row without trailing blanks, as tests compare it.
  public var lines: [String] {
    let rows: Range<Row> = 0..<size.rows
    return rows.map { row in
      let columns: Range<Column> = 0..<size.columns
      var text = columns.reduce(into: "") { text, column in
        if let glyph = self[Position(row: row, column: column)].glyph {
          text.append(glyph.character)
        }
      }
      while text.last == " " { text.removeLast() }
      return text
    }
  }
}
