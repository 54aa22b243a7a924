// How many matches a search has, counted bit by bit so that no key waits for a long article.

import ArticleModel

/// The count of the matches of a pattern in an article, as far as it has come.
package struct MatchTally: Sendable {
  /// Matches found so far.
  package private(set) var count = 0
  /// Everything before this is counted.
  package private(set) var counted = ByteOffset.zero
  /// Element i: how many matches begin before step i, and where the first match of the step may begin.
  private var steps: [Step] = []

  private struct Step: Sendable {
    var start: ByteOffset
    var count: Int
  }

  /// The length of a step, in bytes.
  private static let step = 65_536

  /// Counts on for about `bytes`; false when everything is counted.
  mutating func count(_ pattern: TextPattern, in text: ArticleText, bytes: Int) -> Bool {
    let goal = min(counted + bytes, text.end)
    while counted < goal {
      steps.append(Step(start: counted, count: count))
      let end = min(counted + Self.step, text.end)
      let matches = pattern.matches(in: text, within: TextSpan(counted, end), limit: .max)
      count += matches.count
      // A match that reaches into the next step must not be counted again there.
      counted = max(end, matches.last?.end ?? end)
    }
    return counted < text.end
  }

  /// The number of the match that begins at `offset`, from 1; nil when none does, or when the count has
  /// not come so far.
  func number(of offset: ByteOffset, _ pattern: TextPattern, in text: ArticleText) -> Int? {
    let index = steps.partitionPoint { $0.start > offset } - 1
    guard index >= 0, offset < counted else { return nil }
    let step = steps[index]
    let span = TextSpan(step.start, offset + 1)
    let before = pattern.matches(in: text, within: span, limit: .max)
    guard before.last?.start == offset else { return nil }
    return step.count + before.count
  }

}
