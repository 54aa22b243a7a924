// What there is to say about a pane. A file of this folder says it for one pane, and the table of Pane.swift lists it.

import ArticleModel
import Interface
import NewsAnalysis
import Screen

/// What a pane lists of a state, and what keys do with it. Entries are numbered from 0 in the pane's own
/// order; however they are sorted, filtered and grouped on the screen, an entry keeps its number.
protocol PaneDescription: Sendable {
  /// The name under which the pane is remembered on the disk; it never changes.
  var name: String { get }
  /// Its heading.
  var title: String { get }
  /// The action that gives it the keys; without one, `next-pane` does alone.
  var focusAction: Action? { get }
  /// What it can be sorted by; the first is its own order.
  var sortings: [PaneSorting] { get }
  /// What its entries are grouped by.
  var grouping: PaneGrouping { get }
  /// What keys show a part of its entries alone.
  var narrowings: [PaneNarrowing] { get }
  /// What the keys mean while it has them.
  var context: KeyContext { get }
  /// Whether the state keeps the same entry selected by itself when there are others than before.
  var keepsItsEntry: Bool { get }
  /// The keys that the footer names for its entries.
  var hints: [(Action, String)] { get }
  /// What it works out once per analysis; `Findings.facts` has it.
  var facts: (any PaneFacts.Type)? { get }

  /// How many entries there are.
  func count(in state: ReaderState) -> Int
  /// How many of them, the last ones, stand below all others whatever the order.
  func unsortedCount(in state: ReaderState) -> Int
  /// What is shown in `columns`, in the pane's own order.
  func content(in state: ReaderState, columns: Column) -> PaneContent
  /// The words in which a filter looks for an entry.
  func searchedText(of entry: Int, in state: ReaderState) -> String
  /// What a word of a filter asks of an entry when the pane has a meaning of its own for it; nil when it is
  /// looked for like all others.
  func condition(_ word: Substring) -> (@Sendable (Int, ReaderState) -> Bool)?
  /// What can be typed into its filter besides words that stand there; empty for nothing.
  var filterHint: String { get }
  /// The sign of an entry that the legend explains; nil when it has none.
  func sign(of entry: Int, in state: ReaderState) -> Sign?
  /// Whether the pane is on the screen: one that is seldom needed is not while it is empty.
  func isShown(in state: ReaderState) -> Bool
  /// Where in the article an entry stands; nil when it has no place.
  func place(of entry: Int, in state: ReaderState) -> ByteOffset?
  /// The entry that is selected while the caret moves through the article; nil when none is.
  func entryAtCaret(in state: ReaderState) -> Int?

  /// Whether keys for marks work on the selected entry, and not on what is under the caret.
  var listsMarks: Bool { get }
  /// The mark that an entry stands for.
  func mark(of entry: Int, in state: ReaderState) -> Annotation?
  /// What the key for marking marks while an entry is selected; nil for what it marks in the article.
  func markSubject(of entry: Int, in state: ReaderState) -> MarkSubject?
  /// What kind of finding keys accept, reject and correct while the pane has them; nil for those under
  /// the caret.
  var findingKind: Correction.Finding? { get }
  /// The finding that they work on; nil when there is none.
  func finding(in state: ReaderState) -> FindingReference?
  /// The person or place as such that an entry stands for, which the same keys work on first.
  func member(of entry: Int, in state: ReaderState) -> CastMember?
}

// What most panes do.
extension PaneDescription {
  var focusAction: Action? { nil }
  var hints: [(Action, String)] { [(.mark, "mark")] }
  var facts: (any PaneFacts.Type)? { nil }
  var narrowings: [PaneNarrowing] { [] }
  var context: KeyContext { .pane }
  var keepsItsEntry: Bool { false }
  var listsMarks: Bool { false }
  var findingKind: Correction.Finding? { nil }

  var filterHint: String { "" }

  func unsortedCount(in state: ReaderState) -> Int { 0 }
  func condition(_ word: Substring) -> (@Sendable (Int, ReaderState) -> Bool)? { nil }
  func sign(of entry: Int, in state: ReaderState) -> Sign? { nil }
  func isShown(in state: ReaderState) -> Bool { true }
  func mark(of entry: Int, in state: ReaderState) -> Annotation? { nil }
  func markSubject(of entry: Int, in state: ReaderState) -> MarkSubject? { nil }
  func finding(in state: ReaderState) -> FindingReference? { nil }
  func member(of entry: Int, in state: ReaderState) -> CastMember? { nil }
}

/// What a pane would otherwise work out at every draw.
protocol PaneFacts: Sendable {
  /// Works it out; takes time in proportion to what was found.
  init(_ analysis: Analysis)
}

/// Something that a pane can be sorted by.
struct PaneSorting: Sendable {
  /// What it is called: "sorted by …".
  let name: String
  private let sort: @Sendable ([Int], ReaderState) -> [Int]

  /// The pane's own order.
  static func own(_ name: String) -> Self { Self(name: name) { entries, _ in entries } }

  private init(name: String, sort: @escaping @Sendable ([Int], ReaderState) -> [Int]) {
    (self.name, self.sort) = (name, sort)
  }

  /// The order of a key, and the pane's own one where keys are the same; or all of that backwards.
  init<Key: Comparable & SendableMetatype>(
    _ name: String, isReversed: Bool = false, by key: @escaping @Sendable (Int, ReaderState) -> Key
  ) {
    self.init(name: name) { entries, state in
      let keyed = entries.map { (key($0, state), $0) }
      let sorted = keyed.sorted { $0.0 == $1.0 ? $0.1 < $1.1 : $0.0 < $1.0 }.map(\.1)
      return isReversed ? sorted.reversed() : sorted
    }
  }

  /// The entries in this order.
  func sorted(_ entries: [Int], in state: ReaderState) -> [Int] { sort(entries, state) }
}

/// A part of a pane's entries that can be shown alone.
struct PaneNarrowing: Sendable {
  /// What the entries are: "unchecked".
  let name: String
  /// What that means, where the name does not say it all; empty otherwise.
  let explanation: String
  /// Whether an entry is one of them.
  let lists: @Sendable (Int, ReaderState) -> Bool

  init(
    _ name: String, explanation: String = "",
    lists: @escaping @Sendable (Int, ReaderState) -> Bool
  ) {
    (self.name, self.explanation) = (name, explanation)
    self.lists = lists
  }
}

extension PaneDescription {
  /// The narrowing of a number, from 1; nil for 0 and others.
  func narrowing(_ number: Int) -> PaneNarrowing? {
    narrowings.indices.contains(number - 1) ? narrowings[number - 1] : nil
  }
}

/// What the entries of a pane are grouped by.
struct PaneGrouping: Sendable {
  /// What it is called: "grouped by …".
  let name: String
  /// The heading of an entry.
  let heading: @Sendable (Int, ReaderState) -> String

  init(_ name: String, heading: @escaping @Sendable (Int, ReaderState) -> String) {
    (self.name, self.heading) = (name, heading)
  }
}
