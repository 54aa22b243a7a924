// Several articles that are read in one go.

import Corpus
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
    /// What is left to do in it.
    package var left: WorkLeft
    /// Whether somebody has read in it.
    package var isVisited: Bool

    /// Describes an article.
    package init(
      name: String, marks: Int = 0, left: WorkLeft = WorkLeft(claims: nil, marks: 0),
      isVisited: Bool = false
    ) {
      (self.name, self.marks, self.left, self.isVisited) = (name, marks, left, isVisited)
    }

    /// What the list shows: the title, or else the name.
    package var label: String { title ?? name }

    /// What comes first: where something is known to be left, then what nobody has read, then the rest.
    package var rank: Int { !left.isNothing ? 0 : !isVisited && marks == 0 ? 1 : 2 }
  }

  /// The articles, in the order in which they are gone through.
  package var entries: [Entry]
  /// The index of the one that is open.
  package var current: Int

  /// Puts articles side by side.
  package init(entries: [Entry] = [], current: Int = 0) {
    (self.entries, self.current) = (entries, current)
  }

  /// Takes over how many claims are left where another queue knows it.
  package mutating func learnClaims(from other: ReadingQueue) {
    for (index, entry) in other.entries.enumerated() where entries.indices.contains(index) {
      guard entries[index].name == entry.name, let claims = entry.left.claims else { continue }
      entries[index].left = WorkLeft(claims: claims, marks: entry.left.marks)
    }
  }

  /// Whether there is more than one.
  package var isPlural: Bool { entries.count > 1 }
}
