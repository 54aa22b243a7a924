// Working on the marks of a review, one or many at once.

import Corpus
import ArticleModel
import Interface

extension ReviewState {
  /// Performs what opens or changes marks; nil for other actions.
  package mutating func work(_ action: Action) -> [ReviewEffect]? {
    switch action {
    case .open: return open()
    case .reviewed: return judge(.agrees)
    case .dispute: return judge(.disputes)
    case .setStatus: pickStatus()
    case .editNote: writeNote()
    case .editTags: ask(for: targets)
    case .delete: return delete()
    case .undo: return takeBack()
    case .redo: return bringBack()
    default: return nil
    }
    return []
  }

  private mutating func open() -> [ReviewEffect] {
    guard let current else { return arrange(.toggleFold) ?? [] }
    return [.open(current.key)]
  }

  /// Records what the reviewer thinks, and goes on to the next mark that is not reviewed.
  private mutating func judge(_ judgement: Judgement) -> [ReviewEffect] {
    let effects = perform(.judge(judgement))
    if chosen.isEmpty, !effects.isEmpty {
      let told = message
      _ = move(.nextUnreviewed, count: 1)
      message = told
    }
    return effects
  }

  /// Asks for an operation to be done to the marks that are selected.
  private mutating func perform(_ operation: ReviewOperation) -> [ReviewEffect] {
    let marks = targets.map(\.key)
    guard !marks.isEmpty else {
      message = .warning("There is no mark here")
      return []
    }
    return [.perform(operation, on: marks)]
  }

  // MARK: Status and terms

  private mutating func pickStatus() {
    let targets = self.targets
    guard let first = targets.first else {
      message = .warning("There is no mark here")
      return
    }
    var entries = Picker.statuses
    let kinds = Set(targets.map(\.row.annotation.kind))
    // Verdicts go by letters, statuses by digits; the letters of other packs are taken by neither.
    if kinds == [.verification], let pack = shelf.packs(for: .verification).first {
      entries += Picker.terms(of: pack)
    }
    let what = targets.count == 1 ? first.words : "\(targets.count) marks"
    var picker = Picker(title: what, purpose: ReviewQuestion.pick, entries: entries)
    if targets.count == 1 {
      let mark = first.row.annotation
      picker = picker.holding(mark.terms, mark.status)
    }
    overlay = .picker(picker)
  }

  /// Does what a key in a picker came to.
  package mutating func follow(_ outcome: Picker.Outcome, in picker: Picker) -> [ReviewEffect] {
    overlay = .picker(picker)
    switch outcome {
    case .stays: return []
    case .closes: overlay = nil
    case .unknownLetter: message = .warning("No entry has that letter")
    case .chooses(let entry):
      overlay = nil
      return choose(entry)
    }
    return []
  }

  private mutating func choose(_ entry: Picker.Entry) -> [ReviewEffect] {
    switch entry.value as? MarkChoice {
    case .status(let status): return perform(.setStatus(status))
    case .term(let term) where entry.isHeld: return perform(.removeTerm(term))
    case .term(let term):
      let isExclusive = shelf.group(term)?.isExclusive ?? true
      return perform(.setTerm(term, isExclusive: isExclusive))
    case nil: return rearrange(entry.value)
    }
  }

  /// Sorts or groups as was chosen.
  private mutating func rearrange(_ value: any Choice) -> [ReviewEffect] {
    let held = current?.key
    if let order = value as? ReviewOrder { list.order = order }
    if let grouping = value as? ReviewGrouping {
      list.folded = []
      list.grouping = grouping
    }
    keepCursor(on: held)
    let asksWho = value as? ReviewGrouping == .speaker && speakers.isEmpty
    return asksWho ? [.findSpeakers] : []
  }

  // MARK: Writing

  private mutating func writeNote() {
    guard let current else {
      message = .warning("There is no mark here")
      return
    }
    let text = EditableText(current.row.annotation.note)
    writing = ReviewWriting(purpose: .note, marks: [current.key], text: text)
  }

  private mutating func ask(for targets: [ReviewEntry]) {
    guard !targets.isEmpty else {
      message = .warning("There is no mark here")
      return
    }
    let tags = targets.count == 1 ? targets[0].row.annotation.tags : []
    overlay = .prompt(
      ReviewPrompt(
        purpose: .tags(targets.map(\.key)), text: EditableText(tags.joined(separator: ", "))))
  }

  package mutating func perform(_ action: Action, in writing: ReviewWriting) -> [ReviewEffect] {
    switch action {
    case .accept:
      self.writing = nil
      let text = writing.text.text[...].trimmed
      if writing.purpose == .note { return [.perform(.note(text), on: writing.marks)] }
      return text.isEmpty ? [] : [.perform(.reply(text), on: writing.marks)]
    case .revert, .cancel: self.writing = nil
    default: _ = self.writing?.text.perform(action)
    }
    return []
  }

  // MARK: Deleting

  /// Deletes one's own marks. A colleague's mark is theirs: instead of deleting it one answers.
  private mutating func delete() -> [ReviewEffect] {
    let others = targets.filter { !$0.row.annotation.creator.isSame(as: author) }
    guard let other = others.first else { return perform(.delete) }
    guard targets.count == 1 else {
      message = .warning(
        "\(others.count) of these marks are not yours; delete your own, and answer the others")
      return []
    }
    let whose = other.creator.isEmpty ? "somebody else" : other.creator
    message = Message("This mark is of \(whose): say why it should go, and they will see it")
    writing = ReviewWriting(purpose: .reply, marks: [other.key], text: EditableText())
    return []
  }

  // MARK: Undo

  private mutating func takeBack() -> [ReviewEffect] {
    guard let last = past.last else {
      message = .warning("There is nothing to undo")
      return []
    }
    return [.takeBack(last, isRedo: false)]
  }

  private mutating func bringBack() -> [ReviewEffect] {
    guard let last = future.last else {
      message = .warning("There is nothing to redo")
      return []
    }
    return [.takeBack(last, isRedo: true)]
  }

  /// Keeps what an operation changed, as one step that undo takes back.
  package mutating func remember(_ changes: [SidecarChange], _ operation: ReviewOperation) {
    guard !changes.isEmpty else {
      message = Message("nothing changed")
      return
    }
    past.append(changes)
    future = []
    chosen = []
    let summary = Self.counted(changes, operation.summary)
    message = Message("\(summary) · \(hint(for: .undo)) undoes")
  }

  /// Follows a step of undo or redo; `changes` are what that did.
  package mutating func step(_ changes: [SidecarChange], isRedo: Bool) {
    guard !changes.isEmpty else { return }
    if isRedo {
      future.removeLast()
      past.append(changes)
    } else {
      past.removeLast()
      future.append(changes)
    }
    message = Message(Self.counted(changes, isRedo ? "again:" : "undone:"))
    if let change = changes.first, let edit = change.change.edits.first {
      keepCursor(on: MarkKey(sidecar: change.sidecarPath, id: edit.markID))
    }
  }

  /// "reviewed 3 marks in 2 articles".
  private static func counted(_ changes: [SidecarChange], _ verb: String) -> String {
    let marks = changes.reduce(0) { $0 + Set($1.change.edits.map(\.markID)).count }
    let articles = changes.count > 1 ? " in \(changes.count) articles" : ""
    return "\(verb) \(marks) mark\(marks == 1 ? "" : "s")\(articles)"
  }
}

extension Edit {
  /// The mark that the step is about: of a review, the mark that is reviewed.
  fileprivate var markID: AnnotationID {
    switch self {
    case .insert(let annotation), .remove(let annotation), .replace(_, let annotation):
      annotation.kind == .review || annotation.kind == .reply
        ? annotation.repliesTo ?? annotation.id : annotation.id
    }
  }
}
