// Which analyser the application is given: the one place that says so.

import NewsAnalysis

/// What analyses the articles that commands and screens open.
enum AnalyzerChoice {
  /// The analyser.
  static var analyzer: any ArticleAnalyzer { Analyzers.standard }
}
