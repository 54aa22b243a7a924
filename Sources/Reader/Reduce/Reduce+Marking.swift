// Making annotations: subject, kind, term. A mark exists as soon as its term is chosen.

import ArticleModel
import Interface
import NewsAnalysis

extension ReaderState {
  /// Opens the mark menu, or goes straight on when the kind is already named; nil for other actions.
  mutating func beginMark(_ action: Action) -> [Effect]? {
    switch action {
    case .mark: return openMarkMenu(markedSpan.map(MarkSubject.passage))
    case .markArticle: return openMarkMenu(.article)
    case .addClaim: return addClaimHere()
    case .markAll: return listOccurrences()
    case _ where action.markedKind != nil, .repeatMark, .markSameKind, .markOtherPack, .addTarget:
      guard let span = markedSpan else { return openMarkMenu(nil) }
      return mark(action, .passage(span))
    default: return nil
    }
  }

  mutating func openMarkMenu(_ subject: MarkSubject?) -> [Effect] {
    guard let subject else {
      message = .warning("There are no words to mark here")
      return []
    }
    if let reason = readOnlyReason {
      message = .warning(reason)
      return []
    }
    open(MarkMenu(stage: stage, subject: subject))
    return []
  }

  /// Goes on with a mark whose kind has been chosen.
  mutating func mark(_ action: Action, _ subject: MarkSubject) -> [Effect] {
    if let reason = readOnlyReason {
      message = .warning(reason)
      return []
    }
    if let kind = action.markedKind { return mark(kind, subject) }
    switch action {
    case .markOtherPack: return pickPack(subject)
    case .markSameKind: return markSameKind(subject)
    case .repeatMark: return repeatMark(subject)
    case .addTarget: return beginAddTarget()
    default: return []
    }
  }

  private mutating func markSameKind(_ subject: MarkSubject) -> [Effect] {
    guard let last = lastMark else {
      message = .warning("Nothing has been marked yet")
      return []
    }
    return mark(last.kind, subject, pack: last.term?.pack)
  }

  /// Asks for what marks of a kind need, or makes one at once.
  private mutating func mark(
    _ kind: AnnotationKind, _ subject: MarkSubject, pack: String? = nil
  ) -> [Effect] {
    guard case .mark(let question) = kind.row.use else { return [] }
    if question == .words, case .passages = subject { return ask(.sharedNote(kind, subject)) }
    switch question {
    case .terms: return pickTerm(kind, pack: pack ?? kind.rawValue, subject)
    case .words: return addMark(kind, subject, thenNote: true)
    case .nothing: return addMark(kind, subject, thenNote: false)
    case .tags: return ask(.tags(subject))
    case .evidence: return askForEvidence(subject)
    }
  }

  private mutating func repeatMark(_ subject: MarkSubject) -> [Effect] {
    guard let last = lastMark else {
      message = .warning("Nothing has been marked yet")
      return []
    }
    guard last.term != nil || last.kind.row.repeatsWithoutAsking else {
      return markSameKind(subject)
    }
    return addMark(last.kind, subject, term: last.term, thenNote: false)
  }

  /// Evidence goes to the mark here, unless words are selected or others are meant.
  private mutating func askForEvidence(_ subject: MarkSubject) -> [Effect] {
    guard selection == nil, let annotation = currentAnnotation else {
      return ask(.evidence(.newMark(subject)))
    }
    return guardingOwnership(of: annotation.id, for: .markEvidence) { state, annotation in
      state.ask(.evidence(.annotation(annotation.id)))
    }
  }

  /// Makes an annotation and, when its kind asks for one, opens its note.
  mutating func addMark(
    _ kind: AnnotationKind, _ subject: MarkSubject, term: TermReference? = nil,
    thenNote: Bool, _ complete: (inout Annotation) -> Void = { _ in }
  ) -> [Effect] {
    if case .passages(let spans, let others) = subject {
      return addMarks(kind, spans, elsewhere: others, term: term, complete)
    }
    var annotation = Annotation(
      id: identifiers.annotationID(), kind: kind, targets: [target(of: subject)],
      creator: author, created: clock())
    annotation.terms = term.map { [$0] } ?? []
    if kind.row.namesVoice, case .passage(let span) = subject {
      annotation.voice = (findings?.voices.voice(of: [span], asWording: true) ?? .outlet).name
    }
    if case .sourcing(let fact) = subject { annotation.note = fact }
    complete(&annotation)
    anchors[annotation.id] = [anchor(of: subject)]
    (lastMark, chosenMark) = ((kind, term), annotation.id)
    let name = term.map(label(of:)) ?? kind.rawValue
    let effects = apply(Change("marked \(name)", [.insert(annotation)]))
    clearSelection()
    if thenNote {
      write(annotation, dropsWhenEmpty: kind.row.isNothingWithoutWords)
      message = Message("marked \(name) · a note is welcome, \(hint(for: .accept)) closes")
    }
    tellAuthorOnce(closing: thenNote)
    return effects
  }

  func target(of subject: MarkSubject) -> AnnotationTarget {
    let name = article.source.name
    switch subject {
    case .article, .sourcing, .passages:
      return AnnotationTarget(source: name, passage: nil)
    case .passage(let span):
      return AnnotationTarget(source: name, passage: Passage(of: span, in: article))
    }
  }

  func anchor(of subject: MarkSubject) -> Anchor {
    switch subject {
    case .article, .sourcing, .passages: .wholeArticle
    case .passage(let span):
      Anchor(.exact, article.text.roundedToGraphemes(span), score: 1)
    }
  }

  // MARK: Further targets

  private mutating func beginAddTarget() -> [Effect] {
    guard let annotation = currentAnnotation else {
      message = .warning("There is no mark here to add a place to")
      return []
    }
    return guardingOwnership(of: annotation.id, for: .addTarget) { state, annotation in
      state.purpose = .addTarget(annotation.id)
      state.message = Message(
        "Go to the passage to add, select it or stay on its sentence, and press Enter")
      return []
    }
  }

  /// What Enter does while a selection is for something other than marking; nil when it is not.
  mutating func fulfilPurpose() -> [Effect]? {
    guard let purpose else { return nil }
    if case .link(let id) = purpose { return finishLink(id) }
    guard let span = markedSpan else { return [] }
    clearSelection()
    let (target, anchor) = (target(of: .passage(span)), anchor(of: .passage(span)))
    switch purpose {
    case .link: return []
    case .addClaim(let onDesk):
      let effects = addClaim(span)
      returnToClaims(onDesk: onDesk)
      return effects
    case .quotation(var draft):
      draft.parts = [span]
      openQuotation(draft)
      return []
    case .correct(let finding):
      return record(Correction(.corrected, finding.kind), of: finding, parts: [span])
    case .addTarget(let id):
      return edit(id, "added a place to") { annotation, anchors in
        annotation.targets.append(target)
        anchors.append(anchor)
      }
    case .attach(let id, let index):
      return confirm(id, "attached") { target, _ in target == index ? anchor.span : nil }
    case .resize(let id, let index):
      return edit(id, "resized") { annotation, anchors in
        guard annotation.targets.indices.contains(index), anchors.indices.contains(index) else {
          return
        }
        annotation.targets[index] = target
        anchors[index] = anchor
      }
    }
  }
}
