// Pages that are an article from their first word to their last, such as chapters of books and entries of feeds:
// nothing is cut out, and the blocks keep their kinds.

import ArticleModel
import CHTML

/// Makes an article of a page of which all is text.
struct WholePage {
  /// What the article is called, when its own first heading does not say.
  var title: String?
  /// Whether the first heading, where it stands above all text, is the title.
  var takesHeading = false
  /// What links are relative to.
  var base: PageAddress?

  /// A heading is taken for the title when no more than so many bytes of text stand before it.
  private static let outlook = 120
  /// A heading that is longer, in bytes, is text.
  private static let longestTitle = 300

  /// What a page in UTF-8 says; the title that was chosen is among the metadata.
  func content(of html: UnsafeBufferPointer<UInt8>) throws(MarkupTree.Failure) -> DocumentContent {
    let tree = try MarkupTree(parsing: html)
    var page = Page(tree)
    for node in tree.nodes.indices where isHidden(node, tree) { page.drop(node) }
    let heading = firstHeading(of: page)
    let ownTitle = heading.map { tree.line(in: $0) }
    let isTitle = ownTitle.map { takesHeading || TitleWords(title).isRepeated(by: $0) } ?? false
    if isTitle, let heading { page.drop(heading) }
    var metadata = ArticleMetadata()
    metadata.title = takesHeading ? ownTitle ?? title : title ?? ownTitle
    metadata.language = tree.value("lang", of: 0) ?? tree.value("xml:lang", of: 0)
    var text = PageText(of: page, base: base)
    if let headline = metadata.title, isTitle || title != nil { text.add(headline, as: .headline) }
    text.add(0)
    return DocumentContent(
      text: ArticleText(utf8: text.bytes),
      structure: ArticleStructure(
        blocks: BlockTable(text.blocks), links: text.links, metadata: metadata))
  }

  private func isHidden(_ node: MarkupTree.Node, _ tree: MarkupTree) -> Bool {
    if tree.attribute("hidden", of: node) != nil { return true }
    guard tree.tag(node) == .a else { return false }
    let roles = [tree.value("epub:type", of: node), tree.value("role", of: node)]
    return roles.contains { $0.map(Self.noteLinks.contains) ?? false }
  }

  /// Links that are signs for notes, and lead back from them.
  private static let noteLinks: Set<String> = [
    "noteref", "doc-noteref", "backlink", "doc-backlink",
  ]

  /// The heading that stands at the top; nil when text comes first.
  private func firstHeading(of page: Page) -> MarkupTree.Node? {
    let tree = page.tree
    var passed = 0
    var node = 0
    while node < tree.nodes.count {
      if page.isDropped[node] {
        node = tree.subtree(node).upperBound
        continue
      }
      if TagSet.headings.contains(tree.tag(node)) {
        let length = tree.string(in: node).utf8.count
        if length > 0 { return length <= Self.longestTitle ? node : nil }
      }
      if tree.tag(node) == .text { passed += tree.text(node).count { !InlineText.isBlank($0) } }
      if passed > Self.outlook { return nil }
      node += 1
    }
    return nil
  }
}

extension MarkupTree {
  /// All text below a node on one line: line breaks are blanks.
  func line(in node: Node) -> String {
    var line = InlineText()
    for index in subtree(node) {
      if tag(index) == .br { line.append(CollectionOfOne(0x20)) }
      if tag(index) == .text { line.append(text(index)) }
    }
    return line.string
  }
}
