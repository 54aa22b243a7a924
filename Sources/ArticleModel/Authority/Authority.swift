// What a desk knows of persons, organisations and places: the corrections of its readers that count in all
// of its articles. Configuration reads and writes it as a file; NewsAnalysis applies it.

/// The knowledge of a desk about who is who and what lies where.
package struct Authority: Hashable, Sendable {
  /// One thing that somebody said of a person or a place, by its name.
  package struct Entry: Hashable, Sendable {
    /// The correction that it comes from, or a name of its own when somebody wrote it by hand.
    package var id: AnnotationID
    /// What is said, of whatever is called `says.subject`.
    package var says: Correction
    /// Who said so.
    package var creator: String?
    /// When.
    package var time: Timestamp?

    /// Notes what somebody said.
    package init(
      id: AnnotationID, says: Correction, creator: String? = nil, time: Timestamp? = nil
    ) {
      (self.id, self.says, self.creator, self.time) = (id, says, creator, time)
    }

    /// What a mark says for the whole desk; nil when it speaks of its own article alone.
    package init?(_ mark: Annotation) {
      guard let says = mark.correction, says.isForDesk, says.isOfCast, says.subject != nil,
        says.decision != .split
      else { return nil }
      var known = says
      // In another article, whoever was merged here goes by the name of the other.
      if known.decision == .merged { known.decision = .renamed }
      self.init(id: mark.id, says: known, creator: mark.creator?.name, time: mark.modified)
    }
  }

  /// What is known, in the order in which it applies: of two entries that differ, the later one counts.
  package var entries: [Entry]

  /// Puts knowledge together.
  package init(_ entries: [Entry] = []) { self.entries = entries }

  /// The entries that do not come from these marks, which an article has already.
  package func without(_ marks: [Annotation]) -> Authority {
    let known = Set(marks.map(\.id))
    return Authority(entries.filter { !known.contains($0.id) })
  }
}

extension Authority {
  /// A step that a change of marks asks of the authority.
  package enum Edit: Hashable, Sendable {
    /// The entry is added, or takes the place of the one with its id.
    case put(Entry)
    /// The entry is taken out.
    case drop(AnnotationID)
  }

  /// What a change of marks asks of the authority; nothing when it is about the article alone.
  package static func edits(of change: Change) -> [Edit] {
    change.edits.compactMap { edit in
      switch edit {
      case .insert(let mark): Entry(mark).map(Edit.put)
      case .remove(let mark): Entry(mark).map { .drop($0.id) }
      case .replace(let old, let new):
        Entry(new).map(Edit.put) ?? Entry(old).map { .drop($0.id) }
      }
    }
  }
}
