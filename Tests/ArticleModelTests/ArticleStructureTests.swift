// An article whose document says what its blocks are.

import ArticleModel
import Testing

@Suite struct ArticleStructureTests {
  static let text = "Harbour closes\nBy Ana Roth\n\nIt closed. – read on\nNotices\n"

  private func article(_ parts: [(String, Block.Kind)]) -> Article {
    let text = ArticleText(Self.text)
    let blocks = parts.compactMap { words, kind in
      text.places(of: words).first.map { Block(span: $0, kind: kind) }
    }
    var metadata = ArticleMetadata()
    metadata.title = "The harbour, closed"
    let links = text.places(of: "read on").map {
      ArticleStructure.Link(span: $0, target: "https://port.example/")
    }
    return Article(
      text: text, source: Article.Source(name: "a.html"),
      structure: ArticleStructure(blocks: BlockTable(blocks), links: links, metadata: metadata))
  }

  @Test("Blocks are those of the document, whatever lines the text has")
  func table() {
    let article = article([
      ("It closed.", .blockQuotation), ("Harbour closes", .headline), ("By Ana Roth", .byline),
    ])
    #expect(article.blocks.map(\.kind) == [.headline, .byline, .blockQuotation])
    #expect(article.walkBack == article.blocks)
    #expect(article.block(atOrAfter: ByteOffset(16))?.kind == .byline)
    #expect(article.block(atOrAfter: ByteOffset(26))?.kind == .blockQuotation)
    #expect(article.block(atOrAfter: article.text.end) == nil)
  }

  @Test("Empty blocks, and those that begin in another one, are left out")
  func overlaps() {
    let table = BlockTable([
      Block(span: TextSpan(4..<9), kind: .paragraph), Block(span: TextSpan(0..<5), kind: .headline),
      Block(span: TextSpan(9..<9), kind: .caption), Block(span: TextSpan(9..<12), kind: .listItem),
    ])
    #expect(table.block(atOrAfter: .zero)?.kind == .headline)
    #expect(table.block(atOrAfter: ByteOffset(5))?.kind == .listItem)
    #expect(table.block(before: ByteOffset(9))?.kind == .headline)
    #expect(table.block(before: ByteOffset(4)) == nil)
  }

  @Test("An article is called by its headline, or else by the title that its document names")
  func title() {
    #expect(article([("Harbour closes", .headline)]).title == "Harbour closes")
    #expect(article([("Harbour closes", .paragraph)]).title == "The harbour, closed")
    #expect(Article("Harbour closes\n").title == nil)
  }

  @Test("Links are found by the words that they are on")
  func links() {
    let article = article([])
    let words = article.text.places(of: "on\nNotices")
    #expect(words.flatMap(article.structure.links).map(\.target) == ["https://port.example/"])
    #expect(article.structure.links(in: TextSpan(0..<14)).isEmpty)
  }

  @Test("Metadata that name an extractor alone say nothing about the article")
  func emptyMetadata() {
    var metadata = ArticleMetadata()
    metadata.extractor = ArticleMetadata.Extractor(name: "plain text", version: "1")
    #expect(metadata.isEmpty)
    metadata.authors = ["Ana Roth"]
    #expect(!metadata.isEmpty)
  }

  @Test("A passage is on the page it begins on, or on all that it goes over")
  func pages() {
    let starts = [(28, "iv"), (0, "iii"), (50, "v")].map { start, number in
      ArticleStructure.Page(start: ByteOffset(start), number: number)
    }
    let structure = ArticleStructure(blocks: BlockTable([]), pages: starts)
    let spans = [0..<5, 27..<28, 28..<28, 27..<29, 0..<60, 50..<55]
    #expect(
      spans.map { structure.pages(of: TextSpan($0)) } == [
        "iii", "iii", "iv", "iii–iv", "iii–v", "v",
      ])
    #expect(ArticleStructure(blocks: BlockTable([])).pages(of: TextSpan(0..<5)) == nil)
  }

  @Test("Another title leaves pages and the moments of a recording where they are")
  func otherMetadata() {
    let moments = [TextLandmark(place: ByteOffset(4), milliseconds: 61_000)]
    let structure = ArticleStructure(
      blocks: BlockTable([]), pages: [.init(start: .zero, number: "1")], landmarks: moments)
    var metadata = ArticleMetadata()
    metadata.title = "The harbour, reopened"
    let changed = structure.with(metadata)
    #expect(changed.metadata.title == "The harbour, reopened")
    #expect(changed.landmarks == moments && changed.page(at: ByteOffset(9)) == "1")
  }
}
