// What the sources say to a quotation.

/// What became of a quotation between its sources and the story.
public enum QuotationOutcome: String, Hashable, Sendable, CaseIterable {
  /// All words stand there in their order; typography and what speakers say twice aside.
  case verbatim
  /// Words were left out, with or without a mark.
  case trimmed
  /// Words are others, were put in or stand in another order.
  case altered
  /// Its parts stand in places apart.
  case stitched
  /// The words are there, in the turn of somebody else.
  case anotherSpeaker = "another-speaker"
  /// Indirect speech: candidates for what it may render, and no verdict.
  case paraphrase
  /// The words are not in these sources.
  case notFound = "not-found"

  /// What it is called in lists for people.
  public var label: String {
    switch self {
    case .anotherSpeaker: "another speaker"
    case .paraphrase: "possible paraphrase"
    case .notFound: "not in these sources"
    default: rawValue
    }
  }
}

/// A change that makes another statement of what was said.
public struct MeaningChange: Hashable, Sendable, Comparable {
  /// The sorts of changes, the gravest first.
  public enum Kind: Int, Hashable, Sendable, Comparable {
    case negation, opposite, number, quantity, name, roles, modal, condition, framing, question,
      tense

    /// Whether `a` is graver than `b`.
    public static func < (a: Kind, b: Kind) -> Bool { a.rawValue < b.rawValue }
  }

  /// The sort.
  public var kind: Kind
  /// What happened, in words: "a negation was left out: “not”".
  public var description: String

  /// Describes a change.
  public init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }

  /// The gravest first.
  public static func < (a: MeaningChange, b: MeaningChange) -> Bool { a.kind < b.kind }
}
