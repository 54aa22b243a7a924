// What a reviewer does to marks. An operation is worded so that it can be done to a mark as it stands
// on the disk at that moment, which may not be the mark that the reviewer saw.

import ArticleModel

/// One thing that a reviewer does to a mark, or to many marks at once.
package enum ReviewOperation: Hashable, Sendable {
  /// Records that the mark was gone through, and what the reviewer thinks of it.
  case judge(Judgement)
  /// Says how far the work on it is.
  case setStatus(AnnotationStatus)
  /// Gives it a term; in an exclusive group that takes the place of the other one.
  case setTerm(TermReference, isExclusive: Bool)
  /// Takes a term off.
  case removeTerm(TermReference)
  /// Writes its note anew.
  case note(String)
  /// Puts tags on it and takes others off.
  case tag(adding: [String], removing: [String])
  /// Answers it.
  case reply(String)
  /// Makes a mark of the reviewer's own on the same words.
  case markBeside(TermReference?, note: String)
  /// Says who is to work on it; nil for nobody in particular.
  case assign(Creator?)
  /// Takes it out of the sidecar.
  case delete

  /// What was done, for the message line.
  package var summary: String {
    switch self {
    case .judge(.agrees): "reviewed"
    case .judge(.disputes): "disputed"
    case .setStatus(let status): "\(status.label):"
    case .setTerm(let term, _): "set \(term.term):"
    case .removeTerm(let term): "took \(term.term) off"
    case .note: "noted:"
    case .tag: "tagged"
    case .reply: "replied to"
    case .markBeside: "marked beside"
    case .assign(let person?): "assigned to \(person.name):"
    case .assign(nil): "assigned to nobody:"
    case .delete: "deleted"
    }
  }

  /// The steps that the operation comes to on a mark.
  /// - Parameters:
  ///   - mark: the mark as it stands in its sidecar now.
  ///   - reviews: the reviews of it in the same sidecar.
  ///   - id: the name of the annotation that the operation may make.
  package func edits(
    on mark: Annotation, reviewedBy reviews: [Annotation], by creator: Creator?,
    at now: Timestamp, naming id: AnnotationID
  ) -> [Edit] {
    switch self {
    case .judge(let judgement):
      return judging(mark, judgement, reviews, by: creator, at: now, naming: id)
    case .reply(let text):
      var reply = Annotation(id: id, kind: .reply, targets: [], creator: creator, created: now)
      reply.repliesTo = mark.id
      reply.answeredMark = AnsweredMark(mark)
      reply.note = text
      return [.insert(reply)]
    case .markBeside(let term, let note):
      var own = Annotation(
        id: id, kind: mark.kind, targets: mark.targets, creator: creator, created: now)
      (own.terms, own.note) = (term.map { [$0] } ?? [], note)
      return [.insert(own)]
    case .delete:
      return reviews.map(Edit.remove) + deleting(mark, by: creator, at: now, naming: id)
    default:
      return replacing(mark, by: creator, at: now) { changing(&$0) }
    }
  }

  private func changing(_ mark: inout Annotation) {
    switch self {
    case .setStatus(let status): mark.status = status
    case .setTerm(let term, let isExclusive): mark.set(term, isExclusive: isExclusive)
    case .removeTerm(let term): mark.terms.removeAll { $0.description == term.description }
    case .note(let text): mark.note = text
    case .tag(let adding, let removing):
      mark.tags.removeAll(where: removing.contains)
      mark.tags += adding.filter { !mark.tags.contains($0) }
    case .assign(let person): mark.assignee = person
    case .judge, .reply, .markBeside, .delete: break
    }
  }

  /// A reviewer has one opinion of a mark: a second one takes the place of the first. How far the work on the
  /// mark is, is another matter, and for whoever does the work to say.
  private func judging(
    _ mark: Annotation, _ judgement: Judgement, _ reviews: [Annotation], by creator: Creator?,
    at now: Timestamp, naming id: AnnotationID
  ) -> [Edit] {
    var edits: [Edit] = []
    if let own = reviews.first(where: { $0.creator.isSame(as: creator) }) {
      edits += replacing(own, by: creator, at: now) { $0.terms = [judgement.term] }
    } else {
      edits.append(.insert(Annotation(id: id, reviewing: mark, judgement, by: creator, at: now)))
    }
    return edits
  }

  /// Of somebody else's mark, a note stays of who deleted what.
  private func deleting(
    _ mark: Annotation, by creator: Creator?, at now: Timestamp, naming id: AnnotationID
  ) -> [Edit] {
    guard !mark.belongs(to: creator) else { return [.remove(mark)] }
    let terms = mark.terms.map(\.term).joined(separator: ", ")
    let title = terms.isEmpty ? mark.kind.rawValue : terms
    let record = Annotation(
      id: id, recordingDeletionOf: mark, called: title, by: creator, at: now)
    return [.remove(mark), .insert(record)]
  }

  /// What somebody else had said is recorded, unless the change says nothing of the matter.
  private func replacing(
    _ old: Annotation, by creator: Creator?, at now: Timestamp,
    _ change: (inout Annotation) -> Void
  ) -> [Edit] {
    var new = old
    change(&new)
    guard new != old else { return [] }
    new.modified = now
    if case .assign = self { return [.replace(old: old, new: new)] }
    return [.replace(old: old, new: new.recordingRevision(of: old, by: creator, at: now))]
  }
}

extension Annotation {
  /// Sets a term; in an exclusive group it takes the place of the other one.
  package mutating func set(_ term: TermReference, isExclusive: Bool) {
    if isExclusive { terms.removeAll { $0.pack == term.pack && $0.group == term.group } }
    if !terms.contains(term) { terms.append(term) }
  }
}
