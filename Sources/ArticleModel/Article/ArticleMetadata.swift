// What a document says about its article: title, authors, outlet, dates, language, address.

/// What is known of an article as a whole; nil and empty where its document does not say.
public struct ArticleMetadata: Hashable, Sendable {
  /// The title, which may differ from the headline in the text.
  public var title: String?
  /// Who wrote it, one name each.
  public var authors: [String] = []
  /// Who published it: "The Harbour Post".
  public var outlet: String?
  /// When it was published.
  public var published: Timestamp?
  /// When it was last changed.
  public var modified: Timestamp?
  /// The language as a BCP 47 tag, such as "en-GB".
  public var language: String?
  /// The address that it was read from.
  public var address: String?
  /// The address that the outlet wants it to be known by.
  public var canonicalAddress: String?
  /// When it was fetched from its address; nil for a file of which that is not known.
  public var retrieved: Timestamp?
  /// What made text and structure of the document.
  public var extractor: Extractor?
  /// The encoding of the document; nil for UTF-8, and where the document says it beyond doubt.
  public var encoding: Encoding?

  /// A reader of documents in one of its versions: with another one, the text may come out differently.
  public struct Extractor: Hashable, Sendable {
    /// Its name, such as "plain text".
    public var name: String
    /// Its version, which changes with the text that it makes of a document.
    public var version: String

    /// Names a reader.
    public init(name: String, version: String) {
      self.name = name
      self.version = version
    }
  }

  /// The encoding that a document was read in.
  public struct Encoding: Hashable, Sendable {
    /// Its name in the WHATWG Encoding Standard, such as "windows-1251".
    public var name: String
    /// Whether it was told from the letters alone, so that somebody may know better.
    public var isGuessed: Bool

    /// Names an encoding.
    public init(name: String, isGuessed: Bool) {
      self.name = name
      self.isGuessed = isGuessed
    }
  }

  /// Metadata that say nothing.
  public init() {}

  /// Whether the document says nothing about its article.
  public var isEmpty: Bool {
    var unread = self
    unread.extractor = nil
    unread.encoding = nil
    return unread == ArticleMetadata()
  }
}
