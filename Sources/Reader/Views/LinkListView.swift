// The list of links: the words, and the address that they lead to; that of the cursor whole at the foot.
//
//     LINKS 3   /port
//     ▸ yearly report     https://port.example/report
//       her letter        mailto:kern@port.example
//
//     https://port.example/report

import ArticleModel
import Interface
import Screen

/// Draws the list of links over the whole screen but its foot.
struct LinkListView {
  let list: LinkList
  private let shown: [ArticleStructure.Link]
  private var theme: Theme { list.theme }
  private var columns: Column { list.size.columns }

  init(list: LinkList) { (self.list, shown) = (list, list.shown) }

  /// How many rows the address of the cursor has at the foot.
  private static let rowsOfAddress = 2

  func draw(into frame: inout Frame) {
    let rows = max(list.size.rows.value - 2, 1)
    frame.clear(Area(row: 0, column: 0, rows: Row(rows), columns: columns))
    frame.cursor = Position(row: 0, column: 0)
    drawTitle(into: &frame)
    let footRows = rows >= 8 ? Self.rowsOfAddress + 1 : 0
    let room = max(rows - 2 - footRows, 1)
    let first = max(0, list.list.cursor - room + 1)
    let visible = shown.dropFirst(first).prefix(room)
    let width = self.width(of: visible)
    for (offset, link) in visible.enumerated() {
      draw(
        link, isSelected: first + offset == list.list.cursor, width: width,
        at: Row(min(offset + 2, rows - 1)), into: &frame)
    }
    if footRows > 0 { drawAddress(above: Row(rows), into: &frame) }
  }

  private func drawTitle(into frame: inout Frame) {
    let end = frame.write(
      " LINKS \(shown.count)".truncated(to: columns), at: Position(row: 0, column: 0),
      style: theme[.paneTitle])
    guard let filter = list.list.filter else { return }
    let last = frame.write(
      "/\(filter.text)", at: Position(row: 0, column: end + 2), style: theme[.prompt])
    if list.list.isTyping { frame.cursor = Position(row: 0, column: last) }
    if shown.isEmpty {
      frame.write(
        "no entry matches the filter", at: Position(row: 2, column: 3), style: theme[.paneDetail])
    }
  }

  /// The words have as much room as they need, but leave half of it to the addresses.
  private func width(of links: ArraySlice<ArticleStructure.Link>) -> Column {
    let longest = links.map { list.words(of: $0).displayWidth }.max() ?? 0
    return min(longest, max(Column((columns.value - 6) / 2), 6))
  }

  private func draw(
    _ link: ArticleStructure.Link, isSelected: Bool, width: Column, at row: Row,
    into frame: inout Frame
  ) {
    if isSelected {
      frame.write("▸", at: Position(row: row, column: 1), style: theme[.paneTitle])
      if !list.list.isTyping { frame.cursor = Position(row: row, column: 1) }
    }
    let style = theme[.paneText].overlaid(by: isSelected ? theme[.paneCursorFocused] : .plain)
    frame.write(
      list.words(of: link).truncated(to: width), at: Position(row: row, column: 3), style: style)
    let place = Position(row: row, column: width + 5)
    let end = frame.write(
      link.target.truncated(to: max(columns - place.column - 1, 0)), at: place,
      style: theme[.paneDetail])
    if let link = FrameLink(link.target, at: place, columns: end - place.column) {
      frame.add(link)
    }
  }

  private func drawAddress(above bottom: Row, into frame: inout Frame) {
    guard let address = list.current?.target else { return }
    // Addresses have no blanks to wrap at.
    let width = max(columns - 2, 1)
    var rest = address[...]
    for number in 0..<Self.rowsOfAddress {
      let row = bottom - Row(Self.rowsOfAddress - number)
      let isLast = number == Self.rowsOfAddress - 1
      let line = isLast ? rest.truncated(to: width) : String(rest.prefix(width.value))
      frame.write(line, at: Position(row: row, column: 1), style: theme[.paneText])
      rest = rest.dropFirst(width.value)
    }
  }
}
