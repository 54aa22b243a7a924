// Boxes in an article that ask to subscribe to a newsletter, and the credits in its captions: elements whose
// names tell what they are.

import CHTML

/// Tells boxes that advertise a newsletter.
enum PagePromotion {
  /// A box has less text, in code points.
  private static let longest = 600

  /// Whether an element is such a box.
  static func isOne(_ node: MarkupTree.Node, in page: Page) -> Bool {
    let tree = page.tree
    guard tree.nodes[node].attribute_count > 0, page.tallies[node].text < longest,
      !wholes.contains(tree.tag(node))
    else { return false }
    return isOne(ElementNames(of: node, in: tree).both)
      || isOne(ElementNames.forTests(of: node, in: tree))
  }

  private static func isOne(_ name: [UInt8]) -> Bool {
    if NamePatterns.signUp.match(name) { return true }
    return NamePatterns.newsletter.match(name) && !NamePatterns.newsletterText.match(name)
  }

  private static let wholes = TagSet(
    GUMBO_TAG_HTML, GUMBO_TAG_BODY, GUMBO_TAG_MAIN, GUMBO_TAG_ARTICLE)
}

/// Tells who made a picture from what the caption says of it.
enum PictureCredit {
  /// A credit has less text, in code points.
  private static let longest = 120

  /// Whether an element in a caption is its credit.
  static func isOne(_ node: MarkupTree.Node, in page: Page) -> Bool {
    page.tree.nodes[node].attribute_count > 0
      && (1..<longest).contains(page.tallies[node].text)
      && NamePatterns.pictureCredit.match(ElementNames(of: node, in: page.tree).both)
  }
}
