// The text of a document of an office program as it grows: blocks, links, and notes that come at the end.

import ArticleModel

/// Writes blocks of text.
struct OfficeText {
  private(set) var bytes: [UInt8] = []
  private(set) var blocks: [Block] = []
  private(set) var links: [ArticleStructure.Link] = []

  private var kind = Block.Kind.paragraph
  private var sign = Block.ItemSign.bullet
  private var depth = 0
  private var start: Int?
  private var owesBlank = false

  /// Begins a block, and ends the one before.
  mutating func begin(_ kind: Block.Kind) {
    end()
    self.kind = kind
  }

  /// Says what stands before the block, which is an item of a list, and how many lists its list lies in.
  mutating func mark(with sign: Block.ItemSign, at depth: Int) {
    (self.sign, self.depth) = (sign, depth)
  }

  /// Adds text to the block. White space at the ends of a block goes, and so do hyphens that only show
  /// where a word may be divided.
  mutating func append(_ text: some Sequence<UInt8>) {
    var before: UInt8 = 0
    for byte in text {
      if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        owesBlank = true
      } else {
        if start == nil { openBlock() } else if owesBlank, bytes.last != 0x0A { bytes.append(0x20) }
        owesBlank = false
        bytes.append(byte)
        if before == 0xC2, byte == 0xAD { bytes.removeLast(2) }
      }
      before = byte
    }
  }

  /// Begins a new line in the block.
  mutating func breakLine() {
    guard start != nil, bytes.last != 0x0A else { return }
    owesBlank = false
    bytes.append(0x0A)
  }

  /// The place that the next word will have at the earliest, for links.
  var place: Int { bytes.count }

  /// Makes what was written since a place a link.
  mutating func link(from place: Int, to target: String?) {
    guard let target, PageAddress.isAbsolute(target), start != nil else { return }
    var place = place
    while place < bytes.count, InlineText.isBlank(bytes[place]) { place += 1 }
    guard place < bytes.count else { return }
    links.append(.init(span: TextSpan(place..<bytes.count), target: target))
  }

  /// Ends the block; nothing comes of one without text.
  mutating func end() {
    defer {
      (start, owesBlank, kind) = (nil, false, .paragraph)
      (sign, depth) = (.bullet, 0)
    }
    guard let start else { return }
    while bytes.last == 0x0A, bytes.count > start { bytes.removeLast() }
    if bytes.count > start {
      blocks.append(
        Block(span: TextSpan(start..<bytes.count), kind: kind, sign: sign, depth: depth))
    } else {
      bytes.removeLast(bytes.count - (blocks.last?.span.range.upperBound ?? 0))
    }
  }

  /// Adds the cells of a row of a table that are not empty.
  mutating func addRow(_ cells: [OfficeText]) {
    let filled = cells.filter { !$0.bytes.isEmpty }
    guard !filled.isEmpty else { return }
    begin(.tableRow)
    for (index, cell) in filled.enumerated() {
      if index > 0 { append(" | ".utf8) }
      append(cell.bytes)
      if cell.isOneLine { adopt(cell.links, at: bytes.count - cell.bytes.count) }
    }
    end()
  }

  private var isOneLine: Bool { blocks.count == 1 && !bytes.contains(0x0A) }

  private mutating func adopt(_ others: [ArticleStructure.Link], at offset: Int) {
    links += others.map {
      .init(
        span: TextSpan($0.span.range.lowerBound + offset..<$0.span.range.upperBound + offset),
        target: $0.target)
    }
  }

  private mutating func openBlock() {
    if let last = blocks.last {
      bytes.append(0x0A)
      let isRun = (last.kind == .listItem || last.kind == .tableRow) && kind == last.kind
      if !isRun { bytes.append(0x0A) }
    }
    start = bytes.count
    owesBlank = false
  }

  /// What was written, as an article. The first block is the headline when it is a heading or looks like
  /// one.
  mutating func content(_ metadata: ArticleMetadata) -> DocumentContent {
    end()
    let text = ArticleText(utf8: bytes)
    var metadata = metadata
    if let first = blocks.first {
      let isHeading = first.kind == .subheading
      let looksLikeOne =
        first.kind == .paragraph
        && PlainTextKinds(text: text, span: first.span).kind == .headline
      if isHeading || looksLikeOne { blocks[0].kind = .headline }
      if blocks[0].kind == .headline, metadata.title == nil {
        metadata.title = text.string(in: first.span)
      }
    }
    return DocumentContent(
      text: text,
      structure: ArticleStructure(
        blocks: BlockTable(blocks), links: links, metadata: metadata))
  }
}

/// Small raised digits, with which documents refer to their notes.
enum NoteNumber {
  private static let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")

  /// A number in raised digits.
  static func raised(_ number: Int) -> String {
    String(String(number).compactMap { $0.wholeNumberValue.map { digits[$0] } })
  }
}
