// Feeds: RSS 0.9x, 1.0 and 2.0, and Atom (RFC 4287), as sites offer them and as feed readers keep them.

import ArticleModel

/// Reads feeds.
struct FeedReader: CollectionReader {
  var nameEndings: [String] { ["rss", "atom", "rdf"] }

  /// Whether the root element is that of a feed.
  func recognises(_ document: SourceDocument) -> Bool {
    guard let tag = XMLDocument.rootTag(of: document.source.bytes) else { return false }
    let name = tag.dropFirst().prefix { !$0.isWhitespace && $0 != "/" }
    switch name.split(separator: ":").last.map(String.init) ?? "" {
    case "rss": return true
    case "feed": return tag.contains("www.w3.org/2005/Atom") || tag.contains("purl.org/atom")
    case "RDF": return tag.contains("purl.org/rss") || tag.contains("netscape.com/rdf/simple")
    default: return false
    }
  }

  func open(_ document: SourceDocument) throws(ImportError) -> any OpenCollection {
    let tree = try XMLDocument.tree(
      of: document.source.bytes, named: document.name, isLenient: true)
    let feed = Feed(tree, named: document.name)
    if feed.members.isEmpty, let line = tree.faultyLine {
      throw .damaged(document.name, what: "its XML is not well-formed in line \(line)")
    }
    return feed
  }
}

/// The entries of a feed.
private struct Feed: OpenCollection {
  let members: [CollectionMember]
  private let entries: [FeedEntry]
  private let outlet: String?
  private let language: String?
  private let name: String

  /// No more entries are listed.
  private static let most = 50_000

  init(_ tree: XMLTree, named name: String) {
    self.name = name
    let items = Self.items(of: tree)
    let complete =
      tree.faultyLine == nil ? items : items.filter { tree.subtree($0).upperBound < tree.count }
    entries = complete.prefix(Self.most).map { FeedEntry(of: $0, in: tree) }
    let channel = tree.first("channel", in: 0) ?? 0
    outlet = tree.first("title", in: channel).flatMap { FeedEntry.plainText(of: $0, in: tree) }
    language =
      tree.first("language", in: channel).map { tree.string(in: $0) }
      ?? tree.attribute("lang", of: 0)
    members = Self.members(of: entries)
  }

  /// The entries; what stands in one of them is part of it.
  private static func items(of tree: XMLTree) -> [XMLTree.Node] {
    var items: [XMLTree.Node] = []
    var node = 0
    while node < tree.count {
      let isItem = tree.localName(node) == "item" || tree.localName(node) == "entry"
      if isItem { items.append(node) }
      node = isItem ? tree.subtree(node).upperBound : node + 1
    }
    return items
  }

  /// Feeds have the newest entry first; the oldest one with a name keeps it when others come.
  private static func members(of entries: [FeedEntry]) -> [CollectionMember] {
    var names = MemberNames()
    return entries.reversed().map { entry in
      let title = entry.title ?? entry.address
      return CollectionMember(
        name: names.name(title ?? "", distinguishedBy: entry.identity),
        title: title ?? "Entry without a title")
    }.reversed()
  }

  func content(ofMember index: Int) throws(ImportError) -> DocumentContent {
    let entry = entries[index]
    let page = WholePage(
      title: entry.title, base: entry.address.flatMap { PageAddress($0) })
    let path = MemberPath(file: name, member: members[index].name).description
    let content: DocumentContent
    do throws(MarkupTree.Failure) {
      content = try entry.withHTML { html throws(MarkupTree.Failure) in try page.content(of: html) }
    } catch {
      throw .tooComplicated(path)
    }
    return DocumentContent(
      text: content.text,
      structure: ArticleStructure(
        blocks: content.structure.blocks, links: links(of: content, entry),
        metadata: metadata(of: entry, language: content.structure.metadata.language)))
  }

  /// The links of an entry; its headline leads to the page that the entry announces.
  private func links(
    of content: DocumentContent, _ entry: FeedEntry
  ) -> [ArticleStructure.Link] {
    let own = content.structure.links
    guard let address = entry.address, entry.title != nil,
      let first = content.structure.blocks.block(atOrAfter: .zero),
      first.kind == .headline
    else { return own }
    return [.init(span: first.span, target: address)] + own
  }

  private func metadata(of entry: FeedEntry, language: String?) -> ArticleMetadata {
    var metadata = ArticleMetadata()
    metadata.extractor = .init(name: "feed", version: "1")
    metadata.title = entry.title
    metadata.authors = entry.authors
    metadata.outlet = outlet
    metadata.published = entry.published ?? entry.modified
    metadata.modified = entry.published == nil ? nil : entry.modified
    metadata.language = entry.language ?? language ?? self.language
    metadata.address = entry.address
    return metadata
  }
}
