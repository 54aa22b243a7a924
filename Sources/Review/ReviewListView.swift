// The rows of the list.
//
//     ▸• V ✓ putin-zelenskyy-…  “steadily fanning the flames…”   loaded term   open   ana   2 h
//     ││ │ └ ✓ reviewed, ✗ disputed, ? its words are not where they were
//     ││ └ what kind of mark
//     │└ selected
//     └ the cursor

import ArticleModel
import Corpus
import Interface
import Screen

/// Draws the list of a review.
package struct ReviewListView {
  package let state: ReviewState
  package let area: Area

  package func draw(into frame: inout Frame) {
    guard area.size.rows > 0 else { return }
    if state.list.lines.isEmpty { return drawEmpty(into: &frame) }
    let columns = Columns(state: state)
    for (row, line) in zip(area.rows, state.list.lines.indices.dropFirst(state.top)) {
      draw(line, columns, at: row, into: &frame)
    }
  }

  private func drawEmpty(into frame: inout Frame) {
    let text: String
    if case .looking = state.progress {
      text = "looking for marks …"
    } else if state.list.entries.isEmpty {
      text = "There is no mark here. Open an article with galley FILE and mark something."
    } else {
      text = "No mark matches the filter. \(state.hint(for: .cancel)) removes it."
    }
    frame.write(
      text.truncated(to: area.size.columns - 2), at: Position(row: area.top, column: 1),
      style: state.theme[.paneDetail])
    frame.cursor = Position(row: area.top, column: 0)
  }

  private func draw(_ line: Int, _ columns: Columns, at row: Row, into frame: inout Frame) {
    let isCursor = line == state.cursor
    let overlay = isCursor ? state.theme[.paneCursorFocused] : .plain
    if isCursor {
      frame.clear(Area(row: row, column: 0, rows: 1, columns: area.size.columns), style: overlay)
      if frame.cursor == nil { frame.cursor = Position(row: row, column: 0) }
    }
    switch state.list.lines[line] {
    case .group(let name, let count, let reviewed):
      draw(group: name, "\(reviewed) of \(count) reviewed", overlay, at: row, into: &frame)
    case .entry(let index):
      draw(state.list.entries[index], columns, overlay, at: row, into: &frame)
    }
    if isCursor { frame.write("▸", at: Position(row: row, column: 0), style: overlay) }
  }

  private func draw(
    group name: String, _ detail: String, _ overlay: Style, at row: Row, into frame: inout Frame
  ) {
    let sign = state.list.folded.contains(name) ? "+ " : "− "
    let room = area.size.columns - detail.displayWidth - 4
    let end = frame.write(
      sign + name.truncated(to: max(room - 2, 1)), at: Position(row: row, column: 1),
      style: state.theme[.paneTitle].overlaid(by: overlay))
    frame.write(
      "  \(detail)", at: Position(row: row, column: end),
      style: state.theme[.paneDetail].overlaid(by: overlay))
  }

  private func draw(
    _ entry: ReviewEntry, _ columns: Columns, _ overlay: Style, at row: Row,
    into frame: inout Frame
  ) {
    let chosen = state.chosen.contains(entry.key) ? "•" : " "
    frame.write(chosen, at: Position(row: row, column: 1), style: overlay)
    for column in columns.all {
      frame.write(
        column.text(entry).truncated(to: column.width),
        at: Position(row: row, column: column.left),
        style: state.theme[column.role].overlaid(by: overlay),
        limit: column.left + column.width)
    }
  }
}

/// The columns of the list for a width of the screen: the narrower, the fewer.
private struct Columns {
  struct Column {
    package var left: Screen.Column
    package var width: Screen.Column
    package var role: Role
    package var text: (ReviewEntry) -> String
  }

  private(set) var all: [Column] = []

  init(state: ReviewState) {
    let width = state.size.columns.value
    let now = state.clock()
    var rest: [(Int, Role, (ReviewEntry) -> String)] = []
    if width >= 50 {
      let room = width >= 100 ? 20 : 14
      rest.append((room, .paneText, { $0.row.label.shortenedList(to: Screen.Column(room)) }))
    }
    if width >= 90 { rest.append((width >= 110 ? 17 : 11, .paneDetail, { $0.statusText })) }
    if width >= 70 { rest.append((width >= 110 ? 20 : 8, .paneText, { $0.people })) }
    if width >= 80 { rest.append((Timestamp.widestAge, .paneDetail, { $0.age(at: now) })) }
    let namesArticles = state.list.grouping != .article && width >= 80
    let article = namesArticles ? min(max(width / 5, 12), 30) : 0

    append(from: 2, to: 5, .mark) { "\($0.row.annotation.kind.gutterLetter)\($0.sign)" }
    if namesArticles { append(from: 5, to: 5 + article, .paneDetail) { $0.articleName } }
    let start = 5 + article + (namesArticles ? 1 : 0)
    let end = width - 1 - rest.reduce(0) { $0 + $1.0 + 1 }
    append(from: start, to: end, .paneText) { entry in
      // How many replies there are is seen also where the words are cut.
      let replies = state.articles[entry.row.sidecarPath]?.replies[entry.row.id]?.count ?? 0
      let room = Screen.Column(max(end - start, 0))
      if replies == 0 { return entry.words }
      let tail = " └ \(counted(replies, "reply", plural: "replies"))"
      return entry.words.truncated(to: max(room - tail.displayWidth, 1)) + tail
    }
    var left = end + 1
    for (width, role, text) in rest {
      append(from: left, to: left + width, role, text)
      left += width + 1
    }
  }

  private mutating func append(
    from left: Int, to right: Int, _ role: Role, _ text: @escaping (ReviewEntry) -> String
  ) {
    all.append(
      Column(
        left: Screen.Column(left), width: Screen.Column(max(right - left, 0)), role: role,
        text: text))
  }
}

extension String {
  /// As many of the first parts between commas as so many columns have room for; the first one is cut when it is
  /// too long itself.
  func shortenedList(to columns: Screen.Column) -> String {
    guard displayWidth > columns, let comma = firstRange(of: ", ") else {
      return truncated(to: columns)
    }
    var end = comma.lowerBound
    guard self[..<end].displayWidth <= columns else { return truncated(to: columns) }
    while let next = self[end...].dropFirst(2).firstRange(of: ", ")?.lowerBound,
      self[..<next].displayWidth <= columns
    {
      end = next
    }
    return String(self[..<end])
  }
}

extension ReviewEntry {
  /// One sign for how the mark stands.
  fileprivate var sign: String {
    if row.isDisputed { return "✗" }
    switch row.state {
    case .orphan, .uncertain, .ambiguous: return "?"
    default: return row.isReviewed ? "✓" : " "
    }
  }

  /// Who made it, and who is to work on it: "Ana → Ben".
  fileprivate var people: String { assignee.isEmpty ? creator : "\(creator) → \(assignee)" }

  fileprivate var statusText: String {
    row.state == .orphan ? "words are gone" : row.annotation.status.label
  }

  /// How long ago it was last changed: "2 h".
  package func age(at now: Timestamp) -> String {
    (row.annotation.modified ?? row.annotation.created)?.age(at: now) ?? ""
  }
}

extension Timestamp {
  /// How many columns the longest age takes: "10 min".
  package static let widestAge = 6

  /// How long ago it was, in the largest unit: "5 min", "2 h", "3 d", "4 mo", "2 y".
  package func age(at now: Timestamp) -> String? {
    guard let then = secondsSinceEpoch, let now = now.secondsSinceEpoch else { return nil }
    let seconds = max(now - then, 0)
    let (hour, day) = (3600, 86_400)
    switch seconds {
    case ..<60: return "now"
    case ..<hour: return "\(seconds / 60) min"
    case ..<day: return "\(seconds / hour) h"
    case ..<(60 * day): return "\(seconds / day) d"
    case ..<(730 * day): return "\(seconds / (30 * day)) mo"
    default: return "\(seconds / (365 * day)) y"
    }
  }
}
