// Some of the marks of a corpus, with all that their articles say about them.

import ArticleModel

/// The articles that have one of some marks, and the rows of these marks alone. Sidecars stay whole, since
/// corrections and disagreement in them hold for the marks that were chosen too.
package struct ChosenMarks: Sendable {
  /// All sidecars of the articles, each mark once.
  package let sidecars: [AnnotatedArticle]
  /// The same as they were read, those of decisions among them.
  package let sources: [AnnotatedArticle]
  private let marks: [String: Set<AnnotationID>]

  /// Chooses marks by their sidecars' paths.
  package init(_ marks: [String: Set<AnnotationID>], in sidecars: [AnnotatedArticle]) {
    self.marks = marks
    let names = Set(sidecars.filter { marks[$0.sidecarPath] != nil }.map(\.name))
    sources = sidecars.filter { names.contains($0.name) }
    self.sidecars = sources.withEachMarkOnce
  }

  /// The rows of each sidecar, in the order of the sidecars.
  package func rows(labelledBy shelf: TaxonomyShelf) -> [[AnnotationRow]] {
    sidecars.rows(labelledBy: shelf).map { rows in
      rows.filter { marks[$0.sidecarPath]?.contains($0.id) == true }
    }
  }
}
