// One entry of a feed, out of the elements that RSS and Atom have for the same things.

import ArticleModel

/// What a feed says of one article.
struct FeedEntry {
  private(set) var title: String?
  private(set) var authors: [String] = []
  private(set) var published: Timestamp?
  private(set) var modified: Timestamp?
  private(set) var language: String?
  /// Where the article is.
  private(set) var address: String?
  /// What tells the entry from others for good.
  private(set) var identity: String
  /// The text as HTML: the whole one where the feed has it, else the teaser.
  private let html: [UInt8]

  private static let dublinCore = "http://purl.org/dc/elements/1.1/"
  private static let contentModule = "http://purl.org/rss/1.0/modules/content/"

  /// Reads an `item` of RSS or an `entry` of Atom.
  init(of item: XMLTree.Node, in tree: XMLTree) {
    let own = tree.name(item)?.namespace ?? ""
    var named: [String: XMLTree.Node] = [:]
    var links: [XMLTree.Node] = []
    for child in tree.elements(in: item) {
      guard let name = tree.name(child) else { continue }
      switch name.namespace {
      case own, Self.dublinCore, Self.contentModule:
        if name.local == "link" { links.append(child) }
        if name.local == "author" || name.local == "creator" {
          authors += Self.author(child, in: tree)
        }
        if named[name.local] == nil { named[name.local] = child }
      default: break
      }
    }
    func text(_ name: String) -> String? {
      named[name].map { tree.string(in: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
    func moment(_ names: String...) -> Timestamp? {
      names.lazy.compactMap { text($0).flatMap(WrittenMoment.timestamp) }.first
    }
    title = named["title"].flatMap { Self.plainText(of: $0, in: tree) }
    published = moment("pubDate", "published", "issued", "date", "created")
    modified = moment("updated", "modified")
    language = text("language") ?? tree.attribute("lang", of: item)
    address = Self.address(links, guid: named["guid"], about: item, in: tree)
    identity = text("guid") ?? text("id") ?? address ?? text("title") ?? ""
    let bodies = ["encoded", "content", "description", "summary"].compactMap { named[$0] }
    html =
      bodies.lazy.map { Self.html(of: $0, in: tree) }.first { !$0.allSatisfy(InlineText.isBlank) }
      ?? []
  }

  /// Gives `body` the text as HTML.
  func withHTML<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let source = SourceBytes(html)
    defer { withExtendedLifetime(source) {} }
    return try body(source.bytes)
  }

  // MARK: Pieces

  /// The text of an element that may hold markup: as it is, escaped, or as XHTML.
  private static func html(of node: XMLTree.Node, in tree: XMLTree) -> [UInt8] {
    switch tree.attribute("type", of: node) {
    case "xhtml": return XMLMarkup.html(in: node, of: tree)
    case "text", "text/plain":
      var html: [UInt8] = []
      XMLMarkup.append(tree.text(of: node), to: &html)
      return html
    default:
      // Markup that nobody escaped, as old feeds have it, is markup all the same.
      let holdsElements = tree.elements(in: node).contains { _ in true }
      return holdsElements ? XMLMarkup.html(in: node, of: tree) : tree.text(of: node)
    }
  }

  /// The words of a title, which may be HTML.
  static func plainText(of node: XMLTree.Node, in tree: XMLTree) -> String? {
    let html = html(of: node, in: tree)
    let text: String
    if html.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }),
      let tree = html.withUnsafeBufferPointer({ try? MarkupTree(parsing: $0) })
    {
      text = tree.string(in: 0)
    } else {
      text = InlineText.collapsed(html)
    }
    return text.isEmpty ? nil : text
  }

  /// `Ana Lopes`, also of `ana@example.org (Ana Lopes)` and of the `name` that Atom has.
  private static func author(_ node: XMLTree.Node, in tree: XMLTree) -> [String] {
    if let name = tree.first("name", in: node) {
      let name = tree.string(in: name)
      return name.isEmpty ? [] : [name]
    }
    let written = tree.string(in: node)
    if let open = written.firstIndex(of: "("), written.hasSuffix(")"), written.contains("@") {
      return [String(written[open...].dropFirst().dropLast())]
    }
    return written.isEmpty ? [] : [written]
  }

  private static func address(
    _ links: [XMLTree.Node], guid: XMLTree.Node?, about item: XMLTree.Node, in tree: XMLTree
  ) -> String? {
    let alternate = links.first {
      (tree.attribute("rel", of: $0) ?? "alternate") == "alternate"
    }
    let isPermanent = guid.map { tree.attribute("isPermaLink", of: $0) != "false" } ?? false
    let written = [
      alternate.flatMap { tree.attribute("href", of: $0) }, links.first.map { tree.string(in: $0) },
      isPermanent ? guid.map { tree.string(in: $0) } : nil, tree.attribute("about", of: item),
    ]
    return written.lazy.compactMap { $0?.trimmed }.first { PageAddress.isAbsolute($0) }
  }
}
