// The way to a match, bit by bit: from a place to the end of the article, and round to the place again.

import ArticleModel

/// A search for the next match that may take many steps.
package struct MatchWalk: Sendable {
  /// Where it began; gone back to when it is given up.
  let origin: ByteOffset
  /// Whether it goes towards the start.
  let isBackward: Bool
  /// How many matches are still to be found.
  var remaining: Int
  /// Whether the caret steps from match to match, so that reaching one is told.
  var tells: Bool
  private var position: ByteOffset
  private var hasWrapped = false

  /// What a step came to.
  enum Outcome {
    case found(TextSpan), nowhere, goesOn
  }

  init(from start: ByteOffset, origin: ByteOffset, isBackward: Bool, remaining: Int, tells: Bool) {
    (position, self.origin, self.isBackward) = (start, origin, isBackward)
    (self.remaining, self.tells) = (remaining, tells)
  }

  /// How far it has come, from 0 to 1.
  func progress(in text: ArticleText) -> Double {
    let length = Double(max(text.count, 1))
    let (at, begin) = (Double(position.value), Double(origin.value))
    let way = isBackward ? begin - at : at - begin
    return min(max((hasWrapped ? way + length : way) / length, 0), 1)
  }

  /// Looks through about `bytes` of the text.
  mutating func advance(_ pattern: TextPattern, in text: ArticleText, bytes: Int) -> Outcome {
    isBackward ? goBack(pattern, text, bytes) : goForward(pattern, text, bytes)
  }

  private mutating func goForward(
    _ pattern: TextPattern, _ text: ArticleText, _ bytes: Int
  ) -> Outcome {
    let end = min(position + bytes, hasWrapped ? min(origin + 1, text.end) : text.end)
    if let match = pattern.firstMatch(in: text, within: TextSpan(position, end)) {
      position = match.end
      return .found(match)
    }
    position = end
    if hasWrapped, position > origin { return .nowhere }
    if position < text.end { return .goesOn }
    if hasWrapped { return .nowhere }
    (position, hasWrapped) = (.zero, true)
    return .goesOn
  }

  private mutating func goBack(
    _ pattern: TextPattern, _ text: ArticleText, _ bytes: Int
  ) -> Outcome {
    var left = bytes
    var reach = 4096
    let floor = hasWrapped ? origin : .zero
    while position > floor {
      var low = max(text.clamp(position - reach), floor)
      while low > floor, text[low]?.isUTF8Continuation == true { low = low - 1 }
      let matches = pattern.matches(in: text, within: TextSpan(low, position), limit: .max)
      left -= position - low
      position = low
      if let match = matches.last {
        position = match.start
        return .found(match)
      }
      if left <= 0, position > floor { return .goesOn }
      reach = min(reach * 2, 65_536)
    }
    if hasWrapped { return .nowhere }
    (position, hasWrapped) = (text.end, true)
    return .goesOn
  }
}
