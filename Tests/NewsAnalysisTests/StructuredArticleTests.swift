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

  @Test(
    "A dateline that a paragraph begins with is no part of its first sentence",
    arguments: [
      "LONDON, Nov 20 — ", "Berlin, 3 November (dpa) – ", "KYIV – ", "Berlin, 3 November – ",
      "PARIS (AFP) - ", "NEW YORK, Nov. 3 (Reuters) -- ",
    ])
  func leadingDateline(dateline: String) throws {
    let plain = NewsAnalyzer().analyze(article([(said, .paragraph)]))
    let dated = NewsAnalyzer().analyze(article([(dateline + said, .paragraph)]))
    let expected = try #require(plain.quotations.first?.spans.first)
    let found = try #require(dated.quotations.first?.spans.first)
    #expect(found.start == expected.start + dateline.utf8.count)
    #expect(dated.speakers.map(\.name) == plain.speakers.map(\.name))
    #expect(dated.claims.first?.span.start == ByteOffset(dateline.utf8.count))
  }

  @Test("A pull quotation repeats what stands in the text, and is counted nowhere")
  func pullQuotation() {
    let quoted = "“We will keep the harbour open all winter,” Anna Weber said on Monday."
    let alone = NewsAnalyzer().analyze(article([(quoted, .paragraph)]))
    for pulled in [quoted, "“We will keep the harbour open all winter” – Anna Weber"] {
      let blocks = [(quoted, .paragraph), (pulled, Block.Kind.pullQuotation), (said, .paragraph)]
      let analysis = NewsAnalyzer().analyze(article(blocks))
      let pull = quoted.utf8.count + 1..<quoted.utf8.count + 1 + pulled.utf8.count
      let spans = analysis.quotations.flatMap(\.spans) + analysis.persons.map(\.span)
      #expect(analysis.quotations.count == 2 && alone.quotations.count == 1)
      #expect(
        !(spans + analysis.sentences + analysis.claims.map(\.span)).contains {
          $0.range.overlaps(pull)
        })
      #expect(analysis.speakers.first?.verbatimWords == alone.speakers.first?.verbatimWords)
    }
  }

  @Test("A quotation over several paragraphs goes on behind a pull quotation")
  func pullWithinQuotation() {
    let words = [
      "Anna Weber said: “We will keep the harbour open all winter.",
      "“Nobody will lose a place on the quay.”",
    ]
    let plain = NewsAnalyzer().analyze(article([(words[0], .paragraph), (words[1], .paragraph)]))
    let interrupted = NewsAnalyzer().analyze(
      article([
        (words[0], .paragraph), ("“Open all winter”", .pullQuotation), (words[1], .paragraph),
      ]))
    #expect(interrupted.quotations.count == plain.quotations.count)
    #expect(interrupted.speakers.map(\.verbatimWords) == plain.speakers.map(\.verbatimWords))
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
