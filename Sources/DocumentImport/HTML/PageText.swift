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

    /// Whether it is a row of a data table.
    var isRow: Bool { tag == .tr && kind == .tableRow }
  }

  /// The block that is being written.
  private struct OpenBlock {
    var start: Int?
    var owesBlank = false
    var breaks = 0
  }

  init(of page: Page, base: PageAddress?) {
    self.page = page
    self.base = base
  }

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
      if page.isDropped[node] {
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
    if TagSet.blocks.contains(tag), !isInRow { endBlock() }
    let end = page.tree.subtree(node).upperBound
    guard end > node + 1 else { return }
    let target = tag == .a ? target(of: node) : nil
    open.append(
      Opened(
        tag: tag, end: end, kind: kind(of: node, tag), isInRow: isInRow,
        isDataTable: isDataTable || tag != .table && open.last?.isDataTable == true,
        start: bytes.count, target: target))
  }

  /// What a block in an element is, by the innermost element that says so.
  private func kind(of node: Node, _ tag: Tag) -> Block.Kind {
    if TagSet.headings.contains(tag) { return .subheading }
    if TagSet.captions.contains(tag) { return .caption }
    if tag == .li { return .listItem }
    if tag == .blockquote { return .blockQuotation }
    if tag == .table { return .paragraph }
    return tag == .tr && open.last?.isDataTable == true ? .tableRow : open.last?.kind ?? .paragraph
  }

  private func target(of link: Node) -> String? {
    page.tree.value("href", of: link).flatMap { PageAddress.resolve($0, against: base) }
  }

  private mutating func close(before node: Node) {
    while let last = open.last, last.end <= node {
      if let target = last.target { addLink(from: last.start, to: target) }
      if last.isInRow {
        if TagSet.cells.contains(last.tag) { endCell() }
      } else if TagSet.blocks.contains(last.tag) {
        endBlock()
      }
      open.removeLast()
    }
  }

  private mutating func endCell() {
    guard block.start != nil else { return }
    block.owesBlank = false
    if !bytes.hasSuffix(Self.cellSeparator) { bytes += Self.cellSeparator }
  }

  private static let cellSeparator = Array(" | ".utf8)

  private mutating func addLink(from start: Int, to target: String) {
    var start = start
    while start < bytes.count, InlineText.isBlank(bytes[start]) { start += 1 }
    guard start < bytes.count, block.start != nil else { return }
    links.append(.init(span: TextSpan(start..<bytes.count), target: target))
  }

  // MARK: Blocks

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    for byte in text {
      if InlineText.isBlank(byte) {
        block.owesBlank = true
        continue
      }
      if block.start == nil {
        block.start = beginBlock()
      } else if block.breaks > 0 {
        bytes.append(0x0A)
      } else if block.owesBlank, bytes.last != 0x20 {
        bytes.append(0x20)
      }
      block.owesBlank = false
      block.breaks = 0
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
    if bytes.hasSuffix(Self.cellSeparator) { bytes.removeLast(Self.cellSeparator.count) }
    let kind = kind
    block = OpenBlock()
    if bytes.count > start {
      blocks.append(Block(span: TextSpan(start..<bytes.count), kind: kind))
    }
  }

  /// What the block being written is.
  private var kind: Block.Kind { open.last?.kind ?? .paragraph }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ suffix: [UInt8]) -> Bool {
    count >= suffix.count && self[(count - suffix.count)...].elementsEqual(suffix)
  }
}
