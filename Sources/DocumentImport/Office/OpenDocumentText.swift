// The text of an OpenDocument file (ODF 1.3, part 3): paragraphs, lists, tables and notes.

import ArticleModel

/// Writes the text of a document.
struct OpenDocumentText: OfficeTables {
  typealias Node = XMLTree.Node

  private let tree: XMLTree
  private let styles: [String: String]
  var text = OfficeText()
  private var notes: [Node] = []
  private var boxes: [Node] = []
  private var lists = OpenDocumentLists()

  /// - Parameter named: the file of the styles that have names, when it is one of its own.
  init(_ tree: XMLTree, styles named: XMLTree? = nil) {
    self.tree = tree
    styles = Self.parents(of: tree)
    if let named { lists.learn(from: named) }
    lists.learn(from: tree)
  }

  /// Whether a file is a document in one piece (.fodt).
  static func isFlat(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let tag = XMLDocument.rootTag(of: bytes) else { return false }
    return tag.hasPrefix("<office:document ") || tag.hasPrefix("<office:document\n")
  }

  /// What the document says of itself.
  static func metadata(of tree: XMLTree) -> ArticleMetadata {
    var metadata = ArticleMetadata()
    metadata.extractor = .init(name: "OpenDocument", version: "1")
    guard let meta = tree.firstDescendant("meta") else { return metadata }
    func text(_ name: String) -> String? {
      tree.first(name, in: meta).map { tree.string(in: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
    // Moments of OpenDocument have no offset from UTC; their day is known.
    func moment(_ name: String) -> Timestamp? {
      guard let written = text(name) else { return nil }
      let candidates = [written, String(written.prefix(10))].map { Timestamp($0) }
      return candidates.first { $0.day != nil }
    }
    metadata.title = text("title")
    metadata.authors = (text("initial-creator") ?? text("creator")).map { [$0] } ?? []
    metadata.published = moment("creation-date")
    metadata.modified = moment("date")
    metadata.language = text("language")
    return metadata
  }

  /// The article that comes of it.
  func content(_ metadata: ArticleMetadata) -> DocumentContent {
    var writing = self
    if let body = tree.firstDescendant("body"), let root = tree.first("text", in: body) {
      writing.addBlocks(in: root)
    }
    writing.addNotes()
    return writing.text.content(metadata)
  }

  // MARK: Styles

  /// The styles that styles of single paragraphs build on, by name.
  private static func parents(of tree: XMLTree) -> [String: String] {
    var parents: [String: String] = [:]
    for style in tree.subtree(0) where tree.localName(style) == "style" {
      if let name = tree.attribute("name", of: style),
        let parent = tree.attribute("parent-style-name", of: style)
      {
        parents[name] = parent
      }
    }
    return parents
  }

  private static let kinds: [String: Block.Kind] = [
    "Title": .headline, "Subtitle": .subheading, "Quotations": .blockQuotation,
    "Caption": .caption, "Illustration": .caption, "Figure": .caption, "Table": .caption,
    "Author": .byline, "Date": .dateline,
  ]

  private func kind(of paragraph: Node) -> Block.Kind {
    if tree.localName(paragraph) == "h" { return .subheading }
    var style = tree.attribute("style-name", of: paragraph)
    for _ in 0..<8 {
      guard let name = style else { break }
      if let kind = Self.kinds[name] { return kind }
      style = styles[name]
    }
    return lists.isInside ? .listItem : .paragraph
  }

  // MARK: Blocks

  mutating func addBlocks(in node: Node) {
    for child in tree.elements(in: node) { addBlock(child) }
  }

  private mutating func addBlock(_ node: Node) {
    switch tree.localName(node) {
    case "p", "h": addParagraph(node)
    case "list":
      lists.enter(node, of: tree)
      addBlocks(in: node)
      lists.leave()
    case "list-item":
      lists.beginItem(node, of: tree)
      addBlocks(in: node)
    case "list-header", "section", "index-title", "numbered-paragraph", "text-box",
      "frame":
      addBlocks(in: node)
    case "table": addTable(node)
    default: break
    }
  }

  private mutating func addParagraph(_ paragraph: Node) {
    let kind = kind(of: paragraph)
    text.begin(kind)
    if kind == .listItem { text.mark(with: lists.sign(), at: lists.depth) }
    addInline(in: paragraph)
    text.end()
    let waiting = boxes
    boxes = []
    for box in waiting { addBlocks(in: box) }
  }

  private mutating func addNotes() {
    for (index, note) in notes.enumerated() {
      guard let body = tree.first("note-body", in: note) else { continue }
      text.begin(.paragraph)
      text.append("\(NoteNumber.raised(index + 1)) ".utf8)
      for paragraph in tree.elements(in: body) {
        addInline(in: paragraph)
        text.append(" ".utf8)
      }
      text.end()
    }
  }

  private mutating func addTable(_ table: Node) {
    let cells = rows(of: table).map { row in
      tree.elements(in: row).filter { tree.localName($0) == "table-cell" }
    }
    addRows(cells)
  }

  private func rows(of node: Node) -> [Node] {
    tree.elements(in: node).flatMap { child -> [Node] in
      switch tree.localName(child) {
      case "table-row": [child]
      case "table-header-rows", "table-rows", "table-row-group": rows(of: child)
      default: []
      }
    }
  }

  // MARK: Inline

  private mutating func addInline(in node: Node) {
    let range = tree.subtree(node)
    var child = range.lowerBound + 1
    while child < range.upperBound {
      if tree.isText(child) { text.append(tree.bytes(child)) } else { addInlineElement(child) }
      child = tree.subtree(child).upperBound
    }
  }

  private mutating func addInlineElement(_ node: Node) {
    switch tree.localName(node) {
    case "s", "tab": text.append(" ".utf8)
    case "line-break": text.breakLine()
    case "a":
      let place = text.place
      addInline(in: node)
      text.link(from: place, to: tree.attribute("href", of: node))
    case "note":
      notes.append(node)
      text.append(NoteNumber.raised(notes.count).utf8)
    case "frame", "text-box", "g": addBoxes(in: node)
    case "annotation", "annotation-end", "ruby-text", "hidden-text", "tracked-changes", "script":
      break
    default: addInline(in: node)
    }
  }

  /// Text boxes stand behind the paragraph that they hang on.
  private mutating func addBoxes(in node: Node) {
    if tree.localName(node) == "text-box" { return boxes.append(node) }
    for child in tree.elements(in: node) { addBoxes(in: child) }
  }
}
