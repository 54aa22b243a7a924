// What a page says of its article in JSON-LD (schema.org).

import ArticleModel
import LosslessJSON

/// The description of an article by schema.org, as far as a page has one.
struct LinkedData {
  private(set) var name: String?
  private(set) var headline: String?
  private(set) var authors: [String] = []
  private(set) var outlet: String?
  private(set) var published: String?
  private(set) var modified: String?
  private(set) var language: String?
  private(set) var address: String?
  /// The text of the article, its line ends kept.
  private(set) var body: String?

  /// Descriptions longer than this are not read.
  private static let longest = 4 << 20

  init(of tree: MarkupTree) {
    var review: JSONValue?
    for script in tree.elements(.scripts) {
      guard tree.value("type", of: script)?.lowercased() == "application/ld+json" else { continue }
      let range = tree.subtree(script).dropFirst()
      let bytes = range.flatMap { Array(tree.text($0)) }
      guard bytes.count < Self.longest, let value = Self.parse(bytes) else { continue }
      let articles = Self.articles(in: value)
      if let article = articles.first(where: { !Self.isReview($0) }) {
        read(article)
        return
      }
      review = review ?? articles.first
    }
    if let review { read(review) }
  }

  /// Reads a description. Pages wrap it into a CDATA section, as XHTML wanted it, and have line ends in
  /// strings and members twice, which JSON forbids.
  private static func parse(_ bytes: [UInt8]) -> JSONValue? {
    let opening = bytes.prefix(longestOpening).firstRange(of: Array("CDATA[".utf8))
    let content = bytes[(opening?.upperBound ?? 0)...]
    guard let start = content.firstIndex(where: { $0 == 0x7B || $0 == 0x5B }) else { return nil }
    let closing: UInt8 = content[start] == 0x7B ? 0x7D : 0x5D
    var rest = content[start...]
    if opening != nil, let end = rest.lastIndex(of: UInt8(ascii: ">")) {
      rest = rest[..<end].dropLast(2)
    }
    guard let end = rest.lastIndex(of: closing) else { return nil }
    let json = rest[...end].map { $0 < 0x20 ? 0x20 : $0 }
    return try? JSONDocument(parsing: json).root.value()
  }

  /// So far in, at most, a CDATA section begins.
  private static let longestOpening = 64

  /// Types whose names do not end in one of these words describe no article (schema.org, Article).
  private static let kinds = [
    "Article", "BlogPosting", "Report", "SocialMediaPosting", "TechArticle", "APIReference",
    "LiveBlogPosting", "DiscussionForumPosting", "Review", "AdvertiserContentArticle",
  ]

  /// The articles that a description has, in its order.
  private static func articles(in value: JSONValue) -> [JSONValue] {
    var found: [JSONValue] = []
    var waiting = [value]
    var seen = 0
    while let next = waiting.popLast(), seen < 1000 {
      seen += 1
      if isArticle(next) {
        found.append(next)
        continue
      }
      waiting += next.elements.reversed()
      if let graph = next["@graph"] { waiting += graph.elements.reversed() }
      if let main = next["mainEntity"] { waiting.append(main) }
    }
    return found
  }

  /// Whether what is described is a review, such as that of a claim: the article that has it in it, if
  /// there is one, says more.
  private static func isReview(_ value: JSONValue) -> Bool {
    strings(value["@type"]).allSatisfy { $0.hasSuffix("Review") }
  }

  private static func isArticle(_ value: JSONValue) -> Bool {
    strings(value["@type"]).contains { type in kinds.contains { type.hasSuffix($0) } }
  }

  private mutating func read(_ article: JSONValue) {
    name = article["name"]?.string.flatMap(Self.plain)
    headline = article["headline"]?.string.flatMap(Self.plain)
    authors = Self.names(article["author"])
    outlet = Self.names(article["publisher"]).first
    published = article["datePublished"]?.string
    modified = article["dateModified"]?.string
    language = Self.strings(article["inLanguage"]).first
    body = article["articleBody"]?.string
    address =
      article["url"]?.string ?? article["mainEntityOfPage"]?["@id"]?.string
      ?? article["mainEntityOfPage"]?.string
  }

  private static func names(_ value: JSONValue?) -> [String] {
    guard let value else { return [] }
    let each = value.elements.isEmpty ? [value] : value.elements
    return each.compactMap { ($0.string ?? $0["name"]?.string).flatMap(plain) }
  }

  private static func strings(_ value: JSONValue?) -> [String] {
    guard let value else { return [] }
    return (value.elements.isEmpty ? [value] : value.elements).compactMap(\.string)
  }

  private static func plain(_ text: String) -> String? {
    let text = InlineText.collapsed(CharacterReferences.decoded(text).utf8)
    return text.isEmpty ? nil : text
  }
}
