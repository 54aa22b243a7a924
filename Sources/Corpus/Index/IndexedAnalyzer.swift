// An analyser that looks into the index first.

import ArticleModel
import NewsAnalysis

/// Analyses as another analyser does, but each article once and for all.
package struct IndexedAnalyzer: ArticleAnalyzer {
  private let base: any ArticleAnalyzer
  private let index: CorpusIndex

  /// - Parameter base: an analyser whose findings depend on nothing but the article.
  package init(_ base: any ArticleAnalyzer, _ index: CorpusIndex) {
    (self.base, self.index) = (base, index)
  }

  package var engine: Analysis.Engine { base.engine }

  package func makeWorker() -> any AnalysisWorker { Worker(base: base, index: index) }

  private struct Worker: AnalysisWorker {
    let base: any ArticleAnalyzer
    let index: CorpusIndex
    /// Made for the first article that is not in the index, since models take time to load.
    var worker: (any AnalysisWorker)?

    mutating func analyze(_ article: Article, in extent: TextSpan) -> Analysis {
      guard extent == article.text.span else { return found(in: article, extent) }
      let key = index.key(of: article, by: base.engine)
      if let packed = index[key],
        let known = try? Analysis(packed: packed, of: article, by: base.engine)
      {
        return known
      }
      let analysis = found(in: article, extent)
      index.keep(analysis.packed, for: key)
      return analysis
    }

    private mutating func found(in article: Article, _ extent: TextSpan) -> Analysis {
      var worker = self.worker ?? base.makeWorker()
      defer { self.worker = worker }
      return worker.analyze(article, in: extent)
    }
  }
}
