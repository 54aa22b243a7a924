// What a page says of its article: in JSON-LD, in `meta` elements (Open Graph, Dublin Core and their kin), in
// marked-up times and authors.

import ArticleModel

/// Gathers the metadata of a page.
struct PageMetadata {
  /// What was found.
  private(set) var metadata = ArticleMetadata()

  /// The text of the article as its description has it; nil when it has none.
  var body: String? { linked.body }

  /// What the page says of its article in a sentence; nil when it says nothing.
  var description: String? {
    ["og:description", "description", "twitter:description"].lazy.compactMap { contents[$0] }.first
  }

  private let tree: MarkupTree
  private let linked: LinkedData
  /// The contents of `meta` elements by their names in small letters; the first of each name.
  private var contents: [String: String] = [:]

  init(of tree: MarkupTree) {
    self.tree = tree
    linked = LinkedData(of: tree)
    for meta in tree.elements(.metas) { note(meta) }
    metadata.outlet = linked.outlet ?? contents["og:site_name"]
    metadata.title = title()
    metadata.authors = authors().flatMap { Byline($0, outlet: metadata.outlet).names }
    metadata.published = moment(
      [linked.published] + dates(of: Self.published) + [markedTime(), PageTime(of: tree).written])
    metadata.modified = moment([linked.modified] + dates(of: Self.modified))
    metadata.language = language()
    metadata.address = address()
    metadata.canonicalAddress = canonicalAddress()
  }

  private mutating func note(_ meta: MarkupTree.Node) {
    guard let content = tree.value("content", of: meta) else { return }
    for attribute: StaticString in ["property", "name", "itemprop"] {
      guard let names = tree.value(attribute, of: meta) else { continue }
      for written in names.lowercased().split(separator: " ") {
        let name = String(written.map { $0 == "." ? ":" : $0 })
        if contents[name] == nil { contents[name] = CharacterReferences.decoded(content) }
      }
    }
  }

  // MARK: Title

  private static let titles = [
    "dc:title", "dcterm:title", "dcterms:title", "og:title", "weibo:article:title",
    "weibo:webpage:title", "title", "twitter:title", "parsely-title",
  ]

  private func title() -> String? {
    let ofPage = PageTitle(of: tree).title
    let title =
      linkedTitle(ofPage) ?? Self.titles.lazy.compactMap { contents[$0] }.first ?? ofPage
    return title.map { isOutletAlone($0) ? onlyHeading ?? $0 : withoutOutlet($0) }
  }

  /// The main heading of a page that has one of them.
  private var onlyHeading: String? {
    let headings = tree.elements(.mainHeadings).prefix(2).map { tree.string(in: $0) }
    return headings.count == 1 && headings[0] != "" ? headings[0] : nil
  }

  private func isOutletAlone(_ title: String) -> Bool {
    metadata.outlet.map { Self.letters($0[...]) == Self.letters(title[...]) } == true
  }

  /// The title without the outlet's name behind it, when the main heading has it so.
  private func withoutOutlet(_ title: String) -> String {
    let heading = tree.elements(.mainHeadings).lazy.map { tree.string(in: $0) }.first {
      title.hasPrefix($0) && isOutlet(title.dropFirst($0.count))
    }
    if let heading { return heading }
    guard metadata.outlet == nil, let only = onlyHeading, title.hasPrefix(only),
      only.split(separator: " ").count >= Self.fewestWords,
      Self.namesOutlet(title.dropFirst(only.count))
    else { return title }
    return only
  }

  /// A heading with fewer words is not told from the beginning of a title.
  private static let fewestWords = 4
  /// The name of an outlet, with its section, is no longer, in characters.
  private static let longestName = 60

  /// Whether what stands behind the main heading in a title can only be who publishes it.
  private static func namesOutlet(_ end: Substring) -> Bool {
    let signs: Set<Substring> = ["|", "-", "–", "—", "»", "·", "•", ":", "::"]
    guard end.count <= longestName, end.first == " ", let sign = end.split(separator: " ").first
    else { return false }
    return signs.contains(sign) && !letters(end).isEmpty
  }

  /// Whether the end of a title is a sign and the name of the outlet.
  private func isOutlet(_ end: Substring) -> Bool {
    guard let sign = end.first(where: { $0 != " " }), "|-–—»·•_：:".contains(sign) else {
      return false
    }
    // A section may stand before the outlet: " | Local | The Harbour Post".
    let outlet = Self.letters((metadata.outlet ?? "")[...])
    let name = Self.letters(end)
    let last = end.split { "|-–—»·•_：:".contains($0) }.last.map(Self.letters)
    return !name.isEmpty && (name == outlet || last == outlet)
  }

  private static func letters(_ text: Substring) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  /// Of name and headline, the one that the title of the page repeats.
  private func linkedTitle(_ ofPage: String?) -> String? {
    guard let name = linked.name, let headline = linked.headline, name != headline else {
      return linked.name ?? linked.headline
    }
    let words = TitleWords(ofPage)
    return words.isRepeated(by: headline) && !words.isRepeated(by: name) ? headline : name
  }

  // MARK: Authors

  private static let authorNames = ["dc:creator", "dcterm:creator", "author", "parsely-author"]

  /// Whether the page names its authors apart from the text.
  var namesAuthors: Bool { !metadata.authors.isEmpty }

  private func authors() -> [String] {
    if !linked.authors.isEmpty { return linked.authors }
    let named = Self.authorNames.lazy.compactMap { contents[$0] }.first
    if let named { return [named] }
    guard let author = contents["article:author"], !author.hasPrefix("http") else { return [] }
    return [author]
  }

  // MARK: Times

  private static let published = [
    "article:published_time", "parsely-pub-date", "datepublished", "dc:date", "dcterms:date",
    "dc:date:issued", "date", "pubdate", "sailthru:date", "dcterms:created", "dcterms:issued",
    "dc:date:created", "og:pubdate", "og:published_time", "cxenseparse:publishtime",
    "cxenseparse:recs:publishtime", "article:published", "publish-date", "publish_date",
    "publication_date", "date:issued", "article:created",
  ]
  private static let modified = [
    "article:modified_time", "datemodified", "og:updated_time", "dcterms:modified",
    "article:modified", "last-modified",
  ]

  private func dates(of names: [String]) -> [String?] { names.map { contents[$0] } }

  private func markedTime() -> String? {
    let marked = tree.elements(.times).first {
      tree.attribute("pubdate", of: $0) != nil
        || tree.value("itemprop", of: $0)?.contains("datePublished") == true
    }
    return marked.flatMap { tree.value("datetime", of: $0) }
  }

  private func moment(_ candidates: [String?]) -> Timestamp? {
    candidates.lazy.compactMap { $0.flatMap(WrittenMoment.timestamp) }.first { _ in true }
  }

  // MARK: Language and address

  private func language() -> String? {
    let written =
      tree.value("lang", of: 0) ?? tree.value("xml:lang", of: 0) ?? linked.language
      ?? contents["og:locale"]
    return written.map { String($0.map { $0 == "_" ? "-" : $0 }) }
  }

  private func address() -> String? {
    let found = [contents["og:url"], linked.address].lazy.compactMap { $0 }
    return found.first { PageAddress.isAbsolute($0) } ?? canonicalAddress()
  }

  private func canonicalAddress() -> String? {
    let link = tree.elements(.links).first {
      tree.value("rel", of: $0)?.lowercased() == "canonical"
    }
    return link.flatMap { tree.value("href", of: $0) }.flatMap {
      PageAddress.isAbsolute($0) ? $0 : nil
    }
  }
}
