// Deciding a case: take one mark, keep all, write another, take none.

import Agreement
import Corpus
import ArticleModel
import Interface

extension AdjudicationState {
  package mutating func work(_ action: Action) -> [AdjudicationEffect] {
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
    case .undo: return undo()
    case .redo: return redo()
    case .help: overlay = .help(top: 0)
    case .save: message = Message("everything is saved: each decision is written at once")
    case .quit: return [.quit]
    case .cancel: message = Message("\(hint(for: .quit)) goes back; everything is saved")
    default: message = .warning("“\(action.description.help)” does nothing among cases")
    }
    return []
  }

  /// What everybody agrees on needs no decision.
  package mutating func takeAgreements() -> [AdjudicationEffect] {
    guard let change = adjudication.agreement(missingIn: result.annotations) else { return [] }
    return apply(change)
  }

  // MARK: Choices

  private mutating func take(first: Bool) -> [AdjudicationEffect] {
    let annotator = first ? 0 : adjudication.annotators.count - 1
    guard adjudication.annotators.count == 2 else {
      message = .warning("There are more than two · \(hint(for: .open)) offers all of them")
      return []
    }
    guard current?.version(of: annotator) != nil else {
      message = .warning(
        "\(name(of: annotator)) did not mark this · \(hint(for: .dispute)) takes none")
      return []
    }
    return decide(.take(annotator))
  }

  private mutating func decide(_ choice: AdjudicationChoice) -> [AdjudicationEffect] {
    guard let current else {
      message = .warning("There is nothing to decide")
      return []
    }
    let change = adjudication.deciding(
      current, choice, in: result.annotations, by: author, at: clock())
    let effects = apply(change)
    goToOpen(1)
    return effects
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
    overlay = .picker(
      Picker(title: "decide", purpose: AdjudicationQuestion.decide, entries: entries))
  }

  /// What a mark says, in a line.
  package func summary(of mark: Annotation) -> String {
    let labels = mark.terms.map { shelf.label(of: $0) } + mark.tags.map { "#\($0)" }
    let what = labels.isEmpty ? mark.kind.rawValue : labels.joined(separator: ", ")
    return mark.note.isEmpty ? what : "\(what) — \(mark.note.shortened(to: 200))"
  }

  // MARK: Writing another

  /// Another mark takes its term from a pack, when there is one for its kind, and then a note.
  private mutating func writeAnother() {
    guard let mark = current?.versions.first?.annotation else { return }
    guard let pack = shelf.packs(for: mark.kind).first else { return write([]) }
    overlay = .picker(
      Picker(
        title: "another mark", purpose: AdjudicationQuestion.decide, entries: Picker.terms(of: pack)
      ))
  }

  private mutating func write(_ terms: [TermReference]) {
    writing = ReplacementWriting(terms: terms, text: EditableText())
  }

  package mutating func perform(_ action: Action, in writing: ReplacementWriting)
    -> [AdjudicationEffect]
  {
    switch action {
    case .accept:
      self.writing = nil
      let annotator = current?.versions.first?.annotator ?? 0
      let note = writing.text.text[...].trimmed
      return decide(.replace(with: writing.terms, note: note, wordsOf: annotator))
    case .revert, .cancel: self.writing = nil
    default: _ = self.writing?.text.perform(action)
    }
    return []
  }

  /// Does what a key in a picker came to.
  package mutating func follow(_ outcome: Picker.Outcome, in picker: Picker) -> [AdjudicationEffect]
  {
    overlay = .picker(picker)
    switch outcome {
    case .stays: return []
    case .closes: overlay = nil
    case .unknownLetter: message = .warning("No entry has that letter")
    case .chooses(let entry):
      overlay = nil
      if case .term(let term) = entry.value as? MarkChoice { write([term]) }
      switch entry.value as? VersionChoice {
      case .version(let annotator): return decide(.take(annotator))
      case .allVersions: return decide(.keepAll)
      case .noVersion: return decide(.leaveOut)
      case .anotherVersion: writeAnother()
      case nil: break
      }
    }
    return []
  }

  // MARK: Changes

  private mutating func apply(_ change: Change) -> [AdjudicationEffect] {
    result.apply(change)
    list()
    message = Message("\(change.summary) · \(hint(for: .undo)) undoes")
    return [.record(change)]
  }

  private mutating func undo() -> [AdjudicationEffect] { show(result.undo(), "undone") }

  private mutating func redo() -> [AdjudicationEffect] { show(result.redo(), "again") }

  private mutating func show(_ change: Change?, _ verb: String) -> [AdjudicationEffect] {
    guard let change else {
      message = .warning("There is nothing to take back")
      return []
    }
    let before = decisions
    list()
    cursor =
      zip(before, decisions).enumerated().first { $0.element.0 != $0.element.1 }?.offset
      ?? cursor
    followCursor()
    message = Message("\(verb): \(change.summary)")
    return [.record(change)]
  }
}
