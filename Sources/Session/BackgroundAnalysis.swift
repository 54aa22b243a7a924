// Analyses the beginning of an article at once and the rest beside the reading.

import ArticleModel
import Interface
import Ncurses
import NewsAnalysis
import Reader
import Screen
import Synchronization

/// The analysis of one article: what the first screen shows, then all of it – or the first part of a long
/// one, and what lies around the caret wherever that goes; and then all of it once more, with more care.
///
/// A class because threads of their own hand their results over through it.
package final class BackgroundAnalysis: Sendable {
  package let article: Article
  private let analyzer: any ArticleAnalyzer
  private let careful: (any ArticleAnalyzer)?
  private let firstEnd: ByteOffset
  private let firstResult: FirstResult
  private let firstThread: BackgroundThread
  private let finished = Mutex<[Findings]>([])
  private let all = Mutex<Findings?>(nil)
  /// Whether a window around the caret is being analysed.
  private let isLooking = Mutex(false)

  /// An article of so many bytes is analysed whole before the first screen is drawn.
  private static let shortLength = 16_384
  /// Of a longer one, about as much is as the screen shows. This many rows are reckoned with when the terminal does not
  /// say how many it has.
  private static let usualRows = 80
  /// A row of the usual measure has about so many code points. When it has more, the desk notices what is missing.
  static let rowLength = 73
  /// Longer articles are analysed as a whole no further than this.
  private static let longest = 16 << 20
  /// Around the caret, so much on either side is analysed at once: a fraction of a second's work.
  private static let reach = 96 << 10

  /// The careful reading begins so many milliseconds after the first screen, which the first keys find idle.
  private static let settling: UInt32 = 150

  /// Begins with the beginning, or with all of a short article, so that options can be read and the
  /// terminal be opened meanwhile. Articles of no more than `longest` bytes are then read by `careful`, too.
  /// - Parameter rows: how many rows the screen has; nil when that is not known.
  package init(
    of article: Article, by analyzer: any ArticleAnalyzer,
    then careful: (any ArticleAnalyzer)? = nil, upTo longest: Int = .max, rows: Row? = nil
  ) {
    let isShort = article.text.count <= Self.shortLength
    let end =
      isShort
      ? article.text.end
      : Self.paragraphEnd(after: Self.bytes(filling: rows, of: article), in: article)
    let result = FirstResult()
    let awaitsCare = careful != nil && article.text.count <= longest
    firstThread = BackgroundThread {
      var findings = Findings(analyzer.analyze(article, in: TextSpan(.zero, end)))
      findings.awaitsCare = awaitsCare
      result.findings.withLock { $0 = findings }
    }
    self.article = article
    self.analyzer = analyzer
    self.careful = article.text.count <= longest ? careful : nil
    firstEnd = end
    firstResult = result
  }

  /// Begins to load what every analysis by an analyser needs, before there is an article.
  package static func prepare(_ analyzer: any ArticleAnalyzer) {
    BackgroundThread { _ = analyzer.makeWorker() }.letGo()
  }

  /// Waits for the analysis of the beginning. To be called once.
  func firstPart() -> Findings? {
    firstThread.wait()
    return firstResult.findings.withLock { $0 }
  }

  /// Starts on the rest, when there is any, and on reading with more care.
  func start() {
    let hasMore = firstEnd < article.text.end
    guard hasMore || careful != nil else { return }
    BackgroundThread { [self] in
      if hasMore { analyzeAll() }
      if let careful {
        BackgroundThread.pause(milliseconds: Self.settling)
        analyzeAll(by: careful, awaitsCare: false)
        careful.rest()
      }
    }.letGo()
  }

  /// Analyses what lies around a place, beside the reading, unless that is known or another place is being looked at.
  /// - Returns: whether that is known or begun.
  func look(around place: ByteOffset) -> Bool {
    if let all = all.withLock({ $0 }), all.analysis.extent.contains(place) {
      finished.withLock { $0.append(all) }
      return true
    }
    let isFree = isLooking.withLock { isLooking in
      defer { isLooking = true }
      return !isLooking
    }
    guard isFree else { return false }
    BackgroundThread { [self] in
      let text = article.text
      let start = article.block(atOrAfter: text.clamp(place - Self.reach))?.span.start ?? .zero
      let end = Self.paragraphEnd(after: place.value + Self.reach, in: article)
      var findings = Findings(analyzer.analyze(article, in: TextSpan(start, end)))
      findings.awaitsCare = careful != nil
      let part = findings
      finished.withLock { $0.append(part) }
      isLooking.withLock { $0 = false }
      Terminal.wake()
    }.letGo()
    return true
  }

  /// A class, because the thread that fills it begins before its owner is there.
  private final class FirstResult: Sendable {
    let findings = Mutex<Findings?>(nil)
  }

  /// What has been finished since the last call.
  func finishedParts() -> [Findings] {
    finished.withLock { parts in
      defer { parts.removeAll() }
      return parts
    }
  }

  private func analyzeAll() {
    article.text.detachFromFile()
    analyzeAll(by: analyzer, awaitsCare: careful != nil)
    // Offsets for the first mark need this; on a long text nobody should wait for it.
    _ = article.text.codePointCount
  }

  private func analyzeAll(by analyzer: any ArticleAnalyzer, awaitsCare: Bool) {
    let end = Self.paragraphEnd(after: Self.longest, in: article)
    var whole = Findings(analyzer.analyze(article, in: TextSpan(.zero, end)))
    whole.awaitsCare = awaitsCare
    let findings = whole
    all.withLock { $0 = findings }
    finished.withLock { $0.append(findings) }
    Terminal.wake()
  }

  /// How many bytes at the beginning of an article fill about so many rows.
  private static func bytes(filling rows: Row?, of article: Article) -> Int {
    var left = (rows?.value ?? usualRows) * rowLength
    return article.text.withBytes { bytes in
      var end = 0
      while left > 0, end < bytes.count {
        let next = min(end + 64, bytes.count)
        left -= bytes.codePointStarts(in: end..<next)
        end = next
      }
      return end
    }
  }

  /// The end of the paragraph that lies `length` bytes into the article; its end when it is shorter.
  private static func paragraphEnd(after length: Int, in article: Article) -> ByteOffset {
    guard article.text.count > length,
      let block = article.block(atOrAfter: ByteOffset(length))
    else { return article.text.end }
    return block.span.end
  }
}
