// A search that is going on: the pattern, and how many matches there are.

import ArticleModel

/// A search.
public struct SearchState {
  /// What is searched for.
  public let pattern: TextPattern
  /// How messages name the search: "/harbour", "*Crimea".
  public let label: String
  /// Whether `n` goes backwards.
  public let isBackward: Bool
  /// How many matches there are; nil when the article is too long to count them at once.
  public let count: Int?

  /// Longer articles are searched, but the matches are not counted.
  private static let countedLength = 4 << 20

  /// Starts a search and counts the matches.
  init(
    _ pattern: TextPattern, label: String? = nil, isBackward: Bool, in text: ArticleText
  ) {
    self.pattern = pattern
    self.label = label ?? "\(isBackward ? "?" : "/")\(pattern.source)"
    self.isBackward = isBackward
    let counts = text.count <= Self.countedLength
    count = counts ? pattern.matches(in: text, within: text.span, limit: .max).count : nil
  }

  /// "3/17": which of the matches begins at `offset`; nil when none does or they are not counted.
  func position(of offset: ByteOffset, in text: ArticleText) -> String? {
    guard let count, count > 0 else { return nil }
    let before = pattern.matches(in: text, within: TextSpan(.zero, offset), limit: .max).count
    let isAtMatch = pattern.firstMatch(in: text, from: offset)?.start == offset
    return isAtMatch ? "\(before + 1)/\(count)" : "\(count) matches"
  }
}
