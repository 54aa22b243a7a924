// The article: its text, where it came from, and how its lines form blocks.

/// A news article as it is read, analysed and annotated. Immutable; cheap to copy.
public struct Article: Sendable {
  /// The text that offsets refer to.
  public let text: ArticleText
  /// Where it came from.
  public let source: Source
  /// How its lines form paragraphs.
  public let lineConvention: LineConvention

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

  /// Makes an article of a text; the line convention is read off its first 64 KB.
  public init(text: ArticleText, source: Source) {
    self.text = text
    self.source = source
    lineConvention = LineConvention(sampling: text)
  }

  /// Makes an article of a string, as tests and small tools do.
  public init(_ string: String, name: String = "article.txt") {
    self.init(text: ArticleText(string), source: Source(name: name))
  }

  /// The headline, as far as the text has one: the first block when it is of that kind.
  public var headline: TextSpan? {
    guard let first = block(atOrAfter: .zero), first.kind == .headline else { return nil }
    return first.span
  }
}
