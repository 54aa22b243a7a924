// What stands between the headline and the text, where outlets put it outside of the text's element: the
// standfirst and the caption of the first picture.

import CHTML

/// Finds the elements that lead up to an article.
struct LeadMatter {
  typealias Node = MarkupTree.Node

  private let page: Page
  /// What the page says in a sentence of its article, which the standfirst often repeats.
  private let description: TitleWords

  /// A standfirst has so many code points.
  private static let lengths = 25...600
  /// A paragraph without a telling name has to be so long to be one, in code points.
  private static let longest = 60
  /// No more elements lead up to an article.
  private static let most = 4

  init(to page: Page, description: String?) {
    self.page = page
    self.description = TitleWords(description)
  }

  /// The elements between the heading and the first part of the article, in document order.
  func elements(from heading: Node?, to first: Node) -> [Node] {
    let tree = page.tree
    let holder = tree.ancestors(of: first).first { TagSet.articles.contains(tree.tag($0)) }
    guard let start = heading.map({ tree.subtree($0).upperBound }) ?? holder.map({ $0 + 1 }),
      start < first
    else { return [] }
    var found: [Node] = []
    var node = start
    while node < first, found.count < Self.most {
      let isFound = isCaptioned(node) || isStandfirst(node)
      if isFound { found.append(node) }
      node = isFound || isBeside(node) ? tree.subtree(node).upperBound : node + 1
    }
    return found
  }

  /// Whether nothing in an element leads up to the article.
  private func isBeside(_ node: Node) -> Bool {
    let tag = page.tree.tag(node)
    if tag == .text { return false }
    return TagSet.besideArticles.contains(tag) || PartsOfPage.isHidden(node, page.tree)
      || NamePatterns.betweenHeadlineAndText.match(ElementNames(of: node, in: page.tree).both)
  }

  private func isCaptioned(_ node: Node) -> Bool {
    let tree = page.tree
    guard TagSet.figures.contains(tree.tag(node)), !isBeside(node) else { return false }
    return tree.subtree(node).contains {
      TagSet.captions.contains(tree.tag($0)) && page.tallies[$0].text > 0
    }
  }

  private func isStandfirst(_ node: Node) -> Bool {
    let tree = page.tree
    let tag = tree.tag(node)
    guard tag == .p || tag == .div || TagSet.subheadings.contains(tag), !isBeside(node),
      !tree.subtree(node).dropFirst().contains(where: { TagSet.blocks.contains(tree.tag($0)) })
    else { return false }
    let text = tree.string(in: node)
    let length = text.unicodeScalars.count
    guard Self.lengths.contains(length), page.tallies[node].linkDensity < 0.3 else { return false }
    if description.isRepeated(by: text) { return true }
    if NamePatterns.standfirst.match(ElementNames(of: node, in: tree).both) { return true }
    return tag == .p && length >= Self.longest && text.last.map { ".!?…”“".contains($0) } == true
  }
}
