// How a pane orders, filters and groups its entries.

/// How the entries of a pane are shown.
package struct PaneArrangement: Hashable, Sendable {
  /// Which of the pane's sortings holds; 0 is its own order.
  package var sorting = 0
  /// Words that an entry must have, all of them; empty for all entries.
  package var filter = ""
  /// Whether entries stand under headings: their speaker, their country, their kind.
  package var isGrouped = false
  /// Which of the pane's narrowings holds, from 1; 0 for all entries.
  package var narrowing = 0
  /// The headings under which nothing is shown.
  package var foldedGroups: Set<String> = []

  /// Whether all entries stand in the pane's own order.
  var isPlain: Bool { sorting == 0 && filter.isEmpty && !isGrouped && narrowing == 0 }

  /// Whether another arrangement lists the same entries, in whichever order.
  func hasSamePart(as other: PaneArrangement) -> Bool {
    filter == other.filter && narrowing == other.narrowing
  }
}

/// The rows of a pane that is sorted, filtered or grouped.
struct PaneRows {
  /// One row.
  enum Row: Hashable {
    case entry(Int)
    /// A heading with its number and how many entries it has.
    case group(Int, name: String, count: Int, isFolded: Bool)
  }

  private(set) var rows: [Row] = []
  /// The row of each entry, or of its folded heading.
  private var rowOfEntry: [Int: Int] = [:]
  private var rowOfGroup: [Int: Int] = [:]
  /// How many entries are shown, headings not counted.
  private(set) var entryCount = 0

  /// Lays out entries that are sorted and filtered; `groups` names the heading of each, nil without any.
  init(_ entries: [Int], folded: Set<String>, groups: [String]?) {
    guard let groups else {
      for entry in entries { append(.entry(entry)) }
      return
    }
    var names: [String] = []
    var members: [String: [Int]] = [:]
    for (entry, name) in zip(entries, groups) {
      if members[name] == nil { names.append(name) }
      members[name, default: []].append(entry)
    }
    for (number, name) in names.enumerated() {
      let entries = members[name] ?? []
      let isFolded = folded.contains(name)
      append(.group(number, name: name, count: entries.count, isFolded: isFolded))
      for entry in entries {
        if isFolded { rowOfEntry[entry] = rows.count - 1 } else { append(.entry(entry)) }
      }
    }
  }

  /// The row that a cursor stands on: an entry, or a heading, counted down from -1.
  func row(ofCursor cursor: Int) -> Int? {
    cursor < 0 ? rowOfGroup[-1 - cursor] : rowOfEntry[cursor]
  }

  /// The cursor of a row.
  func cursor(ofRow row: Int) -> Int {
    switch rows[row] {
    case .entry(let entry): entry
    case .group(let number, _, _, _): -1 - number
    }
  }

  /// The heading that a row stands under, or is.
  func group(ofRow row: Int) -> (row: Int, name: String, isFolded: Bool)? {
    for index in stride(from: row, through: 0, by: -1) {
      if case .group(_, let name, _, let isFolded) = rows[index] { return (index, name, isFolded) }
    }
    return nil
  }

  mutating func append(_ row: Row) {
    switch row {
    case .entry(let entry):
      rowOfEntry[entry] = rows.count
      entryCount += 1
    case .group(let number, _, _, _): rowOfGroup[number] = rows.count
    }
    rows.append(row)
  }
}
