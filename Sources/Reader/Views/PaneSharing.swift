// Who gets the rows that are left when every pane has a line for each of its entries: panes that list marks
// first, since notes are longer than a line.

/// The height of each pane, and how much it shows of each entry.
struct PaneSharing {
  private(set) var fullness: [PaneFullness]
  private(set) var heights: [Int]

  /// Shares rows among panes.
  /// - Parameters:
  ///   - counts: how many entries each pane has. One that has more than there are rows stays lean.
  ///   - first: the panes that get more before others do.
  ///   - height: the rows that a pane would fill.
  init(
    available: Int, focused: Int?, counts: [Int], first: [Int],
    height: (_ pane: Int, PaneFullness) -> Int
  ) {
    var fullness = counts.map { _ in PaneFullness.lean }
    var wanted = counts.indices.map { height($0, .lean) }
    let order = Self.order(focused, first, counts.count).filter { counts[$0] <= available }
    for more in PaneFullness.steps where wanted.reduce(0, +) <= available {
      for pane in order {
        let rows = height(pane, more)
        guard wanted.reduce(0, +) - wanted[pane] + rows <= available else { continue }
        (wanted[pane], fullness[pane]) = (rows, more)
      }
    }
    heights = PaneHeights(wanted: wanted, available: available, focused: focused).heights
    self.fullness = fullness
  }

  private static func order(_ focused: Int?, _ first: [Int], _ count: Int) -> [Int] {
    var seen: Set<Int> = []
    return ((focused.map { [$0] } ?? []) + first + Array(0..<count)).filter {
      seen.insert($0).inserted
    }
  }
}
