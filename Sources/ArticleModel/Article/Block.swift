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
    /// Words of the article itself that are set apart once more, to be seen; nobody says them twice.
    case pullQuotation
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
  /// What stands before it when it is an item of a list; nothing to any other kind.
  public var sign: ItemSign
  /// How many lists its list lies in; 0 for the outermost.
  public var depth: Int

  /// Whether its lines end where those of the text do, as in verse; else a line end is a blank, and so are
  /// the blanks around it.
  public var keepsLines = false

  /// What stands before an item of a list, without being part of the text.
  public enum ItemSign: Hashable, Sendable {
    /// A bullet.
    case bullet
    /// Its number in the list.
    case number(Int)
    /// Nothing: it is a further paragraph of the item before it.
    case none
  }

  /// Makes a block.
  public init(span: TextSpan, kind: Kind, sign: ItemSign = .bullet, depth: Int = 0) {
    self.span = span
    self.kind = kind
    self.sign = sign
    self.depth = depth
  }
}

extension Block.Kind {
  /// Whether it heads what follows.
  public var isHeading: Bool { self == .headline || self == .subheading }

  /// Whether it says who made the article and where, rather than what happened.
  public var isCredit: Bool { self == .byline || self == .dateline }

  /// Whether it says once more what stands elsewhere in the article.
  public var isRepetition: Bool { self == .pullQuotation }

  /// Whether it consists of sentences, as paragraphs do, rather than of names and catchwords.
  public var isRunningText: Bool {
    switch self {
    case .paragraph, .listItem, .blockQuotation, .speakerTurn, .fragment, .pullQuotation: true
    case .headline, .subheading, .byline, .dateline, .caption, .tableRow: false
    }
  }
}
