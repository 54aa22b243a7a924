// The list of a review: all marks, of which a filter lets some through, sorted and grouped. Pure; the
// state holds one and rearranges it when anything changes.

import ArticleModel
import Corpus
import Interface

/// The marks of many articles as they are listed.
package struct ReviewList {
  /// A line of the list.
  package enum Line: Hashable {
    /// The name of a group, with how many marks it has and how many of them are reviewed.
    case group(String, count: Int, reviewed: Int)
    /// An entry: its index in `entries`.
    case entry(Int)
  }

  /// All marks, in the order of the articles and in them in that of the text.
  package private(set) var entries: [ReviewEntry] = []
  /// What is listed, from top to bottom.
  package private(set) var lines: [Line] = []
  /// How many marks there are, whatever the filter; replies and corrections are none of their own.
  package private(set) var markCount = 0
  /// How many of them are reviewed, and how many are done.
  package private(set) var reviewedCount = 0, doneCount = 0
  /// Where each mark stands in `entries`.
  private var places: [MarkKey: Int] = [:]
  /// What each entry is sorted by.
  private var ranks: [ReviewOrder.Rank] = []
  /// The entries that the filter lets through, as they are sorted.
  private var sorted: [Int] = []
  /// The lines of the groups' names, from top to bottom.
  private var headings: [Int] = []

  /// Which marks are listed.
  package var filter = AnnotationFilter() { didSet { arrange() } }
  /// How they are sorted.
  package var order = ReviewOrder.place { didSet { rank() } }
  /// What they are grouped by.
  package var grouping = ReviewGrouping.none { didSet { layOut() } }
  /// The groups of which only the name is listed.
  package var folded: Set<String> = [] { didSet { layOut() } }

  /// How many entries the filter lets through.
  package var shownCount: Int { sorted.count }

  /// How many of them are marks.
  package var shownMarkCount: Int { sorted.count { entries[$0].row.isMark } }

  /// Lists other marks.
  package mutating func replace(_ entries: [ReviewEntry]) {
    (self.entries, lines, places, ranks, sorted) = ([], [], [:], [], [])
    (markCount, reviewedCount, doneCount) = (0, 0, 0)
    append(entries)
  }

  /// Lists further marks, which come after all others in the order of the articles.
  package mutating func append(_ new: [ReviewEntry]) {
    let first = entries.count
    entries += new
    for index in first..<entries.count { places[entries[index].key] = index }
    let marks = new.filter(\.row.isMark)
    markCount += marks.count
    reviewedCount += marks.count { $0.row.isReviewed }
    doneCount += marks.count { $0.row.annotation.status == .done }
    ranks += new.map(order.rank)
    let shown = (first..<entries.count).filter { filter.matches(entries[$0].row) }
    merge(shown.sorted(by: precedes))
    if grouping == .none, order == .place {
      lines += shown.map(Line.entry)
    } else {
      layOut()
    }
  }

  // MARK: Looking up

  /// The entry on a line; nil for the name of a group.
  package func entry(at line: Int) -> ReviewEntry? {
    guard lines.indices.contains(line), case .entry(let index) = lines[line] else { return nil }
    return entries[index]
  }

  /// The group that a line belongs to; nil when nothing is grouped.
  package func group(at line: Int) -> String? {
    guard grouping != .none, lines.indices.contains(line) else { return nil }
    switch lines[line] {
    case .group(let name, _, _): return name
    case .entry(let index): return grouping.group(of: entries[index])
    }
  }

  /// The line of a group's name; nil when it has none.
  package func line(ofGroup name: String) -> Int? {
    headings.first { if case .group(name, _, _) = lines[$0] { true } else { false } }
  }

  /// The number of the mark on a line among those that are listed, from 1; nil on the name of a group.
  package func place(of line: Int) -> Int? {
    entry(at: line).map { _ in line + 1 - headings.count { $0 < line } }
  }

  /// The line of a mark; nil when it is not listed.
  package func line(of key: MarkKey) -> Int? {
    places[key].flatMap { place in lines.firstIndex(of: .entry(place)) }
  }

  /// Those of the marks that are there, in the order of the articles.
  package func entries(of keys: Set<MarkKey>) -> [ReviewEntry] {
    keys.compactMap { places[$0] }.sorted().map { entries[$0] }
  }

  /// Whether one of the marks is there.
  package func lists(anyOf keys: Set<MarkKey>) -> Bool { keys.contains { places[$0] != nil } }

  /// The marks that are listed, those of folded groups among them, in the order of the articles.
  package var shown: [ReviewEntry] { sorted.sorted().map { entries[$0] } }

  /// The marks of a group that are listed, also while it is folded, in the order of the articles.
  package func members(of group: String) -> [ReviewEntry] {
    shown.filter { grouping.group(of: $0) == group }
  }

  // MARK: Arranging

  private mutating func rank() {
    ranks = entries.map(order.rank)
    arrange()
  }

  private mutating func arrange() {
    sorted = entries.indices.filter { filter.matches(entries[$0].row) }
    if order != .place { sorted.sort(by: precedes) }
    layOut()
  }

  /// Whether an entry comes before another one. Those that are alike stay in the order of the articles.
  private func precedes(_ one: Int, _ other: Int) -> Bool {
    if ranks[one] == ranks[other] { return one < other }
    return order == .newest ? ranks[other] < ranks[one] : ranks[one] < ranks[other]
  }

  /// Puts further entries, sorted themselves, where they belong.
  private mutating func merge(_ new: [Int]) {
    guard let first = new.first, let last = sorted.last, precedes(first, last) else {
      sorted += new
      return
    }
    let old = sorted
    sorted = []
    sorted.reserveCapacity(old.count + new.count)
    var taken = 0
    for index in new {
      let end = old[taken...].partitionPoint { precedes(index, $0) }
      sorted += old[taken..<end]
      sorted.append(index)
      taken = end
    }
    sorted += old[taken...]
  }

  /// Makes the lines. Groups come in the order in which their first marks come.
  private mutating func layOut() {
    headings = []
    guard grouping != .none else {
      lines = sorted.map(Line.entry)
      return
    }
    lines = []
    for (name, group) in sorted.grouped(by: { grouping.group(of: entries[$0]) }) {
      let marks = group.filter { entries[$0].row.isMark }
      let reviewed = marks.count { entries[$0].row.isReviewed }
      headings.append(lines.count)
      lines.append(.group(name, count: marks.count, reviewed: reviewed))
      if !folded.contains(name) { lines += group.map(Line.entry) }
    }
  }
}
