// The lines of a pane, of which only those are made that fit.
//
//     entry 0
//     entry 1 ▸        the selected entry
//       details of 1
//     entry 2
//     footnotes

import Interface

/// The lines of a pane's content with one entry selected.
struct PaneLines {
  /// One line.
  struct Line {
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
  private let details: [String]

  init(_ content: PaneContent, cursor: Int?) {
    self.content = content
    self.cursor = cursor
    details = cursor.map { content.entry($0).details } ?? []
    count = max(content.count, 1) + details.count + content.footnotes.count
  }

  /// The lines around the selected entry that fit into `rows`, with the number of those left out.
  func window(rows: Int) -> [Line] {
    guard count > rows, rows > 0 else { return (0..<max(min(count, rows), 0)).map(line) }
    let first = firstShown(rows: rows)
    var shown = (first..<first + rows).map(line)
    let after = count - first - rows
    if rows >= 4, first > 0, !shown[0].isCursor { shown[0] = more(first + 1) }
    if rows >= 4, after > 0, shown.last?.isCursor == false { shown[rows - 1] = more(after + 1) }
    return shown
  }

  /// The window's first line: the selected entry in the middle, its details with it.
  private func firstShown(rows: Int) -> Int {
    let cursor = self.cursor ?? 0
    let last = cursor + details.count
    var first = min(max(cursor - (rows - 2) / 2, 0), count - rows)
    if last >= first + rows - 1 { first = min(last - rows + 2, count - rows) }
    return max(min(first, cursor), 0)
  }

  private func line(_ index: Int) -> Line {
    guard content.count > 0 else { return detail(content.whenEmpty) }
    let afterCursor = index - (cursor ?? content.count) - 1
    if details.indices.contains(afterCursor) { return detail("  \(details[afterCursor])") }
    let number = afterCursor >= details.count ? index - details.count : index
    guard number < content.count else {
      let footnote = number - content.count
      return detail(content.footnotes.indices.contains(footnote) ? content.footnotes[footnote] : "")
    }
    let entry = content.entry(number)
    return Line(left: entry.left, right: entry.right, isCursor: number == cursor, number: number)
  }

  private func detail(_ text: String) -> Line { Line(left: [Segment(text, .paneDetail)]) }

  private func more(_ count: Int) -> Line { detail("… \(count) more") }
}
