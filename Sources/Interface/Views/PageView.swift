// A page of text over the whole screen but its foot, such as statistics.

import Screen

/// Draws a page of text.
package struct PageView {
  package let state: any Surface
  package let title: String
  package let lines: [String]
  /// The line at the top.
  package let top: Int

  package init(state: any Surface, title: String, lines: [String], top: Int) {
    (self.state, self.title, self.lines, self.top) = (state, title, lines, top)
  }

  package func draw(into frame: inout Frame) {
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
