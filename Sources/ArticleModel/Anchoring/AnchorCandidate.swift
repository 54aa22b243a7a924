// A place where a passage may be, and what speaks for it.

/// A place in the text with the marks that it gets.
struct AnchorCandidate {
  let span: TextSpan
  /// How alike the words are, from 0 to 1.
  let quote: Double
  /// How alike the words before and after are; nil when the passage names none.
  let prefix: Double?
  let suffix: Double?
  /// How near it is to the old place; nil when that is not known.
  let position: Double?
  /// Whether all words of the passage are there in their order, with others put between.
  var isComplete = false

  /// Contexts less alike than this are no more alike than any two sentences.
  static let similarContext = 0.5
  /// A neighbour is so much alike, give or take a word.
  static let neighbouringContext = 0.7
  /// Two candidates nearer to each other than this cannot be told apart.
  static let clearLead = 0.06

  init(
    _ span: TextSpan, quote: Double, context: (before: Double?, after: Double?),
    position: CodePointSpan?, in text: ArticleText
  ) {
    self.span = span
    self.quote = quote
    (prefix, suffix) = context
    self.position = position.map { position in
      let distance = text.codePointOffset(of: span.start).value - position.start.value
      return max(0, 1 - Double(abs(distance)) / Double(max(text.codePointCount, 1)))
    }
  }

  /// The weighted mean of what is known: quote 50, prefix 20, suffix 20, position 2.
  var score: Double {
    var (sum, weights) = (50 * quote, 50.0)
    if let prefix { (sum, weights) = (sum + 20 * prefix, weights + 20) }
    if let suffix { (sum, weights) = (sum + 20 * suffix, weights + 20) }
    if let position { (sum, weights) = (sum + 2 * position, weights + 2) }
    return sum / weights
  }

  /// Whether the passage names words before or after it.
  var hasContext: Bool { prefix != nil || suffix != nil }

  /// Whether the surroundings on one side are those of the passage.
  var isInContext: Bool { max(prefix ?? 0, suffix ?? 0) >= Self.similarContext }

  /// Whether one of its neighbours is that of the passage, and not only a trace of it further away.
  var hasNeighbour: Bool { max(prefix ?? 0, suffix ?? 0) >= Self.neighbouringContext }

  /// Whether the surroundings on both sides are those of the passage, as far as it names any.
  var isBetweenContexts: Bool {
    hasContext && min(prefix ?? 1, suffix ?? 1) >= Self.similarContext
  }
}
