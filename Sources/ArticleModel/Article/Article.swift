// The article: its text, where it came from, and its structure.

/// A news article as it is read, analysed and annotated. Immutable; cheap to copy.
public struct Article: Sendable {
  /// The text that offsets refer to.
  public let text: ArticleText
  /// Where it came from.
  public let source: Source
  /// Its blocks, links and metadata.
  public let structure: ArticleStructure

  /// Where an article came from.
  public struct Source: Sendable, Hashable {
    /// The name to show, and to write into sidecars: the file's name without its folder, or the URL.
    public var name: String
    /// The file's path as it was given; nil for standard input and URLs.
    public var path: String?
    /// SHA-256 of the bytes as they were read, in lower-case hexadecimal, worked out on first use.
    public var rawDigest: Digest?

    /// Describes a source.
    public init(name: String, path: String? = nil, rawDigest: Digest? = nil) {
      self.name = name
      self.path = path
      self.rawDigest = rawDigest
    }
  }

  /// Makes an article of a text. Without a structure its lines are paragraphs.
  public init(text: ArticleText, source: Source, structure: ArticleStructure? = nil) {
    self.text = text
    self.source = source
    self.structure = structure ?? ArticleStructure(blocks: LineBlocks(text))
  }

  /// Makes an article of a string, whose lines are paragraphs.
  public init(_ string: String, name: String = "article.txt") {
    self.init(text: ArticleText(string), source: Source(name: name))
  }

  /// What is known of the article as a whole.
  public var metadata: ArticleMetadata { structure.metadata }

  /// The headline, as far as the text has one: the first block when it is of that kind.
  public var headline: TextSpan? {
    guard let first = block(atOrAfter: .zero), first.kind == .headline else { return nil }
    return first.span
  }

  /// What the article is called: its headline, or else the title that its document names.
  public var title: String? { headline.map(text.string) ?? metadata.title }
}
