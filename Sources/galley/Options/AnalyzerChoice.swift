// Which analyser the application is given: the one place that says so.

import ArgumentParser
import ArticleModel
import Corpus
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
    onDesk(Analyzers.standard, complaining: false)
  }

  /// The one for a report on articles: with care, so that it says what the reader shows, unless they are so long that
  /// it would take many seconds.
  static func reporting(
    on sidecars: [AnnotatedArticle], complaining: Bool = true
  ) -> any ArticleAnalyzer {
    let size = sidecars.reduce(0) { $0 + ($1.article?.text.count ?? 0) }
    let isShort = size <= longestReportWithCare
    return onDesk(isShort ? Analyzers.careful : Analyzers.standard, complaining: complaining)
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
