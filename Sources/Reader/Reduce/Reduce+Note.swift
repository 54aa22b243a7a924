// Writing a note. What is typed is kept as it is typed; Esc keeps and closes.

import ArticleModel

extension ReaderState {
  mutating func typeIntoNote(_ text: String) -> [Effect] {
    guard var note else { return [] }
    note.text.insert(text)
    self.note = note
    followCaret()
    return [.keepDraft(note.id, note.text.text)]
  }

  mutating func performInNote(_ action: Action) -> [Effect] {
    guard var note else { return [] }
    switch action {
    case .accept: return keepNote(note)
    case .help:
      showHelp()
      return []
    case .revert, .cancel: return closeNote(note, text: annotations[note.id]?.note ?? "")
    default:
      guard note.text.perform(action) else { return [] }
      self.note = note
      followCaret()
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
    return edit(editing.id, "noted:") { annotation, _ in annotation.note = text } + done
  }
}
