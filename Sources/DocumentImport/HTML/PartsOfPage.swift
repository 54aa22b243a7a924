// First pass over a page: what cannot be seen or is seldom part of an article goes, and every division finds
// out what it stands for.

import CHTML

/// Goes through a page once, from its beginning.
struct PartsOfPage {
  typealias Node = MarkupTree.Node

  /// Text that scores for the elements that hold it.
  struct ScoringText {
    /// The element from which on holders are scored.
    var holder: Node?
    var length: Int
    var commas: Int
  }

  /// Whether parts go whose names say that they are seldom part of an article.
  let dropsUnlikely: Bool
  /// Whether the line with the author's name goes.
  let dropsByline: Bool
  /// The title of the article, to find the heading that repeats it.
  let title: TitleWords

  private(set) var scoring: [ScoringText] = []
  /// The line that names the author, as far as it was dropped.
  private(set) var byline: String?
  /// The heading that repeats the title, which goes, since the title stands first.
  private(set) var heading: Node?

  init(dropsUnlikely: Bool, dropsByline: Bool, title: TitleWords) {
    self.dropsUnlikely = dropsUnlikely
    self.dropsByline = dropsByline
    self.title = title
  }

  /// Sorts the parts of a page.
  mutating func sort(_ page: inout Page) {
    var parts = self
    page.visit(0) { page, node in
      if page.tree.tag(node) == .text { return }
      if parts.isToGo(node, of: page) { return page.drop(node) }
      parts.weigh(node, &page)
    }
    self = parts
    page.forgetCounts()
    page.countAnew()
  }

  // MARK: What goes

  private mutating func isToGo(_ node: Node, of page: Page) -> Bool {
    let tree = page.tree
    let tag = tree.tag(node)
    if Self.isHidden(node, tree) { return true }
    let names = ElementNames(of: node, in: tree)
    if isByline(node, names, page) { return true }
    if heading == nil, TagSet.highHeadings.contains(tag),
      title.isRepeated(by: tree.string(in: node))
    {
      heading = node
      return true
    }
    if dropsUnlikely, isUnlikely(node, names, page) { return true }
    return TagSet.droppedWhenEmpty.contains(tag) && isEmpty(node, page)
  }

  static func isHidden(_ node: Node, _ tree: MarkupTree) -> Bool {
    if tree.nodes[node].attribute_count == 0 { return false }
    if tree.attribute("hidden", of: node) != nil { return true }
    if tree.attribute("aria-hidden", of: node).map({ $0.elementsEqual("true".utf8) }) == true {
      return tree.value("class", of: node)?.contains("fallback-image") != true
    }
    if tree.attribute("aria-modal", of: node) != nil, tree.value("role", of: node) == "dialog" {
      return true
    }
    guard let style = tree.attribute("style", of: node), style.count < 4096 else { return false }
    let rules = style.filter { !InlineText.isBlank($0) }
    return rules.contains("display:none".utf8) || rules.contains("visibility:hidden".utf8)
  }

  private mutating func isByline(_ node: Node, _ names: ElementNames, _ page: Page) -> Bool {
    guard dropsByline, byline == nil else { return false }
    let tree = page.tree
    let length = page.tallies[node].text
    guard length > 0, length < 100 else { return false }
    let isMarked =
      tree.value("rel", of: node) == "author"
      || tree.value("itemprop", of: node)?.contains("author") == true
    guard isMarked || NamePatterns.byline.match(names.both) else { return false }
    byline = tree.string(in: node)
    return true
  }

  private static let unlikelyRoles: Set<String> = [
    "menu", "menubar", "complementary", "navigation", "alert", "alertdialog", "dialog",
  ]

  private func isUnlikely(_ node: Node, _ names: ElementNames, _ page: Page) -> Bool {
    let tree = page.tree
    let tag = tree.tag(node)
    if tree.nodes[node].attribute_count == 0 || tag == .body || tag == .html { return false }
    if let role = tree.value("role", of: node), Self.unlikelyRoles.contains(role) { return true }
    guard tag != .a, NamePatterns.unlikely.match(names.both),
      !NamePatterns.maybe.match(names.both), !isOwnText(node, page)
    else { return false }
    return !tree.lies(node, in: .tables, upTo: 4) && !tree.lies(node, in: .code, upTo: 4)
  }

  /// A paragraph of so many code points is text whatever it is called.
  private static let longParagraph = 100

  /// Whether an element holds text that no name of its own makes unlikely: a subheading, which may be called
  /// "subheader", or a long paragraph without links.
  private func isOwnText(_ node: Node, _ page: Page) -> Bool {
    let tally = page.tallies[node]
    switch page.tree.tag(node) {
    case .p: return tally.text >= Self.longParagraph && tally.linkDensity < 0.25
    case let tag:
      return TagSet.subheadings.contains(tag) && tally.text > 0 && tally.linkDensity < 0.25
        && !NamePatterns.unlikelyHeading.match(ElementNames(of: node, in: page.tree).both)
    }
  }

  /// Whether there is nothing in an element but rules and line breaks.
  private func isEmpty(_ node: Node, _ page: Page) -> Bool {
    guard page.tallies[node].text == 0 else { return false }
    let rules = TagSet(GUMBO_TAG_BR, GUMBO_TAG_HR)
    return page.tree.subtree(node).dropFirst().allSatisfy {
      page.tree.tag($0) == .text || rules.contains(page.tree.tag($0))
    }
  }

  // MARK: What divisions stand for

  private mutating func weigh(_ node: Node, _ page: inout Page) {
    let tag = page.tree.tag(node)
    if TagSet.scored.contains(tag) { score(node, page) }
    if tag == .div { weighDivision(node, &page) }
  }

  private mutating func weighDivision(_ node: Node, _ page: inout Page) {
    let content = DivisionContent(of: node, in: page)
    let isOneParagraph =
      content.paragraphs == 1 && content.others == 0 && page.tallies[node].linkDensity < 0.25
    if isOneParagraph, content.stretches.isEmpty {
      page.standings[node] = .wrapper
    } else if isOneParagraph || content.stretches.isEmpty && !hasBlocks(node, page.tree) {
      page.standings[node] = .paragraph
      page.looseParagraphs[node] = 1
      score(node, page)
    } else {
      page.looseParagraphs[node] = content.stretches.count
      for stretch in content.stretches where stretch.text >= Self.shortestScoring {
        scoring.append(
          ScoringText(holder: node, length: stretch.text, commas: stretch.commas))
      }
    }
  }

  private func hasBlocks(_ node: Node, _ tree: MarkupTree) -> Bool {
    tree.subtree(node).dropFirst().contains { TagSet.blocksInDivisions.contains(tree.tag($0)) }
  }

  /// Shorter texts say nothing about where the article is.
  private static let shortestScoring = 25

  private mutating func score(_ node: Node, _ page: Page) {
    let tally = page.tallies[node]
    guard tally.text >= Self.shortestScoring else { return }
    scoring.append(
      ScoringText(holder: page.holder(of: node), length: tally.text, commas: tally.commas))
  }
}

/// What a division holds: stretches of running text, paragraphs, other elements.
private struct DivisionContent {
  var stretches: [Tally] = []
  /// Stretches and elements that are paragraphs.
  var paragraphs = 0
  /// Elements that are neither.
  var others = 0

  init(of division: MarkupTree.Node, in page: Page) {
    var stretch = Tally()
    for child in page.children(division) {
      if Self.isPhrasing(child, page.tree) {
        stretch += page.tallies[child]
        continue
      }
      close(&stretch)
      if page.tree.tag(child) == .p { paragraphs += 1 } else { others += 1 }
    }
    close(&stretch)
  }

  private mutating func close(_ stretch: inout Tally) {
    if stretch.text > 0 {
      stretches.append(stretch)
      paragraphs += 1
    }
    stretch = Tally()
  }

  private static func isPhrasing(_ node: MarkupTree.Node, _ tree: MarkupTree) -> Bool {
    let range = tree.subtree(node)
    var at = range.lowerBound
    while at < range.upperBound {
      let tag = tree.tag(at)
      if TagSet.transparent.contains(tag) {
        at += 1
      } else if tag == .text || TagSet.phrasing.contains(tag) {
        at = tree.subtree(at).upperBound
      } else {
        return false
      }
    }
    return true
  }
}
