// Makes one frame of another on a terminal, in as few bytes as can be: only cells that differ are written,
// and only what changes between their styles is said.
//
//     shown    The minister said he would stay.      the frame that the terminal shows
//     frame    The minister says he would stay.      the frame that is wanted
//     bytes    ESC [ 1 ; 1 6 H  y s                  (the cursor goes there, two cells are written)

#if canImport(Glibc)
  import Glibc
#endif

/// What a terminal shows and how it stands, and the bytes that change it.
package struct FramePainter {
  /// What the terminal can be told.
  package var terminal: TerminalAbilities
  private var shown: Frame?
  private var bytes: [UInt8] = []
  private var renditions: [Style: Rendition] = [:]

  // How the terminal stands; nil where that is not known.
  private var cursor: Position?
  private var style = Style.plain
  private var rendition: Rendition = .plain
  private var isCursorShown: Bool?
  private var address = ""

  /// A painter for a terminal of which nothing is known but what it can do.
  package init(on terminal: TerminalAbilities) { self.terminal = terminal }

  /// Forgets what the terminal shows, after something else has written to it.
  package mutating func forget() {
    shown = nil
    cursor = nil
    isCursorShown = nil
  }

  /// The bytes that make the terminal show a frame. They are to be written, all of them and at once.
  package mutating func paint(_ frame: Frame) -> [UInt8] {
    bytes.removeAll(keepingCapacity: true)
    let before = shown?.size == frame.size ? shown : nil
    if before == nil { clear() }
    // A terminal that has been cleared shows the same blank row everywhere.
    let columns = frame.size.columns
    let old = before ?? Frame(size: Size(rows: 1, columns: columns))
    let hasOtherLinks = terminal.showsLinks && frame.links != old.links
    frame.cells.withUnsafeBufferPointer { cells in
      old.cells.withUnsafeBufferPointer { oldCells in
        for row in frame.area.rows {
          paint(
            row, RowOfCells(cells, columns, row),
            over: RowOfCells(oldCells, columns, before == nil ? 0 : row), frame, old, hasOtherLinks)
        }
      }
    }
    setAddress("")
    place(frame.visibleCursor, in: frame)
    shown = frame
    return synchronized(bytes)
  }

  // MARK: Rows

  private mutating func paint(
    _ row: Row, _ cells: RowOfCells, over oldCells: RowOfCells, _ frame: Frame, _ old: Frame,
    _ hasOtherLinks: Bool
  ) {
    if !hasOtherLinks, cells == oldCells { return }
    let links = terminal.showsLinks ? AddressesOfRow(frame, row) : .none
    let oldLinks = hasOtherLinks ? AddressesOfRow(old, row) : links
    let tail = emptyTail(cells, links)
    func differs(_ column: Int) -> Bool {
      cells[column] != oldCells[column] || (hasOtherLinks && links[column] != oldLinks[column])
    }
    var column = 0
    while column < tail {
      if differs(column), let blanks = blankRun(cells, column..<tail, links, differs) {
        erase(blanks, like: cells[column], at: row, of: frame)
        column = blanks.upperBound
        continue
      }
      if differs(column) || (column + 1 < tail && isTorn(cells, column, differs)) {
        write(cells, column, links, at: row, of: frame)
        if links.isEmpty { column = writeRun(cells, after: column, before: tail, at: row, differs) }
      }
      column += 1
    }
    let stale = (tail..<cells.count).filter(differs)
    guard let first = stale.first else { return }
    empty(cells, from: first, stale: stale.count, links, at: row, of: frame)
  }

  /// Whether the right half of a wide glyph has to be written with its left half, which has not changed.
  private func isTorn(
    _ cells: RowOfCells, _ column: Int, _ differs: (Int) -> Bool
  ) -> Bool {
    cells[column + 1].glyph == nil && differs(column + 1)
  }

  /// The column from which on a row is blank and can be emptied in one go; its end when that gains nothing.
  private mutating func emptyTail(
    _ cells: RowOfCells, _ links: AddressesOfRow
  ) -> Int {
    guard !terminal.clearToEndOfRow.isEmpty, cells.count > 0,
      case let last = cells[cells.count - 1], last.glyph == .space,
      rendition(of: last.style).looksEmpty(on: terminal)
    else { return cells.count }
    var column = cells.count
    while column > 0, cells[column - 1] == last, !links.has(column - 1) { column -= 1 }
    return column
  }

  /// Blanks the end of a row.
  private mutating func empty(
    _ cells: RowOfCells, from first: Int, stale: Int, _ links: AddressesOfRow,
    at row: Row, of frame: Frame
  ) {
    guard stale > terminal.clearToEndOfRow.count else {
      for column in first..<cells.count { write(cells, column, links, at: row, of: frame) }
      return
    }
    move(to: Position(row: row, column: Column(first)), in: frame)
    setAddress("")
    set(cells[first].style)
    bytes += terminal.clearToEndOfRow
  }

  /// So many blanks take fewer bytes when they are erased, the way to what follows them included.
  private static let manyBlanks = 12

  /// The blanks at the beginning of a range that are to be erased in one go; nil when that gains nothing.
  private mutating func blankRun(
    _ cells: RowOfCells, _ range: Range<Int>, _ links: AddressesOfRow, _ differs: (Int) -> Bool
  ) -> Range<Int>? {
    let first = cells[range.lowerBound]
    guard terminal.erasesCharacters, first.glyph == .space, range.count > Self.manyBlanks,
      cells[range.lowerBound + Self.manyBlanks] == first,
      rendition(of: first.style).looksEmpty(on: terminal)
    else { return nil }
    var (end, stale) = (range.lowerBound, 0)
    for column in range {
      guard cells[column] == first, !links.has(column) else { break }
      if differs(column) { (end, stale) = (column + 1, stale + 1) }
    }
    return stale > Self.manyBlanks ? range.lowerBound..<end : nil
  }

  /// Blanks a stretch of a row and leaves the cursor at its beginning.
  private mutating func erase(
    _ columns: Range<Int>, like blank: Cell, at row: Row, of frame: Frame
  ) {
    move(to: Position(row: row, column: Column(columns.lowerBound)), in: frame)
    setAddress("")
    set(blank.style)
    bytes.append(control: UInt8(ascii: "X"), columns.count)
  }

  // MARK: Cells

  private mutating func write(
    _ cells: RowOfCells, _ column: Int, _ links: AddressesOfRow, at row: Row,
    of frame: Frame
  ) {
    let cell = cells[column]
    let position = Position(row: row, column: Column(column))
    guard let glyph = cell.glyph, !isLastCell(position, of: frame) else { return }
    move(to: position, in: frame)
    setAddress(links[column])
    set(cell.style)
    glyph.append(to: &bytes)
    let next = position.column + glyph.width
    let isKnown = glyph.hasTrustedWidth && next < frame.size.columns
    cursor = isKnown ? Position(row: row, column: next) : nil
  }

  /// Writes the cells behind one that has just been written, as far as they differ, look the same, and hold nothing but
  /// ASCII; gives the last one. Most of what is written is such text. Blanks that may be many, and the last column, are
  /// left to others.
  private mutating func writeRun(
    _ cells: RowOfCells, after column: Int, before tail: Int, at row: Row,
    _ differs: (Int) -> Bool
  ) -> Int {
    var next = column + 1
    guard cursor == Position(row: row, column: Column(next)) else { return column }
    while next < tail, next < cells.count - 1, differs(next) {
      let cell = cells[next]
      guard cell.style == style, let byte = cell.glyph?.ascii,
        byte != 0x20 || cells[next + 1] != cell
      else { break }
      bytes.append(byte)
      next += 1
    }
    cursor = Position(row: row, column: Column(next))
    return next - 1
  }

  private func isLastCell(_ position: Position, of frame: Frame) -> Bool {
    !terminal.keepsLastCell && position.row == frame.size.rows - 1
      && position.column == frame.size.columns - 1
  }

  private mutating func set(_ wanted: Style) {
    guard wanted != style else { return }
    let next = rendition(of: wanted)
    next.append(after: rendition, on: terminal, to: &bytes)
    (style, rendition) = (wanted, next)
  }

  private mutating func rendition(of style: Style) -> Rendition {
    if let known = renditions[style] { return known }
    let made = Rendition(of: style, on: terminal)
    renditions[style] = made
    return made
  }

  /// Puts an address behind the cells that follow (OSC 8). Cells with the same id are one link to the
  /// terminal, wherever lines end.
  private mutating func setAddress(_ wanted: String) {
    guard wanted != address else { return }
    address = wanted
    let id = wanted.utf8.reduce(UInt64(5381)) { $0 &* 33 &+ UInt64($1) }
    let parameters = wanted.isEmpty ? "" : "id=" + String(id, radix: 36)
    bytes += "\u{1B}]8;\(parameters);\(wanted)\u{1B}\\".utf8
  }

  // MARK: The cursor

  /// Unchanged cells up to this many are written once more rather than jumped over: it takes fewer bytes.
  private static let shortGap = 4

  private mutating func move(to position: Position, in frame: Frame) {
    if cursor == position { return }
    defer { cursor = position }
    guard let from = cursor, terminal.speaksECMA48 else {
      terminal.append(addressOf: position, to: &bytes)
      return
    }
    let gap = (position.column - from.column).value
    if from.row == position.row, gap > 0 {
      if rewrites(from, gap: gap, in: frame) { return }
      bytes.append(control: UInt8(ascii: "C"), gap)
    } else if position == Position(row: from.row + 1, column: 0) {
      bytes += [0x0D, 0x0A]
    } else {
      terminal.append(addressOf: position, to: &bytes)
    }
  }

  /// Writes the unchanged cells between the cursor and the next change, when they are few and look as what
  /// was written last.
  private mutating func rewrites(_ from: Position, gap: Int, in frame: Frame) -> Bool {
    guard gap <= Self.shortGap, address.isEmpty, frame.links.isEmpty else { return false }
    let start = from.column.value
    let first = from.row.value * frame.size.columns.value + start
    for index in first..<first + gap
    where frame.cells[index].style != style || frame.cells[index].glyph?.ascii == nil {
      return false
    }
    for index in first..<first + gap { frame.cells[index].glyph?.append(to: &bytes) }
    return true
  }

  private mutating func place(_ wanted: Position?, in frame: Frame) {
    if let wanted { move(to: wanted, in: frame) }
    guard isCursorShown != (wanted != nil) else { return }
    isCursorShown = wanted != nil
    bytes += wanted == nil ? terminal.hideCursor : terminal.showCursor
  }

  // MARK: The whole

  private mutating func clear() {
    bytes += terminal.reset
    bytes += terminal.clearScreen
    (style, rendition, cursor, address) = (.plain, .plain, Position(row: 0, column: 0), "")
  }

  /// Larger changes than this are marked as one, so that no terminal shows half of them.
  private static let fewBytes = 256

  private func synchronized(_ bytes: [UInt8]) -> [UInt8] {
    guard terminal.synchronizes, bytes.count > Self.fewBytes else { return bytes }
    return Array("\u{1B}[?2026h".utf8) + bytes + Array("\u{1B}[?2026l".utf8)
  }
}

/// The cells of a row of a frame. Holds a pointer into the cells of the frame, because an array would be
/// counted by reference at every look: it must not outlive the call that lent it.
private struct RowOfCells: Equatable {
  private let cells: UnsafeBufferPointer<Cell>

  init(_ all: UnsafeBufferPointer<Cell>, _ columns: Column, _ row: Row) {
    let start = row.value * columns.value
    cells = UnsafeBufferPointer(rebasing: all[start..<start + columns.value])
  }

  var count: Int { cells.count }

  subscript(column: Int) -> Cell { cells[column] }

  /// Compares bytes: a cell has none that means nothing.
  static func == (a: Self, b: Self) -> Bool {
    guard a.count == b.count, let start = a.cells.baseAddress, let other = b.cells.baseAddress
    else { return a.count == b.count }
    return memcmp(start, other, a.count * MemoryLayout<Cell>.stride) == 0
  }
}

/// The addresses behind the cells of a row.
private struct AddressesOfRow {
  private var links: [FrameLink]

  static let none = AddressesOfRow()

  private init() { links = [] }

  init(_ frame: Frame, _ row: Row) { links = frame.links(in: row) }

  /// Whether there are none.
  var isEmpty: Bool { links.isEmpty }

  /// Whether there is an address behind a cell.
  func has(_ column: Int) -> Bool { !links.isEmpty && !self[column].isEmpty }

  /// The address behind a cell; empty for none.
  subscript(column: Int) -> String {
    if links.isEmpty { return "" }
    let link = links.first {
      ($0.position.column..<$0.position.column + $0.columns).contains(Column(column))
    }
    return link?.address ?? ""
  }
}

extension Glyph {
  /// Whether terminals agree on how wide it is. They do not on what several code points come to, nor on
  /// pictures, of which every version of Unicode brings more.
  fileprivate var hasTrustedWidth: Bool {
    if ascii != nil { return true }
    return singleScalar.map { $0.value < 0x1_F000 } ?? false
  }
}

extension Frame {
  /// The cursor, unless it stands beyond the edge: on a screen of a few cells a view may have no room for it.
  fileprivate var visibleCursor: Position? {
    cursor.flatMap { position in
      let isOnRow = position.column >= area.left && position.column < area.right
      return isOnRow && area.rows.contains(position.row) ? position : nil
    }
  }
}
