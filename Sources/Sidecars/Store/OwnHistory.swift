// Whose history undo goes through. A journal may hold changes of several people, or of another state of the
// sidecar: one account that two readers share, a branch that git checked out, a merge, a copied folder.

import ArticleModel

/// The changes of a journal that one person can take back or make again, and the rest of them.
struct OwnHistory {
  /// What the journal keeps for others, and for another state of the sidecar.
  struct Rest {
    var past: [Change] = []
    var future: [Change] = []
  }

  private(set) var past: [Change] = []
  private(set) var future: [Change] = []
  private(set) var rest = Rest()

  /// Parts a history by what `person` made and the annotations still show: a change that others have
  /// built on, or that is not in this state of the sidecar, cannot be taken back without theirs.
  init(past: [Change], future: [Change], of person: Creator?, on annotations: [Annotation]) {
    (self.past, rest.past) = Self.part(past, of: person, on: annotations, taking: \.inverse)
    (self.future, rest.future) = Self.part(future, of: person, on: annotations, taking: \.self)
  }

  /// Parts changes, the last one first, by whose they are and whether the annotations allow what undo or redo
  /// would make of them.
  private static func part(
    _ changes: [Change], of person: Creator?, on annotations: [Annotation],
    taking step: (Change) -> Change
  ) -> (own: [Change], rest: [Change]) {
    if changes.isEmpty { return ([], []) }
    var state = KeyedAnnotations(annotations)
    var (own, rest): ([Change], [Change]) = ([], [])
    for change in changes.reversed() {
      if change.isMade(by: person), state.take(step(change)) {
        own.append(change)
      } else {
        rest.append(change)
      }
    }
    return (own.reversed(), rest.reversed())
  }
}

extension SidecarStore.Work {
  /// Leaves undo and redo what is `person`'s to take back and to make again; the journal keeps the rest.
  mutating func keepHistory(of person: Creator?) {
    self.person = person
    let whole = wholeHistory
    let history = OwnHistory(
      past: whole.past, future: whole.future, of: person, on: sidecar.annotations)
    (past, future, setAside) = (history.past, history.future, history.rest)
  }

  /// All that the journal keeps: what was set aside comes before what undo and redo reach first.
  var wholeHistory: (past: [Change], future: [Change]) {
    (setAside.past + past, setAside.future + future)
  }
}

extension Change {
  /// Whether it is somebody's to take back. Journals of earlier versions do not say who made a change; there
  /// it is whoever made the marks that it is about.
  fileprivate func isMade(by person: Creator?) -> Bool {
    guard let person else { return true }
    if let author { return author.isSame(as: person) }
    return edits.allSatisfy { edit in
      switch edit {
      case .insert(let mark), .remove(let mark): mark.belongs(to: person)
      case .replace(_, let new): new.creator == nil || new.lastHand.isSame(as: person)
      }
    }
  }
}

extension KeyedAnnotations {
  /// Makes a change when the annotations are exactly those that it was made for; says whether they are.
  fileprivate mutating func take(_ change: Change) -> Bool {
    var state = self
    for edit in change.edits {
      let current = state[edit.id]?.withoutPlace
      switch edit {
      case .insert(let annotation):
        guard current == nil else { return false }
        state.put(annotation)
      case .remove(let annotation):
        guard current == annotation.withoutPlace else { return false }
        state.remove(annotation.id)
      case .replace(let old, let new):
        guard current == old.withoutPlace else { return false }
        state.put(new)
      }
    }
    self = state
    return true
  }
}

extension Annotation {
  /// What the annotation says, wherever its words stand now and whatever its article is called.
  fileprivate var withoutPlace: Annotation {
    var annotation = self
    for index in annotation.targets.indices {
      annotation.targets[index].source = ""
      annotation.targets[index].passage?.position = nil
    }
    return annotation
  }
}
