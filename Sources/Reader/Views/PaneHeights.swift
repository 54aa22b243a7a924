// How panes share the height of the screen.

/// Divides rows among panes that may want more than there is.
struct PaneHeights {
  /// The rows of each pane.
  private(set) var heights: [Int]

  /// Gives each pane what it wants when that fits; else everyone gets a few rows, the one with the
  /// keys more, and what is left goes to those that still want, in turn.
  init(wanted: [Int], available: Int, focused: Int?) {
    if wanted.reduce(0, +) <= available {
      heights = wanted
      return
    }
    let least = available >= wanted.count * 4 ? 3 : 1
    heights = wanted.map { min($0, least) }
    if let focused {
      grow(focused, to: wanted[focused], by: max(available - heights.reduce(0, +), 0) / 2)
    }
    var left = available - heights.reduce(0, +)
    while left > 0 {
      let before = left
      for index in wanted.indices where left > 0 && heights[index] < wanted[index] {
        heights[index] += 1
        left -= 1
      }
      if left == before { break }
    }
    cut(to: available)
  }

  private mutating func grow(_ index: Int, to wanted: Int, by rows: Int) {
    heights[index] = min(wanted, heights[index] + rows)
  }

  /// Takes rows from the last panes when even the least is too much.
  private mutating func cut(to available: Int) {
    var over = heights.reduce(0, +) - available
    for index in heights.indices.reversed() where over > 0 {
      let taken = min(heights[index], over)
      heights[index] -= taken
      over -= taken
    }
  }
}
