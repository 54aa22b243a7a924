// Sources that are no transcripts and say nevertheless who says what.

import ArticleModel
import Testing
import Verification

@Suite struct ReleaseTests {
  @Test("A press release says who says the words that it quotes, and nothing of its own words")
  func release() throws {
    let release = Article(
      """
      The council will replace eleven buses before the winter, at a cost of two million pounds.

      “We will repair every single bus in this yard before the snow comes,” said Helen Marsh, the \
      director of the depot.

      “Our drivers have asked for new brakes since the year of the flood,” said Anil Rao, the driver.
      """)
    let words = "We will repair every single bus in this yard before the snow comes"
    let own = try Said(words, by: ["Helen Marsh"], in: release)
    #expect(own.outcome == .verbatim && own.answer.matches.first?.speaker == "Helen Marsh")
    #expect(try Said(words, by: ["Anil Rao"], in: release).outcome == .anotherSpeaker)
    let narration = try Said(
      "The council will replace eleven buses before the winter", by: ["Helen Marsh"], in: release)
    #expect(narration.outcome == .verbatim && narration.answer.matches.first?.speaker == nil)
  }
}
