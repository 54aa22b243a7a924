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

  /// The actions that move in a list.
  package static let actions: [Binding] = [
    .down, .up, .pageDown, .pageUp, .halfPageDown, .halfPageUp, .articleStart, .articleEnd,
  ].map { Binding($0, help[$0]) }

  private static let help: [Action: String] = [
    .articleStart: "to the start", .articleEnd: "to the end",
  ]
}
