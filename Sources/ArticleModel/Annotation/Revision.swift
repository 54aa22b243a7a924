// Whose mark it is, and what it said before somebody else changed it. Nobody's words are lost by an edit.

/// An edit of a mark by somebody who had not said last what it says.
public struct Revision: Hashable, Sendable {
  /// Who edited it; nil when the record does not say.
  public var by: Creator?
  /// When that was; nil when the record does not say.
  public var at: Timestamp?
  /// The mark as it was before, without revisions of its own.
  public var was: Annotation

  /// Records an edit of what a mark said.
  public init(of was: Annotation, by creator: Creator?, at moment: Timestamp?) {
    self.was = was
    self.was.revisions = []
    by = creator
    at = moment
  }
}

extension Annotation {
  /// Who said last what the mark says: whoever edited it, or else whoever made it.
  package var lastHand: Creator? {
    guard let last = revisions.last else { return creator }
    return last.by
  }

  /// Who had said what a revision of the mark replaced.
  package func hand(before revision: Int) -> Creator? {
    revision == 0 ? creator : revisions[revision - 1].by
  }

  /// Whether somebody may change the mark without being asked: it is theirs, or nobody's who is named.
  package func belongs(to person: Creator?) -> Bool {
    creator == nil || creator.isSame(as: person)
  }

  /// The mark after a change, with a record of what it said before where that was somebody else's word.
  package func recordingRevision(
    of old: Annotation, by person: Creator?, at moment: Timestamp?
  ) -> Annotation {
    guard old.creator != nil, !old.lastHand.isSame(as: person) else { return self }
    var new = self
    new.revisions.append(Revision(of: old, by: person, at: moment))
    return new
  }
}

extension AnsweredMark {
  /// What a reply keeps of a mark: whose it is, and its note, or else the words that were marked.
  package init(_ mark: Annotation) {
    let words = mark.note.isEmpty ? mark.targets.first?.passage?.exact ?? "" : mark.note
    self.init(creator: mark.creator, words: String(words.prefix(80)))
  }

  /// "a mark by Ana Lopes, “compared with what?”, which is gone".
  package var toldAsGone: String {
    let whose = creator.map { " by \($0.name)" } ?? ""
    let line = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return "a mark\(whose)" + (line.isEmpty ? "" : ", “\(line)”,") + " that is gone"
  }
}

extension Creator {
  /// Whether both are the same person: by id where both have one, else by name.
  package func isSame(as other: Creator?) -> Bool { Creator?.some(self).isSame(as: other) }
}

extension Creator? {
  /// Whether both are the same person: by id where both have one, else by name.
  package func isSame(as other: Creator?) -> Bool {
    guard let self, let other else { return (self == nil) == (other == nil) }
    if let id = self.id, let otherID = other.id { return id == otherID }
    return self.name == other.name
  }
}
