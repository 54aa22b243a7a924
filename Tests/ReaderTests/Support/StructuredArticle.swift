// An article as a document with structure brings it: all kinds of blocks, links, and metadata.

import ArticleModel

/// Puts a text together block by block.
struct ArticleBuilder {
  private var words = ""
  private var blocks: [Block] = []
  private var links: [ArticleStructure.Link] = []
  var metadata = ArticleMetadata()

  /// Adds a block; the words between ⟨ and ⟩ lead to the next of the addresses.
  mutating func add(
    _ kind: Block.Kind, _ text: String, sign: Block.ItemSign = .bullet, depth: Int = 0,
    to addresses: String...
  ) {
    let isRun = blocks.last?.kind == kind && (kind == .listItem || kind == .tableRow)
    if !words.isEmpty { words += isRun ? "\n" : "\n\n" }
    let start = words.utf8.count
    var (linkStart, addresses) = (start, addresses[...])
    for character in text {
      switch character {
      case "⟨": linkStart = words.utf8.count
      case "⟩":
        let span = TextSpan(linkStart..<words.utf8.count)
        if let target = addresses.popFirst() { links.append(.init(span: span, target: target)) }
      default: words.append(character)
      }
    }
    let span = TextSpan(start..<words.utf8.count)
    blocks.append(Block(span: span, kind: kind, sign: sign, depth: depth))
  }

  /// The article.
  var article: Article {
    Article(
      text: ArticleText(words), source: Article.Source(name: "ferries.html"),
      structure: ArticleStructure(blocks: BlockTable(blocks), links: links, metadata: metadata))
  }
}

extension Article {
  /// An article with every kind of block that has a look of its own.
  static let ferries: Article = {
    var page = ArticleBuilder()
    page.metadata.authors = ["Ana Reis"]
    page.metadata.outlet = "The Harbour Post"
    page.metadata.published = Timestamp("2026-11-03T07:30:00+01:00")
    page.add(.headline, "Ferry fares fall for the first time in a decade")
    page.add(
      .paragraph,
      "Fares across the bay fell by 4 per cent, the ⟨yearly report⟩ of the port says, and ⟨others⟩ too.",
      to: "https://port.example/report", "https://port.example/others")
    page.add(
      .caption, "Ida Kern, harbour master, on the quay in Travemünde. Photo: Jane Roe/Reuters")
    page.add(.subheading, "What it means for passengers")
    page.add(
      .listItem, "Children travel free, as they did before the fares were changed in October.")
    page.add(.listItem, "Bicycles cost 4 euros.")
    page.add(.listItem, "Cargo bicycles cost 9 euros.", depth: 1)
    page.add(.listItem, "Buy a ticket at the quay.", sign: .number(9))
    page.add(.listItem, "Show it on board.", sign: .number(10))
    page.add(.listItem, "Keep it until the end.", sign: .none)
    page.add(.blockQuotation, "The company may change its fares at the beginning of each quarter.")
    page.add(.blockQuotation, "No notice is needed for a reduction.")
    page.add(.pullQuotation, "“Nobody expected this in the spring”")
    page.add(.subheading, "The fares compared")
    page.add(.tableRow, "Line | 2025 | 2026")
    page.add(.tableRow, "Northern islands | 43.00 | 41.00")
    page.add(.tableRow, "Night ferry to Malmö | 120.00 | 99.00")
    page.add(
      .paragraph, "A third ship will follow in the spring. Write to ⟨the port⟩.",
      to: "mailto:port@port.example")
    return page.article
  }()
}
