// What is known of an article besides its text: blocks, links, metadata.

/// The structure of an article, as its reader found or guessed it. A class, so that articles, which are
/// values, stay cheap to copy; it never changes.
public final class ArticleStructure: Sendable {
  /// The blocks of the text.
  public let blocks: any BlockSource
  /// Links in the text, in its order.
  public let links: [Link]
  /// What is known of the article as a whole.
  public let metadata: ArticleMetadata

  /// Words that lead to another document.
  public struct Link: Hashable, Sendable {
    /// The words.
    public var span: TextSpan
    /// The address, absolute if the reader could make it so.
    public var target: String

    /// Makes a link.
    public init(span: TextSpan, target: String) {
      self.span = span
      self.target = target
    }
  }

  /// Puts a structure together.
  public init(
    blocks: any BlockSource, links: [Link] = [], metadata: ArticleMetadata = ArticleMetadata()
  ) {
    self.blocks = blocks
    self.links = links.sorted { $0.span < $1.span }
    self.metadata = metadata
  }

  /// The links that share a byte with a span. Links do not lie in one another, so their ends rise with
  /// their starts.
  public func links(in span: TextSpan) -> ArraySlice<Link> {
    let first = links.partitionPoint { $0.span.end > span.start }
    return links[first...].prefix { $0.span.overlaps(span) }
  }
}
