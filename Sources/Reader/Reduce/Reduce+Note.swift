// Writing a note. What is typed is kept as it is typed; Esc keeps and closes.

import ArticleModel
import Interface

extension ReaderState {
  mutating func typeIntoNote(_ text: String) -> [Effect] {
    guard var note else { return [] }
    note.text.insert(text)
    (note.field, note.isKept) = (.text, false)
    self.note = note
    followCaret()
    return [.keepDraft(note.id, note.text.text)]
  }

  mutating func performInNote(_ action: Action) -> [Effect] {
    guard var note else { return [] }
    if let effects = performInField(action, note) { return effects }
    switch action {
    case .accept: return keepNote(note)
    case .help:
      showHelp()
      return []
    case .editExternally: return [.editExternally(note.text.text)]
    case .revert, .cancel: return closeNote(note, text: annotations[note.id]?.note ?? "")
    default:
      let before = note.text.text
      guard note.text.perform(action) else {
        message = .warning("“\(action.rawValue)” does nothing in a note")
        return []
      }
      let isChanged = note.text.text != before
      note.isKept = note.isKept && !isChanged
      self.note = note
      followCaret()
      if !isChanged { return [] }
      return [.keepDraft(note.id, note.text.text)]
    }
  }

  private mutating func keepNote(_ editing: NoteEditing) -> [Effect] {
    closeNote(editing, text: editing.text.text[...].trimmed)
  }

  /// Closes the editor with `text` as the note. A mark that is nothing but its note goes without one.
  private mutating func closeNote(_ editing: NoteEditing, text: String) -> [Effect] {
    note = nil
    followCaret()
    let done = [Effect.keepDraft(editing.id, nil)]
    if text.isEmpty, editing.dropsWhenEmpty, let annotation = annotations[editing.id] {
      let effects = apply(Change("dropped an empty note", [.remove(annotation)]))
      return effects + done
    }
    let found = evidence(in: text, besides: annotations[editing.id]?.evidence ?? [])
    let effects = edit(editing.id, "noted:") { annotation, _ in
      annotation.note = text
      annotation.evidence += found
    }
    if !found.isEmpty, let told = message {
      let what = found.count == 1 ? "1 address" : "\(found.count) addresses"
      message = Message("\(told.text) · \(what) added as evidence")
    }
    return effects + done
  }

  /// Takes in what the user's own editor made of the note.
  mutating func noteEdited(_ text: String) -> [Effect] {
    guard var note else { return [] }
    note.text.replace(with: text[...].trimmed)
    (note.field, note.isKept) = (.text, false)
    self.note = note
    followCaret()
    return [.keepDraft(note.id, note.text.text)]
  }
}
