// The note editor below the text, with the words that the note is about above it.

import ArticleModel
import Interface
import Screen

/// Draws the note editor.
struct NoteView {
  let state: ReaderState
  let note: NoteEditor

  func draw(into frame: inout Frame, _ area: Area) {
    guard area.size.rows > 0 else { return }
    drawHeading(area, into: &frame)
    let layout = NoteLayout(text: note.text, columns: area.size.columns)
    let hasFields = area.size.rows >= 3
    let rows = max(area.size.rows.value - (hasFields ? 2 : 1), 0)
    let first = max(0, layout.cursor.line - rows + 1)
    let style = state.theme[.note]
    for (offset, line) in layout.lines.dropFirst(first).prefix(rows).enumerated() {
      let row = area.top + 1 + Row(offset)
      frame.write("▏ \(line)", at: Position(row: row, column: 1), style: style)
    }
    frame.cursor = Position(
      row: area.top + 1 + Row(layout.cursor.line - first), column: 3 + layout.cursor.column)
    if hasFields {
      NoteFieldsView(state: state, note: note).draw(into: &frame, at: area.bottom - 1)
    }
  }

  private func drawHeading(_ area: Area, into frame: inout Frame) {
    let annotation = state.annotations[note.id]
    let title = annotation.map(state.title(of:)) ?? "note"
    let quote = annotation.flatMap(state.quote(of:)).map { " \($0.quoted)" } ?? ""
    let rule = String(repeating: "─", count: area.size.columns.value)
    frame.write(
      rule, at: Position(row: area.top, column: 0), style: state.theme[.rule])
    let text = " note on \(title)\(quote)".truncated(to: area.size.columns - 4)
    frame.write(
      text + " ", at: Position(row: area.top, column: 2), style: state.theme[.popupTitle])
  }
}
