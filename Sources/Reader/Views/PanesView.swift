// The panes: headings, entries, the selected one with its details. Side by side with the text they
// share the height; on a narrow screen one has it to itself.

import Interface
import Screen

/// Draws the panes.
struct PanesView {
  let state: ReaderState
  let area: Area

  func draw(into frame: inout Frame) {
    // A pane that has the keys shows the cursor, too.
    guard state.focus == .article else { return drawRooms(into: &frame) }
    let compares = state.drawn.compares
    state.drawn.panes.lay(likewise: key, in: area, of: &frame, compares: compares) { frame in
      let edition = state.panesEdition(columns: area.size.columns)
      for room in rooms {
        let key = DrawingMemory.PictureKey(
          lines: linesKey(of: room.pane, room.fullness), area: room.area)
        state.drawn.picture(of: room.pane, in: edition).lay(
          likewise: key, in: room.area, of: &frame, compares: compares
        ) { draw(room, into: &$0) }
      }
    }
  }

  private func drawRooms(into frame: inout Frame) {
    for room in rooms { draw(room, into: &frame) }
  }

  /// All that the panes are drawn from while the article has the keys.
  private var key: DrawingMemory.PanesKey {
    DrawingMemory.PanesKey(
      edition: state.panesEdition(columns: area.size.columns), area: area,
      cursors: Pane.all.map { state.shownRow(of: $0) })
  }

  /// The pane in a row of the screen, and the row of its list there; a heading has none.
  func hit(_ row: Row) -> (pane: Pane, row: Int?)? {
    guard let room = rooms.first(where: { $0.area.rows.contains(row) }) else { return nil }
    let lines = lines(of: room, rows: room.area.size.rows.value - 1)
    let line = (row - room.area.top).value - 1
    return (room.pane, lines.indices.contains(line) ? lines[line].number : nil)
  }

  private func lines(of room: Room, rows: Int) -> [PaneLines.Line] {
    if state.panes.folded.contains(room.pane) { return [] }
    return lines(of: room.pane, room.content, room.fullness).window(rows: max(rows, 0))
  }

  private func lines(
    of pane: Pane, _ content: PaneContent, _ fullness: PaneFullness
  ) -> PaneLines {
    let columns = area.size.columns
    let key = linesKey(of: pane, fullness)
    return state.drawn.lines(key, in: state.panesEdition(columns: columns)) {
      PaneLines(
        content, cursor: key.cursor, columns: columns, fullness: fullness,
        isFocused: key.isFocused
      ) { number, fullness, make in
        let entry = DrawingMemory.EntryLineKey(
          pane: pane, number: number, fullness: fullness, isSelected: number == key.cursor)
        return state.drawn.lines(entry, in: state.panesEdition(columns: columns), make: make)
      }
    }
  }

  private func linesKey(of pane: Pane, _ fullness: PaneFullness) -> DrawingMemory.LinesKey {
    DrawingMemory.LinesKey(
      pane: pane, cursor: state.shownRow(of: pane), fullness: fullness,
      isFocused: state.focus == .pane(pane))
  }

  /// A pane that is shown, with its share of the height.
  private struct Room {
    let pane: Pane
    let content: PaneContent
    let fullness: PaneFullness
    let area: Area
  }

  private var rooms: [Room] {
    let panes = state.plan.isWide ? Pane.shown(in: state) : state.focus.pane.map { [$0] } ?? []
    let contents = panes.map { state.content(of: $0, columns: area.size.columns) }
    let sharing = PaneSharing(
      available: area.size.rows.value, focused: panes.firstIndex { state.focus == .pane($0) },
      counts: panes.indices.map { isFolded(panes[$0]) ? 0 : contents[$0].count },
      first: panes.indices.filter { panes[$0].description.listsMarks }
    ) { height(of: panes[$0], contents[$0], $1) }
    let heights = sharing.heights
    var row = area.top
    return panes.indices.map { index in
      defer { row = row + Row(heights[index]) }
      return Room(
        pane: panes[index], content: contents[index], fullness: sharing.fullness[index],
        area: Area(
          row: row, column: area.left, rows: Row(heights[index]), columns: area.size.columns))
    }
  }

  /// The rows that a pane would fill: heading, entries, the selected one's details, footnotes, a gap.
  private func height(of pane: Pane, _ content: PaneContent, _ fullness: PaneFullness) -> Int {
    isFolded(pane) ? 1 : 1 + lines(of: pane, content, fullness).count + 1
  }

  private func isFolded(_ pane: Pane) -> Bool { state.panes.folded.contains(pane) }

  private func draw(_ room: Room, into frame: inout Frame) {
    let area = room.area
    guard area.size.rows > 0 else { return }
    drawHeading(room.pane, room.content, in: area, into: &frame)
    let body = Row(max(area.size.rows.value - 1, 0))
    let lines = lines(of: room, rows: body.value)
    for (row, line) in zip(area.top + 1..<area.top + 1 + body, lines) {
      draw(line, of: room, at: row, into: &frame)
    }
  }

  /// Draws a line; that of an entry which is not selected, as it was drawn before.
  private func draw(_ line: PaneLines.Line, of room: Room, at row: Row, into frame: inout Frame) {
    let area = room.area
    guard !line.isCursor, let number = line.number else {
      return draw(line, at: row, in: area, into: &frame)
    }
    let key = DrawingMemory.EntryLineKey(
      pane: room.pane, number: number, fullness: room.fullness)
    let edition = state.panesEdition(columns: area.size.columns)
    let start = Position(row: row, column: area.left)
    if let cells = state.drawn.entryLine(key, in: edition) {
      assert(
        !state.drawn.compares || drawnAnew(line, at: row, in: area, on: frame.size) == cells,
        "an entry's line is drawn from more than its key says")
      return frame.lay(cells, from: start, limit: area.right)
    }
    let linksBefore = frame.links.count
    draw(line, at: row, in: area, into: &frame)
    // Addresses behind cells are not kept with them.
    guard frame.links.count == linksBefore else { return }
    state.drawn.keep(frame.cells(from: start, to: area.right), of: key)
  }

  private func drawnAnew(
    _ line: PaneLines.Line, at row: Row, in area: Area, on screen: Size
  ) -> [Cell] {
    var empty = Frame(size: screen)
    draw(line, at: row, in: area, into: &empty)
    return empty.cells(from: Position(row: row, column: area.left), to: area.right)
  }

  private func drawHeading(
    _ pane: Pane, _ content: PaneContent, in room: Area, into frame: inout Frame
  ) {
    let isFocused = state.focus == .pane(pane)
    let sign = state.panes.folded.contains(pane) ? "▸ " : " "
    let style = state.theme[.paneTitle]
      .overlaid(
        by: isFocused ? Style(.terminalDefault, on: .terminalDefault, [.underline]) : .plain)
    let start = Position(row: room.top, column: room.left)
    let indent = frame.write(sign, at: start, limit: room.right)
    let title = Position(row: room.top, column: indent)
    let end = frame.write(pane.description.title, at: title, style: style, limit: room.right)
    let last = frame.write(
      " \(content.summary)".truncated(to: room.right - end),
      at: Position(row: room.top, column: end), style: state.theme[.paneDetail], limit: room.right)
    guard !content.legend.isEmpty, last + 3 + content.legend.displayWidth < room.right else {
      return
    }
    frame.write(
      content.legend, at: Position(row: room.top, column: last + 3),
      style: state.theme[.paneDetail],
      limit: room.right)
  }

  private func draw(_ line: PaneLines.Line, at row: Row, in room: Area, into frame: inout Frame) {
    let isFocused = state.focus.pane != nil && line.isCursor
    let overlay = line.isCursor ? state.theme[isFocused ? .paneCursorFocused : .paneCursor] : .plain
    func style(_ segment: Segment) -> Style {
      let base = state.theme[segment.role]
      let colored = segment.color.map { base.overlaid(by: Style($0)) } ?? base
      return colored.overlaid(by: overlay)
    }
    if isFocused {
      frame.clear(
        Area(row: row, column: room.left, rows: 1, columns: room.size.columns), style: overlay)
    }
    let rightWidth = line.right.reduce(Column(0)) { $0 + $1.text.displayWidth }
    let marker = line.isCursor ? "▸ " : "  "
    var column = frame.write(
      marker, at: Position(row: row, column: room.left), style: overlay, limit: room.right)
    let limit = room.right - rightWidth - (rightWidth > 0 ? 2 : 1)
    for segment in SegmentWrapping.line(line.left, room: limit - column) where column < limit {
      let start = Position(row: row, column: column)
      defer { link(segment.text, from: start, to: column, in: &frame) }
      column = frame.write(
        segment.text.truncated(to: limit - column), at: Position(row: row, column: column),
        style: style(segment), limit: limit)
    }
    column = max(room.right - rightWidth - 1, room.left)
    for segment in line.right {
      column = frame.write(
        segment.text, at: Position(row: row, column: column), style: style(segment),
        limit: room.right)
    }
    if isFocused, frame.cursor == nil { frame.cursor = Position(row: row, column: room.left) }
  }

  /// Puts the address that a text ends with behind the cells that show it.
  private func link(
    _ text: String, from start: Position, to end: Column, in frame: inout Frame
  ) {
    guard let address = text.addressAtEnd else { return }
    let before = text[..<address.startIndex].displayWidth
    let position = Position(row: start.row, column: start.column + before)
    if let link = FrameLink(String(address), at: position, columns: end - position.column) {
      frame.add(link)
    }
  }
}

extension String {
  /// The address that the text ends with; nil when there is none.
  fileprivate var addressAtEnd: Substring? {
    // Few texts have an address, and all are looked at whenever the panes are drawn.
    guard utf8.contains(UInt8(ascii: ":")), let start = firstRange(of: "http")?.lowerBound,
      !self[start...].contains(" ")
    else { return nil }
    return self[start...]
  }
}
