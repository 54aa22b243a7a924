// The analyser that is fast enough to go ahead of the reader: sequence models and rules.

import ArticleModel

/// Finds quotations, speakers, places and claims in English news, in time linear in the text.
public struct NewsAnalyzer: ArticleAnalyzer {
  /// Makes an analyser.
  public init() {}

  /// Its version changes whenever it may find something else in the same article.
  public var engine: Analysis.Engine { Self.engine }

  static let engine = Analysis.Engine(name: "fast", version: "1")

  /// Makes a worker with the words and models of the analyser.
  public func makeWorker() -> any AnalysisWorker { AnalysisEngine() }
}
