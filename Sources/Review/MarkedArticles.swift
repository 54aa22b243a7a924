// The articles of a list with their marks, kept so that each arrival costs what it brings.

import ArticleModel
import Corpus

/// Articles by their sidecars' paths, in the order in which they came, each with its rows and replies.
package struct MarkedArticles: Sendable {
  /// An article with what lists show of it.
  package struct Entry: Sendable {
    /// The article with its annotations.
    package let article: AnnotatedArticle
    /// Its marks in the order of the text, without the answers to them and without corrections of what the
    /// program found, which the reader lists.
    package let rows: [AnnotationRow]
    /// What was answered to its marks, and to these answers, each with how deep it hangs, from top to bottom.
    package let replies: [AnnotationID: [(depth: Int, reply: Annotation)]]

    init(_ article: AnnotatedArticle, labelledBy shelf: TaxonomyShelf) {
      self.article = article
      let all = article.rows(labelledBy: shelf).filter { $0.annotation.kind != .correction }
      rows = all.filter { $0.answered == nil }
      var replies: [AnnotationID: [(depth: Int, reply: Annotation)]] = [:]
      var mark: AnnotationID?
      // Each reply stands behind what it answers.
      for row in all {
        if row.depth == 0 { mark = row.id }
        guard row.depth > 0, let mark else { continue }
        replies[mark, default: []].append((row.depth, row.annotation))
      }
      self.replies = replies
    }
  }

  private let shelf: TaxonomyShelf
  /// The articles, in the order in which they came.
  package private(set) var entries: [Entry] = []
  private var places: [String: Int] = [:]
  private var names: Set<String> = []

  /// No articles yet; terms are called what the shelf calls them.
  package init(labelledBy shelf: TaxonomyShelf) { self.shelf = shelf }

  /// How many replies hang under their marks.
  package var replyCount: Int {
    entries.reduce(0) { $0 + $1.replies.values.reduce(0) { $0 + $1.count } }
  }

  /// How many articles there are; several sidecars of one are one.
  package var articleCount: Int { names.count }

  /// The article of a sidecar; nil when it has not come.
  package subscript(sidecarPath: String) -> Entry? { places[sidecarPath].map { entries[$0] } }

  /// Takes an article in: a new one at the end, another version of one in its place.
  /// - Returns: whether it is a new one.
  @discardableResult
  package mutating func insert(_ article: AnnotatedArticle) -> Bool {
    let entry = Entry(article, labelledBy: shelf)
    if let place = places[article.sidecarPath] {
      entries[place] = entry
      return false
    }
    places[article.sidecarPath] = entries.count
    names.insert(article.name)
    entries.append(entry)
    return true
  }
}
