// The box that menus and pickers stand in.

import Screen

/// A box over the article.
package struct Popup {
  package let stage: Stage
  /// The heading, in the upper border.
  package let title: String

  package init(stage: Stage, title: String) {
    (self.stage, self.title) = (stage, title)
  }

  /// Draws the border of a box for `rows` lines of `columns`, away from the caret, and returns the area
  /// inside it.
  package func open(rows: Row, columns: Column, into frame: inout Frame) -> Area {
    let size = stage.size
    if size.rows < Self.leastRowsForBorder { return openBare(into: &frame) }
    let width = min(columns + 4, size.columns)
    let height = min(rows + 2, max(size.rows - 1, 0))
    let column = max(min(Column(4), size.columns - width), 0)
    let top = self.top(height: height, caret: frame.cursor?.row ?? 0)
    let box = Area(row: top, column: column, rows: height, columns: width)
    let style = stage.theme[.popup]
    frame.clear(box, style: style)
    drawBorder(box, style: style, into: &frame)
    return Area(
      row: box.top + 1, column: box.left + 2, rows: height - 2, columns: width - 4)
  }

  /// On lower screens than this a border would take more than it gives.
  package static let leastRowsForBorder: Row = 8

  /// All of the screen but its last row.
  private func openBare(into frame: inout Frame) -> Area {
    let area = Area(row: 0, column: 0, rows: stage.size.rows - 1, columns: stage.size.columns)
    frame.clear(area, style: stage.theme[.popup])
    return area
  }

  /// Below the caret's line when there is room, else above it, else at the bottom.
  private func top(height: Row, caret: Row) -> Row {
    let bodyEnd = stage.bodyEnd
    if caret + 2 + height <= bodyEnd { return caret + 2 }
    if caret - height >= 1 { return caret - height - 1 }
    return max(bodyEnd - height, 0)
  }

  private func drawBorder(_ box: Area, style: Style, into frame: inout Frame) {
    guard box.size.rows >= 2, box.size.columns >= 2 else { return }
    let inner = box.size.columns.value - 2
    let heading = " \(title) ".truncated(to: Column(max(inner - 1, 0)))
    let rest = max(inner - 1 - heading.displayWidth.value, 0)
    frame.write("┌─", at: box.origin, style: style)
    frame.write(
      heading, at: Position(row: box.top, column: box.left + 2), style: stage.theme[.popupTitle])
    frame.write(
      String(repeating: "─", count: rest) + "┐",
      at: Position(row: box.top, column: box.left + 2 + heading.displayWidth), style: style)
    for row in box.top + 1..<box.bottom - 1 {
      frame.write("│", at: Position(row: row, column: box.left), style: style)
      frame.write("│", at: Position(row: row, column: box.right - 1), style: style)
    }
    frame.write(
      "└" + String(repeating: "─", count: inner) + "┘",
      at: Position(row: box.bottom - 1, column: box.left), style: style)
  }
}
