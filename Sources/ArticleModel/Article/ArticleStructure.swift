// What is known of an article besides its text: blocks, links, metadata, turns and moments.

import Synchronization

/// The structure of an article, as its reader found or guessed it. A class, so that articles, which are
/// values, stay cheap to copy; it never changes.
public final class ArticleStructure: Sendable {
  /// The blocks of the text.
  public let blocks: any BlockSource
  /// Links in the text, in its order.
  public let links: [Link]
  /// What is known of the article as a whole.
  public let metadata: ArticleMetadata
  /// Where pages begin, in the order of the text; empty for what has no pages.
  public let pages: [Page]
  private let transcript: Mutex<ReadTranscript>

  /// Turns of a transcript, in the order of the text; empty for what has none.
  public var turns: [TranscriptTurn] { readTranscript.turns }
  /// Moments of a recording and pages of a document, in the order of the text.
  public var landmarks: [TextLandmark] { readTranscript.landmarks }

  /// A transcript that is known, or read when somebody asks for it.
  private enum ReadTranscript {
    case known(Transcript)
    case unread(@Sendable () -> Transcript)
  }

  /// The beginning of what stands on a page of a printed document.
  public struct Page: Hashable, Sendable {
    /// Where it begins in the text.
    public var start: ByteOffset
    /// The number of the page, as it is printed there or counted from 1.
    public var number: String

    /// Names a page.
    public init(start: ByteOffset, number: String) {
      self.start = start
      self.number = number
    }
  }

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
    blocks: any BlockSource, links: [Link] = [], metadata: ArticleMetadata = ArticleMetadata(),
    pages: [Page] = [], turns: [TranscriptTurn] = [], landmarks: [TextLandmark] = []
  ) {
    self.blocks = blocks
    self.links = links.sorted { $0.span < $1.span }
    self.metadata = metadata
    self.pages = pages.sorted { $0.start < $1.start }
    transcript = Mutex(.known(Transcript(turns: turns, landmarks: landmarks)))
  }

  private init(
    _ other: ArticleStructure, _ metadata: ArticleMetadata,
    _ read: @escaping @Sendable () -> Transcript
  ) {
    (blocks, links, self.metadata, pages) = (other.blocks, other.links, metadata, other.pages)
    transcript = Mutex(.unread(read))
  }

  /// The same structure with other metadata.
  public func with(_ metadata: ArticleMetadata) -> ArticleStructure {
    ArticleStructure(self, metadata) { self.readTranscript }
  }

  /// The same structure, of which turns and landmarks are read when somebody first asks for them.
  public func readingTranscript(
    _ read: @escaping @Sendable () -> Transcript
  ) -> ArticleStructure {
    ArticleStructure(self, metadata, read)
  }

  private var readTranscript: Transcript {
    transcript.withLock { transcript in
      switch transcript {
      case .known(let known): return known
      case .unread(let read):
        let known = read()
        transcript = .known(known)
        return known
      }
    }
  }

  /// The number of the page that a place is on; nil when the article has no pages.
  public func page(at offset: ByteOffset) -> String? {
    let next = pages.partitionPoint { $0.start > offset }
    return pages.isEmpty ? nil : pages[max(next - 1, 0)].number
  }

  /// The numbers of the pages that a span goes over: "3", or "3–4"; nil when the article has no pages.
  public func pages(of span: TextSpan) -> String? {
    guard let first = page(at: span.start) else { return nil }
    let last = page(at: max(span.start, span.end - 1)) ?? first
    return first == last ? first : "\(first)–\(last)"
  }

  /// The links that share a byte with a span. Links do not lie in one another, so their ends rise with
  /// their starts.
  public func links(in span: TextSpan) -> ArraySlice<Link> {
    let first = links.partitionPoint { $0.span.end > span.start }
    return links[first...].prefix { $0.span.overlaps(span) }
  }
}
