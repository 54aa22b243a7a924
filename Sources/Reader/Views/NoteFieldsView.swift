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
    for field in NoteEditor.Field.allCases where field != .text {
      let (name, value) = (field.name, value(of: field))
      guard column + name.displayWidth + 3 < limit else { break }
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

  private func value(of field: NoteEditor.Field) -> String {
    guard let annotation = state.annotations[note.id] else { return "" }
    switch field {
    case .text: return ""
    case .term:
      let terms = annotation.terms.map(state.label(of:)).joined(separator: ", ")
      return terms.isEmpty ? "—" : terms
    case .status: return annotation.status.label
    case .evidence:
      switch annotation.evidence.count {
      case 0: return "—"
      case 1: return annotation.evidence[0].url
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

extension NoteEditor.Field {
  fileprivate var name: String {
    switch self {
    case .text: "note"
    case .term: "term"
    case .status: "status"
    case .evidence: "evidence"
    }
  }
}
