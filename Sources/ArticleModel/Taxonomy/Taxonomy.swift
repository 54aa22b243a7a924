// Taxonomies: the packs of terms that annotations are classified with.

/// A versioned pack of terms. `Configuration` reads packs from TOML.
public struct Taxonomy: Hashable, Sendable, Identifiable {
  /// The pack's id, as references begin with it: `bias`.
  public var id: String
  /// Its name for people.
  public var label: String
  /// Its version.
  public var version: String
  /// The kind of annotation that its terms make.
  public var kind: AnnotationKind
  /// Its groups, in the order in which they are shown.
  public var groups: [Group]

  /// Terms that belong together.
  public struct Group: Hashable, Sendable, Identifiable {
    /// The group's id within the pack.
    public var id: String
    /// Its name for people.
    public var label: String
    /// Whether an annotation has one term of the group at most.
    public var isExclusive: Bool
    /// Its terms, in the order in which they are shown.
    public var terms: [Term]

    /// Makes a group.
    public init(id: String, label: String, isExclusive: Bool = false, terms: [Term]) {
      self.id = id
      self.label = label
      self.isExclusive = isExclusive
      self.terms = terms
    }
  }

  /// One term.
  public struct Term: Hashable, Sendable, Identifiable {
    /// The term's id within its group: `loaded-term`.
    public var id: String
    /// Its name for people.
    public var label: String
    /// What it means.
    public var definition: String
    /// A passage that it fits.
    public var example: String
    /// The key that picks it.
    public var key: Character
    /// The letter in the margin.
    public var gutterLetter: Character
    /// The id of a wider term, when it has one.
    public var parent: String?

    /// Makes a term.
    public init(
      id: String, label: String, definition: String, example: String = "", key: Character,
      gutterLetter: Character, parent: String? = nil
    ) {
      self.id = id
      self.label = label
      self.definition = definition
      self.example = example
      self.key = key
      self.gutterLetter = gutterLetter
      self.parent = parent
    }
  }

  /// Makes a pack.
  public init(id: String, label: String, version: String, kind: AnnotationKind, groups: [Group]) {
    self.id = id
    self.label = label
    self.version = version
    self.kind = kind
    self.groups = groups
  }

  /// The reference to a term of this pack.
  public func reference(to term: Term, in group: Group) -> TermReference {
    TermReference(pack: id, group: group.id, term: term.id, packVersion: version)
  }

  /// The term that a reference names; nil when the pack has none such.
  public func term(_ reference: TermReference) -> Term? {
    guard reference.pack == id else { return nil }
    return groups.first { $0.id == reference.group }?.terms.first { $0.id == reference.term }
  }

  /// Finds a term by its id alone, or by `group/term`.
  public func reference(named name: String) -> TermReference? {
    for group in groups {
      for term in group.terms where term.id == name || "\(group.id)/\(term.id)" == name {
        return reference(to: term, in: group)
      }
    }
    return nil
  }
}
