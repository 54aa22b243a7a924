// A page of text over the whole screen but its foot, such as statistics.

import Screen

/// A page of text to read.
package struct Page: Surface {
  package var stage: Stage
  private let title: String
  private let lines: [String]
  private var top = 0

  /// A page from its beginning.
  package init(on stage: Stage, title: String, lines: [String]) {
    (self.stage, self.title, self.lines) = (stage, title, lines)
  }

  package var context: KeyContext { .normal }
  package var whereabouts: String { "on a page of text" }

  package var bindings: [Binding] {
    .footer([(.down, "down"), (.pageDown, "page")], [(.quit, "back")])
      .with(ListMotion.actions).with([.cancel, .open])
  }

  package mutating func perform(
    _ action: Action, count: Int?, among neighbours: Neighbours
  ) -> [Effect] {
    let rows = max(size.rows.value - 4, 1)
    let last = max(lines.count - rows, 0)
    let row = ListMotion.line(action, from: top, count: count ?? 1, page: rows + 1, last: last)
    if let row { top = min(max(row, 0), last) } else { close() }
    return []
  }

  package func draw(into frame: inout Frame, among neighbours: Neighbours) {
    let rows = max(size.rows.value - 2, 1)
    frame.clear(Area(row: 0, column: 0, rows: Row(rows), columns: size.columns))
    frame.cursor = Position(row: 0, column: 0)
    frame.write(
      " \(title)".truncated(to: size.columns), at: Position(row: 0, column: 0),
      style: theme[.paneTitle])
    let shown = lines.dropFirst(top).prefix(max(rows - 2, 0))
    for (row, line) in shown.enumerated() {
      let isHeading = line.first?.isLetter == true
      frame.write(
        line.truncated(to: size.columns - 2), at: Position(row: Row(row + 2), column: 1),
        style: theme[isHeading ? .subheading : .text])
    }
  }
}
