// The list of terms: letter, name, grouped; below it what the term under the cursor means.

import Screen

/// Draws a picker.
struct PickerView {
  let stage: Stage
  let picker: Picker

  /// A line of the list.
  private struct Line {
    /// The group's name, on its first line.
    var group: String
    var entry: Picker.Entry
    /// The entry's index among those shown.
    var number: Int
  }

  func draw(into frame: inout Frame) {
    let lines = self.lines
    let below = stage.size.rows >= 16 ? 3 : stage.size.rows >= 8 ? 2 : 0
    let available = max(stage.bodyEnd.value - 2 - below, 1)
    let columnCount = lines.count > available && stage.size.columns >= 76 ? 2 : 1
    let rows = min((lines.count + columnCount - 1) / columnCount, available)
    let width = columnWidth(of: lines)
    let popup = Popup(stage: stage, title: picker.title)
    let area = popup.open(
      rows: Row(max(rows, 1) + below),
      columns: Column(min(max(width * columnCount, 64), max(stage.size.columns.value - 4, 8))),
      into: &frame)
    let listRows = max(area.size.rows.value - below, 1)
    draw(
      lines, in: area, rows: listRows, columnCount: columnCount,
      width: min(width, area.size.columns.value / columnCount), into: &frame)
    drawMeaning(
      Area(
        row: area.bottom - Row(below), column: area.left, rows: Row(below - 1),
        columns: area.size.columns), into: &frame)
    drawFoot(area, hidden: lines.count - listRows * columnCount, into: &frame)
  }

  private var lines: [Line] {
    var previous = ""
    return picker.shown.enumerated().map { number, entry in
      defer { previous = entry.group }
      return Line(group: entry.group == previous ? "" : entry.group, entry: entry, number: number)
    }
  }

  private var groupWidth: Int {
    min(picker.entries.map(\.group.displayWidth.value).max() ?? 0, 16) + 1
  }

  private func columnWidth(of lines: [Line]) -> Int {
    groupWidth + 3 + (picker.entries.map(\.label.displayWidth.value).max() ?? 0) + 2
  }

  private func draw(
    _ lines: [Line], in area: Area, rows: Int, columnCount: Int, width: Int,
    into frame: inout Frame
  ) {
    let first = max(0, picker.cursor - rows * columnCount + 1)
    let start = columnCount > 1 ? first / rows * rows : first
    for (place, line) in lines.dropFirst(start).prefix(rows * columnCount).enumerated() {
      let row = area.top + Row(place % rows)
      let left = area.left + Column(place / rows * width)
      // A column that begins in the middle of a group repeats its name.
      let group = place % rows == 0 ? line.entry.group : line.group
      let limit = min(left + Column(width), area.right)
      draw(line, group: group, at: Position(row: row, column: left), limit: limit, &frame)
    }
  }

  private func draw(
    _ line: Line, group: String, at position: Position, limit: Column, _ frame: inout Frame
  ) {
    let theme = stage.theme
    let label = Position(row: position.row, column: position.column + Column(groupWidth))
    frame.write(
      group.truncated(to: Column(groupWidth - 1)), at: position, style: theme[.popupDetail],
      limit: limit)
    let isCursor = line.number == picker.cursor
    let cursor = isCursor ? theme[.popupCursor] : .plain
    let end = frame.write(
      String(line.entry.key), at: label, style: theme[.popupKey].overlaid(by: cursor), limit: limit)
    let sign = line.entry.isHeld ? "•" : " "
    let name = line.entry.label.truncated(to: max(limit - end - 2, 1))
    frame.write(
      "\(sign)\(name) ", at: Position(row: label.row, column: end),
      style: theme[.popup].overlaid(by: cursor), limit: limit)
  }

  /// What the entry under the cursor means.
  private func drawMeaning(_ area: Area, into frame: inout Frame) {
    guard area.size.rows > 0 else { return }
    let meaning = picker.current?.explanation ?? "no entry matches the filter"
    let lines = meaning.wrapped(to: area.size.columns, lines: area.size.rows.value)
    for (row, line) in zip(area.rows, lines) {
      frame.write(
        line, at: Position(row: row, column: area.left), style: stage.theme[.popupDetail],
        limit: area.right)
    }
  }

  /// The filter, or how to use the picker.
  private func drawFoot(_ area: Area, hidden: Int, into frame: inout Frame) {
    guard area.size.rows >= 3 else { return }
    let last = Position(row: area.bottom - 1, column: area.left)
    if let filter = picker.filter {
      frame.write(
        "/\(filter.text)".truncated(to: area.size.columns - 1), at: last,
        style: stage.theme[.prompt], limit: area.right)
      frame.cursor = Position(
        row: last.row, column: min(last.column + 1 + filter.text.displayWidth, area.right - 1))
    } else {
      let place = hidden > 0 ? "\(picker.cursor + 1) of \(picker.shown.count) · " : ""
      frame.write(place + howTo, at: last, style: stage.theme[.popupDetail], limit: area.right)
    }
  }

  private var howTo: String {
    let filter = stage.keymap.keys(for: .search, in: .picker).map { Key.hint(for: $0) } ?? "/"
    return "a letter picks · \(filter) filters"
  }
}
