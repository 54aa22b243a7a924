// What an annotation is about: a passage, described well enough to be found again, or the article.

/// What an annotation is about.
public struct AnnotationTarget: Hashable, Sendable {
  /// The name of the article, as the sidecar writes it.
  public var source: String
  /// The passage; nil for the article as a whole.
  public var passage: Passage?

  /// Whether it is about words, not about the article as a whole.
  package var hasPassage: Bool { if case .some = passage { true } else { false } }

  /// Points to a passage, or to the whole article.
  public init(source: String, passage: Passage?) {
    self.source = source
    self.passage = passage
  }
}

/// A passage of a text: its words with their surroundings, and where they stood.
public struct Passage: Hashable, Sendable {
  /// The words; the reader's evidence, never rewritten.
  public var exact: String
  /// The words before, at least 32 characters where there are as many.
  public var prefix: String
  /// The words after.
  public var suffix: String
  /// Where it stands; nil when only the words are known.
  public var position: CodePointSpan?
  /// The words at `position` when a reader last confirmed that the passage is there now; nil when nobody
  /// had to.
  public var confirmed: String?
  /// The record of that; nil when there is none, as in files of format 1.0.
  public var confirmation: Confirmation?

  /// Describes a passage.
  public init(
    exact: String, prefix: String = "", suffix: String = "", position: CodePointSpan? = nil
  ) {
    self.exact = exact
    self.prefix = prefix
    self.suffix = suffix
    self.position = position
  }
}
