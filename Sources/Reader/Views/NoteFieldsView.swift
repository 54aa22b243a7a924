// The fields below the note: term, status, evidence, each one Tab further; and when it was saved.

import ArticleModel
import Interface
import Screen

/// Draws the fields of the note editor in one row.
struct NoteFieldsView {
  let state: ReaderState
  let note: NoteEditor

  func draw(into frame: inout Frame, at row: Row) {
    let theme = state.theme
    let columns = state.size.columns
    let saved = self.saved
    let limit = columns - saved.displayWidth - 2
    var column: Column = 1
    for field in shown(within: limit) {
      let (name, value) = (field.name, value(of: field))
      column = frame.write(
        "\(name) ", at: Position(row: row, column: column), style: theme[.paneDetail])
      let style = theme[.paneText].overlaid(by: note.field == field ? theme[.popupCursor] : .plain)
      let start = column
      column = frame.write(
        value.truncated(to: max(limit - column, 1)), at: Position(row: row, column: column),
        style: style)
      if note.field == field { frame.cursor = Position(row: row, column: start) }
      column = column + 3
    }
    if columns - saved.displayWidth > 1 {
      frame.write(
        saved, at: Position(row: row, column: columns - saved.displayWidth - 1),
        style: theme[.paneDetail])
    }
  }

  /// The fields that there is room for, the one that has the keys among them.
  private func shown(within limit: Column) -> ArraySlice<NoteEditor.Field> {
    let all = note.fields.filter { $0 != .text }
    let selected = all.firstIndex(of: note.field) ?? 0
    var first = 0
    while first < selected, width(of: all[first...selected]) > limit { first += 1 }
    var end = first + 1
    while end < all.count, width(of: all[first...end]) <= limit { end += 1 }
    return all[first..<min(end, all.count)]
  }

  /// The columns that fields need with the blanks between them; the last value may be cut to three.
  private func width(of fields: ArraySlice<NoteEditor.Field>) -> Column {
    fields.dropLast().reduce(Column(1)) {
      $0 + $1.name.displayWidth + value(of: $1).displayWidth + 4
    } + (fields.last?.name.displayWidth ?? 0) + 4
  }

  private func value(of field: NoteEditor.Field) -> String {
    guard let annotation = state.annotations[note.id] else { return "" }
    switch field {
    case .text: return ""
    case .record: return "all fields"
    case .term:
      let terms = annotation.terms.map(state.label(of:)).joined(separator: ", ")
      return terms.isEmpty ? "—" : terms
    case .status: return annotation.status.label
    case .evidence:
      switch annotation.evidence.count {
      case 0: return "—"
      case 1: return annotation.evidence[0].addressOrName
      default: return "\(annotation.evidence.count) sources"
      }
    }
  }

  /// "saved 14:03", once what is typed is in the journal.
  private var saved: String {
    if !note.isKept { return "" }
    return note.keptAt.map { "saved \($0.timeOfDay)" } ?? "saved"
  }
}
