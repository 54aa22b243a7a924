// Check-worthy sentences.

import ArticleModel
import NewsAnalysis
import Testing

@Suite struct ClaimTests {
  private func scores(_ text: String) -> [Double] {
    NewsAnalyzer().analyze(Article(text)).claims.map(\.score)
  }

  @Test(
    "Sentences with figures, comparisons, causes and statements of fact are claims",
    arguments: [
      "Unemployment fell by 3 percent in 2019 because of the new law.",
      "The port handles 40 percent of all goods, more than any other.",
      "The report said that 1,200 people had lost their homes.",
      "Keller claimed that the U.S. sold weapons to Norway and Sweden.",
      "Nordhaven has lost more visitors than any other town of the coast.",
    ])
  func claims(_ text: String) { #expect(scores(text).count == 1) }

  @Test(
    "What does not end as a statement does is none",
    arguments: [
      "https://post.example/2022/05/23/12-percent-of-1200/",
      "The rate fell by 3 percent in 2019 because of the law",
      "The rate fell by 3 percent in 2019 because of the law:",
    ])
  func fragments(_ text: String) { #expect(scores(text).isEmpty) }

  @Test(
    "Opinions, questions and greetings are none",
    arguments: [
      "I think that the garden is beautiful.", "Will 3 percent of them leave by 2030?",
      "Good morning to you all.", "Should we go?", "She wants to visit more schools.",
      "You should come on a Friday.",
    ])
  func nearMisses(_ text: String) { #expect(scores(text).isEmpty) }

  @Test("More to check scores higher, and every score lies between 0 and 1")
  func order() {
    let found = scores(
      "The report said so in 2019.\nThe rate fell by 3 percent in 2019, the report said.")
    #expect(found.count == 2 && found[0] < found[1])
    #expect(found.allSatisfy { (0...1).contains($0) })
  }

  /// The judgements of the sentences that were found in an article, best first.
  private func ranking(_ sample: String) -> (hits: [Bool], claims: Int) {
    var judged: [String: Bool] = [:]
    for line in sample.split(separator: "\n") {
      judged[String(line.dropFirst(2))] = line.hasPrefix("+")
    }
    let text = sample.split(separator: "\n").map { $0.dropFirst(2) }.joined(separator: "\n\n")
    let article = Article(text)
    let found = NewsAnalyzer().analyze(article).claims.sorted { $0.score > $1.score }
    let hits = found.map { judged[article.text.string(in: $0.span)] ?? false }
    return (hits, judged.values.count { $0 })
  }

  @Test("The best four sentences of an article are worth checking, and few others are missed")
  func judgedByHand() {
    let rankings = ClaimSamples.articles.map(ranking)
    let best = rankings.flatMap { $0.hits.prefix(4) }
    #expect(best.count == 4 * ClaimSamples.articles.count)
    #expect(best.count { !$0 } <= 1)
    let (found, claims) = (rankings.flatMap(\.hits), rankings.reduce(0) { $0 + $1.claims })
    #expect(Double(found.count { $0 }) / Double(claims) >= 0.85)
    #expect(Double(found.count { $0 }) / Double(found.count) >= 0.95)
  }
}
