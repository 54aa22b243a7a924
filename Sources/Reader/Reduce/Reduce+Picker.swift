// Choosing from a picker: by letter, with the cursor, or after filtering.

import ArticleModel
import Corpus
import Interface

extension ReaderState {
  /// Opens the terms of a pack for a new mark.
  mutating func pickTerm(_ kind: AnnotationKind, pack id: String, _ subject: MarkSubject)
    -> [Effect]
  {
    guard let pack = taxonomies.first(where: { $0.id == id }) else {
      return addMark(kind, subject, thenNote: true)
    }
    let later = kind.row.answersClaim ? [Self.toBeChecked] : []
    open(
      Picker(
        on: stage, title: pack.label, purpose: PickerPurpose.mark(kind, subject),
        entries: later + Picker.terms(of: pack)))
    return []
  }

  /// The first thing that a fact-checker says of a claim, before any verdict.
  private static let toBeChecked = Picker.Entry(
    value: ReaderChoice.noTerm, key: "v", label: "to be checked", group: "not yet",
    explanation: "A claim to look into; the verdict comes later, with the key for the status.")

  /// Opens the choice of packs other than those with a key of their own.
  mutating func pickPack(_ subject: MarkSubject) -> [Effect] {
    let own = AnnotationKind.marks.filter { $0.row.use == .mark(asking: .terms) }.map(\.rawValue)
    let others = taxonomies.filter { !own.contains($0.id) }
    guard !others.isEmpty else {
      message = .warning("There is no other pack · add one to galley/taxonomies/")
      return []
    }
    let entries = others.enumerated().map { number, pack in
      Picker.Entry(
        value: ReaderChoice.pack(pack.id), key: Character(String((number + 1) % 10)),
        label: pack.label,
        group: "packs", explanation: "\(pack.groups.flatMap(\.terms).count) terms")
    }
    open(Picker(on: stage, title: "packs", purpose: PickerPurpose.pack(subject), entries: entries))
    return []
  }

  /// Opens the terms of the pack that an annotation's terms are from.
  mutating func pickTerms(of annotation: Annotation) -> [Effect] {
    let id = annotation.terms.first?.pack ?? annotation.kind.rawValue
    guard let pack = taxonomies.first(where: { $0.id == id }) else {
      message = .warning("A mark of the kind \(annotation.kind.rawValue) has no terms")
      return []
    }
    var picker = Picker(
      on: stage, title: "\(title(of: annotation)): \(pack.label)",
      purpose: PickerPurpose.set(annotation.id),
      entries: Picker.terms(of: pack))
    picker = picker.holding(annotation.terms)
    open(picker)
    return []
  }

  /// Opens the choice of status and, for a mark that answers a claim, of verdicts.
  mutating func pickStatus(of annotation: Annotation) -> [Effect] {
    var entries = Picker.statuses
    let kind = annotation.kind
    let verdicts = kind.row.answersClaim ? taxonomies.first { $0.id == kind.rawValue } : nil
    if let verdicts { entries += Picker.terms(of: verdicts) }
    var picker = Picker(
      on: stage,
      title: "\(title(of: annotation)): status" + (verdicts == nil ? "" : " or verdict"),
      purpose: PickerPurpose.set(annotation.id), entries: entries)
    picker = picker.holding(annotation.terms, annotation.status)
    open(picker)
    return []
  }

  /// Does what was chosen in a picker.
  mutating func choose(_ entry: Picker.Entry, for purpose: PickerPurpose) -> [Effect] {
    if case .ownership(let id, let action) = purpose {
      return (entry.value as? ColleagueChoice).map { choose($0, for: id, action) } ?? []
    }
    if let value = entry.value as? MarkChoice {
      return choose(value, isHeld: entry.isHeld, for: purpose)
    }
    return (entry.value as? ReaderChoice).map { choose($0, for: purpose) } ?? []
  }

  /// Does what was chosen of the terms and statuses.
  private mutating func choose(
    _ value: MarkChoice, isHeld: Bool, for purpose: PickerPurpose
  ) -> [Effect] {
    switch (purpose, value) {
    case (.mark(let kind, let subject), .term(let term)):
      return addMark(kind, subject, term: term, thenNote: true)
    case (.assess(let subject), let value): return assess(subject, value)
    case (.said(let number, let place), .term(let term)):
      return take(number, place, as: term)
    case (.set(let id), let value):
      let effects = set(value, isHeld: isHeld, on: id)
      tellProgress()
      return effects
    default: return []
    }
  }

  private mutating func set(
    _ value: MarkChoice, isHeld: Bool, on id: AnnotationID
  ) -> [Effect] {
    switch value {
    case .term(let term) where isHeld:
      return edit(id, "took “\(label(of: term))” off") { annotation, _ in
        annotation.terms.removeAll { $0 == term }
      }
    case .status(let status):
      return edit(id, "\(status.label):") { annotation, _ in annotation.status = status }
    case .term(let term):
      let isExclusive = isExclusive(term)
      let verb = annotations[id].flatMap(claimQuoted) == nil ? "set" : "\(label(of: term)):"
      return edit(id, verb) { annotation, _ in annotation.set(term, isExclusive: isExclusive) }
    }
  }

  /// Does what was chosen otherwise.
  private mutating func choose(_ value: ReaderChoice, for purpose: PickerPurpose) -> [Effect] {
    switch (purpose, value) {
    case (_, .member(let member)): return openCast(member)
    case (.correct(let finding), let value): return correct(finding, to: value)
    case (.quotation(let draft), .quotation(let step)): return take(step, for: draft)
    case (.quotation, .finding(let place)):
      openPlaces(of: place)
      return []
    case (.missed, .draft(let draft)):
      openQuotation(draft)
      return []
    case (.cast(let member), .cast(let step)): return take(step, for: member)
    case (.missed(let span), .missed(let finding)): return addMissed(finding, at: span)
    case (.mark(let kind, let subject), .noTerm): return addMark(kind, subject, thenNote: true)
    case (.stance(let source, let subject), .stance(let stance)):
      var evidence = source
      evidence.stance = stance
      return addEvidence(evidence, to: subject)
    case (.pack(let subject), .pack(let id)):
      guard let pack = taxonomies.first(where: { $0.id == id }) else { return [] }
      return pickTerm(pack.kind, pack: id, subject)
    case (.assign(let id), .assignee(let person)): return assign(id, to: person)
    case (.assign(let id), .noAssignee): return assign(id, to: nil)
    case (.assign(let id), .otherAssignee): return ask(.assignee(id))
    case (.openAddress, .address(let url)): return [.openAddress(url)]
    case (.ownCommand, .ownCommand(let number)): return runOwnCommand(number)
    case (.narrow(let pane), .narrowing(let number)): narrow(pane, to: number)
    case (.narrow, .allTakenOff): return pickTakenOff()
    case (.narrow, .takenOff(let sentence)): return putBack(sentence)
    case (.takeOver, .stray(let path)): return [.desk(.takeOver(path))]
    default: break
    }
    return []
  }

  /// Whether an annotation has one term of the term's group at most.
  private func isExclusive(_ term: TermReference) -> Bool {
    let group = taxonomies.first { $0.id == term.pack }?.groups.first { $0.id == term.group }
    return group?.isExclusive ?? true
  }
}
