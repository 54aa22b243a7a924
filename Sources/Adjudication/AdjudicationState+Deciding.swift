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
    guard let change = collation.agreement(missingIn: result.annotations) else { return [] }
    return apply(change)
  }

  // MARK: Choices

  private mutating func take(first: Bool) -> [Effect] {
    decide(.take(first ? 0 : collation.annotators.count - 1))
  }

  private mutating func decide(_ choice: AdjudicationChoice) -> [Effect] {
    guard let current else { return [] }
    let change = collation.deciding(
      current, choice, in: result.annotations, by: author, at: clock(),
      naming: identifiers.annotationID())
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
    open(Picker(on: stage, title: "decide", purpose: AdjudicationQuestion.decide, entries: entries))
  }

  /// What a mark says, in a line.
  package func summary(of mark: Annotation) -> String {
    let labels = mark.terms.map { stage.shelf.label(of: $0) } + mark.tags.map { "#\($0)" }
    let what = labels.isEmpty ? mark.kind.rawValue : labels.joined(separator: ", ")
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
        keeping: "take it", leaving: "never mind"))
  }

  /// Takes a mark of one's own in the place of all.
  mutating func replace(with terms: [TermReference], note: String) -> [Effect] {
    let annotator = current?.versions.first?.annotator ?? 0
    return decide(.replace(with: terms, note: note, wordsOf: annotator))
  }

  /// Does what was chosen in a picker.
  mutating func choose(_ entry: Picker.Entry) -> [Effect] {
    if case .term(let term) = entry.value as? MarkChoice { write([term]) }
    switch entry.value as? VersionChoice {
    case .version(let annotator): return decide(.take(annotator))
    case .allVersions: return decide(.keepAll)
    case .noVersion: return decide(.leaveOut)
    case .anotherVersion: writeAnother()
    case nil: break
    }
    return []
  }

  // MARK: Changes

  private mutating func apply(_ change: Change) -> [Effect] {
    result.apply(change)
    list()
    message = Message("\(change.summary) · \(hint(for: .undo)) undoes")
    return [.desk(.record(change))]
  }

  private mutating func undo() -> [Effect] { show(result.undo(), "undone") }

  private mutating func redo() -> [Effect] { show(result.redo(), "again") }

  private mutating func show(_ change: Change?, _ verb: String) -> [Effect] {
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
    return [.desk(.record(change))]
  }
}
