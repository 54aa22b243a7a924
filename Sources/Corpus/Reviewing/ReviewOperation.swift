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
      reply.note = text
      return [.insert(reply)]
    case .delete:
      return reviews.map(Edit.remove) + [.remove(mark)]
    default:
      return replacing(mark, at: now) { changing(&$0) }
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
    case .judge, .reply, .delete: break
    }
  }

  /// A reviewer has one opinion of a mark: a second one takes the place of the first.
  private func judging(
    _ mark: Annotation, _ judgement: Judgement, _ reviews: [Annotation], by creator: Creator?,
    at now: Timestamp, naming id: AnnotationID
  ) -> [Edit] {
    var edits: [Edit] = []
    if let own = reviews.first(where: { $0.creator.isSame(as: creator) }) {
      edits += replacing(own, at: now) { $0.terms = [judgement.term] }
    } else {
      edits.append(.insert(Annotation(id: id, reviewing: mark, judgement, by: creator, at: now)))
    }
    // How far the work on a mark is, is for whoever made it to say.
    guard judgement == .agrees, mark.creator.isSame(as: creator) else { return edits }
    return edits + replacing(mark, at: now) { $0.status = .done }
  }

  private func replacing(
    _ old: Annotation, at now: Timestamp, _ change: (inout Annotation) -> Void
  ) -> [Edit] {
    var new = old
    change(&new)
    guard new != old else { return [] }
    new.modified = now
    return [.replace(old: old, new: new)]
  }
}

extension Annotation {
  /// Sets a term; in an exclusive group it takes the place of the other one.
  package mutating func set(_ term: TermReference, isExclusive: Bool) {
    if isExclusive { terms.removeAll { $0.pack == term.pack && $0.group == term.group } }
    if !terms.contains(term) { terms.append(term) }
  }
}

extension Creator? {
  /// Whether both are the same person: by id where both have one, else by name.
  package func isSame(as other: Creator?) -> Bool {
    guard let self, let other else { return (self == nil) == (other == nil) }
    if let id = self.id, let otherID = other.id { return id == otherID }
    return self.name == other.name
  }
}
