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

    /// - Parameter all: its rows.
    init(_ article: AnnotatedArticle, _ all: [AnnotationRow]) {
      self.article = article
      let all = all.filter { $0.annotation.kind != .correction }
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
  /// The paths of the sidecars of each article, by its name, and all of them as they came.
  private var siblings: [String: [String]] = [:]
  private var sidecars: [String: AnnotatedArticle] = [:]
  /// The articles that have the same marks in several sidecars.
  private var joined: Set<String> = []

  /// No articles yet; terms are called what the shelf calls them.
  package init(labelledBy shelf: TaxonomyShelf) { self.shelf = shelf }

  /// How many replies hang under their marks.
  package var replyCount: Int {
    entries.reduce(0) { $0 + $1.replies.values.reduce(0) { $0 + $1.count } }
  }

  /// How many articles there are; several sidecars of one are one.
  package var articleCount: Int { siblings.count }

  /// The article of a sidecar; nil when it has not come.
  package subscript(sidecarPath: String) -> Entry? { places[sidecarPath].map { entries[$0] } }

  /// Takes an article in: a new one at the end, another version of one in its place. A mark that several
  /// sidecars of one article have is listed once.
  /// - Returns: whether it is a new one that leaves the others as they are.
  @discardableResult
  package mutating func insert(_ article: AnnotatedArticle) -> Bool {
    let path = article.sidecarPath
    let others = (siblings[article.name] ?? []).filter { $0 != path }
    if sidecars[path] == nil {
      siblings[article.name, default: []].append(path)
    }
    sidecars[path] = article
    let sharesMarks = others.contains { sidecars[$0].map(article.sharesMarks) ?? false }
    if sharesMarks || joined.contains(article.name) {
      joined.insert(article.name)
      joinSidecars(of: article.name)
      return false
    }
    return put(Entry(article, article.rows(labelledBy: shelf)), at: path)
  }

  /// - Returns: whether it is a new one.
  @discardableResult
  private mutating func put(_ entry: Entry, at path: String) -> Bool {
    if let place = places[path] {
      entries[place] = entry
      return false
    }
    places[path] = entries.count
    entries.append(entry)
    return true
  }

  private mutating func joinSidecars(of name: String) {
    let group = (siblings[name] ?? []).compactMap { sidecars[$0] }
    let once = group.withEachMarkOnce
    let rows = Dictionary(zip(once, once.rows(labelledBy: shelf)).map { ($0.sidecarPath, $1) }) {
      first, _ in first
    }
    let joined = Dictionary(once.map { ($0.sidecarPath, $0) }) { first, _ in first }
    for sidecar in group {
      let path = sidecar.sidecarPath
      put(Entry(joined[path] ?? sidecar, rows[path] ?? []), at: path)
    }
  }
}

extension AnnotatedArticle {
  /// Whether both have a mark in common, one answers a mark of the other, or one has decisions about them.
  fileprivate func sharesMarks(with other: AnnotatedArticle) -> Bool {
    if isOfDecisions || other.isOfDecisions { return true }
    let (own, theirs) = (Set(annotations.map(\.id)), Set(other.annotations.map(\.id)))
    return !own.isDisjoint(with: theirs)
      || annotations.contains { $0.repliesTo.map(theirs.contains) ?? false }
      || other.annotations.contains { $0.repliesTo.map(own.contains) ?? false }
  }
}
