// The fields of the note editor: going from one to the next, and opening them; and what can be done in it.

import ArticleModel
import Interface

extension NoteEditor {
  package var bindings: [Binding] {
    let footer: [(Action, String)] =
      field == .text
      ? [
        (.accept, "keep and close"), (.newLine, "new line"), (.nextField, "term, status"),
        (.revert, "revert"), (.editExternally, "editor"),
      ] : [(.newLine, "choose"), (.nextField, "next field"), (.accept, "keep and close")]
    return .footer(footer).with(Self.table)
  }

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
    case .newLine where field != .text: tell(.chosen(ReaderTarget.field(field, id)))
    case .up where field != .text, .down where field != .text: field = .text
    default: return false
    }
    return true
  }

  private mutating func moveField(_ step: Int) {
    let all = Field.allCases
    let index = (all.firstIndex(of: field) ?? 0) + step
    field = all[(index + all.count) % all.count]
  }
}
