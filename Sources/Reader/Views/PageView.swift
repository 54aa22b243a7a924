// A page of text over the whole screen but its foot, such as statistics.

import Screen

/// Draws a page of text.
struct PageView {
  let state: any Surface
  let title: String
  let lines: [String]
  /// The line at the top.
  let top: Int

  func draw(into frame: inout Frame) {
    let rows = max(state.size.rows.value - 2, 1)
    frame.clear(Area(row: 0, column: 0, rows: Row(rows), columns: state.size.columns))
    frame.cursor = Position(row: 0, column: 0)
    frame.write(
      " \(title)".truncated(to: state.size.columns), at: Position(row: 0, column: 0),
      style: state.theme[.headline])
    let shown = lines.dropFirst(top).prefix(max(rows - 2, 0))
    for (row, line) in shown.enumerated() {
      let isHeading = line.first?.isLetter == true
      frame.write(
        line.truncated(to: state.size.columns - 2), at: Position(row: Row(row + 2), column: 1),
        style: state.theme[isHeading ? .subheading : .text])
    }
  }
}
