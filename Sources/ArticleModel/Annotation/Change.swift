// Changes to a set of annotations as values: what is applied, stored, undone and told to the reader.

/// One step on one annotation. Each knows enough to be taken back.
public enum Edit: Hashable, Sendable {
  /// The annotation was added.
  case insert(Annotation)
  /// The annotation was taken out.
  case remove(Annotation)
  /// The annotation was changed.
  case replace(old: Annotation, new: Annotation)

  /// The step that takes this one back.
  public var inverse: Edit {
    switch self {
    case .insert(let annotation): .remove(annotation)
    case .remove(let annotation): .insert(annotation)
    case .replace(let old, let new): .replace(old: new, new: old)
    }
  }

  /// The annotation that it is about.
  public var id: AnnotationID {
    switch self {
    case .insert(let annotation), .remove(let annotation): annotation.id
    case .replace(_, let new): new.id
    }
  }
}

/// What the reader did in one go, and what one undo takes back.
public struct Change: Hashable, Sendable {
  /// What was done, for the message line: "marked loaded term".
  public var summary: String
  /// The steps, in order.
  public var edits: [Edit]
  /// In whose name it was made; nil when nobody said. It does not make it another change.
  public var author: Creator?

  /// Puts steps together.
  public init(_ summary: String, _ edits: [Edit]) {
    self.summary = summary
    self.edits = edits
  }

  /// The change that takes this one back.
  public var inverse: Change {
    var inverse = Change(summary, edits.reversed().map(\.inverse))
    inverse.author = author
    return inverse
  }

  /// Whether both do the same, whoever made them.
  public static func == (a: Change, b: Change) -> Bool {
    a.summary == b.summary && a.edits == b.edits
  }

  /// Hashes what it does.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(summary)
    hasher.combine(edits)
  }
}
