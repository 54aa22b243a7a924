// The list of occurrences: ticked or not, the words in the middle of their sentence, the mark they have.
//
//     “fanning the flames”   3 of 4 ticked
//     [x]  … accuses the West of steadily fanning the flames of the conflict and expressed …
//     [ ]  … is fanning the flames, he said.                              has: loaded term

import ArticleModel
import Interface
import Screen

/// Draws the list of occurrences over the whole screen but its foot.
struct OccurrenceListView {
  let list: OccurrenceList
  let queue: ReadingQueue
  private let shown: [Int]
  private var theme: Theme { list.theme }
  private var columns: Column { list.size.columns }

  init(list: OccurrenceList, queue: ReadingQueue) {
    (self.list, self.queue, shown) = (list, queue, list.shown)
  }

  func draw(into frame: inout Frame) {
    let rows = max(list.size.rows.value - 2, 1)
    frame.clear(Area(row: 0, column: 0, rows: Row(rows), columns: columns))
    frame.cursor = Position(row: 0, column: 0)
    drawTitle(into: &frame)
    let room = max(rows - 2, 1)
    let first = max(0, list.list.cursor - room + 1)
    for (offset, index) in shown.dropFirst(first).prefix(room).enumerated() {
      draw(
        index, isSelected: first + offset == list.list.cursor,
        at: Row(min(offset + 2, rows - 1)), into: &frame)
    }
  }

  private func drawTitle(into frame: inout Frame) {
    let others = Set(list.entries.compactMap(\.article)).count
    let also = others == 0 ? "" : "   also in \(counted(others, "other article"))"
    let title =
      " \(list.words.quoted)   \(list.ticked.count) of \(list.entries.count) ticked\(also)"
    let end = frame.write(
      title.truncated(to: columns), at: Position(row: 0, column: 0), style: theme[.paneTitle])
    guard let filter = list.list.filter else { return }
    let last = frame.write(
      "/\(filter.text)", at: Position(row: 0, column: end + 2), style: theme[.prompt])
    if list.list.isTyping { frame.cursor = Position(row: 0, column: last) }
    if shown.isEmpty {
      frame.write(
        "no entry matches the filter", at: Position(row: 2, column: 3), style: theme[.paneDetail])
    }
  }

  private func draw(_ index: Int, isSelected: Bool, at row: Row, into frame: inout Frame) {
    let entry = list.entries[index]
    if isSelected {
      frame.write("▸", at: Position(row: row, column: 0), style: theme[.paneTitle])
      if !list.list.isTyping { frame.cursor = Position(row: row, column: 0) }
    }
    let box = list.ticked.contains(index) ? "[x]" : "[ ]"
    frame.write(box, at: Position(row: row, column: 2), style: theme[.footerKey])
    let mark = [
      entry.mark.map { "has: \($0)" },
      entry.article.flatMap { queue.entries.indices.contains($0) ? queue.entries[$0].label : nil },
    ].compactMap(\.self).joined(separator: " · ")
    let marks = mark.isEmpty ? 0 : min(mark.displayWidth, Column(columns.value / 3))
    drawSentence(entry, isSelected: isSelected, at: row, limit: columns - marks - 2, into: &frame)
    if marks > 0 {
      frame.write(
        mark.truncated(to: marks), at: Position(row: row, column: columns - marks - 1),
        style: theme[.paneDetail])
    }
  }

  /// The words with as much of what stands before them as leaves room for what comes behind.
  private func drawSentence(
    _ entry: Occurrence, isSelected: Bool, at row: Row, limit: Column,
    into frame: inout Frame
  ) {
    let start: Column = 6
    let room = max(limit.value - start.value - entry.words.displayWidth.value, 8)
    let plain = theme[.paneText].overlaid(by: isSelected ? theme[.paneCursorFocused] : .plain)
    let before = entry.before.ending(within: Column(room / 2))
    var column = frame.write(before, at: Position(row: row, column: start), style: plain)
    column = frame.write(
      entry.words.truncated(to: max(limit - column, 1)), at: Position(row: row, column: column),
      style: plain.overlaid(by: theme[.match]))
    frame.write(
      entry.after.truncated(to: max(limit - column, 0)), at: Position(row: row, column: column),
      style: plain)
  }
}

extension String {
  /// The end of the text that fits into `width`, with "…" when something is left out.
  fileprivate func ending(within width: Column) -> String {
    if displayWidth <= width { return self }
    var kept = ""
    for character in reversed() {
      if ("…" + String(character) + kept).displayWidth > width { break }
      kept = String(character) + kept
    }
    return "…" + kept
  }
}
