// Marks of colleagues. What would change one asks first, and offers what leaves it as it is: a reply, a mark
// of one's own beside it, a review. Who goes on after all is recorded with what the mark said before.

import ArticleModel
import Corpus
import Interface

extension ReaderState {
  /// Whether the reader may change a mark without being asked.
  package func isOwn(_ annotation: Annotation) -> Bool { annotation.belongs(to: author) }

  /// Does something to a mark: at once when it is the reader's own, or when the reader has asked for it once
  /// more. Otherwise the choice opens of what else to do; `action` is what goes on when the reader says so
  /// there. What `body` changes through `edit` is recorded by itself.
  mutating func guardingOwnership(
    of id: AnnotationID, for action: Action,
    then body: (inout ReaderState, Annotation) -> [Effect]
  ) -> [Effect] {
    guard let annotation = annotations[id] else { return [] }
    if isOwn(annotation) || waiver == id { return body(&self, annotation) }
    if let reason = readOnlyReason {
      message = .warning(reason)
      return []
    }
    offerInstead(of: action, on: annotation)
    return []
  }

  // MARK: What is offered

  private mutating func offerInstead(of action: Action, on annotation: Annotation) {
    let name = annotation.creator?.name ?? ""
    let you = author.map { " · you are \($0.name)" } ?? ""
    open(
      Picker(
        on: stage, title: "\(title(of: annotation)) · by \(name)\(you)",
        purpose: PickerPurpose.ownership(annotation.id, action),
        entries: alternatives(to: action, on: annotation)))
  }

  private func alternatives(to action: Action, on annotation: Annotation) -> [Picker.Entry] {
    // A merge left two versions: nobody answers the one that goes.
    if action == .acceptFinding { return [keepVersionEntry(insteadOf: annotation)] }
    let group = "leave theirs"
    var entries = [
      Picker.Entry(
        value: ColleagueChoice.reply, key: "r", label: "reply", group: group,
        explanation: "Your words appear under the mark.")
    ]
    if let kind = kindBeside(annotation, action) {
      let what = kind.row.answersClaim ? "a verdict of your own" : "a mark of your own"
      entries.append(
        Picker.Entry(
          value: ColleagueChoice.beside, key: "v", label: what, group: group,
          explanation: "Your mark is on the same words; a comparison shows both."))
    }
    if annotation.kind != .reply {
      entries += [
        Picker.Entry(
          value: ColleagueChoice.judge(.agrees), key: "x", label: "agree", group: group,
          explanation: "Recorded as your review of the mark."),
        Picker.Entry(
          value: ColleagueChoice.judge(.disputes), key: "X", label: "disagree", group: group,
          explanation: "Recorded as your review of the mark; it counts as disputed."),
      ]
    }
    return entries + [goOnEntry(action, annotation)]
  }

  private func keepVersionEntry(insteadOf other: Annotation) -> Picker.Entry {
    let name = other.creator.map { ", by \($0.name)" } ?? ""
    let note = other.note.isEmpty ? "" : " (“\(other.note.onOneLine)”)"
    return Picker.Entry(
      value: ColleagueChoice.goOn, key: "K", label: "keep this version", group: "two versions",
      explanation: "The other one\(name)\(note) goes; \(hint(for: .undo)) brings it back.")
  }

  private func goOnEntry(_ action: Action, _ annotation: Annotation) -> Picker.Entry {
    let deletes = action == .delete
    return Picker.Entry(
      value: ColleagueChoice.goOn, key: deletes ? "D" : "E",
      label: deletes ? "delete theirs" : "edit theirs", group: "change it",
      explanation: deletes
        ? "A note stays, with your name, the time and what the mark said."
        : "Recorded with your name and the time; the mark also shows what it said before.")
  }

  /// The kind of a mark of one's own beside another one; nil where there is none.
  private func kindBeside(_ annotation: Annotation, _ action: Action) -> AnnotationKind? {
    let kind = action.markedKind ?? annotation.kind
    return AnnotationKind.marks.contains(kind) ? kind : nil
  }

  // MARK: What was chosen

  /// Does what was chosen for a colleague's mark.
  mutating func choose(
    _ choice: ColleagueChoice, for id: AnnotationID, _ action: Action
  ) -> [Effect] {
    guard let annotation = annotations[id] else {
      message = .warning("Someone else has just deleted the mark")
      return []
    }
    switch choice {
    case .reply: return reply(to: annotation)
    case .beside: return markBeside(annotation, action)
    case .judge(let judgement): return review(annotation, judgement)
    case .goOn:
      waiver = id
      defer { waiver = nil }
      return perform(action, count: nil, among: .none)
    }
  }

  /// Begins a mark of one's own on the words of a colleague's.
  private mutating func markBeside(_ annotation: Annotation, _ action: Action) -> [Effect] {
    guard let kind = kindBeside(annotation, action), let marking = Action(marking: kind) else {
      return []
    }
    let span = anchors[annotation.id]?.lazy.compactMap(\.span).first
    let subject = span.map(MarkSubject.passage) ?? .article
    if kind.row.use == .mark(asking: .evidence) { return ask(.evidence(.newMark(subject))) }
    return mark(marking, subject)
  }

  /// Records what the reader thinks of a mark.
  mutating func review(_ annotation: Annotation, _ judgement: Judgement) -> [Effect] {
    let reviews = annotations.annotations.filter {
      $0.kind == .review && $0.repliesTo == annotation.id
    }
    let edits = ReviewOperation.judge(judgement).edits(
      on: annotation, reviewedBy: reviews, by: author, at: clock(),
      naming: identifiers.annotationID())
    let verb = judgement == .agrees ? "agreed with" : "disagreed with"
    guard !edits.isEmpty else {
      message = Message("You have \(verb) \(named(annotation)) already")
      return []
    }
    let effects = apply(Change("\(verb) \(named(annotation))", edits))
    let opposed = (index.reviews[annotation.id] ?? []).contains {
      $0.creator.isSame(as: author) && index.judgements.isOpposed($0)
    }
    if judgement == .agrees, opposed {
      message = Message(
        "reviewed \(named(annotation)) · no agreement: your own mark says otherwise · "
          + "\(hint(for: .undo)) undoes")
    }
    return effects
  }

  /// The change that deletes a mark; of a colleague's, a note of it stays.
  func deletion(of annotation: Annotation) -> Change {
    var edits = [Edit.remove(annotation)]
    if !isOwn(annotation) {
      edits.append(
        .insert(
          Annotation(
            id: identifiers.annotationID(), recordingDeletionOf: annotation,
            called: title(of: annotation), by: author, at: clock())))
    }
    return Change("deleted \(named(annotation))", edits)
  }

  // MARK: Undo

  /// Why the latest change is not the reader's to take back; nil when it is. What was changed since the
  /// article was opened always is.
  var reasonAgainstUndo: String? {
    guard changesHere == 0, let change = annotations.past.last else { return nil }
    return whoseChange(change, isUndone: false).map {
      "The last change is to a mark by \($0); you cannot undo it"
    }
  }

  /// Why the change that was undone last is not the reader's to bring back; nil when it is.
  var reasonAgainstRedo: String? {
    guard undoneHere == 0, let change = annotations.future.last else { return nil }
    return whoseChange(change, isUndone: true).map {
      "The change undone last is to a mark by \($0); you cannot redo it"
    }
  }

  /// The colleague whose mark would be taken away or changed; nil when nobody's would.
  private func whoseChange(_ change: Change, isUndone: Bool) -> String? {
    for edit in change.edits {
      switch edit {
      case .insert(let mark) where !isOwn(mark): return mark.creator?.name
      case .replace(_, let new) where !isOwn(new) && !new.lastHand.isSame(as: author):
        return new.creator?.name
      case .remove(let mark) where isUndone && !isOwn(mark): return mark.creator?.name
      default: continue
      }
    }
    return nil
  }
}

/// What can be done with a colleague's mark.
package enum ColleagueChoice: Choice {
  case reply, beside
  case judge(Judgement)
  /// What was asked for first is done after all.
  case goOn
}
