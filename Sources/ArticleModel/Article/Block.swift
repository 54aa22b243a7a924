// Blocks: what an article's text is made of – headline, paragraphs, captions and the like.

/// A paragraph of an article, or what stands in its place.
public struct Block: Hashable, Sendable {
  /// What a block is to the reader.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The article's title.
    case headline
    /// A short line that heads the paragraphs after it.
    case subheading
    /// Who wrote the article.
    case byline
    /// Where and when it was written.
    case dateline
    /// Running text.
    case paragraph
    /// An item of a list.
    case listItem
    /// Words of another text, set apart from the running text.
    case blockQuotation
    /// What stands under a picture, with its credit.
    case caption
    /// What one person says in an interview or a transcript.
    case speakerTurn
    /// A row of a table.
    case tableRow
    /// Part of a block too long to be shown whole; it goes on in the next block.
    case fragment
  }

  /// Its text, without the line end and the white space around it.
  public var span: TextSpan
  /// What it is.
  public var kind: Kind

  /// Makes a block.
  public init(span: TextSpan, kind: Kind) {
    self.span = span
    self.kind = kind
  }
}

extension Block.Kind {
  /// Whether it heads what follows.
  public var isHeading: Bool { self == .headline || self == .subheading }

  /// Whether it says who made the article and where, rather than what happened.
  public var isCredit: Bool { self == .byline || self == .dateline }

  /// Whether it consists of sentences, as paragraphs do, rather than of names and catchwords.
  public var isRunningText: Bool {
    switch self {
    case .paragraph, .listItem, .blockQuotation, .speakerTurn, .fragment: true
    case .headline, .subheading, .byline, .dateline, .caption, .tableRow: false
    }
  }
}
