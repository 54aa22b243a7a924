// Several articles that are read in one go.

import Interface

/// The articles that were named together, and which of them is open.
package struct ReadingQueue: Hashable, Sendable {
  /// One article.
  package struct Entry: Hashable, Sendable {
    /// What to call it.
    package var name: String
    /// Its title, where that is known before it is opened; it is shown instead of the name.
    package var title: String?
    /// How many marks it has.
    package var marks: Int
    /// How many of them are done.
    package var done: Int
    /// Whether somebody has read in it.
    package var isVisited: Bool

    /// Describes an article.
    package init(name: String, marks: Int = 0, done: Int = 0, isVisited: Bool = false) {
      (self.name, self.marks, self.done, self.isVisited) = (name, marks, done, isVisited)
    }

    /// What the list shows: the title, or else the name.
    package var label: String { title ?? name }

    /// What comes first: marks that are not done, then what nobody has read, then the rest.
    package var rank: Int { marks > done ? 0 : !isVisited && marks == 0 ? 1 : 2 }
  }

  /// The articles, in the order in which they are gone through.
  package var entries: [Entry]
  /// The index of the one that is open.
  package var current: Int

  /// Puts articles side by side.
  package init(entries: [Entry] = [], current: Int = 0) {
    (self.entries, self.current) = (entries, current)
  }

  /// Whether there is more than one.
  package var isPlural: Bool { entries.count > 1 }
}
