// Texts made to break the analysis: it must neither crash nor take more than linear time.

import ArticleModel
import NewsAnalysis
import TestSupport
import Testing

@Suite struct HostileTextTests {
  private static let samples: [(name: String, unit: String)] = [
    ("opening marks", "“We “ go "), ("straight marks", "\"a b "), ("single marks", "'x ‘y z' "),
    ("opening brackets", "(["), ("no spaces", "abc"), ("no punctuation", "word said that he "),
    ("line ends", "a\n"), ("periods", ". "), ("according", "according to "),
    ("and", "and said and "),
    ("apostrophes", "'"), ("combining", "e\u{301}\u{301}"), ("emoji", "👩‍👩‍👧 said "),
    ("names", "Anna Weber said “no.” "), ("commas", ", , "), ("dashes", "- – — "),
    ("expressed", "expressed concern about expressed "),
  ]

  @Test("Nothing in a text crashes the analysis, and all spans lie in the text", arguments: samples)
  func survives(_ sample: (name: String, unit: String)) {
    let text = String(repeating: sample.unit, count: 4_000 / sample.unit.utf8.count)
    let article = Article(text)
    let analysis = NewsAnalyzer().analyze(article)
    let spans = analysis.sentences + analysis.quotations.flatMap(\.spans)
    #expect(spans.allSatisfy { article.text.span.contains($0) && !$0.isEmpty })
    #expect(analysis.sentences == analysis.sentences.sorted())
  }

  @Test("Eight times the text takes no more than about eight times as long", arguments: samples)
  func linear(_ sample: (name: String, unit: String)) {
    func duration(_ bytes: Int) -> Double {
      let article = Article(String(repeating: sample.unit, count: bytes / sample.unit.utf8.count))
      return processorSeconds { _ = NewsAnalyzer().analyze(article) }
    }
    let (small, large) = (duration(4_000), duration(32_000))
    #expect(large < small * 8 * 3, "\(small) s, then \(large) s")
  }

  @Test("A part of an article can be analysed alone")
  func extents() {
    let article = Article("One said no.\n\nAnna Weber said that the bridge was open.\n\nThree.")
    let second = article.block(atOrAfter: ByteOffset(14))?.span
    let analysis = NewsAnalyzer().analyze(article, in: second)
    #expect(analysis.sentences.count == 1)
    #expect(analysis.extent == second)
  }
}
