// How a cursor goes up and down a list, the same for reviews and comparisons.

/// Moving in a list.
package enum ListMotion {
  /// The line that an action leads to, which may lie beyond the list; nil when it is none of moving.
  /// - Parameter page: how many lines are seen at once.
  package static func line(
    _ action: Action, from line: Int, count: Int, page: Int, last: Int
  ) -> Int? {
    let page = max(page - 1, 1)
    switch action {
    case .down: return line + count
    case .up: return line - count
    case .pageDown: return line + page * count
    case .pageUp: return line - page * count
    case .halfPageDown: return line + max(page / 2, 1)
    case .halfPageUp: return line - max(page / 2, 1)
    case .articleStart: return 0
    case .articleEnd: return last
    default: return nil
    }
  }

  /// The first row of a text of `count` lines after an action that scrolls it; nil when the action closes
  /// the text.
  package static func scrolled(_ action: Action, _ top: Int, of count: Int, rows: Int) -> Int? {
    if [.quit, .cancel, .help, .open, .showStatistics].contains(action) { return nil }
    let last = max(count - rows, 0)
    let row = line(action, from: top, count: 1, page: rows + 1, last: last) ?? top
    return min(max(row, 0), last)
  }
}
