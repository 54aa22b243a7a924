// Writes the text of an article out of its page: blocks with what they are, and the links in them.

import ArticleModel
import CHTML

/// The text of an article as it grows, block by block.
struct PageText {
  typealias Node = MarkupTree.Node

  private(set) var bytes: [UInt8] = []
  private(set) var blocks: [Block] = []
  private(set) var links: [ArticleStructure.Link] = []

  private let page: Page
  private let base: PageAddress?
  /// The elements around the current node, with where they end.
  private var open: [Opened] = []
  private var block = OpenBlock()

  private struct Opened {
    var tag: Tag
    var end: Node
    /// What a block in it is.
    var kind: Block.Kind
    /// Whether it is part of a row of a data table, and not the row.
    var isInRow: Bool
    /// Whether the innermost table around it, or it, shows data.
    var isDataTable: Bool
    /// Where the element began in the text, for links.
    var start: Int
    var target: String?
    /// What stands before the next block of a list item, and before the next item of a list.
    var sign = Block.ItemSign.bullet
    /// Whether its line ends are shown.
    var isPreformatted = false
    /// Whether its words are strong.
    var isStrong = false
    /// Whether it is a block though its tag is that of words: who took the picture, in its caption.
    var isSetApart = false

    /// Whether it is a row of a data table.
    var isRow: Bool { tag == .tr && kind == .tableRow }
  }

  /// The block that is being written.
  private struct OpenBlock {
    var start: Int?
    var owesBlank = false
    var seam = WordSeam()
    var breaks = 0
    /// How many bytes of it are words of links.
    var linked = 0
    /// Whether it has lines of its own.
    var keepsLines = false
    /// Whether some of its words are not strong.
    var hasPlainWords = false
  }

  /// Whether the block before was the heading of links to other articles.
  private var followsLeadIn = false

  init(of page: Page, base: PageAddress?) {
    self.page = page
    self.base = base
  }

  /// The blocks, those that only repeat words of others marked as such.
  var distinguishedBlocks: [Block] { PullQuotations(in: bytes, blocks: blocks).marked() }

  /// Adds a block of its own, such as the headline.
  mutating func add(_ text: String, as kind: Block.Kind) {
    let start = beginBlock()
    bytes += text.utf8
    blocks.append(Block(span: TextSpan(start..<bytes.count), kind: kind))
  }

  /// Adds what is left of an element.
  mutating func add(_ root: Node) {
    let tree = page.tree
    let range = tree.subtree(root)
    var node = range.lowerBound
    while node < range.upperBound {
      close(before: node)
      if page.isDropped[node] || node > root && PagePromotion.isOne(node, in: page) {
        node = tree.subtree(node).upperBound
        continue
      }
      if tree.tag(node) == .text { append(tree.text(node)) } else { enter(node) }
      node += 1
    }
    close(before: range.upperBound)
    endBlock()
  }

  // MARK: Elements

  private mutating func enter(_ node: Node) {
    let tag = page.tree.tag(node)
    if tag == .br { return lineBreak() }
    let isDataTable = tag == .table && DataTable.isOne(node, in: page)
    let isInRow = !isDataTable && (open.last?.isInRow == true || open.last?.isRow == true)
    let isSetApart = !isInRow && kind == .caption && PictureCredit.isOne(node, in: page)
    if isSetApart || TagSet.blocks.contains(tag), !isInRow { endBlock() }
    if WordSeam.tags.contains(tag) { block.seam.opens = true }
    let end = page.tree.subtree(node).upperBound
    guard end > node + 1 else {
      if isInRow, TagSet.cells.contains(tag) { endCell() }
      return
    }
    var opened = Opened(
      tag: tag, end: end, kind: isSetApart ? .byline : kind(of: node, tag), isInRow: isInRow,
      isDataTable: isDataTable || tag != .table && open.last?.isDataTable == true,
      start: bytes.count, target: tag == .a ? target(of: node) : nil)
    opened.isPreformatted = tag == .pre || open.last?.isPreformatted == true
    opened.isSetApart = isSetApart
    opened.isStrong = tag == .strong || tag == .b || open.last?.isStrong == true
    opened.sign = sign(of: node, tag)
    open.append(opened)
  }

  /// What stands before an item of a list, or before the first item of the list that begins here.
  private mutating func sign(of node: Node, _ tag: Tag) -> Block.ItemSign {
    if tag == .ol { return .number(number("start", of: node) ?? 1) }
    guard tag == .li, let list = open.lastIndex(where: { TagSet.lists.contains($0.tag) }),
      case .number(let next) = open[list].sign
    else { return .bullet }
    let number = number("value", of: node) ?? next
    open[list].sign = .number(number + 1)
    return .number(number)
  }

  private func number(_ attribute: StaticString, of node: Node) -> Int? {
    page.tree.value(attribute, of: node).flatMap { Int($0) }.flatMap {
      abs($0) < Self.largestNumber ? $0 : nil
    }
  }

  /// Items of lists have smaller numbers.
  private static let largestNumber = 1_000_000

  /// What a block in an element is, by the innermost element that says so.
  private func kind(of node: Node, _ tag: Tag) -> Block.Kind {
    if TagSet.headings.contains(tag) { return .subheading }
    if TagSet.captions.contains(tag) { return .caption }
    if tag == .li { return .listItem }
    if tag == .blockquote { return .blockQuotation }
    if NamePatterns.pullQuotation.match(ElementNames(of: node, in: page.tree).both) {
      return .pullQuotation
    }
    if tag == .table { return .paragraph }
    return tag == .tr && open.last?.isDataTable == true ? .tableRow : open.last?.kind ?? .paragraph
  }

  private func target(of link: Node) -> String? {
    page.tree.value("href", of: link).flatMap { PageAddress.resolve($0, against: base) }
  }

  private mutating func close(before node: Node) {
    while let last = open.last, last.end <= node {
      if last.tag == .a { endLink(from: last.start, to: last.target) }
      if last.isInRow {
        if TagSet.cells.contains(last.tag) { endCell() }
      } else if last.isSetApart || TagSet.blocks.contains(last.tag) {
        endBlock()
      }
      if WordSeam.tags.contains(last.tag) { block.seam.closes = true }
      open.removeLast()
    }
  }

  private mutating func endCell() {
    guard block.start != nil else { return }
    block.owesBlank = false
    bytes += Self.cellSeparator
  }

  private static let cellSeparator = Array(" | ".utf8)

  private mutating func endLink(from start: Int, to target: String?) {
    guard let blockStart = block.start else { return }
    var start = max(start, blockStart)
    while start < bytes.count, InlineText.isBlank(bytes[start]) { start += 1 }
    guard start < bytes.count else { return }
    block.linked += bytes.count - start
    guard let target else { return }
    links.append(.init(span: TextSpan(start..<bytes.count), target: target))
  }

  // MARK: Blocks

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    let isPreformatted = open.last?.isPreformatted == true
    let isStrong = open.last?.isStrong == true
    if block.seam.parts(bytes[(block.start ?? bytes.count)...], text) { block.owesBlank = true }
    block.seam = WordSeam()
    var at = text.startIndex
    while at < text.endIndex {
      let unseen = InlineText.unseenLength(at: at, of: text)
      if unseen > 0 {
        at += unseen
        continue
      }
      let byte = text[at]
      at += 1
      if isPreformatted, byte == 0x0A, block.start != nil {
        block.breaks = 1
        continue
      }
      if InlineText.isBlank(byte) {
        block.owesBlank = true
        continue
      }
      if block.start == nil {
        block.start = beginBlock()
      } else if block.breaks > 0 {
        bytes.append(0x0A)
        block.keepsLines = true
      } else if block.owesBlank, bytes.last != 0x20 {
        bytes.append(0x20)
      }
      block.owesBlank = false
      block.breaks = 0
      if !isStrong { block.hasPlainWords = true }
      bytes.append(byte)
    }
  }

  /// One break is a new line of the same paragraph, two are a new paragraph.
  private mutating func lineBreak() {
    block.breaks += 1
    if block.breaks > 1 { endBlock() }
  }

  private mutating func beginBlock() -> Int {
    if let last = blocks.last {
      bytes.append(0x0A)
      let isRun = (last.kind == .listItem || last.kind == .tableRow) && kind == last.kind
      if !isRun { bytes.append(0x0A) }
    }
    return bytes.count
  }

  private mutating func endBlock() {
    guard let start = block.start else { return block = OpenBlock() }
    while bytes.hasSuffix(Self.cellSeparator) { bytes.removeLast(Self.cellSeparator.count) }
    let kind = self.kind(ofBlockFrom: start)
    let keepsLines = block.keepsLines
    let isHeading =
      !block.hasPlainWords && !keepsLines && bytes.count - start <= Self.longestHeading
    block = OpenBlock()
    guard var kind else { return takeBack(to: start) }
    if kind == .paragraph, isHeading, !blocks.isEmpty { kind = .subheading }
    var written = Block(span: TextSpan(start..<bytes.count), kind: kind)
    if kind == .listItem { sign(&written) }
    written.keepsLines = keepsLines
    blocks.append(written)
  }

  /// A line is no longer, in bytes, that heads what follows because all of it is strong: a subheading, or the
  /// question of an interviewer.
  private static let longestHeading = 240

  /// Gives an item of a list what stands before it; further blocks of the same item have nothing there.
  private mutating func sign(_ item: inout Block) {
    guard let index = open.lastIndex(where: { $0.tag == .li }) else { return }
    item.sign = open[index].sign
    item.depth = max(0, open[..<index].count { TagSet.lists.contains($0.tag) } - 1)
    open[index].sign = .none
  }

  /// What the block that ends here is; nil when it is blank or belongs to the page, not to the article.
  private mutating func kind(ofBlockFrom start: Int) -> Block.Kind? {
    let written = bytes[start...]
    if InlineText.isInvisible(written) { return nil }
    if kind == .tableRow { return kind }
    if kind == .paragraph, PageFurniture.isDateline(written) { return .dateline }
    let role = PageFurniture.role(of: written, linked: block.linked)
    if role == .content, followsLeadIn, block.linked >= written.count { return nil }
    followsLeadIn = role == .leadIn
    switch role {
    case .content: return kind
    case .credit: return kind == .paragraph ? .caption : kind
    case .furniture, .leadIn: return nil
    }
  }

  /// Takes the text back to the end of the block before.
  private mutating func takeBack(to start: Int) {
    while let last = links.last, last.span.start.value >= start { links.removeLast() }
    bytes.removeLast(bytes.count - (blocks.last?.span.end.value ?? 0))
  }

  /// What the block being written is.
  private var kind: Block.Kind { open.last?.kind ?? .paragraph }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ suffix: [UInt8]) -> Bool {
    count >= suffix.count && self[(count - suffix.count)...].elementsEqual(suffix)
  }
}
