// What keys do in the record of a mark: going from row to row, filling in, and working on the evidence.

import ArticleModel
import Interface
import Screen

extension RecordSheet {
  package var bindings: [Binding] {
    if typing != nil {
      return [Binding].footer(
        [
          (.newLine, "keep"), (.nextField, "keep, next field"), (.revert, "leave it unchanged"),
          (.deleteToLineStart, "empty it"),
        ]
      ).with(Self.whileTyping)
    }
    return [Binding].footer(
      [(.open, label), (.nextField, "next field")] + ofRow + [(.undo, "undo")],
      [(.help, "help"), (.quit, "back")]
    ).with(Self.table)
  }

  /// What Enter does on the row of the cursor.
  private var label: String {
    switch cursor.entry {
    case .line: cursor == .newEvidence ? "type a source" : "type"
    case .choice: "choose"
    case .toggle: "yes or no"
    case .note: "write"
    case .copy: "keep a copy"
    case .opening: opened == cursor.source ? "less" : "all of it"
    }
  }

  private var ofRow: [(Action, String)] {
    guard let source = cursor.source else {
      return [(.addEvidence, "add evidence"), (.delete, "clear")]
    }
    let what = cursor == .evidence(source) ? "remove" : "clear"
    return [
      (.keepCopy, "keep copy"), (.delete, what), (.moveDown, "order"), (.addEvidence, "add"),
      (.openEvidence, "browser"),
    ]
  }

  private static let whileTyping: [Binding] =
    [Binding(.accept, "keep what is typed"), Binding(.previousField), Binding(.redraw)]
    + Binding.editing.filter { $0.action != .newLine }

  static let table: [Binding] =
    [
      Binding(.open, "fill in the field, or show the details of a source"),
      Binding(.nextField, "to the next field"), Binding(.previousField), Binding(.addEvidence),
      Binding(.keepCopy),
      Binding(.openEvidence, "open the source in the browser"),
      Binding(.moveDown), Binding(.moveUp),
      Binding(.delete, "clear the field, or remove the source"),
      Binding(.editNote), Binding(.undo), Binding(.redo), Binding(.copy, "copy what is there"),
    ] + ListMotion.actions
    + [.quit, .quitProgram, .cancel, .help, .command, .redraw, .suspend].map { Binding($0) }

  /// What can be done in a record.
  package static let help = HelpSection(KeyContext.record.title ?? "", table, in: .record)

  package var furtherHelp: [HelpSection] { [.ofPicking, .ofWriting] }

  // MARK: Going

  /// Moves the cursor; false when the action is none of moving. Tab goes round, the others stay at the ends.
  mutating func go(_ action: Action, count: Int, _ mark: Annotation) -> Bool {
    let rows = self.rows(of: mark)
    let now = rows.firstIndex(of: cursor) ?? rows.firstIndex { $0.source == cursor.source } ?? 0
    switch action {
    case .nextField: cursor = rows[(now + 1) % rows.count]
    case .previousField: cursor = rows[(now + rows.count - 1) % rows.count]
    default:
      let line = ListMotion.line(
        action, from: now, count: count, page: max(size.rows.value - 6, 2), last: rows.count - 1)
      guard let line else { return false }
      cursor = rows[min(max(line, 0), rows.count - 1)]
    }
    return true
  }

  // MARK: Filling in

  mutating func work(_ action: Action, on mark: Annotation, _ reader: ReaderState) -> [Effect] {
    switch action {
    case .quit, .cancel: close()
    case .quitProgram: tell(.run(.quitProgram))
    case .copy:
      let text = cursor.typedValue(in: mark, stage.shelf)
      if !text.isEmpty { return [.copy(text)] }
      message = .warning("There is nothing in this field to copy")
    case .undo, .redo: tell(.chosen(RecordStep.history(action)))
    case .openEvidence: return openSource(of: mark)
    default:
      if let reason = reader.readOnlyReason {
        message = .warning(reason)
      } else {
        fillIn(action, mark)
      }
    }
    return []
  }

  private mutating func fillIn(_ action: Action, _ mark: Annotation) {
    switch action {
    case .open: fillIn(mark)
    case .editNote:
      cursor = .field(.note)
      write(mark)
    case .addEvidence:
      cursor = .newEvidence
      begin(mark)
    case .delete: clear(mark)
    case .keepCopy: keepCopy(of: mark)
    case .moveDown: move(1, mark)
    case .moveUp: move(-1, mark)
    default: break
    }
  }

  private mutating func fillIn(_ mark: Annotation) {
    switch cursor.entry {
    case .line: begin(mark)
    case .choice: open(RecordPicker.picker(for: cursor, mark, on: stage))
    case .toggle: change(RecordEdit(cursor, mark.isPrivate ? "no" : "yes"))
    case .note: write(mark)
    case .copy: keepCopy(of: mark)
    case .opening: opened = opened == cursor.source ? nil : cursor.source
    }
  }

  /// Opens the note below the record.
  private mutating func write(_ mark: Annotation) {
    open(
      Writing(
        RecordQuestion(row: .field(.note), source: nil), on: stage, title: "note",
        text: mark.note, keeping: "keep", leaving: "leave it unchanged"))
  }

  // MARK: Typing

  private mutating func begin(_ mark: Annotation) {
    typedSource = source(of: mark)
    typing = EditableText(cursor.typedValue(in: mark, stage.shelf))
  }

  mutating func performWhileTyping(_ action: Action, _ mark: Annotation) {
    switch action {
    case .newLine, .accept: _ = keep(mark)
    case .nextField: if keep(mark) { _ = go(.nextField, count: 1, mark) }
    case .previousField: if keep(mark) { _ = go(.previousField, count: 1, mark) }
    case .revert: (typing, typedSource) = (nil, nil)
    default: _ = typing?.perform(action)
    }
  }

  /// Keeps what is typed, or says why it cannot stand there and leaves it to be put right.
  private mutating func keep(_ mark: Annotation) -> Bool {
    let text = typing?.text ?? ""
    let isNothing = cursor == .newEvidence && text.allSatisfy(\.isWhitespace)
    let edit = RecordEdit(cursor, text, source: typedSource)
    var trial = mark
    do throws(RecordFault) {
      if !isNothing { try trial.take(edit, stage.shelf, today: clock().day) }
    } catch {
      message = .warning(error.words)
      return false
    }
    (typing, typedSource) = (nil, nil)
    if isNothing { return true }
    change(edit)
    if cursor == .newEvidence {
      opened = mark.evidence.count
      cursor = .evidence(mark.evidence.count)
    }
    return true
  }

  // MARK: Evidence

  /// The source of the cursor.
  private func source(of mark: Annotation) -> Evidence? {
    cursor.source.flatMap { mark.evidence.indices.contains($0) ? mark.evidence[$0] : nil }
  }

  private mutating func clear(_ mark: Annotation) {
    let source = source(of: mark)
    switch cursor {
    case .evidence(let index):
      guard let source else { return }
      tell(.chosen(RecordStep.remove(id, RecordEdit(cursor, nil, source: source))))
      opened = nil
      cursor =
        mark.evidence.count > 1 ? .evidence(min(index, mark.evidence.count - 2)) : .newEvidence
    case .evidenceField(_, .address) where source?.title == nil:
      message = .warning(
        "A source needs an address or a title · \(hint(for: .delete)) on its line removes it")
    case .evidenceField(_, .title) where source?.address == nil:
      message = .warning("A source without an address needs its title")
    case .evidenceField(_, .copy):
      message = .warning("You cannot clear a kept copy; a new one replaces it")
    case .field(.kind), .field(.status), .newEvidence:
      message = .warning("There is nothing to clear here")
    default: change(RecordEdit(cursor, nil, source: source))
    }
  }

  private mutating func move(_ step: Int, _ mark: Annotation) {
    guard let source = source(of: mark), let index = cursor.source else {
      message = .warning("You can move sources, but not fields")
      return
    }
    guard mark.evidence.indices.contains(index + step) else {
      message = .warning(step > 0 ? "This is the last source" : "This is the first source")
      return
    }
    let edit = RecordEdit(.evidence(index), nil, source: source)
    tell(.chosen(RecordStep.move(id, edit, by: step)))
    if opened == index { opened = index + step }
    if case .evidenceField(_, let field) = cursor {
      cursor = .evidenceField(index + step, field)
    } else {
      cursor = .evidence(index + step)
    }
  }

  private mutating func keepCopy(of mark: Annotation) {
    guard let source = source(of: mark) else {
      message = .warning("Go to a source first: Galley keeps a copy of the page at its address")
      return
    }
    guard let address = source.address else {
      message = .warning("This source has no address, so there is no page to keep a copy of")
      return
    }
    tell(.chosen(RecordStep.keepCopy(id, address: address)))
  }

  private mutating func openSource(of mark: Annotation) -> [Effect] {
    guard let source = source(of: mark) else {
      message = .warning("Go to a source first")
      return []
    }
    if case .evidenceField(_, .archived) = cursor, let archived = source.archivedURL {
      return [.openAddress(archived)]
    }
    if let address = source.address { return [.openAddress(address)] }
    message = .warning("This source has no address to open")
    return []
  }
}
