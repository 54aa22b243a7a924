// Working on annotations that exist: note, status, span, deleting, undo and redo.

import ArticleModel
import Corpus
import Interface

extension ReaderState {
  /// Performs what makes or changes annotations; nil for other actions.
  mutating func markOrEdit(_ action: Action) -> [Effect]? {
    switch action {
    case .open: return open()
    case .editNote: return withCurrent { state, annotation in state.beginNote(annotation) }
    case .editRecord: return withCurrent { state, annotation in state.beginRecord(annotation.id) }
    case .setStatus: return withOwn(action) { state, mark in state.pickStatus(of: mark) }
    case .resize: return withOwn(action) { state, mark in state.beginResize(mark) }
    case .acceptFinding, .rejectFinding, .correctFinding: return judge(action)
    case .reply: return withCurrent { state, annotation in state.reply(to: annotation) }
    case .assign: return withCurrent { state, annotation in state.pickAssignee(of: annotation) }
    case .link: return withCurrent { state, annotation in state.beginLink(annotation) }
    case .openEvidence: return openEvidence()
    case .removeTarget: return withOwn(action) { state, mark in state.removeTarget(mark) }
    case .delete: return withOwn(action) { state, mark in state.delete(mark) }
    case .reviewed: return withCurrent { state, annotation in state.finish(annotation) }
    case .undo: return undo()
    case .redo: return redo()
    default: return beginMark(action)
    }
  }

  /// Why annotations cannot be changed; nil when they can.
  package var readOnlyReason: String? {
    if case .readOnly(let reason) = saveState { return reason }
    return nil
  }

  private mutating func open() -> [Effect] {
    if let effects = fulfilPurpose() { return effects }
    if selection == nil, let annotation = currentAnnotation { return beginNote(annotation) }
    return openMarkMenu(markedSpan.map(MarkSubject.passage))
  }

  private mutating func withCurrent(
    _ body: (inout ReaderState, Annotation) -> [Effect]
  ) -> [Effect] {
    currentAnnotation.map { body(&self, $0) } ?? []
  }

  /// Does something to the mark here, if it is the reader's own or asked for once more.
  private mutating func withOwn(
    _ action: Action, _ body: (inout ReaderState, Annotation) -> [Effect]
  ) -> [Effect] {
    withCurrent { state, mark in
      state.guardingOwnership(of: mark.id, for: action, then: body)
    }
  }

  private mutating func beginNote(_ annotation: Annotation) -> [Effect] {
    if let reason = readOnlyReason {
      message = .warning(reason)
      return []
    }
    return guardingOwnership(of: annotation.id, for: .editNote) { state, annotation in
      state.write(annotation, dropsWhenEmpty: false)
      return []
    }
  }

  private mutating func beginResize(_ annotation: Annotation) -> [Effect] {
    if index.orphans.contains(annotation.id) { return beginAttach(annotation) }
    let entry = index.entries(at: caret).first { $0.id == annotation.id }
    guard let span = (entry ?? index.entries.first { $0.id == annotation.id })?.span,
      let target = anchors[annotation.id]?.firstIndex(where: { $0.span == span })
    else {
      message = .warning("This mark has no words to change")
      return []
    }
    focus = .article
    select(span)
    purpose = .resize(annotation.id, target: target)
    message = Message("Move the end of the selection, then press Enter; Esc cancels")
    return []
  }

  /// A mark that has lost its words is given others: the reader's next selection.
  private mutating func beginAttach(_ annotation: Annotation) -> [Effect] {
    let lost = anchors[annotation.id]?.firstIndex { $0.span == nil } ?? 0
    focus = .article
    followCaret()
    purpose = .attach(annotation.id, target: lost)
    message = Message("Select the words that the mark belongs to, then press Enter; Esc cancels")
    return []
  }

  /// Takes the place where the words were found in another form as the mark's own.
  mutating func confirmPlace(_ annotation: Annotation) -> [Effect] {
    if let other = otherVersion(of: annotation) {
      return guardingOwnership(of: other.id, for: .acceptFinding) { state, other in
        state.keepVersion(annotation, insteadOf: other)
      }
    }
    guard index.uncertain.contains(annotation.id) else {
      message = Message("The place of this mark is certain")
      return []
    }
    return confirm(annotation.id) { _, anchor in anchor.state == .uncertain ? anchor.span : nil }
  }

  /// Records that targets of a mark stand where `place` says, in the words that are there; nil leaves one
  /// as it is.
  mutating func confirm(
    _ id: AnnotationID, _ verb: String = "confirmed the place of",
    place: (_ target: Int, Anchor) -> TextSpan?
  ) -> [Effect] {
    let (article, author, now) = (self.article, self.author, clock())
    return edit(id, verb, isRecorded: false) { annotation, anchors in
      for index in anchors.indices where annotation.targets.indices.contains(index) {
        guard let span = place(index, anchors[index]) else { continue }
        annotation.targets[index].passage = annotation.targets[index].passage?
          .confirmed(at: span, in: article, by: author, on: now)
        anchors[index] = Anchor(.moved, span, score: 1)
      }
    }
  }

  private mutating func delete(_ annotation: Annotation) -> [Effect] {
    let undo = hint(for: .undo)
    let replies = index.threads.replies(to: annotation.id).count
    let change = deletion(of: annotation)
    let effects = apply(change)
    let count = annotation.targets.count
    let all = count > 1 ? " with its \(count) places" : ""
    let left =
      replies == 0 ? "" : ", its \(replies == 1 ? "reply stays" : "\(replies) replies stay")"
    message = Message("\(change.summary)\(all)\(left) · \(undo) restores it")
    return effects
  }

  private mutating func finish(_ annotation: Annotation) -> [Effect] {
    let effects =
      isOwn(annotation)
      ? edit(annotation.id, "done with") { annotation, _ in annotation.status = .done }
      : review(annotation, .agrees)
    if let pane = focus.pane, pane.description.listsMarks {
      moveCursor(of: pane, by: 1)
    } else if let next = index.entries.first(where: { $0.span.start > caret }) {
      let told = message
      moveCaret(to: next.span.start)
      message = told
    }
    return effects
  }

  // MARK: Changes

  /// Changes an annotation and the anchors of its targets as one step that undo takes back. What a
  /// colleague had said is recorded, unless the change says nothing else.
  mutating func edit(
    _ id: AnnotationID, _ verb: String, isRecorded: Bool = true,
    _ body: (inout Annotation, inout [Anchor]) -> Void
  ) -> [Effect] {
    guard let old = annotations[id] else { return [] }
    var new = old
    var places = anchors[id] ?? []
    body(&new, &places)
    guard new != old else { return [] }
    new.modified = clock()
    if isRecorded { new = new.recordingRevision(of: old, by: author, at: new.modified) }
    anchors[id] = places
    let isRevised = new.revisions.count > old.revisions.count
    let whose = isRevised ? new.byline(title(of:)).map { " · \($0)" } : nil
    let what =
      whose.map { (claimQuoted(new) ?? title(of: new)) + $0 } ?? claimQuoted(new) ?? named(new)
    return apply(Change("\(verb) \(what)", [.replace(old: old, new: new)]))
  }

  /// Applies a change that the reader made, and has it written.
  mutating func apply(_ change: Change) -> [Effect] {
    annotations.apply(change)
    (changesHere, undoneHere) = (changesHere + 1, 0)
    annotationsChanged()
    let undo = hint(for: .undo)
    message = Message("\(change.summary) · \(undo) undoes")
    return [.desk(.record(change))]
  }

  /// Brings everything that follows from the annotations up to date.
  mutating func annotationsChanged() {
    index = AnnotationIndex(annotations, anchors: anchors)
    applyCorrections()
    updateRows()
    keepClaimShown()
    syncPanes()
  }

  private mutating func undo() -> [Effect] {
    guard let change = annotations.undo() else { return [] }
    changesHere = max(changesHere - 1, 0)
    undoneHere += 1
    return show(change, "undone: \(change.summary)")
  }

  private mutating func redo() -> [Effect] {
    guard let change = annotations.redo() else { return [] }
    changesHere += 1
    undoneHere = max(undoneHere - 1, 0)
    return show(change, "redone: \(change.summary)")
  }

  /// Goes to what an undo or redo changed, and has it written.
  private mutating func show(_ change: Change, _ text: String) -> [Effect] {
    for edit in change.edits { reanchor(edit) }
    annotationsChanged()
    let place = change.edits.first.flatMap { anchors[$0.id]?.compactMap(\.span).first }
    if let place, !place.contains(caret) { moveCaret(to: place.start) }
    message = Message(text)
    return [.desk(.record(change))]
  }

  private mutating func reanchor(_ edit: Edit) {
    guard let annotation = annotations[edit.id] else { return }
    anchors[edit.id] = annotation.targets.map { Anchoring.resolve($0, in: article) }
  }
}
