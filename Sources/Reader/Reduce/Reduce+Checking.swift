// Checking a claim: a verdict, a status, evidence and a note of one's own. Where somebody else has verified
// it, one's own verification stands beside theirs.

import ArticleModel
import Corpus
import Interface

extension ReaderState {
  /// Makes a verification of one's own, as one step that undo takes back.
  mutating func insertMark(
    _ subject: MarkSubject, _ verb: String, _ complete: (inout Annotation) -> Void
  ) -> [Effect] {
    var mark = newVerification(of: subject)
    complete(&mark)
    return apply(Change("\(verb) \(words(of: subject))", [.insert(mark)]))
  }

  private mutating func newVerification(of subject: MarkSubject) -> Annotation {
    let mark = Annotation(
      id: identifiers.annotationID(), kind: .verification, targets: [target(of: subject)],
      creator: author, created: clock())
    anchors[mark.id] = [anchor(of: subject)]
    return mark
  }

  private func words(of subject: MarkSubject) -> String {
    guard case .passage(let span) = subject else { return "of the article" }
    return article.text.string(in: span).quoted.shortened(to: 40)
  }

  /// What a new verification of a claim is about; nil when its words are lost.
  private func subject(of claim: CheckableClaim) -> MarkSubject? {
    switch claim.place {
    case .words(let span): .passage(span)
    case .wholeArticle: .article
    case .lost: nil
    }
  }

  /// One's own verification of a claim as it may be worked on, or what a new one is about; says why when
  /// there is neither.
  private mutating func own(_ claim: CheckableClaim) -> (mark: Annotation?, subject: MarkSubject)? {
    if let own = ownMark(on: claim) { return (own.annotation, subject(of: claim) ?? .article) }
    if let subject = subject(of: claim) { return (nil, subject) }
    message = .warning("Its words are no longer in the article, so there is nothing to check")
    return nil
  }

  /// The latest verification of a claim that is one's own and stands in the sidecar that is open.
  private func ownMark(on claim: CheckableClaim) -> ClaimMark? {
    claim.marks.last {
      annotations[$0.annotation.id] != nil && $0.annotation.creator.isSame(as: author)
    }
  }

  /// Says before a message how far the checking is.
  mutating func tellProgress() {
    guard focus == .pane(.claims), let told = message, !told.isWarning else { return }
    message = Message("\(claimProgress) · \(told.text)")
  }

  /// The mark that ticks for a claim hang on: one's own, else somebody else's in the sidecar, else a new one
  /// that is not kept yet; says why when there is none.
  mutating func carrier(of claim: CheckableClaim) -> Annotation? {
    if let mark = claim.leadingMark(for: author, within: annotations) { return mark.annotation }
    return own(claim).map { newVerification(of: $0.subject) }
  }

  // MARK: Checked

  /// Records that one has checked a claim, and goes on to the next that nobody has.
  mutating func check(_ claim: CheckableClaim) -> [Effect] {
    if let doubt = claim.doubt, ownMark(on: claim) != nil || claim.place == .lost {
      message = .warning(
        "\(doubt) · \(hint(for: .acceptFinding)) keeps the mark, "
          + "\(hint(for: .resize)) gives it new words")
      return []
    }
    guard let (mark, subject) = own(claim) else { return [] }
    let next = uncheckedEntry()
    let effects: [Effect]
    if mark?.status == .done {
      message = Message("You have already checked this one")
      effects = []
    } else if let mark {
      effects = edit(mark.id, "checked") { annotation, _ in annotation.status = .done }
    } else {
      effects = insertMark(subject, "checked") { $0.status = .done }
    }
    tellProgress()
    goOn(to: next)
    return effects
  }

  /// Selects the claim that was the next unchecked one before a change.
  private mutating func goOn(to next: Int?) {
    let told = message
    if let next, claims.claim(next)?.isChecked == false { select(entry: next, of: .claims) }
    if next == nil, claims.list.checkedCount == claims.list.count, let told {
      message = Message("nothing left to check · \(told.text)")
      return
    }
    message = told
  }

  // MARK: Verdict and status

  /// Offers verdicts and statuses; those of one's own verification are held.
  mutating func pickVerdict(on claim: CheckableClaim) -> [Effect] {
    guard let (mark, subject) = own(claim) else { return [] }
    let verdicts = taxonomies.first { $0.id == AnnotationKind.verification.rawValue }
    let entries = (verdicts.map { Picker.terms(of: $0) } ?? []) + Picker.statuses
    let purpose: PickerPurpose = mark.map { .set($0.id) } ?? .assess(subject)
    let others = otherPeople(at: claim)
    let beside = mark == nil && !others.isEmpty ? " beside \(others.joined(separator: ", "))" : ""
    let picker = Picker(
      on: stage, title: "your verdict\(beside) on \(claim.words.quoted)".shortened(to: 70),
      purpose: purpose, entries: entries)
    open(picker.holding(mark?.terms ?? [], mark?.status))
    return []
  }

  /// Makes a verification with what was chosen for a claim that one had none of.
  mutating func assess(_ subject: MarkSubject, _ choice: MarkChoice) -> [Effect] {
    let effects: [Effect]
    switch choice {
    case .term(let term):
      effects = insertMark(subject, "\(label(of: term)):") { $0.terms = [term] }
    case .status(let status):
      effects = insertMark(subject, "\(status.label):") { $0.status = status }
    }
    tellProgress()
    return effects
  }

  // MARK: Note, evidence, record

  mutating func writeNote(on claim: CheckableClaim) -> [Effect] {
    guard let (mark, subject) = own(claim) else { return [] }
    if let mark {
      write(mark, dropsWhenEmpty: false)
      return []
    }
    let effects = insertMark(subject, "began to check") { _ in }
    if let made = selectedClaim.flatMap(ownMark(on:))?.annotation {
      write(made, dropsWhenEmpty: true)
      message = Message("write your note on the claim; an empty note is not kept")
    }
    return effects
  }

  mutating func askForEvidence(on claim: CheckableClaim) -> [Effect] {
    guard let (mark, subject) = own(claim) else { return [] }
    return ask(.evidence(mark.map { .annotation($0.id) } ?? .claim(subject)))
  }

  /// Opens the record of one's own verification, else that of somebody else's; a claim that nobody has
  /// verified gets a verification first.
  mutating func openRecord(of claim: CheckableClaim) -> [Effect] {
    if let mark = claim.leadingMark(for: author, within: annotations) {
      return beginRecord(mark.annotation.id)
    }
    guard let (_, subject) = own(claim) else { return [] }
    let effects = insertMark(subject, "began to check") { _ in }
    return effects
      + (selectedClaim.flatMap(ownMark(on:)).map { editRecord($0.annotation.id) } ?? [])
  }
}
