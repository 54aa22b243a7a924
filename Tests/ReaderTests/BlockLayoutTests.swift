// How the blocks of a document with structure stand on the screen.

import ArticleModel
import Screen
import Testing

@testable import Reader

@Suite struct BlockLayoutTests {
  @Test("Items, rows and block quotations stand further in; items and rows follow without a gap")
  func kinds() {
    let text = ArticleText("Head\nBy Ana\nWords.\nOne\nTwo\nTheirs.\n")
    let kinds: [Block.Kind] = [
      .headline, .byline, .paragraph, .listItem, .listItem, .blockQuotation,
    ]
    var blocks: [Block] = []
    var next = LineBlocks(text).block(atOrAfter: .zero)
    for kind in kinds {
      guard let line = next else { break }
      blocks.append(Block(span: line.span, kind: kind))
      next = LineBlocks(text).block(atOrAfter: line.span.end)
    }
    let article = Article(
      text: text, source: Article.Source(name: "a"),
      structure: ArticleStructure(blocks: BlockTable(blocks)))
    let layout = ArticleLayout(article: article, measure: 60)
    let rows = layout.rows(from: .first, count: 20)
    #expect(rows.map { $0.line?.indent } == [0, nil, 0, nil, 2, nil, 5, 5, nil, 4, nil])
  }
}
