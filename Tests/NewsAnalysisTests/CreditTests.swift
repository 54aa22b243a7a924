// Who made an article or a picture is nobody that the article speaks of, and where it was made no place.

import ArticleModel
import TestSupport
import Testing

@testable import NewsAnalysis

@Suite struct CreditTests {
  private let body =
    "Anna Weber said on Monday that 40 ships are waiting off the port of Hamburg. Berger denied it."

  private func analysis(
    _ blocks: [(Block.Kind, String)], authors: [String] = [],
    links: [(words: String, target: String)] = []
  ) -> Analysis {
    let text = ArticleText(blocks.map(\.1).joined(separator: "\n\n"))
    var metadata = ArticleMetadata()
    metadata.authors = authors
    var start = ByteOffset.zero
    let table = blocks.map { kind, words in
      defer { start = start + words.utf8.count + 2 }
      return Block(span: TextSpan(start, start + words.utf8.count), kind: kind)
    }
    let linked = links.flatMap { link in
      text.places(of: link.words).map { ArticleStructure.Link(span: $0, target: link.target) }
    }
    return NewsAnalyzer().analyze(
      Article(
        text: text, source: Article.Source(name: "a.html"),
        structure: ArticleStructure(blocks: BlockTable(table), links: linked, metadata: metadata)))
  }

  private func names(_ analysis: Analysis) -> Set<String> { Set(analysis.speakers.map(\.name)) }

  @Test(
    "Lines that say who reported, wrote and edited name no speaker",
    arguments: [
      "Reporting by Paul Novak; Editing by Susan Heath",
      "(Reporting by Paul Novak in Berlin and Susan Heath in Lisbon; Editing by Tom Cole)",
      "Additional reporting by Susan Heath.", "Written by Paul Novak", "Edited by Susan Heath",
      "Photographs by Paul Novak", "Illustration by Susan Heath for The Harbour Post",
      "With additional reporting by Paul Novak and AFP", "By Paul Novak in Berlin",
      "Associated Press writers Paul Novak in Berlin and Susan Heath contributed to this report.",
      "Paul Novak contributed reporting.", "Words by Paul Novak, pictures by Susan Heath",
    ])
  func creditLines(_ line: String) {
    let with = analysis([(.paragraph, body), (.paragraph, line)])
    let without = analysis([(.paragraph, body)])
    #expect(names(with) == names(without))
    #expect(Set(with.places.map(\.name)).isSubset(of: ["Hamburg", "Berlin", "Lisbon"]))
    #expect(with.claims.count == without.claims.count)
    #expect(with.quotations.count == without.quotations.count)
  }

  @Test(
    "Sentences about reporting and pictures are sentences",
    arguments: [
      "Reporting by Paul Novak has shown that the harbour was empty.",
      "Photographs by Paul Novak show the empty harbour.",
      "Paul Novak contributed to the report on the harbour.",
      "By Monday, Paul Novak had left the harbour.",
      "Edited by nobody, Paul Novak wrote what he liked.",
    ])
  func sentences(_ line: String) {
    #expect(names(analysis([(.paragraph, body), (.paragraph, line)])).contains("Paul Novak"))
  }

  @Test(
    "A caption names those in the picture and its place, and not who took it",
    arguments: [
      "Photo: Paul Novak/Reuters", "Photograph: Paul Novak/AFP/Getty Images",
      "Paul Novak/Reuters", "(AP Photo/Paul Novak)", "[Paul Novak/AFP]", "REUTERS/Paul Novak",
      "Picture by Paul Novak", "Photograph by Paul Novak for The Harbour Post",
      "Credit: Paul Novak/The Harbour Post", "© Paul Novak / dpa", "Paul Novak via Getty Images",
      "Image: Paul Novak/AP", "Getty Images", "Photo by Paul Novak/NurPhoto via Getty Images",
      "Courtesy of Paul Novak/Reuters", "Paul Novak | Reuters", "File Photo: Paul Novak/PA",
    ])
  func captions(_ credit: String) {
    for caption in [
      "Ida Kern, the harbour master, on the quay in Hamburg on Monday. \(credit)",
      "Ida Kern on the quay in Hamburg \(credit)",
    ] {
      let analysis = analysis([(.paragraph, body), (.caption, caption)])
      #expect(!names(analysis).contains { $0.contains("Novak") }, "\(caption)")
      let ida = names(analysis).contains("Ida Kern")
      #expect(ida && analysis.locations.count == 2, "\(caption)")
    }
    let alone = analysis([(.paragraph, body), (.caption, credit)])
    #expect(!names(alone).contains { $0.contains("Novak") })
    #expect(alone.locations.count == 1)
  }

  @Test("A caption states nothing and quotes nobody")
  func captionStatements() {
    let caption = "Ida Kern said on Monday that 60 ships were waiting: “We are losing millions.”"
    let analysis = analysis([(.paragraph, body), (.caption, caption)])
    let start = ByteOffset(body.utf8.count + 2)
    #expect(analysis.quotations.allSatisfy { $0.spans.allSatisfy { $0.end < start } })
    #expect(analysis.claims.allSatisfy { $0.span.end < start })
    #expect(names(analysis).contains("Ida Kern"))
    let paragraph = self.analysis([(.paragraph, body), (.paragraph, caption)])
    #expect(paragraph.quotations.count > analysis.quotations.count)
  }

  @Test("An author whom nobody quotes is nobody the article speaks of; one who is quoted is")
  func authors() {
    let bio = "Paul Novak is the correspondent of The Harbour Post in the north."
    let silent = analysis([(.paragraph, body), (.paragraph, bio)], authors: ["Paul Novak"])
    #expect(!names(silent).contains("Paul Novak") && names(silent).contains("Anna Weber"))
    #expect(names(analysis([(.paragraph, body), (.paragraph, bio)])).contains("Paul Novak"))
    let quoted = "Paul Novak said that the harbour was empty. Novak was tired."
    let speaking = analysis([(.paragraph, body), (.paragraph, quoted)], authors: ["Paul Novak"])
    #expect(names(speaking).contains("Paul Novak"))
  }

  @Test("An entry of a menu is no place; a link in a sentence is")
  func menus() {
    let entries = analysis(
      [
        (.paragraph, body), (.listItem, "Berlin"), (.listItem, "Lisbon and Porto"),
        (.paragraph, "Paris | Madrid | Paul Novak"),
      ],
      links: [
        ("Berlin", "/berlin"), ("Lisbon and Porto", "/pt"), ("Paris", "/fr"), ("Madrid", "/es"),
        ("Paul Novak", "/novak"),
      ])
    #expect(entries.places.map(\.name) == ["Hamburg"])
    #expect(!names(entries).contains("Paul Novak"))
    let sentence = analysis(
      [(.paragraph, body), (.paragraph, "The ship left Berlin."), (.listItem, "Lisbon: 40 ships")],
      links: [("Berlin", "/berlin"), ("Lisbon", "/lisbon")])
    #expect(sentence.places.map(\.name) == ["Hamburg", "Berlin", "Lisbon"])
  }

  @Test("Many credits cost no more than as many words")
  func speed() {
    let times = growth(of: 4000) { count in
      let blocks = (0..<count).map { number in
        (number % 2 == 0 ? Block.Kind.caption : .paragraph, "Photo by Paul Novak/Reuters")
      }
      _ = analysis(blocks)
    }
    #expect(times < 32)
  }
}
