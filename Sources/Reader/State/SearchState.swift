// A search that is going on: the pattern, the way to the next match, and how many matches there are.

import ArticleModel

/// A search.
package struct SearchState {
  /// What is searched for.
  package let pattern: TextPattern
  /// How messages name the search: "/harbour", "*Crimea".
  package let label: String
  /// Whether `n` goes backwards.
  package let isBackward: Bool
  /// How many matches there are, as far as they are counted.
  package internal(set) var tally = MatchTally()
  /// Whether there is more to count.
  package internal(set) var isCounting = true
  /// The way to the next match, while it is not found.
  package internal(set) var walk: MatchWalk?

  /// Starts a search.
  init(_ pattern: TextPattern, label: String? = nil, isBackward: Bool) {
    self.pattern = pattern
    self.label = label ?? "\(isBackward ? "?" : "/")\(pattern.source)"
    self.isBackward = isBackward
  }

  /// "3 of 17", or how far searching and counting have come.
  func position(of offset: ByteOffset, in text: ArticleText) -> String? {
    if let walk { return "searching … \(Int(walk.progress(in: text) * 100)) %" }
    guard let number = tally.number(of: offset, pattern, in: text) else {
      if tally.count == 0 { return isCounting ? "counting …" : nil }
      return counted(tally.count, "match", plural: "matches", isRising: isCounting)
    }
    return "\(number) of \(tally.count)\(isCounting ? "+" : "")"
  }
}
