// The lines of a pane, of which only those are made that fit.
//
//     entry 0
//     entry 1 ▸        the selected entry
//       details of 1
//     entry 2
//     footnotes
//
// Where there is room for all of its entries, a pane shows more of each than one line.

import Interface
import Screen

/// How much a pane shows of each entry.
struct PaneFullness: Hashable {
  /// The most lines of its words and of its details.
  let words: Int
  /// The most lines of the note below them.
  let note: Int

  /// A line.
  static let lean = PaneFullness(words: 1, note: 0)
  /// What is seen at least of the selected entry.
  static let glimpse = PaneFullness(words: 2, note: 3)
  /// All of it, within reason.
  static let full = PaneFullness(words: 8, note: 12)
  /// What a pane shows more and more of, as far as there is room: notes come before words.
  static let steps = [
    PaneFullness(words: 1, note: 3), PaneFullness(words: 1, note: 12),
    PaneFullness(words: 2, note: 12), full,
  ]

  /// As much as either of two shows.
  func atLeast(_ other: PaneFullness) -> PaneFullness {
    PaneFullness(words: max(words, other.words), note: max(note, other.note))
  }
}

/// The lines of a pane's content with one entry selected.
struct PaneLines {
  /// One line.
  struct Line: Equatable {
    var left: [Segment]
    var right: [Segment] = []
    var isCursor = false
    /// The number of the entry that stands on it; nil for details and the like.
    var number: Int?
  }

  /// How many lines there are; at least one.
  let count: Int
  private let content: PaneContent
  private let cursor: Int?
  private let columns: Column
  /// The lines of the selected entry.
  private let selected: [Line]
  /// All lines, when entries have more than one.
  private let all: [Line]?

  /// - Parameters:
  ///   - isFocused: whether the pane has the keys, so that the selected entry is shown in full.
  ///   - remember: the lines of the entry of a number and fullness, unless they are remembered made with the
  ///     closure.
  init(
    _ content: PaneContent, cursor: Int?, columns: Column, fullness: PaneFullness = .lean,
    isFocused: Bool = false, remember: (Int, PaneFullness, () -> [Line]) -> [Line] = { $2() }
  ) {
    self.content = content
    self.cursor = cursor
    self.columns = columns
    let ofSelected = fullness.atLeast(isFocused ? .full : .glimpse)
    selected =
      cursor.map { cursor in
        remember(cursor, ofSelected) {
          Self.selected(content.entry(cursor), cursor, ofSelected, columns)
        }
      } ?? []
    guard fullness != .lean, content.count > 0 else {
      all = nil
      count = max(content.count, 1) + max(selected.count - 1, 0) + content.footnotes.count
      return
    }
    let lines = (0..<content.count).flatMap { [selected] number in
      number == cursor
        ? selected
        : remember(number, fullness) {
          Self.lines(content.entry(number), number, fullness, columns)
        }
    }
    all = lines + content.footnotes.map(Self.detail)
    count = lines.count + content.footnotes.count
  }

  /// Whether other lines are the same as far as a screen shows them.
  func isLike(_ other: PaneLines) -> Bool {
    count == other.count && window(rows: 100) == other.window(rows: 100)
  }

  /// The lines around the selected entry that fit into `rows`, with the number of those left out.
  func window(rows: Int) -> [Line] {
    guard count > rows, rows > 0 else { return (0..<max(min(count, rows), 0)).map(line) }
    let first = firstShown(rows: rows)
    var shown = (first..<first + rows).map(line)
    let after = count - first - rows
    if rows >= 4, first > 0, !shown[0].isCursor { shown[0] = more(entries(before: first + 1)) }
    if rows >= 4, after > 0, shown.last?.isCursor == false {
      let last = first + rows - 1
      shown[rows - 1] = more(entryCount - entries(before: last))
    }
    return shown
  }

  /// How many of the entries are what the pane lists, and no remarks on all of them.
  private var entryCount: Int { content.count - content.remarks }

  /// How many of them begin above a line. Lines of remarks and details count as none.
  private func entries(before index: Int) -> Int {
    var index = index
    while index < count {
      if let number = line(index).number { return min(number, entryCount) }
      index += 1
    }
    return entryCount
  }

  /// The window's first line: the selected entry in the middle, its details with it.
  private func firstShown(rows: Int) -> Int {
    let cursor = firstLineOfCursor
    let last = cursor + max(selected.count - 1, 0)
    var first = min(max(cursor - (rows - 2) / 2, 0), count - rows)
    if last >= first + rows - 1 { first = min(last - rows + 2, count - rows) }
    return max(min(first, cursor), 0)
  }

  private var firstLineOfCursor: Int {
    all?.firstIndex(where: \.isCursor) ?? cursor ?? 0
  }

  private func line(_ index: Int) -> Line {
    if let all { return all[index] }
    guard content.count > 0 else { return Self.detail(content.whenEmpty) }
    let place = index - (cursor ?? content.count)
    if selected.indices.contains(place) { return selected[place] }
    let number = place >= selected.count ? index - max(selected.count - 1, 0) : index
    guard number < content.count else {
      let footnote = number - content.count
      let isThere = content.footnotes.indices.contains(footnote)
      return Self.detail(isThere ? content.footnotes[footnote] : "")
    }
    let entry = content.entry(number)
    return Line(left: entry.left, right: entry.right, number: number)
  }

  private static func detail(_ text: String) -> Line { Line(left: [Segment(text, .paneDetail)]) }

  private func more(_ count: Int) -> Line { Self.detail(count > 0 ? "… \(count) more" : "… more") }

  // MARK: Entries of several lines

  /// The lines of an entry: its words, then what stands below.
  private static func lines(
    _ entry: PaneEntry, _ number: Int, _ fullness: PaneFullness, _ columns: Column
  ) -> [Line] {
    // The sign of the cursor before, a blank behind.
    let width = columns - 3
    let right = entry.right.reduce(Column(0)) { $0 + $1.text.displayWidth }
    let words = SegmentWrapping.lines(
      entry.left, first: width - right - (right > 0 ? 1 : 0), rest: width, hang: entry.hang,
      count: fullness.words)
    let first = Line(left: words.first ?? [], right: entry.right, number: number)
    let rest = words.dropFirst().map { Line(left: $0) }
    let below = entry.below.flatMap {
      paragraph($0, hang: entry.hang, width, lines: fullness.note)
    }
    return [first] + rest + below
  }

  private static func paragraph(
    _ text: String, hang: Column, _ width: Column, lines: Int
  ) -> [Line] {
    let indent = String(repeating: " ", count: hang.value)
    return text.wrapped(to: max(width - hang, 4), lines: lines).map { detail(indent + $0) }
  }

  /// The same of the selected entry, with its details.
  private static func selected(
    _ entry: PaneEntry, _ number: Int, _ fullness: PaneFullness, _ columns: Column
  ) -> [Line] {
    var lines = self.lines(entry, number, fullness, columns)
    lines[0].isCursor = true
    let width = columns - 3
    return lines
      + entry.details.flatMap { paragraph($0, hang: 2, width, lines: fullness.words) }
  }
}
