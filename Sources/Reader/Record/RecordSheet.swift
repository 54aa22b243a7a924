// The record of a mark over the whole screen: every field of it and of its evidence, filled in by keyboard.
// The reader beneath makes the changes, so that undo and the store know of them.

import ArticleModel
import Interface
import Screen

/// The record of one mark.
package struct RecordSheet: Surface {
  package var stage: Stage
  /// The mark.
  package let id: AnnotationID
  /// Where the cursor is.
  package internal(set) var cursor = RecordRow.field(.kind)
  /// The source whose fields are shown; nil while all are closed.
  package internal(set) var opened: Int?
  /// What is being typed into the row of the cursor; nil while nothing is.
  package internal(set) var typing: EditableText?
  /// The source that typing began at.
  var typedSource: Evidence?

  /// Opens the record of a mark.
  init(_ mark: Annotation, on stage: Stage) {
    (id, self.stage) = (mark.id, stage)
    if mark.kind.row.answersClaim { cursor = .field(.claim) }
  }

  package var context: KeyContext { typing == nil ? .record : .note }
  package var whereabouts: String { "in a record" }

  package mutating func perform(
    _ action: Action, count: Int?, among neighbours: Neighbours
  ) -> [Effect] {
    guard let reader = neighbours.beneath(ReaderState.self), let mark = reader.annotations[id]
    else {
      close()
      return []
    }
    if typing != nil {
      performWhileTyping(action, mark)
      return []
    }
    return go(action, count: count ?? 1, mark) ? [] : work(action, on: mark, reader)
  }

  package mutating func type(_ text: String, among neighbours: Neighbours) -> [Effect] {
    typing?.insert(text.map { $0.isNewline ? " " : String($0) }.joined())
    return []
  }

  package mutating func receive(_ answer: Answer, among neighbours: Neighbours) -> [Effect]? {
    switch answer {
    case .picked(let entry, let question as RecordQuestion):
      guard let choice = entry.value as? RecordChoice else { return [] }
      change(RecordEdit(question.row, choice.value, source: question.source))
      return []
    case .typed(let text, let question as RecordQuestion):
      change(RecordEdit(question.row, text))
      return []
    case .gaveUp(_ as RecordQuestion): return []
    default: return nil
    }
  }

  package func draw(into frame: inout Frame, among neighbours: Neighbours) {
    guard let reader = neighbours.beneath(ReaderState.self), let mark = reader.annotations[id]
    else { return }
    RecordView(sheet: self, mark: mark, reader: reader, isWriting: neighbours.above is Writing)
      .draw(into: &frame)
  }

  /// The rows of the mark as it is now.
  func rows(of mark: Annotation) -> [RecordRow] {
    RecordRow.rows(of: mark, opened: opened, stage.shelf)
  }

  /// Has the reader put a value into a field.
  mutating func change(_ edit: RecordEdit) { tell(.chosen(RecordStep.change(id, edit))) }
}

/// Which row a choice is for.
struct RecordQuestion: Question {
  let row: RecordRow
  let source: Evidence?
}

/// A value that can be chosen; nil for none.
struct RecordChoice: Choice {
  let value: String?
}

/// What the reader does for the record of a mark.
package enum RecordStep: Choice {
  /// A value is put into a field.
  case change(AnnotationID, RecordEdit)
  /// The source is taken out, as it was when that was wanted.
  case remove(AnnotationID, RecordEdit)
  /// The source goes so many places down in the list.
  case move(AnnotationID, RecordEdit, by: Int)
  /// A copy of the page behind an address is kept.
  case keepCopy(AnnotationID, address: String)
  /// Undo or redo.
  case history(Action)
}
