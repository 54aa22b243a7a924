// The moment that a page shows beside its headline, for pages that say nowhere else when they were published.

import CHTML

/// Finds the `time` element that belongs to the article.
struct PageTime {
  /// What it says, as a machine reads it or else as people do; nil when there is none.
  let written: String?

  /// So many nodes behind the headline, the date of the article is; later ones are those of other articles.
  private static let reach = 200
  /// So many levels up from the headline is what holds it and the date.
  private static let levels = 3

  init(of tree: MarkupTree) {
    let times = tree.elements(.times).filter { !Self.tellsChange($0, tree) }
    let headline = tree.elements(.mainHeadings).first { _ in true }
    let nearest = headline.flatMap { headline in
      times.first { $0 > headline && $0 < headline + Self.reach }
        ?? times.last { $0 < headline && Self.isBeside($0, headline, tree) }
    }
    let chosen = nearest ?? (times.count == 1 ? times.first : nil)
    written = chosen.flatMap { tree.value("datetime", of: $0) ?? tree.string(in: $0) }
  }

  private static func isBeside(
    _ time: MarkupTree.Node, _ headline: MarkupTree.Node, _ tree: MarkupTree
  ) -> Bool {
    tree.ancestors(of: headline).prefix(levels).contains {
      tree.tag($0) != .body && tree.tag($0) != .html && tree.subtree($0).contains(time)
    }
  }

  /// Whether the element says when the article was changed.
  private static func tellsChange(_ time: MarkupTree.Node, _ tree: MarkupTree) -> Bool {
    let holder = tree.parent(time).map { ElementNames(of: $0, in: tree).both } ?? []
    return NamePatterns.change.match(ElementNames(of: time, in: tree).both + holder)
      || tree.value("itemprop", of: time) == "dateModified"
  }
}
