// Writes the text of an article out of its Markdown: blocks with what they are, and the links in them.

import ArticleModel
import CMarkdown

/// The text of an article as it grows, block by block.
struct MarkdownText {
  private(set) var bytes: [UInt8] = []
  private(set) var blocks: [Block] = []
  private(set) var links: [ArticleStructure.Link] = []
  /// The first heading, if it comes before anything else, or the title that was given.
  private(set) var headline: String?

  private let base: PageAddress?
  private let title: TitleWords?
  /// The quotations, lists and items around the current node.
  private var open: [Container] = []
  /// The words of the block that is being written.
  private var inline = Words()
  private var headingLevel = 0

  /// What blocks lie in.
  private enum Container {
    case quotation
    case list
    case item(Block.ItemSign, isFresh: Bool)
  }

  /// Words with their links, before they become a block.
  private struct Words {
    var bytes: [UInt8] = []
    var links: [(range: Range<Int>, target: String)] = []
    var openLinks: [(start: Int, target: String)] = []
    /// Where lines of the source end.
    var softBreaks: [Int] = []
    /// Pictures around the current words, and whether there is anything but them.
    var pictureDepth = 0
    var hasWords = false
    var hasPicture = false
    /// Whether its lines are to end where they do.
    var hasLines = false
    /// How deep the current words lie in strong ones, and whether any lie in none.
    var strongDepth = 0
    var hasPlainWords = false

    /// A line is no longer, in bytes, that heads what follows because all of it is strong.
    static let longestHeading = 240

    /// Whether all words are strong, as those of subheadings and of an interviewer's questions are.
    var isHeading: Bool {
      hasWords && !hasPlainWords && softBreaks.isEmpty && bytes.count <= Self.longestHeading
    }
  }

  /// - Parameters:
  ///   - title: the title that the front matter names; it comes first, as the headline.
  ///   - base: what links are relative to.
  init(of tree: MarkdownTree, title: String?, base: PageAddress?) {
    self.base = base
    self.title = title.map { TitleWords($0) }
    if let title {
      inline.bytes = Array(title.utf8)
      endBlock(as: .headline)
    }
    for index in 0..<tree.count { add(tree[index]) }
  }

  private mutating func add(_ event: MarkdownTree.Event) {
    switch event.type {
    case CMARK_NODE_BLOCK_QUOTE: enter(.quotation, event)
    case CMARK_NODE_LIST: enterList(event)
    case CMARK_NODE_ITEM: enterItem(event)
    case CMARK_NODE_HEADING:
      if event.ends { endHeading() } else { headingLevel = event.number }
    case CMARK_NODE_PARAGRAPH:
      if event.ends { endParagraph() }
    case CMARK_NODE_CODE_BLOCK: addLines(event.string)
    case CMARK_NODE_HTML_BLOCK: addMarkup(event.string)
    default: addInline(event)
    }
  }

  // MARK: Containers

  private mutating func enter(_ container: Container, _ event: MarkdownTree.Event) {
    if event.ends { _ = open.popLast() } else { open.append(container) }
  }

  private var numbers: [Int] = []

  private mutating func enterList(_ event: MarkdownTree.Event) {
    enter(.list, event)
    if event.ends { _ = numbers.popLast() } else { numbers.append(event.number) }
  }

  private mutating func enterItem(_ event: MarkdownTree.Event) {
    let next = numbers.last ?? -1
    enter(.item(next < 0 ? .bullet : .number(next), isFresh: true), event)
    if !event.ends, next >= 0, next < Int(Int32.max) { numbers[numbers.count - 1] = next + 1 }
  }

  /// What a paragraph is, by what is around it.
  private var kind: Block.Kind {
    for container in open.reversed() {
      switch container {
      case .quotation: return .blockQuotation
      case .item: return .listItem
      case .list: break
      }
    }
    return .paragraph
  }

  // MARK: Blocks

  private mutating func endHeading() {
    let words = String(decoding: inline.bytes, as: UTF8.self)
    if let title, headingLevel <= 2, title.isRepeated(by: words), blocks.count <= 2 {
      inline = Words()
      return
    }
    let isHeadline = blocks.isEmpty && headingLevel <= 2
    endBlock(as: isHeadline ? .headline : .subheading)
  }

  private mutating func endParagraph() {
    if let second = lines.dropFirst().first,
      MarkdownTable.isDelimiter(inline.bytes[second]), inline.bytes[lines[0]].contains(0x7C)
    {
      return addTable()
    }
    for place in inline.softBreaks { inline.bytes[place] = 0x20 }
    if kind == .paragraph, inline.isHeading, !blocks.isEmpty { return endBlock(as: .subheading) }
    endBlock(as: inline.hasPicture && !inline.hasWords ? .caption : kind)
  }

  /// The lines of the source that a paragraph had.
  private var lines: [Range<Int>] {
    var (lines, start) = ([Range<Int>](), 0)
    for end in inline.softBreaks {
      lines.append(start..<end)
      start = end + 1
    }
    return lines + [start..<inline.bytes.count]
  }

  private mutating func addTable() {
    let table = inline
    for (number, line) in lines.enumerated() where number != 1 {
      let row = MarkdownTable.row(of: table.bytes[line])
      inline = Words()
      inline.bytes = row.bytes
      inline.links = table.links.compactMap { link in
        guard line.contains(link.range.lowerBound), link.range.upperBound <= line.upperBound
        else { return nil }
        let start = row.places[link.range.lowerBound - line.lowerBound]
        let end = row.places[link.range.upperBound - line.lowerBound - 1] + 1
        return start < end ? (start..<end, link.target) : nil
      }
      endBlock(as: .tableRow)
    }
    inline = Words()
  }

  /// Adds lines as they are, such as those of code.
  private mutating func addLines(_ text: String) {
    let lines = text.split(separator: "\n").drop { $0.allSatisfy(\.isWhitespace) }
    inline.bytes = Array(lines.joined(separator: "\n").utf8)
    inline.hasLines = true
    endBlock(as: .paragraph)
  }

  /// Adds the words of HTML, without its tags, scripts and comments.
  private mutating func addMarkup(_ html: String) {
    for paragraph in MarkupInMarkdown.paragraphs(of: html) {
      inline.bytes = Array(paragraph.utf8)
      endBlock(as: kind)
    }
  }

  private mutating func endBlock(as kind: Block.Kind) {
    defer { inline = Words() }
    let words = inline.bytes.trimmed
    guard !words.isEmpty else { return }
    if let last = blocks.last {
      let isDirect = last.kind == kind && (kind == .listItem || kind == .tableRow)
      bytes += (isDirect ? "\n" : "\n\n").utf8
    }
    let start = bytes.count
    bytes += inline.bytes[words]
    for link in inline.links {
      let from = max(link.range.lowerBound, words.lowerBound) - words.lowerBound + start
      let to = min(link.range.upperBound, words.upperBound) - words.lowerBound + start
      if from < to { links.append(.init(span: TextSpan(from..<to), target: link.target)) }
    }
    var block = Block(span: TextSpan(start..<bytes.count), kind: kind)
    block.keepsLines = inline.hasLines
    if kind == .listItem { sign(&block) }
    if kind == .headline { headline = String(decoding: inline.bytes[words], as: UTF8.self) }
    blocks.append(block)
  }

  /// Gives an item its sign, and further paragraphs of it none.
  private mutating func sign(_ block: inout Block) {
    block.depth = max(numbers.count - 1, 0)
    for index in open.indices.reversed() {
      guard case .item(let sign, let isFresh) = open[index] else { continue }
      block.sign = isFresh ? sign : .none
      open[index] = .item(sign, isFresh: false)
      return
    }
  }

  // MARK: Words

  private mutating func addInline(_ event: MarkdownTree.Event) {
    switch event.type {
    case CMARK_NODE_TEXT: append(event.string)
    case CMARK_NODE_CODE: append(event.string)
    case CMARK_NODE_SOFTBREAK:
      inline.softBreaks.append(inline.bytes.count)
      inline.bytes.append(0x0A)
    case CMARK_NODE_LINEBREAK: breakLine()
    case CMARK_NODE_HTML_INLINE:
      if event.string.lowercased().hasPrefix("<br") { breakLine() }
    case CMARK_NODE_STRONG: inline.strongDepth += event.ends ? -1 : 1
    case CMARK_NODE_LINK: addLink(event)
    case CMARK_NODE_IMAGE:
      inline.pictureDepth += event.ends ? -1 : 1
      inline.hasPicture = true
    default: break
    }
  }

  private mutating func breakLine() {
    inline.bytes.append(0x0A)
    inline.hasLines = true
  }

  private mutating func append(_ text: String) {
    inline.bytes += text.utf8.lazy.map { $0 < 0x20 && $0 != 0x09 ? 0x20 : $0 }
    if inline.pictureDepth == 0, text.contains(where: { !$0.isWhitespace }) {
      inline.hasWords = true
      if inline.strongDepth == 0 { inline.hasPlainWords = true }
    }
  }

  /// Links within links, as pictures in links make them, are one.
  private mutating func addLink(_ event: MarkdownTree.Event) {
    guard event.ends else {
      inline.openLinks.append((inline.bytes.count, event.string))
      return
    }
    guard let link = inline.openLinks.popLast(),
      let target = PageAddress.resolve(link.target, against: base),
      link.start < inline.bytes.count
    else { return }
    inline.links.append((link.start..<inline.bytes.count, target))
  }
}

extension [UInt8] {
  /// Where its words are, without the white space around them.
  fileprivate var trimmed: Range<Int> {
    guard let first = firstIndex(where: { !$0.isASCIIWhitespace }),
      let last = lastIndex(where: { !$0.isASCIIWhitespace })
    else { return 0..<0 }
    return first..<(last + 1)
  }
}
