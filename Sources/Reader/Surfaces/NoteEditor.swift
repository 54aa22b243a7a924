// The note editor below the text. What is typed is kept as it is typed; Esc keeps and closes.

import ArticleModel
import Interface
import Screen

/// A note that is being written.
package struct NoteEditor: Surface {
  package var stage: Stage
  /// The annotation that it belongs to.
  package let id: AnnotationID
  /// The text as it stands.
  package private(set) var text: EditableText
  /// Whether the annotation is nothing without a note, so that it goes when none is written.
  let dropsWhenEmpty: Bool
  /// What has the keys: the text, or a field below it.
  package var field = Field.text
  /// When the text was last written to the disk; nil while it has not been.
  private(set) var keptAt: Timestamp?
  /// Whether the text as it stands is on the disk.
  private(set) var isKept = false

  /// What can be filled in while a note is written.
  package enum Field: CaseIterable, Sendable {
    case text, term, status, evidence
    /// All fields of the mark, on a screen of their own.
    case record
  }

  /// The fields in the order in which the key goes through them. A mark without a pack has no term.
  let fields: [Field]

  /// Opens the editor on a text.
  init(
    _ id: AnnotationID, on stage: Stage, text: String, dropsWhenEmpty: Bool, hasTerms: Bool = true
  ) {
    (self.id, self.stage, self.dropsWhenEmpty) = (id, stage, dropsWhenEmpty)
    fields = Field.allCases.filter { $0 != .term || hasTerms }
    self.text = EditableText(text)
  }

  package var context: KeyContext { .note }
  package var whereabouts: String { "in a note" }
  package var rowsTaken: Int? { NoteLayout(text: text, columns: size.columns).lines.count + 1 }

  private var question: ReaderQuestion { .note(id, dropsWhenEmpty: dropsWhenEmpty) }

  /// Keeps the note and goes on to the record of the mark.
  mutating func goOnToRecord() {
    close(.typed(text.text, for: ReaderQuestion.noteBeforeRecord(id)))
  }

  package mutating func perform(
    _ action: Action, count: Int?, among neighbours: Neighbours
  ) -> [Effect] {
    if performInField(action) { return [] }
    switch action {
    case .accept: close(.typed(text.text, for: question))
    case .editExternally: return [.editExternally(text.text)]
    case .revert, .cancel: close(.gaveUp(question))
    default:
      let before = text.text
      _ = text.perform(action)
      return text.text == before ? [] : keepDraft()
    }
    return []
  }

  package mutating func type(_ text: String, among neighbours: Neighbours) -> [Effect] {
    self.text.insert(text)
    field = .text
    return keepDraft()
  }

  package mutating func receive(_ answer: Answer, among neighbours: Neighbours) -> [Effect]? {
    switch answer {
    case .desk(let answer):
      guard case .draftKept? = answer as? ReaderAnswer else { return nil }
      (isKept, keptAt) = (true, clock())
      return []
    case .edited(let text):
      self.text.replace(with: text[...].trimmed)
      field = .text
      return keepDraft()
    default: return nil
    }
  }

  private mutating func keepDraft() -> [Effect] {
    isKept = false
    return [.desk(.keepDraft(id, text.text))]
  }

  package func draw(into frame: inout Frame, among neighbours: Neighbours) {
    guard let reader = neighbours.beneath(ReaderState.self) else { return }
    NoteView(state: reader, note: self).draw(into: &frame, reader.plan.note)
  }
}
