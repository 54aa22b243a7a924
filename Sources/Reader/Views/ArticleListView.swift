// The list of the articles: name, marks, what is left to do; the open one with a sign.

import ArticleModel
import Corpus
import Interface
import Screen

/// Draws the list of articles over the whole screen but its foot.
struct ArticleListView {
  let state: ReaderState
  private let shown: [Int]
  private let list: FilteredList

  init(state: ReaderState, list: ArticleList) {
    (self.state, shown, self.list) = (state, list.shown, list.list)
  }

  func draw(into frame: inout Frame) {
    let rows = max(state.size.rows.value - 2, 1)
    frame.clear(Area(row: 0, column: 0, rows: Row(rows), columns: state.size.columns))
    frame.cursor = Position(row: 0, column: 0)
    drawTitle(into: &frame)
    let room = max(rows - 2, 1)
    let first = max(0, list.cursor - room + 1)
    for (offset, index) in shown.dropFirst(first).prefix(room).enumerated() {
      let row = Row(min(offset + 2, rows - 1))
      draw(entry(index), index, isSelected: first + offset == list.cursor, at: row, into: &frame)
    }
  }

  private func drawTitle(into frame: inout Frame) {
    let entries = state.queue.entries.indices.map(entry)
    let open = entries.filter { $0.rank == 0 }.count
    let unread = entries.filter { $0.rank == 1 }.count
    let title = " ARTICLES \(entries.count)   \(open) with work left   \(unread) not read yet"
    let end = frame.write(
      title.truncated(to: state.size.columns), at: Position(row: 0, column: 0),
      style: state.theme[.paneTitle])
    if let filter = list.filter {
      let last = frame.write(
        "/\(filter.text)", at: Position(row: 0, column: end + 2), style: state.theme[.prompt])
      if list.isTyping { frame.cursor = Position(row: 0, column: last) }
    }
  }

  private func draw(
    _ entry: ReadingQueue.Entry, _ index: Int, isSelected: Bool, at row: Row,
    into frame: inout Frame
  ) {
    let theme = state.theme
    if isSelected, !list.isTyping { frame.cursor = Position(row: row, column: 0) }
    let style = theme[.paneText].overlaid(by: isSelected ? theme[.paneCursorFocused] : .plain)
    let progress = self.progress(of: entry)
    let columns = state.size.columns
    let room = max(columns - progress.displayWidth - 6, 6)
    let sign = index == state.queue.current ? "▸" : " "
    frame.write(sign, at: Position(row: row, column: 1), style: theme[.paneTitle])
    frame.write(
      entry.label.truncated(to: room), at: Position(row: row, column: 3), style: style)
    if columns - progress.displayWidth > 12 {
      frame.write(
        progress, at: Position(row: row, column: columns - progress.displayWidth - 1),
        style: theme[.paneDetail])
    }
  }

  /// "3 marks · 8 claims, 1 mark left"; "not read yet".
  private func progress(of entry: ReadingQueue.Entry) -> String {
    if state.size.columns < 40 { return "" }
    if entry.marks == 0, !entry.isVisited { return "not read yet" }
    if state.size.columns < 60 { return entry.left.inWords }
    let marks = entry.marks == 0 ? "no marks" : counted(entry.marks, "mark")
    return "\(marks) · \(entry.left.inWords)"
  }

  /// An entry as it is now; the marks of the open article change while it is open.
  private func entry(_ index: Int) -> ReadingQueue.Entry {
    index == state.queue.current
      ? state.queueWithOpenArticle.entries[index] : state.queue.entries[index]
  }
}
