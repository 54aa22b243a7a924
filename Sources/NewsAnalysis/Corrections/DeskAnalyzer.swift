// An analyser that knows what a desk has put right in earlier articles.

import ArticleModel

/// Analyses as another analyser does, and applies to what it finds the authority that an article's desk has.
package struct DeskAnalyzer: ArticleAnalyzer {
  private let base: any ArticleAnalyzer
  private let authority: @Sendable (Article) -> Authority

  /// - Parameter authority: what the desk of an article knows.
  package init(
    _ base: any ArticleAnalyzer, authority: @escaping @Sendable (Article) -> Authority
  ) {
    (self.base, self.authority) = (base, authority)
  }

  package var engine: Analysis.Engine { base.engine }

  package func makeWorker() -> any AnalysisWorker {
    Worker(base: base.makeWorker(), authority: authority)
  }

  private struct Worker: AnalysisWorker {
    var base: any AnalysisWorker
    let authority: @Sendable (Article) -> Authority

    mutating func analyze(_ article: Article, in extent: TextSpan) -> Analysis {
      let found = base.analyze(article, in: extent)
      return CorrectedAnalysis(
        found, authority(article), annotations: [], anchors: [:], text: article.text
      ).analysis
    }
  }
}
