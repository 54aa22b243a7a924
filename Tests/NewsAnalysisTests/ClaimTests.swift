// Check-worthy sentences.

import ArticleModel
import NewsAnalysis
import Testing

@Suite struct ClaimTests {
  private func scores(_ text: String) -> [Double] {
    NewsAnalyzer().analyze(Article(text)).claims.map(\.score)
  }

  @Test(
    "Sentences with figures, comparisons and causes are claims",
    arguments: [
      "Unemployment fell by 3 percent in 2019 because of the new law.",
      "The port handles 40 percent of all goods, more than any other.",
      "The report said that 1,200 people had lost their homes.",
    ])
  func claims(_ text: String) { #expect(scores(text).count == 1) }

  @Test(
    "Opinions, questions and greetings are none",
    arguments: [
      "I think that the garden is beautiful.", "Will 3 percent of them leave by 2030?",
      "Good morning to you all.", "Should we go?",
    ])
  func nearMisses(_ text: String) { #expect(scores(text).isEmpty) }

  @Test("More to check scores higher")
  func order() {
    let found = scores(
      "The report said so in 2019.\nThe rate fell by 3 percent in 2019, the report said.")
    #expect(found.count == 2 && found[0] < found[1])
  }
}
