// An article with its marks and what the analysis finds in it, put right by its readers.

import ArticleModel
import NewsAnalysis

/// An article of a corpus: several sidecars of one article are one.
package struct CorpusArticle: Sendable {
  /// The article with the annotations of its first sidecar.
  package let annotated: AnnotatedArticle
  /// What was found in it; empty when the article is missing.
  package let analysis: Analysis
  /// The rows of all its sidecars.
  package let rows: [AnnotationRow]
  /// The annotations of all its sidecars, ticks of checklists among them.
  let annotations: [Annotation]

  /// The voices of its marks, those left out of which nothing says whose words they are about.
  let voicesOfMarks: [String]
  /// The claims that no verification overlaps; one of words that changed since is none.
  let openClaims: [CorpusStatistics.OpenClaim]

  /// Its marks: the rows without replies, and without the corrections of what was found, which are about the
  /// analysis.
  var marks: [AnnotationRow] { rows.marks }

  /// What to call it.
  package var name: String { annotated.name }
  /// What to call it in files for others, where paths of this machine mean nothing; nil for a name that
  /// follows from its own.
  package var nameForOthers: String?

  /// Puts the sidecars of the same article together and analyses each article once.
  /// - Parameters:
  ///   - rows: the rows of each sidecar, in the order of the sidecars.
  ///   - analyzer: what analyses them; nil to save the time, and find nothing.
  ///   - each: makes one of each, in their order; it may work on several at once.
  package static func corpus(
    _ sidecars: [AnnotatedArticle], rows: [[AnnotationRow]], analyzer: (any ArticleAnalyzer)?,
    each: ([Parts], @escaping @Sendable (Parts) -> CorpusArticle) -> [CorpusArticle] = {
      $0.map($1)
    }
  ) -> [CorpusArticle] {
    let parts = zip(sidecars, rows).grouped(by: \.0.name).compactMap { _, group in
      group.first.map { first in
        Parts(article: first.0, sidecars: group.map(\.0), rows: group.flatMap(\.1))
      }
    }
    return each(parts) { parts in
      CorpusArticle(
        parts.article, sidecars: parts.sidecars, rows: parts.rows.inOrder, analyzer: analyzer)
    }
  }

  /// What one is made of.
  package struct Parts: Sendable {
    fileprivate let article: AnnotatedArticle
    fileprivate let sidecars: [AnnotatedArticle]
    fileprivate let rows: [AnnotationRow]
  }

  /// Analyses an article; the corrections of all its sidecars hold.
  init(
    _ annotated: AnnotatedArticle, sidecars: [AnnotatedArticle], rows: [AnnotationRow],
    analyzer: (any ArticleAnalyzer)?
  ) {
    self.annotated = annotated
    self.rows = rows
    annotations = sidecars.flatMap(\.annotations)
    let article = analyzer == nil ? nil : annotated.article
    if let analyzer, let article {
      analysis = CorrectedAnalysis(article, sidecars, by: analyzer).analysis
    } else {
      analysis = Analysis(extent: TextSpan(.zero, .zero))
    }
    let finder = Voices(analysis)
    voicesOfMarks = rows.marks.compactMap { finder.voice(of: $0.annotation, at: $0.spans)?.name }
    let claims = analysis.claims
    openClaims =
      article.map { rows.openClaims(among: claims, in: $0.text, of: annotated.name) } ?? []
  }
}

extension [AnnotationRow] {
  /// Those that are marks.
  fileprivate var marks: [AnnotationRow] {
    filter { $0.annotation.kind != .correction && $0.annotation.kind != .reply }
  }

  fileprivate func openClaims(
    among claims: [Claim], in text: ArticleText, of article: String
  ) -> [CorpusStatistics.OpenClaim] {
    let checked = filter { $0.annotation.kind.row.answersClaim && $0.changes.isEmpty }
      .flatMap(\.spans)
    return claims.filter { claim in
      claim.score >= CorpusStatistics.leastScore && !checked.contains { $0.overlaps(claim.span) }
    }
    .map { claim in
      CorpusStatistics.OpenClaim(
        article: article, span: text.codePointSpan(of: claim.span),
        text: text.string(in: claim.span), score: claim.score)
    }
  }
}

extension AnnotationRow {
  /// Where the targets stand in the text of the article, in bytes.
  package var spans: [TextSpan] { (anchors ?? []).compactMap(\.span) }
}
