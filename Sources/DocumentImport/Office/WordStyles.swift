// What the styles of a Word document say of paragraphs (ECMA-376, part 1, section 17.7).

import ArticleModel

/// The kinds of paragraphs by the styles that they have.
struct WordStyles {
  /// What a style makes of a paragraph.
  enum Role: Hashable {
    case block(Block.Kind)
    /// A line of a table of contents.
    case contents
  }

  private var roles: [String: Role] = [:]
  /// Where in a list the paragraphs of a style stand.
  private var places: [String: WordLists.Place] = [:]

  /// Names of styles, which Word keeps in English whatever its language, in small letters.
  private static let named: [String: Role] = [
    "title": .block(.headline), "subtitle": .block(.subheading), "quote": .block(.blockQuotation),
    "intense quote": .block(.blockQuotation), "block text": .block(.blockQuotation),
    "quotations": .block(.blockQuotation), "caption": .block(.caption),
    "image caption": .block(.caption), "table caption": .block(.caption),
    "author": .block(.byline), "date": .block(.dateline), "toc heading": .contents,
    "table of figures": .contents,
  ]

  /// Styles that build on others are followed so far.
  private static let deepest = 20

  init(_ tree: XMLTree?) {
    guard let tree else { return }
    var styles: [String: (own: Role?, place: WordLists.Place?, base: String?)] = [:]
    for style in tree.elements(in: 0) where tree.localName(style) == "style" {
      guard let id = tree.attribute("styleId", of: style) else { continue }
      styles[id] = (
        Self.role(of: style, in: tree),
        tree.first("pPr", in: style).flatMap { WordLists.place(in: $0, of: tree) },
        tree.first("basedOn", in: style).flatMap { tree.attribute("val", of: $0) }
      )
    }
    for id in styles.keys {
      var next: String? = id
      for _ in 0..<Self.deepest {
        guard let style = next.flatMap({ styles[$0] }) else { break }
        roles[id] = roles[id] ?? style.own
        places[id] = places[id] ?? style.place
        next = style.base
      }
    }
  }

  private static func role(of style: XMLTree.Node, in tree: XMLTree) -> Role? {
    let name = tree.first("name", in: style).flatMap { tree.attribute("val", of: $0) }?.lowercased()
    if let name {
      if let role = named[name] { return role }
      if name.hasPrefix("toc ") { return .contents }
      if name.hasPrefix("heading ") { return .block(.subheading) }
      if name.hasPrefix("list ") && name != "list paragraph" { return .block(.listItem) }
    }
    guard let properties = tree.first("pPr", in: style) else { return nil }
    return role(ofProperties: properties, in: tree)
  }

  /// What the properties of a paragraph or a style say by themselves: a level of the outline, or a list.
  static func role(ofProperties node: XMLTree.Node, in tree: XMLTree) -> Role? {
    if let level = tree.first("outlineLvl", in: node).flatMap({ tree.attribute("val", of: $0) }),
      let number = Int(level), (0..<9).contains(number)
    {
      return .block(.subheading)
    }
    guard let numbering = tree.first("numPr", in: node) else { return nil }
    let id = tree.first("numId", in: numbering).flatMap { tree.attribute("val", of: $0) }
    return id == "0" ? nil : .block(.listItem)
  }

  /// What a paragraph is, by its properties and its style. Headings may be numbered, and stay headings.
  func role(of paragraph: XMLTree.Node, in tree: XMLTree) -> Role {
    guard let properties = tree.first("pPr", in: paragraph) else { return .block(.paragraph) }
    let style = tree.first("pStyle", in: properties).flatMap { tree.attribute("val", of: $0) }
    let ofStyle = style.flatMap { roles[$0] ?? Self.role(ofStyleNamed: $0) }
    let own = Self.role(ofProperties: properties, in: tree)
    if case .block(let kind)? = ofStyle, kind.isHeading { return .block(kind) }
    return own ?? ofStyle ?? .block(.paragraph)
  }

  /// Where in a list a paragraph stands: what it says itself, and what its style says.
  func place(of paragraph: XMLTree.Node, in tree: XMLTree) -> WordLists.Place {
    guard let properties = tree.first("pPr", in: paragraph) else { return .init() }
    let own = WordLists.place(in: properties, of: tree)
    let style = tree.first("pStyle", in: properties).flatMap { tree.attribute("val", of: $0) }
    let ofStyle = style.flatMap { places[$0] }
    return .init(list: own?.list ?? ofStyle?.list, level: own?.level ?? ofStyle?.level)
  }

  /// What a style is by its id alone, in documents without styles of their own.
  private static func role(ofStyleNamed id: String) -> Role? {
    let id = id.lowercased()
    return id.hasPrefix("heading") ? .block(.subheading) : named[id]
  }
}
