// What lies within an article and does not belong to it: forms, lists of links, boxes, buttons for sharing.

import CHTML

/// Drops from an article what is no part of it (the conditions are Readability's).
struct ContentCleaning {
  typealias Node = MarkupTree.Node

  /// Whether names of elements count.
  let usesNames: Bool
  /// Whether elements go for what they consist of.
  let dropsByContent: Bool

  /// Parts that say "share" in their names stay when they hold more text than this.
  private static let longestShare = 500

  func clean(_ roots: [Node], of page: inout Page) {
    let dataTables = markDataTables(roots, &page)
    dropByContent(roots, &page, dataTables) { TagSet.forms.contains($0.tree.tag($1)) }
    for root in roots {
      page.visit(root) { page, node in
        guard node != root else { return }
        if TagSet.controls.contains(page.tree.tag(node)) && !isPullQuotation(node, page)
          || isForSharing(node, page)
        {
          page.drop(node)
        } else if usesNames, TagSet.highHeadings.contains(page.tree.tag(node)),
          ElementNames(of: node, in: page.tree).weight < 0
        {
          page.drop(node)
        }
      }
    }
    dropByContent(roots, &page, dataTables) { $0.tree.tag($1) == .table }
    dropByContent(roots, &page, dataTables) { $0.tree.tag($1) == Tag(GUMBO_TAG_UL) }
    dropByContent(roots, &page, dataTables) { page, node in
      page.tree.tag(node) == .div && page.standings[node] == .itself
    }
  }

  /// Words of the article in a box at its side.
  private func isPullQuotation(_ node: Node, _ page: Page) -> Bool {
    TagSet.asides.contains(page.tree.tag(node))
      && NamePatterns.pullQuotation.match(ElementNames(of: node, in: page.tree).both)
  }

  private func isForSharing(_ node: Node, _ page: Page) -> Bool {
    guard page.tree.nodes[node].attribute_count > 0, page.tallies[node].text < Self.longestShare
    else { return false }
    let names = ElementNames(of: node, in: page.tree).both
    let words = names.split { !($0 >= 0x61 && $0 <= 0x7A || $0 >= 0x30 && $0 <= 0x39) }
    return words.contains {
      $0.elementsEqual("share".utf8) || $0.elementsEqual("sharedaddy".utf8)
    }
  }

  // MARK: Tables

  /// Finds the tables that show data.
  private func markDataTables(_ roots: [Node], _ page: inout Page) -> Set<Node> {
    var found: Set<Node> = []
    for root in roots {
      page.visit(root) { page, node in
        if page.tree.tag(node) == .table, DataTable.isOne(node, in: page) { found.insert(node) }
      }
    }
    return found
  }

  // MARK: Elements that go for their content

  private func dropByContent(
    _ roots: [Node], _ page: inout Page, _ dataTables: Set<Node>,
    where isMeant: (Page, Node) -> Bool
  ) {
    guard dropsByContent else { return }
    // From the end, so that what is within an element has gone before the element is looked at.
    var meant: [Node] = []
    for root in roots {
      page.visit(root) { page, node in
        if node != root, isMeant(page, node) { meant.append(node) }
      }
    }
    for node in meant.reversed() where isToGo(node, page, dataTables) { page.drop(node) }
  }

  private func isToGo(_ node: Node, _ page: Page, _ dataTables: Set<Node>) -> Bool {
    let tree = page.tree
    if dataTables.contains(node)
      || !dataTables.isEmpty && tree.ancestors(of: node).contains(where: dataTables.contains)
      || tree.lies(node, in: .code, upTo: 4)
      || dataTables.contains(where: { tree.subtree(node).contains($0) })
    {
      return false
    }
    let weight = usesNames ? ElementNames(of: node, in: tree).weight : 0
    if weight < 0 { return true }
    if page.tallies[node].latinCommas >= 10 { return false }
    guard fails(node, weight: weight, page) else { return false }
    return !isListOfPictures(node, page) && !isCaptioned(node, page)
  }

  /// Whether there are pictures in an element that have captions, and hardly any links.
  private func isCaptioned(_ node: Node, _ page: Page) -> Bool {
    page.tallies[node].linkDensity < 0.2 && page.tallies[node].inputs == 0
      && page.tree.subtree(node).contains {
        page.tree.tag($0) == Tag(GUMBO_TAG_FIGCAPTION) && page.tallies[$0].text > 0
          && !page.isDropped[$0]
      }
  }

  private func fails(_ node: Node, weight: Double, _ page: Page) -> Bool {
    let tally = page.tallies[node]
    let isList = TagSet.lists.contains(page.tree.tag(node)) || tally.isMostlyLists
    let isInFigure = page.tree.lies(node, in: .figures, upTo: 4)
    let links = tally.linkDensity
    if !isInFigure, tally.images > 1, Double(tally.paragraphs) / Double(tally.images) < 0.5 {
      return true
    }
    if !isList, tally.items - 100 > tally.paragraphs { return true }
    if tally.inputs > tally.paragraphs / 3 { return true }
    if !isList, !isInFigure, tally.headingDensity < 0.9, tally.text < 25,
      tally.images == 0 || tally.images > 2, links > 0
    {
      return true
    }
    if !isList, weight < 25, links > 0.2 { return true }
    if weight >= 25, links > 0.5 { return true }
    if tally.embeds == 1 && tally.text < 75 || tally.embeds > 1 { return true }
    return tally.images == 0 && tally.inTextual == 0
  }

  private func isListOfPictures(_ node: Node, _ page: Page) -> Bool {
    let tally = page.tallies[node]
    guard TagSet.lists.contains(page.tree.tag(node)) || tally.isMostlyLists else { return false }
    let isSimple = page.children(node).allSatisfy { child in
      page.children(child).filter { page.tree.tag($0) != .text }.count <= 1
    }
    return isSimple && tally.items > 0 && tally.items == tally.images
  }
}

/// Tells tables that show data from those that lay out a page.
enum DataTable {
  static func isOne(_ table: MarkupTree.Node, in page: Page) -> Bool {
    let tree = page.tree
    if tree.value("role", of: table) == "presentation" { return false }
    if tree.value("datatable", of: table) == "0" { return false }
    if tree.attribute("summary", of: table) != nil { return true }
    let below = tree.subtree(table).dropFirst()
    if below.contains(where: { isFilledCaption($0, page) }) { return true }
    if below.contains(where: { TagSet.tableParts.contains(tree.tag($0)) }) { return true }
    if below.contains(where: { tree.tag($0) == .table }) { return false }
    let rows = below.filter { tree.tag($0) == .tr }
    let columns =
      rows.map { row in
        tree.children(row).filter { TagSet.cells.contains(tree.tag($0)) }.count
      }.max() ?? 0
    if rows.count <= 1 || columns <= 1 { return false }
    return rows.count >= 10 || columns > 4 || rows.count * columns > 10
  }

  private static func isFilledCaption(_ node: MarkupTree.Node, _ page: Page) -> Bool {
    page.tree.tag(node) == Tag(GUMBO_TAG_CAPTION) && page.tallies[node].text > 0
  }
}
