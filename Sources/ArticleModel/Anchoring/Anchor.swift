// Where a passage stands in the text as it is now.

/// Where a passage was found again, and how sure that is.
public struct Anchor: Hashable, Sendable {
  /// How a passage was found.
  public enum State: String, CaseIterable, Sendable {
    /// Where it was, word for word.
    case exact
    /// Somewhere else, or in other typography or a corrected spelling.
    case moved
    /// Perhaps there, or there in other words: the reader is asked to confirm it.
    case uncertain
    /// In several places that nothing tells apart.
    case ambiguous
    /// Nowhere.
    case orphan
  }

  /// How it was found.
  public var state: State
  /// Where it stands; nil when that is not known, and for the article as a whole.
  public var span: TextSpan?
  /// How well the words there agree with the passage, from 0 to 1.
  public var score: Double
  /// How the words there differ from those that were marked, of an uncertain passage; nil when they do
  /// not, and it is the place that is in doubt.
  public var change: WordChange?

  /// States where a passage stands.
  public init(
    _ state: State, _ span: TextSpan? = nil, score: Double, change: WordChange? = nil
  ) {
    self.state = state
    self.span = span
    self.score = score
    self.change = change
  }

  /// Whether the passage stands there without a doubt, so that nobody is asked.
  package var isSure: Bool { state == .exact || state == .moved }

  /// What there is to doubt, in words that follow what the mark says; nil when the passage is sure.
  package var doubt: String? {
    switch state {
    case .exact, .moved: nil
    case .uncertain: change.map { "\($0.summary) changed since" } ?? "perhaps here"
    case .ambiguous: "in several places"
    case .orphan: "no longer in the text"
    }
  }

  /// The anchor of the article as a whole.
  public static let wholeArticle = Anchor(.exact, score: 1)

  /// The anchor of a passage that is nowhere.
  public static let orphan = Anchor(.orphan, score: 0)
}
