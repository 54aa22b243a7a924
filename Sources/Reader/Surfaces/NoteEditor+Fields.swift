// The fields of the note editor: going from one to the next, and opening them; and what can be done in it.

import ArticleModel
import Interface

extension NoteEditor {
  package var bindings: [Binding] {
    let footer: [(Action, String)] =
      field == .text
      ? [
        (.accept, "keep and close"), (.newLine, "new line"), (.nextField, nextField.name),
        (.revert, "revert"), (.editExternally, "editor"),
      ] : [(.newLine, choosing), (.nextField, nextField.name), (.accept, "keep and close")]
    return .footer(footer).with(Self.table)
  }

  /// What Enter does in a field other than the text.
  private var choosing: String {
    switch field {
    case .evidence: "add a source"
    case .record: "all fields"
    case .text, .term, .status: "choose"
    }
  }

  /// The field that the key leads to.
  private var nextField: Field { fields[((fields.firstIndex(of: field) ?? 0) + 1) % fields.count] }

  private static let table: [Binding] =
    [Binding].footer([]).with([
      .accept, .revert, .nextField, .previousField, .editExternally, .help, .cancel, .redraw,
      .suspend,
    ]).with(Binding.editing)

  package var furtherHelp: [HelpSection] { [.ofPicking, .ofPrompts] }

  /// What help shows of the editor elsewhere.
  static let help = HelpSection(KeyContext.note.title ?? "", table, in: .note)

  /// Performs an action while a field other than the text has the keys; false when it means what it means
  /// in the text.
  mutating func performInField(_ action: Action) -> Bool {
    switch action {
    case .nextField: moveField(1)
    case .previousField: moveField(-1)
    case .right where field != .text: moveField(1)
    case .left where field != .text: moveField(-1)
    case .newLine where field == .record: goOnToRecord()
    case .newLine where field != .text: tell(.chosen(ReaderTarget.field(field, id)))
    case .up where field != .text, .down where field != .text: field = .text
    default: return false
    }
    return true
  }

  private mutating func moveField(_ step: Int) {
    let index = (fields.firstIndex(of: field) ?? 0) + step
    field = fields[(index + fields.count) % fields.count]
  }
}

extension NoteEditor.Field {
  /// What the row of fields and the footer call it.
  var name: String {
    switch self {
    case .text: "note"
    case .term: "term"
    case .status: "status"
    case .evidence: "evidence"
    case .record: "record"
    }
  }
}
