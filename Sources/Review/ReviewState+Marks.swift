// Working on the marks of a review, one or many at once.

import ArticleModel
import Corpus
import Interface

extension ReviewState {
  /// Performs what opens or changes marks; nil for other actions.
  package mutating func work(_ action: Action) -> [Effect]? {
    switch action {
    case .open: return open()
    case .reviewed: return judge(.agrees)
    case .dispute: return judge(.disputes)
    case .setStatus, .editNote, .editTags, .delete:
      return asksFirst(action) ? [] : change(action)
    case .reply:
      if let current { write(.reply(current.key), "reply", of: current) }
    case .assign: pickAssignee()
    case .undo: return takeBack()
    case .redo: return bringBack()
    default: return nil
    }
    return []
  }

  /// Changes marks that are the reviewer's own, or were asked for once more.
  private mutating func change(_ action: Action) -> [Effect] {
    switch action {
    case .setStatus: pickStatus()
    case .editNote: writeNote()
    case .editTags: askForTags()
    default: return perform(.delete)
    }
    return []
  }

  private mutating func open() -> [Effect] {
    guard let current else { return arrange(.toggleFold) ?? [] }
    return [.desk(.open(current.key))]
  }

  /// Records what the reviewer thinks, and goes on to the next mark that is not reviewed.
  private mutating func judge(_ judgement: Judgement) -> [Effect] {
    let effects = perform(.judge(judgement))
    if chosen.isEmpty, !effects.isEmpty {
      let told = message
      _ = move(.nextUnreviewed, count: 1)
      message = told
    }
    return effects
  }

  /// Asks for an operation to be done to the marks that are selected.
  private func perform(_ operation: ReviewOperation) -> [Effect] {
    [.desk(.perform(operation, on: targets.map(\.key)))]
  }

  // MARK: Status and terms

  private mutating func pickStatus() {
    let targets = self.targets
    guard let first = targets.first else { return }
    var entries = Picker.statuses
    let kinds = Set(targets.map(\.row.annotation.kind))
    // Verdicts go by letters, statuses by digits; the letters of other packs are taken by neither.
    if kinds.count == 1, let kind = kinds.first, kind.row.answersClaim,
      let pack = stage.shelf.packs(for: kind).first
    {
      entries += Picker.terms(of: pack)
    }
    let what = targets.count == 1 ? first.words : "\(targets.count) marks"
    var picker = Picker(on: stage, title: what, purpose: ReviewQuestion.pick, entries: entries)
    if targets.count == 1 {
      let mark = first.row.annotation
      picker = picker.holding(mark.terms, mark.status)
    }
    open(picker)
  }

  /// Does what was chosen in a picker.
  mutating func choose(_ entry: Picker.Entry, for question: ReviewQuestion) -> [Effect] {
    switch (question, entry.value) {
    case (.ownership(let action), let choice as ColleagueChoice):
      return choose(choice, inPlaceOf: action)
    case (.beside(let mark), let choice as MarkChoice):
      guard case .term(let term) = choice else { return [] }
      return [.desk(.perform(.markBeside(term, note: ""), on: [mark]))]
    case (.replaceFile(let export), let choice as ExportChoice):
      return choose(choice, for: export)
    case (_, let choice as AssigneeChoice): return choose(choice)
    default: return choose(entry)
    }
  }

  private mutating func choose(_ entry: Picker.Entry) -> [Effect] {
    switch entry.value as? MarkChoice {
    case .status(let status): return perform(.setStatus(status))
    case .term(let term) where entry.isHeld: return perform(.removeTerm(term))
    case .term(let term):
      let isExclusive = stage.shelf.group(term)?.isExclusive ?? true
      return perform(.setTerm(term, isExclusive: isExclusive))
    case nil: return rearrange(entry.value)
    }
  }

  /// Sorts or groups as was chosen.
  private mutating func rearrange(_ value: any Choice) -> [Effect] {
    let held = current?.key
    if let order = value as? ReviewOrder { list.order = order }
    if let grouping = value as? ReviewGrouping {
      list.folded = []
      list.grouping = grouping
    }
    keepCursor(on: held)
    let asksWho = value as? ReviewGrouping == .speaker && speakers.isEmpty
    return asksWho ? [.desk(.findSpeakers)] : []
  }

  // MARK: Writing

  private mutating func writeNote() {
    guard let current else { return }
    write(.note(current.key), "note", of: current, text: current.row.annotation.note)
  }

  mutating func write(
    _ question: ReviewQuestion, _ what: String, of entry: ReviewEntry, text: String = ""
  ) {
    open(
      Writing(
        question, on: stage, title: "\(what) on \(entry.words)", text: text,
        keeping: "keep and close", leaving: "leave unchanged"))
  }

  private mutating func askForTags() {
    let tags = targets.count == 1 ? targets[0].row.annotation.tags : []
    open(
      Prompt(
        ReviewQuestion.tags(targets.map(\.key)), on: stage, label: "tags: ",
        hint: targets.count == 1 ? "commas between tags" : "-tag removes one",
        text: tags.joined(separator: ", ")))
  }

  // MARK: Undo

  private func takeBack() -> [Effect] {
    past.last.map { [.desk(.takeBack($0, isRedo: false))] } ?? []
  }

  private func bringBack() -> [Effect] {
    future.last.map { [.desk(.takeBack($0, isRedo: true))] } ?? []
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
    let summary = Self.told(changes, operation.summary)
    message = Message("\(summary)\(losses(of: changes)) · \(hint(for: .undo)) undoes")
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
    message = Message(Self.told(changes, isRedo ? "again:" : "undone:"))
    if let change = changes.first, let edit = change.change.edits.first {
      keepCursor(on: MarkKey(sidecar: change.sidecarPath, id: edit.markID))
    }
  }

  /// What of others went with deleted marks: ", with the reviews of them by Ben".
  private func losses(of changes: [SidecarChange]) -> String {
    let reviewers = changes.flatMap(\.change.edits).compactMap { edit -> String? in
      guard case .remove(let review) = edit, review.kind == .review, !review.belongs(to: author)
      else { return nil }
      return review.creator?.name
    }
    let names = reviewers.uniqued().joined(separator: ", ")
    return names.isEmpty ? "" : ", with the review by \(names)"
  }

  /// "reviewed 3 marks in 2 articles".
  private static func told(_ changes: [SidecarChange], _ verb: String) -> String {
    let marks = changes.reduce(0) { $0 + Set($1.change.edits.map(\.markID)).count }
    let articles = changes.count > 1 ? " in \(changes.count) articles" : ""
    return "\(verb) \(counted(marks, "mark"))\(articles)"
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
