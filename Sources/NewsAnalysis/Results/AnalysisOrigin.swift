// Where an analysis comes from: which engine made it, of which text.

import ArticleModel

extension Analysis {
  /// An engine in one of its versions.
  public struct Engine: Hashable, Sendable {
    /// Its name, such as "fast".
    public var name: String
    /// Its version.
    public var version: String

    /// Names an engine.
    public init(name: String, version: String) {
      self.name = name
      self.version = version
    }
  }

  /// The engine that made an analysis, and the text that it is of.
  public struct Origin: Hashable, Sendable {
    /// The engine.
    public var engine: Engine
    /// The length of the text in bytes.
    public var textLength: Int
    /// The digest of the document as it was read; nil when nobody has worked it out, as for long ones.
    public var rawDigest: Digest?

    /// Notes that an engine analysed an article.
    public init(engine: Engine, article: Article) {
      self.engine = engine
      textLength = article.text.count
      rawDigest = article.source.rawDigest
    }

    /// Whether the analysis may be of an article: nothing known says otherwise.
    public func mayBe(of article: Article) -> Bool {
      guard textLength == article.text.count else { return false }
      guard let rawDigest, let other = article.source.rawDigest else { return true }
      return rawDigest == other
    }
  }
}
