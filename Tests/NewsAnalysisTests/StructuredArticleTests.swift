// The analysis reads what the blocks of an article are, whatever document they come from.

import ArticleModel
import NewsAnalysis
import Testing

@Suite struct StructuredArticleTests {
  private func article(_ blocks: [(String, Block.Kind)]) -> Article {
    let text = ArticleText(blocks.map(\.0).joined(separator: "\n"))
    var start = ByteOffset.zero
    let table = blocks.map { words, kind in
      defer { start = start + words.utf8.count + 1 }
      return Block(span: TextSpan(start, start + words.utf8.count), kind: kind)
    }
    return Article(
      text: text, source: Article.Source(name: "a.html"),
      structure: ArticleStructure(blocks: BlockTable(table)))
  }

  private let said = "Anna Weber said on Monday that 40 ships are waiting off the port of Hamburg."

  @Test("A paragraph is quoted and stated, a byline with the same words is neither")
  func byline() {
    let paragraph = NewsAnalyzer().analyze(article([(said, .paragraph)]))
    #expect(paragraph.quotations.count == 1 && paragraph.claims.count == 1)
    #expect(paragraph.persons.count == 1)
    let byline = NewsAnalyzer().analyze(article([(said, .byline)]))
    #expect(byline.quotations.isEmpty && byline.claims.isEmpty && byline.speakers.isEmpty)
    #expect(byline.sentences.count == 1)
  }

  @Test("A dateline says where, and the paragraph after it who")
  func dateline() {
    let analysis = NewsAnalyzer().analyze(
      article([("HAMBURG, Germany, Monday", .dateline), (said, .paragraph)]))
    #expect(analysis.locations.first?.span.start == .zero)
    #expect(analysis.quotations.count == 1)
  }

  @Test("What stands outside of the blocks is not analysed")
  func outside() {
    let text = ArticleText("Menu\n\(said)\nAbout us: Tom Berger said no.\n")
    let blocks = text.places(of: said).map { Block(span: $0, kind: .paragraph) }
    let analysis = NewsAnalyzer().analyze(
      Article(
        text: text, source: Article.Source(name: "a.html"),
        structure: ArticleStructure(blocks: BlockTable(blocks))))
    #expect(analysis.sentences == blocks.map(\.span))
  }
}
