// All packs of terms that are at hand. Configuration fills it; reader, review and commands ask it.

/// The packs of terms in the order in which they are offered, and the vocabulary of statuses.
public struct TaxonomyShelf: Sendable {
  /// The packs that marks are made with.
  public let packs: [Taxonomy]
  /// The statuses in words, with their keys; the ids are the raw values of `AnnotationStatus`.
  public let statuses: [Taxonomy.Term]
  /// The checklists, in the order in which they are offered.
  public let checklists: [Checklist]

  /// Puts packs on a shelf; of two with the same id the later one stays, in the earlier one's place.
  public init(
    _ packs: [Taxonomy], statuses: [Taxonomy.Term] = [], checklists: [Checklist] = []
  ) {
    var shelf: [Taxonomy] = []
    for pack in packs {
      if let index = shelf.firstIndex(where: { $0.id == pack.id }) {
        shelf[index] = pack
      } else {
        shelf.append(pack)
      }
    }
    self.packs = shelf
    self.statuses = statuses
    self.checklists = checklists
  }

  /// The pack of that id.
  public subscript(id: String) -> Taxonomy? { packs.first { $0.id == id } }

  /// The packs whose terms make annotations of that kind.
  public func packs(for kind: AnnotationKind) -> [Taxonomy] { packs.filter { $0.kind == kind } }

  /// The term that a reference names; nil when no pack has it.
  public func term(_ reference: TermReference) -> Taxonomy.Term? {
    self[reference.pack]?.term(reference)
  }

  /// The group that a reference names.
  public func group(_ reference: TermReference) -> Taxonomy.Group? {
    self[reference.pack]?.groups.first { $0.id == reference.group }
  }

  /// What to call a term; its id when no pack knows it.
  public func label(of reference: TermReference) -> String {
    term(reference)?.label ?? reference.term
  }

  /// Finds a term as people name it on a command line: `loaded-term`, `wording/loaded-term` or
  /// `bias/wording/loaded-term`. The packs that make annotations of `kind` come first.
  public func reference(named name: String, for kind: AnnotationKind? = nil) -> TermReference? {
    let preferred = packs.filter { $0.kind == kind } + packs.filter { $0.kind != kind }
    for pack in preferred {
      if let reference = pack.reference(named: name) { return reference }
      let prefix = pack.id + "/"
      if name.hasPrefix(prefix),
        let reference = pack.reference(named: String(name.dropFirst(prefix.count)))
      {
        return reference
      }
    }
    return nil
  }
}
