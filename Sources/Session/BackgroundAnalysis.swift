// Analyses the beginning of an article at once and the rest beside the reading.

import ArticleModel
import Ncurses
import NewsAnalysis
import Reader
import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// The analysis of one article, in two parts: what the first screen shows, and all of it.
///
/// A class because a thread of its own hands its result over through it.
final class BackgroundAnalysis: Sendable {
  /// The analysis of the beginning, or of all of a short article.
  let firstPart: Findings
  private let article: Article
  private let finished = Mutex<[Findings]>([])

  /// So much is analysed before the first screen is drawn.
  private static let firstLength = 16_384
  /// Longer articles are analysed no further than this.
  private static let longest = 16 << 20

  init(of article: Article) {
    self.article = article
    let end = Self.paragraphEnd(after: Self.firstLength, in: article)
    firstPart = Findings(NewsAnalyzer().analyze(article, in: TextSpan(.zero, end)))
  }

  /// Starts on the rest, when there is any.
  func start() {
    guard firstPart.analysis.extent.end < article.text.end else { return }
    let work = Unmanaged.passRetained(self).toOpaque()
    var thread = pthread_t()
    let result = pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        Unmanaged<BackgroundAnalysis>.fromOpaque(argument).takeRetainedValue().analyzeAll()
        return nil
      }, work)
    if result == 0 { pthread_detach(thread) }
  }

  /// What has been finished since the last call.
  func finishedParts() -> [Findings] {
    finished.withLock { parts in
      defer { parts.removeAll() }
      return parts
    }
  }

  private func analyzeAll() {
    let end = Self.paragraphEnd(after: Self.longest, in: article)
    let findings = Findings(NewsAnalyzer().analyze(article, in: TextSpan(.zero, end)))
    finished.withLock { $0.append(findings) }
    Terminal.wake()
  }

  /// The end of the paragraph that lies `length` bytes into the article; its end when it is shorter.
  private static func paragraphEnd(after length: Int, in article: Article) -> ByteOffset {
    guard article.text.count > length,
      let block = article.block(atOrAfter: ByteOffset(length))
    else { return article.text.end }
    return block.span.end
  }
}
