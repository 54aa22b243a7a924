// The text of a Word document (WordprocessingML; ECMA-376, part 1, section 17): paragraphs, lists, tables and
// notes as they stand when all changes are accepted.

import ArticleModel

/// Writes the text of a document.
struct WordText: OfficeTables {
  typealias Node = XMLTree.Node

  private var tree: XMLTree
  private let styles: WordStyles
  private var lists: WordLists
  private let links: [String: String]
  var text = OfficeText()
  /// The notes that the text refers to, by their element.
  private var notes: [String: [String]] = [:]
  /// How many notes were referred to.
  private var noteCount = 0
  /// The notes that were referred to.
  private var noted: Set<String> = []
  /// Text boxes that wait for the paragraph that they hang on to end.
  private var boxes: [Node] = []

  init(_ tree: XMLTree, styles: WordStyles, lists: WordLists, links: [String: String]) {
    (self.tree, self.styles, self.lists, self.links) = (tree, styles, lists, links)
  }

  /// Adds all that stands in the document.
  mutating func addBody() {
    if let body = tree.first("body", in: 0) { addBlocks(in: body) }
  }

  /// The ids of the notes of a kind, in the order in which the text refers to them.
  func references(to kind: String) -> [String] { notes[kind] ?? [] }

  /// Adds notes at the end, each with the number that the text refers to it by.
  mutating func addNotes(_ ids: [String], of notes: XMLTree, named kind: String) {
    var places: [String: Node] = [:]
    for note in notes.elements(in: 0) where notes.localName(note) == kind {
      if let id = notes.attribute("id", of: note) { places[id] = note }
    }
    let main = tree
    tree = notes
    for id in ids {
      let (type, number) = (id.split(separator: "#").first, id.split(separator: "#").last)
      guard let note = type.flatMap({ places[String($0)] }), let number else { continue }
      text.begin(.paragraph)
      text.append("\(number) ".utf8)
      addParagraphs(of: note)
      text.end()
    }
    tree = main
  }

  /// The paragraphs of a note, as one.
  private mutating func addParagraphs(of note: Node) {
    for paragraph in tree.elements(in: note) {
      addInline(in: paragraph)
      text.append(" ".utf8)
    }
  }

  /// The article that came of it.
  mutating func content(_ metadata: ArticleMetadata) -> DocumentContent { text.content(metadata) }

  // MARK: Blocks

  mutating func addBlocks(in node: Node) {
    for child in tree.elements(in: node) {
      switch tree.localName(child) {
      case "p": addParagraph(child)
      case "tbl": addTable(child)
      case "AlternateContent": if let branch = branch(of: child) { addBlocks(in: branch) }
      case "sdt": if !isContentsTable(child) { addBlocks(in: child) }
      case "sdtContent", "customXml", "ins", "moveTo", "smartTag", "altChunk":
        addBlocks(in: child)
      default: break
      }
    }
  }

  private mutating func addParagraph(_ paragraph: Node) {
    guard case .block(let kind) = styles.role(of: paragraph, in: tree) else { return }
    text.begin(kind)
    if kind == .listItem {
      let item = lists.next(at: styles.place(of: paragraph, in: tree))
      text.mark(with: item.sign, at: item.depth)
    }
    addInline(in: paragraph)
    text.end()
    let waiting = boxes
    boxes = []
    for box in waiting { addBlocks(in: box) }
  }

  /// Whether a part that Word fills is the table of contents.
  private func isContentsTable(_ part: Node) -> Bool {
    guard let properties = tree.first("sdtPr", in: part) else { return false }
    return tree.subtree(properties).contains {
      tree.attribute("val", of: $0) == "Table of Contents"
    }
  }

  /// Of several ways to show the same, the first.
  private func branch(of alternatives: Node) -> Node? {
    tree.first("Choice", in: alternatives) ?? tree.first("Fallback", in: alternatives)
  }

  // MARK: Tables

  private mutating func addTable(_ table: Node) {
    let rows = parts(of: table, named: "tr")
    let cells = rows.map { parts(of: $0, named: "tc") }
    addRows(cells)
  }

  /// The rows of a table or the cells of a row, also those in parts that Word fills.
  private func parts(of node: Node, named name: String) -> [Node] {
    tree.elements(in: node).flatMap { child -> [Node] in
      switch tree.localName(child) {
      case name: [child]
      case "sdt", "sdtContent", "customXml": parts(of: child, named: name)
      default: []
      }
    }
  }

  // MARK: Inline

  private mutating func addInline(in node: Node) {
    for child in tree.elements(in: node) { addInlineElement(child) }
  }

  private mutating func addInlineElement(_ node: Node) {
    switch tree.localName(node) {
    case "r": if !isHidden(node) { addInline(in: node) }
    case "t": text.append(tree.text(of: node))
    case "tab", "ptab": text.append(" ".utf8)
    case "br", "cr": addBreak(node)
    case "noBreakHyphen": text.append("\u{2011}".utf8)
    case "hyperlink": addLink(node)
    case "footnoteReference", "endnoteReference": addReference(node)
    case "drawing", "pict", "object": addBoxes(in: node)
    case "AlternateContent": if let branch = branch(of: node) { addInline(in: branch) }
    case "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo",
      "oMath", "oMathPara", "ruby", "rubyBase":
      addInline(in: node)
    default: addMathematics(node)
    }
  }

  /// Formulas have elements of many names around their characters.
  private mutating func addMathematics(_ node: Node) {
    if tree.name(node)?.namespace.hasSuffix("/math") == true { addInline(in: node) }
  }

  private func isHidden(_ run: Node) -> Bool {
    guard let properties = tree.first("rPr", in: run),
      let vanish = tree.first("vanish", in: properties)
    else { return false }
    return !["0", "false", "off"].contains(tree.attribute("val", of: vanish) ?? "")
  }

  private mutating func addBreak(_ node: Node) {
    let type = tree.attribute("type", of: node)
    if type == "page" || type == "column" { text.append(" ".utf8) } else { text.breakLine() }
  }

  private mutating func addLink(_ node: Node) {
    let place = text.place
    addInline(in: node)
    text.link(from: place, to: tree.attribute("id", of: node).flatMap { links[$0] })
  }

  private mutating func addReference(_ node: Node) {
    guard let id = tree.attribute("id", of: node) else { return }
    noteCount += 1
    let number = NoteNumber.raised(noteCount)
    let kind = tree.localName(node) == "footnoteReference" ? "footnote" : "endnote"
    // A note that is referred to again is not printed again.
    if noted.insert("\(kind) \(id)").inserted { notes[kind, default: []].append("\(id)#\(number)") }
    text.append(number.utf8)
  }

  /// Text boxes in a drawing stand behind the paragraph, each once.
  private mutating func addBoxes(in drawing: Node) {
    var node = drawing + 1
    let end = tree.subtree(drawing).upperBound
    while node < end {
      switch tree.localName(node) {
      case "txbxContent":
        boxes.append(node)
        node = tree.subtree(node).upperBound
      case "AlternateContent":
        if let branch = branch(of: node) { addBoxes(in: branch) }
        node = tree.subtree(node).upperBound
      default: node += 1
      }
    }
  }
}
