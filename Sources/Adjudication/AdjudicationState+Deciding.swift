// Deciding a case: take one mark, keep all, write another, take none.

import Agreement
import ArticleModel
import Corpus
import Interface

extension AdjudicationState {
  mutating func work(_ action: Action) -> [Effect] {
    switch action {
    case .left: return take(first: true)
    case .right: return take(first: false)
    case .reviewed: return decide(.keepAll)
    case .dispute, .delete: return decide(.leaveOut)
    case .open, .setStatus: offerVersions()
    case .editNote: writeAnother()
    case .toggleFold:
      showsAgreed.toggle()
      list()
    case .hideNames: hidesNames.toggle()
    case .showStatistics: return [.desk(.measure)]
    case .undo: return undo()
    case .redo: return redo()
    case .save: message = Message("everything is saved: each decision is written at once")
    case .quit, .quitProgram: return [.quit]
    default: message = Message("\(hint(for: .quit)) goes back; everything is saved")
    }
    return []
  }

  /// What everybody agrees on needs no decision.
  mutating func takeAgreements() -> [Effect] {
    guard
      let change = collation.agreement(
        missingIn: result.annotations, titled: stage.shelf.statement)
    else { return [] }
    return apply(change)
  }

  // MARK: Choices

  private mutating func take(first: Bool) -> [Effect] {
    decide(.take(first ? 0 : collation.annotators.count - 1))
  }

  private mutating func decide(_ choice: AdjudicationChoice) -> [Effect] {
    guard let current, !asksToOverrule(choice, current) else { return [] }
    let change = collation.deciding(
      current, choice, in: result.annotations, by: author, at: clock(),
      naming: identifiers.annotationID(), titled: stage.shelf.statement)
    let effects = apply(Change(told(choice), change.edits))
    goToOpen(1)
    return effects
  }

  /// What a choice comes to, with names as they are shown.
  private func told(_ choice: AdjudicationChoice) -> String {
    switch choice {
    case .take(let annotator): "took the mark of \(name(of: annotator))"
    case .keepAll: "kept all marks"
    case .replace: "wrote another mark"
    case .leaveOut: "took none of them"
    }
  }

  /// Asks before a decision that somebody else made gives way; false when there is none.
  private mutating func asksToOverrule(
    _ choice: AdjudicationChoice, _ item: Collation.Case
  ) -> Bool {
    guard !isInsisting, let record = collation.decision(on: item, in: result.annotations),
      let decider = record.by, !decider.isSame(as: author)
    else { return false }
    let who = hidesNames ? "someone else" : decider.name
    let entries = [
      Picker.Entry(
        value: VersionChoice.keepDecision, key: "k", label: "keep that decision",
        group: "leave it", explanation: "It was: \(outcome(of: item, record))."),
      Picker.Entry(
        value: VersionChoice.overrule, key: "E", label: "decide otherwise", group: "change it",
        explanation: "Recorded with your name and the time; the earlier decision is kept."
      ),
    ]
    open(
      Picker(
        on: stage, title: "decided by \(who)", purpose: AdjudicationQuestion.overrule(choice),
        entries: entries))
    return true
  }

  /// What was decided of a case: "took Ana Lopes’s · decided by Dora".
  func outcome(of item: Collation.Case, _ record: AdjudicationRecord) -> String {
    let who = record.by.map { $0.isSame(as: author) ? "you" : hidesNames ? "someone" : $0.name }
    let by = who.map { " · decided by \($0)" } ?? ""
    switch record.choice {
    case .agreed: return "agreed"
    case .taken:
      let taken = collation.annotatorTaken(on: item, in: result.annotations)
      return "took \(taken.map { "\(name(of: $0))’s" } ?? "one")\(by)"
    case .kept: return "kept all\(by)"
    case .replaced: return "wrote another\(by)"
    case .leftOut: return "took none\(by)"
    }
  }

  /// All versions with a number each, and the other choices.
  private mutating func offerVersions() {
    guard let current else { return }
    var entries = current.versions.enumerated().map { number, version in
      Picker.Entry(
        value: VersionChoice.version(version.annotator), key: Character(String((number + 1) % 10)),
        label: name(of: version.annotator), group: "take the mark of",
        explanation: summary(of: version.annotation))
    }
    let others: [(VersionChoice, Character, String)] = [
      (.allVersions, "b", "all of them"), (.anotherVersion, "w", "another one"),
      (.noVersion, "n", "none"),
    ]
    entries += others.map {
      Picker.Entry(value: $0.0, key: $0.1, label: $0.2, group: "or", explanation: "")
    }
    open(Picker(on: stage, title: "decide", purpose: AdjudicationQuestion.decide, entries: entries))
  }

  /// What a mark says, in a line.
  package func summary(of mark: Annotation) -> String {
    let what = stage.shelf.statement(mark)
    return mark.note.isEmpty ? what : "\(what) — \(mark.note.shortened(to: 200))"
  }

  // MARK: Writing another

  /// Another mark takes its term from a pack, when there is one for its kind, and then a note.
  private mutating func writeAnother() {
    guard let mark = current?.versions.first?.annotation else { return }
    guard let pack = stage.shelf.packs(for: mark.kind).first else { return write([]) }
    open(
      Picker(
        on: stage, title: "another mark", purpose: AdjudicationQuestion.decide,
        entries: Picker.terms(of: pack)))
  }

  private mutating func write(_ terms: [TermReference]) {
    let names = terms.map { stage.shelf.label(of: $0) }.joined(separator: ", ")
    open(
      Writing(
        AdjudicationQuestion.replacement(terms), on: stage, title: "another mark \(names)",
        keeping: "take it", leaving: "cancel"))
  }

  /// Takes a mark of one's own in the place of all.
  mutating func replace(with terms: [TermReference], note: String) -> [Effect] {
    let annotator = current?.versions.first?.annotator ?? 0
    return decide(.replace(with: terms, note: note, wordsOf: annotator))
  }

  /// Does what was chosen in a picker.
  mutating func choose(_ entry: Picker.Entry, for question: AdjudicationQuestion) -> [Effect] {
    switch (question, entry.value as? VersionChoice) {
    case (.overrule(let choice), .overrule):
      isInsisting = true
      defer { isInsisting = false }
      return decide(choice)
    case (.replaceFile(let export), let choice?): return choose(choice, for: export)
    case (.exportWhat(let export), let choice?): return choose(choice, for: export)
    default: return choose(entry)
    }
  }

  private mutating func choose(_ entry: Picker.Entry) -> [Effect] {
    if case .term(let term) = entry.value as? MarkChoice { write([term]) }
    switch entry.value as? VersionChoice {
    case .version(let annotator): return decide(.take(annotator))
    case .allVersions: return decide(.keepAll)
    case .noVersion: return decide(.leaveOut)
    case .anotherVersion: writeAnother()
    case .keepDecision, .overrule, .replaceFile, .otherFile, .exportAgreed, .exportDecided, nil:
      break
    }
    return []
  }

  // MARK: Changes

  private mutating func apply(_ change: Change) -> [Effect] {
    result.apply(change)
    changesHere += 1
    list()
    message = Message("\(change.summary) · \(hint(for: .undo)) undoes")
    return [.desk(.record(change))]
  }

  private mutating func undo() -> [Effect] {
    changesHere = max(changesHere - 1, 0)
    return show(result.undo(), "undone")
  }

  private mutating func redo() -> [Effect] {
    changesHere += 1
    return show(result.redo(), "again")
  }

  /// The colleague whose decision undo would take back; nil when it is the reader's own, or of this sitting.
  var otherDecider: String? {
    guard changesHere == 0, let change = result.past.last else { return nil }
    for case .insert(let mark) in change.edits {
      if let by = mark.adjudication?.by, !by.isSame(as: author) {
        return hidesNames ? "someone else" : by.name
      }
    }
    return nil
  }

  private mutating func show(_ change: Change?, _ verb: String) -> [Effect] {
    guard let change else {
      message = .warning("There is nothing to undo")
      return []
    }
    let before = decisions
    list()
    cursor =
      zip(before, decisions).enumerated().first { $0.element.0 != $0.element.1 }?.offset
      ?? cursor
    followCursor()
    message = Message("\(verb): \(change.summary)")
    return [.desk(.record(change))]
  }
}
