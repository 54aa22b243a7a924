// Which analyser the application is given: the one place that says so.

import ArgumentParser
import ArticleModel
import NewsAnalysis

/// What analyses the articles that commands and screens open.
enum AnalyzerChoice {
  /// The one for corpora, and for what comes first on the screen.
  static var fast: any ArticleAnalyzer { Analyzers.standard }

  /// The one for a single article, which may take a moment.
  static var careful: any ArticleAnalyzer { Analyzers.careful }

  /// Longer articles, in bytes, are read with care only on demand: that would take seconds.
  static let longestReadWithCare = 256 << 10

  /// The one for an article that nobody has chosen an engine for.
  static func analyzer(for article: Article) -> any ArticleAnalyzer {
    article.text.count <= longestReadWithCare ? careful : fast
  }
}

/// An engine that a command is told to use.
enum EngineName: String, CaseIterable, ExpressibleByArgument {
  case fast, careful

  /// The analyser with that engine.
  var analyzer: any ArticleAnalyzer {
    switch self {
    case .fast: AnalyzerChoice.fast
    case .careful: AnalyzerChoice.careful
    }
  }
}
