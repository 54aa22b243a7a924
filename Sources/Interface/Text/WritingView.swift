// A note that is being written below a list.

import Screen

/// Draws a note with its heading in the rule above it, and puts the cursor into it.
package struct WritingView {
  package let theme: Theme
  package let title: String
  package let text: EditableText
  package let area: Area

  package init(theme: Theme, title: String, text: EditableText, area: Area) {
    (self.theme, self.title, self.text, self.area) = (theme, title, text, area)
  }

  package func draw(into frame: inout Frame) {
    frame.write(
      " \(title) ".truncated(to: area.size.columns - 4),
      at: Position(row: area.top - 1, column: 2), style: theme[.popupTitle])
    let layout = NoteLayout(text: text, columns: area.size.columns)
    let rows = area.size.rows.value
    let first = max(0, layout.cursor.line - rows + 1)
    for (offset, line) in layout.lines.dropFirst(first).prefix(rows).enumerated() {
      let position = Position(row: area.top + Row(offset), column: 1)
      frame.write("▏ \(line)", at: position, style: theme[.note])
    }
    frame.cursor = Position(
      row: area.top + Row(layout.cursor.line - first), column: 3 + layout.cursor.column)
  }
}
