// The face of the module: an article goes in, an analysis comes out.

import ArticleModel

/// Finds quotations, speakers, places and claims in English news. Pure: the same article gives the
/// same analysis.
public struct NewsAnalyzer: Sendable {
  /// Makes an analyser.
  public init() {}

  /// Analyses a part of an article, by default all of it; in time linear in the part's length.
  public func analyze(_ article: Article, in extent: TextSpan? = nil) -> Analysis {
    var engine = AnalysisEngine()
    return engine.analyze(article, in: article.text.clamp(extent ?? article.text.span))
  }
}
