// Cuts the article out of a page: sorts the parts, chooses the best, cleans it, and asks for less when too
// little is left.

/// Finds the article of a page.
struct ArticleFinder {
  typealias Node = MarkupTree.Node

  /// What was found.
  struct Found {
    /// The page without what is no part of the article.
    var page: Page
    /// The elements that make up the article, in document order.
    var roots: [Node]
    /// The line that names the author, as far as it was cut out.
    var byline: String?

    /// The length of the article's text in code points.
    var length: Int { roots.reduce(0) { $0 + page.tallies[$1].text } }
  }

  let tree: MarkupTree
  /// Whether the line that names the author goes.
  let dropsByline: Bool
  let title: TitleWords
  /// What the page says of its article in a sentence.
  var description: String?

  /// How strictly an article is looked for.
  private struct Strictness {
    var dropsUnlikely = true
    var usesNames = true
    var dropsByContent = true
  }

  /// From the strictest on.
  private static let strictnesses = [
    Strictness(),
    Strictness(dropsUnlikely: false),
    Strictness(dropsUnlikely: false, usesNames: false),
    Strictness(dropsUnlikely: false, usesNames: false, dropsByContent: false),
  ]
  /// A shorter article is tried again less strictly.
  private static let shortArticle = 500

  /// Looks for the article; what is found may be short, and is nil only when there is no text at all.
  func find() -> Found? {
    let found = find(in: Page(tree))
    if found?.length ?? 0 >= Self.shortArticle
      || tree.elements(.shownWithoutScripts).first(where: { _ in true }) == nil
    {
      return found
    }
    // Pages that are put together by scripts have their article where browsers without scripts look.
    let other = find(in: Page(tree, unread: .unreadWithoutScripts))
    return other?.length ?? 0 > 2 * (found?.length ?? 0) ? other : found
  }

  private func find(in page: Page) -> Found? {
    var longest: Found?
    for strictness in Self.strictnesses {
      guard let found = find(in: page, strictness) else { continue }
      if found.length >= Self.shortArticle { return found }
      if found.length > longest?.length ?? 0 { longest = found }
    }
    return longest
  }

  private func find(in page: Page, _ strictness: Strictness) -> Found? {
    var page = page
    var parts = PartsOfPage(
      dropsUnlikely: strictness.dropsUnlikely, dropsByline: dropsByline, title: title)
    parts.sort(&page)
    let score = ContentScore(of: page, texts: parts.scoring, usesNames: strictness.usesNames)
    guard
      let roots = score.article()
        ?? tree.elements(TagSet(.body)).first(where: { _ in true }).map({ [$0] })
    else { return nil }
    let cleaning = ContentCleaning(
      usesNames: strictness.usesNames, dropsByContent: strictness.dropsByContent)
    cleaning.clean(roots, of: &page)
    let lead = roots.first.map {
      LeadMatter(to: page, description: description).elements(from: parts.heading, to: $0)
    }
    return Found(page: page, roots: (lead ?? []) + roots, byline: parts.byline)
  }
}
