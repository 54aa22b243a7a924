// The claims of an article with those of all its sidecars, as commands list them.

import ArticleModel
import NewsAnalysis

/// An article of a corpus with its claims.
package struct ArticleClaims: Sendable {
  /// What to call the article.
  package let name: String
  /// The article; nil when it is missing, so that nobody knows what it claims.
  package let article: Article?
  /// Its claims.
  package let list: ClaimList
  /// What is left to do in it.
  package let left: WorkLeft

  /// Puts the sidecars of each article together and lists its claims; the corrections of all its sidecars
  /// hold.
  /// - Parameter analyzer: what analyses an article.
  package static func all(
    of sidecars: [AnnotatedArticle], by analyzer: (Article) -> any ArticleAnalyzer
  ) -> [ArticleClaims] {
    sidecars.grouped(by: \.name).map { name, members in
      ArticleClaims(name: name, members, by: analyzer)
    }
  }

  private init(
    name: String, _ all: [AnnotatedArticle], by analyzer: (Article) -> any ArticleAnalyzer
  ) {
    self.name = name
    let sidecars = all.withEachMarkOnce
    article = sidecars.lazy.compactMap(\.article).first
    var anchors: [AnnotationID: [Anchor]] = [:]
    for sidecar in sidecars { anchors.merge(sidecar.anchors) { first, _ in first } }
    let analysis = article.map { CorrectedAnalysis($0, sidecars, by: analyzer($0)).analysis }
    list = ClaimList(
      FoundClaims(analysis), sidecars.flatMap(\.annotations), anchors: anchors, text: article?.text,
      decisions: sidecars.flatMap { $0.decisions + ($0.isOfDecisions ? $0.annotations : []) })
    left = WorkLeft(list, sidecars.flatMap(\.annotations), anchors: anchors)
  }
}
