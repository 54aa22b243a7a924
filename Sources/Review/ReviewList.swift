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
  /// How many marks the filter lets through.
  package private(set) var shownCount = 0
  /// How many marks are reviewed, whatever the filter.
  package private(set) var reviewedCount = 0

  /// Which marks are listed.
  package var filter = AnnotationFilter() { didSet { arrange() } }
  /// How they are sorted.
  package var order = ReviewOrder.place { didSet { arrange() } }
  /// What they are grouped by.
  package var grouping = ReviewGrouping.none { didSet { arrange() } }
  /// The groups of which only the name is listed.
  package var folded: Set<String> = [] { didSet { arrange() } }

  /// Lists other marks.
  package mutating func replace(_ entries: [ReviewEntry]) {
    self.entries = entries
    reviewedCount = entries.count { $0.row.isReviewed }
    arrange()
  }

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

  /// The number of the mark on a line among those that are listed, from 1; nil on the name of a group.
  package func place(of line: Int) -> Int? {
    guard entry(at: line) != nil else { return nil }
    return lines[...line].count { if case .entry = $0 { true } else { false } }
  }

  /// The line of a mark; nil when it is not listed.
  package func line(of key: MarkKey) -> Int? {
    lines.firstIndex { line in
      if case .entry(let index) = line { entries[index].key == key } else { false }
    }
  }

  /// The marks that are listed, those of folded groups among them.
  package var shown: [ReviewEntry] { entries.filter { filter.matches($0.row) } }

  // MARK: Arranging

  private mutating func arrange() {
    let shown = sorted(entries.indices.filter { filter.matches(entries[$0].row) })
    shownCount = shown.count
    lines = grouping == .none ? shown.map(Line.entry) : grouped(shown)
  }

  /// Groups come in the order in which their first marks come.
  private func grouped(_ shown: [Int]) -> [Line] {
    var names: [String] = []
    var members: [String: [Int]] = [:]
    for index in shown {
      let name = grouping.group(of: entries[index])
      if members[name] == nil { names.append(name) }
      members[name, default: []].append(index)
    }
    return names.flatMap { name -> [Line] in
      let group = members[name] ?? []
      let reviewed = group.count { entries[$0].row.isReviewed }
      let heading = Line.group(name, count: group.count, reviewed: reviewed)
      return [heading] + (folded.contains(name) ? [] : group.map(Line.entry))
    }
  }

  private func sorted(_ indices: [Int]) -> [Int] {
    switch order {
    case .place: return indices
    case .newest: return sorted(indices, by: { $0.time }, >)
    case .oldest: return sorted(indices, by: { $0.time }, <)
    case .kind: return sorted(indices, by: { $0.kindRank }, <)
    case .term: return sorted(indices, by: { $0.row.label }, <)
    case .status: return sorted(indices, by: { $0.statusRank }, <)
    case .creator: return sorted(indices, by: { $0.creator }, <)
    case .unreviewed: return sorted(indices, by: { $0.row.isReviewed ? 1 : 0 }, <)
    }
  }

  /// Sorts by a value that is asked for once an entry; equal ones stay in their order.
  private func sorted<Value: Comparable>(
    _ indices: [Int], by value: (ReviewEntry) -> Value, _ comesBefore: (Value, Value) -> Bool
  ) -> [Int] {
    indices.map { (value(entries[$0]), $0) }
      .sorted { $0.0 == $1.0 ? $0.1 < $1.1 : comesBefore($0.0, $1.0) }
      .map(\.1)
  }
}

extension ReviewEntry {
  fileprivate var time: Instant {
    (row.annotation.modified ?? row.annotation.created).placeInTime
  }
  fileprivate var kindRank: Int {
    AnnotationKind.allCases.firstIndex(of: row.annotation.kind) ?? 0
  }
  fileprivate var statusRank: Int {
    AnnotationStatus.allCases.firstIndex(of: row.annotation.status) ?? 0
  }
}
