// What the reader is told in the status line until the next key. What does not fit there grows upwards, over
// the text, because a reason that is cut is no reason.

import Screen

/// A line or a few to the reader.
package struct Message: Hashable, Sendable {
  /// What to say.
  package var text: String
  /// Whether something did not work.
  package var isWarning: Bool

  /// Tells how something went.
  package init(_ text: String, isWarning: Bool = false) {
    self.text = text
    self.isWarning = isWarning
  }

  /// Tells why something did not work.
  package static func warning(_ text: String) -> Message { Message(text, isWarning: true) }
}

extension Message {
  /// The most rows that a message takes.
  private static let mostRows = 4

  /// Draws it in the status line, and in as many rows above as its words need.
  /// - Parameter row: the status line.
  package func draw(into frame: inout Frame, row: Row, theme: Theme) {
    let columns = frame.size.columns
    let most = min(Self.mostRows, max(row.value, 1))
    let lines = text.wrapped(to: max(columns - 2, 1), lines: most)
    let top = row - Row(max(lines.count - 1, 0))
    let area = Area(row: top, column: 0, rows: Row(lines.count), columns: columns)
    frame.clear(area, style: theme[.status])
    for (row, line) in zip(area.rows, lines) {
      frame.write(
        line, at: Position(row: row, column: 1), style: theme[isWarning ? .warning : .message])
    }
  }
}
