// Several articles that are read in one go.

/// The articles that were named together, and which of them is open.
public struct Shelf: Hashable, Sendable {
  /// One article.
  public struct Entry: Hashable, Sendable {
    /// What to call it.
    public var name: String
    /// How many marks it has.
    public var marks: Int
    /// How many of them are done.
    public var done: Int
    /// Whether somebody has read in it.
    public var isVisited: Bool

    /// Describes an article.
    public init(name: String, marks: Int = 0, done: Int = 0, isVisited: Bool = false) {
      (self.name, self.marks, self.done, self.isVisited) = (name, marks, done, isVisited)
    }

    /// What comes first: marks that are not done, then what nobody has read, then the rest.
    public var rank: Int { marks > done ? 0 : !isVisited && marks == 0 ? 1 : 2 }
  }

  /// The articles, in the order in which they are gone through.
  public var entries: [Entry]
  /// The index of the one that is open.
  public var current: Int

  /// Puts articles side by side.
  public init(entries: [Entry] = [], current: Int = 0) {
    (self.entries, self.current) = (entries, current)
  }

  /// Whether there is more than one.
  public var isPlural: Bool { entries.count > 1 }
}

/// The list of the articles, as it lies over the screen.
public struct ArticleList: Hashable, Sendable {
  /// Index into the entries that pass the filter.
  public var cursor: Int
  /// What the entries are filtered by; nil while all are shown.
  public var filter: EditableText?
  /// Whether characters go into the filter.
  public var isTyping = false

  /// A list with the cursor on an entry.
  init(cursor: Int) { self.cursor = cursor }

  /// The indices of the entries that pass the filter.
  func shown(of shelf: Shelf) -> [Int] {
    let words = (filter?.text.lowercased() ?? "").split(separator: " ")
    return shelf.entries.indices.filter { index in
      let name = shelf.entries[index].name.lowercased()
      return words.allSatisfy { name.contains($0) }
    }
  }
}
