// In which order a list has what was found and what was marked, without a list of all of it: an article may
// have a hundred thousand sentences worth checking, and each mark changes a few of them.
//
//     found       0   1   2   3   4   5
//     removed             2
//     marked    0           1         2            in front of the found ones 0, 3 and 5
//     order     0 0 1     1 3 4       2 5

import ArticleModel

/// The order of found and marked claims on a list.
struct ClaimOrder: Sendable {
  /// Where a claim comes from.
  enum Origin: Hashable {
    case found(Int)
    case marked(Int)
  }

  /// Found claims that follow each other, or a marked one.
  private struct Run {
    /// The place of the first one on the list.
    var position: Int
    /// The number of the first found claim of the run, or of those behind the marked one.
    var found: Int
    /// The number of the marked claim.
    var marked: Int?
  }

  /// How many claims there are.
  private(set) var count = 0
  private var runs: [Run] = []
  /// Element i: the place of marked claim i.
  private(set) var positionsOfMarked: [Int] = []

  /// Puts marked claims between found ones.
  /// - Parameters:
  ///   - found: how many were found.
  ///   - removed: which of these are not on the list, in ascending order.
  ///   - insertions: for each marked claim, the found one that it stands in front of, in ascending order.
  init(found: Int, without removed: [Int], marked insertions: [Int]) {
    var (next, rest) = (0, removed[...])
    for (number, insertion) in insertions.enumerated() {
      appendFound(from: &next, to: insertion, without: &rest)
      positionsOfMarked.append(count)
      runs.append(Run(position: count, found: next, marked: number))
      count += 1
    }
    appendFound(from: &next, to: found, without: &rest)
  }

  private mutating func appendFound(
    from next: inout Int, to end: Int, without removed: inout ArraySlice<Int>
  ) {
    while next < end {
      let stop = min(removed.first ?? end, end)
      if next < stop {
        runs.append(Run(position: count, found: next))
        count += stop - next
      }
      next = stop
      if removed.first == stop, stop < end {
        removed.removeFirst()
        next += 1
      }
    }
  }

  /// Where the claim at a position comes from.
  subscript(position: Int) -> Origin {
    let run = runs[runs.partitionPoint { $0.position > position } - 1]
    return run.marked.map(Origin.marked) ?? .found(run.found + position - run.position)
  }

  /// The place of a found claim; nil when it is not on the list.
  func position(ofFound index: Int) -> Int? {
    let number = runs.partitionPoint { $0.found > index } - 1
    guard number >= 0, case let run = runs[number], run.marked == nil else { return nil }
    let position = run.position + index - run.found
    let end = number + 1 < runs.count ? runs[number + 1].position : count
    return position < end ? position : nil
  }
}
