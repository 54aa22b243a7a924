// Which analyser the application is given: the one place that says so.

import ArgumentParser
import ArticleModel
import Configuration
import Corpus
import FoundationEssentials
import NewsAnalysis

/// What analyses the articles that commands and screens open. All of them know the authority file of the
/// desk that an article belongs to, but those of the reader, which applies it by itself.
enum AnalyzerChoice {
  /// The one for corpora.
  static var fast: any ArticleAnalyzer { onDesk(Analyzers.standard) }

  /// The one for a single article, which may take a moment.
  static var careful: any ArticleAnalyzer { onDesk(Analyzers.careful) }

  /// The one for corpora while a screen is shown, so that nothing may be said on standard error.
  static var fastAndQuiet: any ArticleAnalyzer {
    onDesk(indexed(Analyzers.standard), complaining: false)
  }

  /// The one for a report on articles: with care, so that it says what the reader shows, unless they are so long that
  /// it would take many seconds.
  static func reporting(
    on sidecars: [AnnotatedArticle], complaining: Bool = true
  ) -> any ArticleAnalyzer {
    let size = sidecars.reduce(0) { $0 + $1.length }
    let isShort = size <= longestReportWithCare
    let engine = isShort ? Analyzers.careful : Analyzers.standard
    return onDesk(indexed(engine), complaining: complaining)
  }

  /// Articles of a report that are longer together, in bytes, are analysed by the fast engine.
  static let longestReportWithCare = 128 << 10

  /// An analyser together with what the desk of each article knows.
  static func onDesk(
    _ analyzer: any ArticleAnalyzer, complaining: Bool = true
  ) -> any ArticleAnalyzer {
    let shelf = AuthorityShelf(complaining: complaining)
    return DeskAnalyzer(analyzer) { shelf.authority(for: $0) }
  }

  /// An analyser that remembers in the user's cache folder what it found; the same one when the environment
  /// says not to, with GALLEY_NO_INDEX, or names no such folder.
  static func indexed(_ analyzer: any ArticleAnalyzer) -> any ArticleAnalyzer {
    index.map { IndexedAnalyzer(analyzer, $0) } ?? analyzer
  }

  /// Keeps what was found for the next command; at the end of one.
  static func keepIndex() { index?.save() }

  private static let index = UserFolders.ofIndexes?.index.flatMap { CorpusIndex(at: $0) }

  /// Longer articles, in bytes, are read with care only on demand: that would take seconds.
  static let longestReadWithCare = 256 << 10

  /// The one for an article that nobody has chosen an engine for, without the authority of its desk.
  static func analyzer(for article: Article) -> any ArticleAnalyzer {
    article.text.count <= longestReadWithCare ? Analyzers.careful : Analyzers.standard
  }
}

/// An engine that a command is told to use.
enum EngineName: String, CaseIterable, ExpressibleByArgument {
  case fast, careful

  /// The analyser with that engine, without the authority of a desk.
  var analyzer: any ArticleAnalyzer {
    switch self {
    case .fast: Analyzers.standard
    case .careful: Analyzers.careful
    }
  }
}

extension UserFolders {
  /// The user's folders; nil when the environment says that nothing is to be remembered in them.
  static var ofIndexes: UserFolders? {
    let environment = ProcessInfo.processInfo.environment
    guard environment["GALLEY_NO_INDEX"] ?? "" == "" else { return nil }
    return UserFolders(environment: environment)
  }
}
