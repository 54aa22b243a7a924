// Sources that are no transcripts and say nevertheless who says what.

import ArticleModel
import NewsAnalysis
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

  @Test("The passage of a paraphrase begins behind the label of its turn, and has its speaker")
  func labels() throws {
    let text = ArticleText(
      "[00:00:12] HELEN MARSH: Good evening.\n\n[00:00:49] ANIL RAO: I will bring the drivers "
        + "back to the northern depot before the winter.\n")
    let turns = [
      (speaker: "HELEN MARSH", words: "Good evening."), ("ANIL RAO", "I will bring"),
    ].compactMap { turn -> TranscriptTurn? in
      guard let start = text.places(of: turn.words).first?.start else { return nil }
      let end = text.string(in: TextSpan(start, text.end)).utf8.prefix { $0 != 0x0A }.count
      return TranscriptTurn(span: TextSpan(start.value..<start.value + end), speaker: turn.speaker)
    }
    let transcript = Article(
      text: text, source: Article.Source(name: "hall.txt"),
      structure: ArticleStructure(blocks: LineBlocks(text), turns: turns))
    let words = "he would bring the drivers to the northern depot before winter"
    let story = Article(words)
    let index = QuotationIndex([
      VerifiableStory(
        story,
        quotations: [
          StoryQuotation(parts: [TextSpan(0..<words.utf8.count)], text: words, isIndirect: true)
        ], language: "en")
    ])
    let verification = Verification(
      index, sources: [VerificationSource(name: "hall.txt")],
      findings: [index.findings(in: transcript, number: 0)])
    let match = try #require(verification.answers[0][0].matches.first)
    #expect(match.text.hasPrefix("I will bring"))
    #expect(match.speaker == "ANIL RAO")
  }

  @Test(
    "A quotation of thousands of words in one paragraph is one quotation, and a change at its end is told"
  )
  func longQuotation() throws {
    let sentences = (1_000...1_300).map {
      "Ferryboats\(String(repeating: "ha", count: 20))\($0) sank."
    }
    let said = sentences.joined(separator: " ")
    let quoted = sentences.dropLast().joined(separator: " ") + " Ferryboats floated."
    let article = Article("“\(quoted)” said Helen Marsh.\n\nThe hall was full.\n")
    let story = VerifiableStory(article, NewsAnalyzer().analyze(article))
    #expect(story.quotations.first?.text == quoted)
    let index = QuotationIndex([story])
    let verification = Verification(
      index, sources: [VerificationSource(name: "a.txt")],
      findings: [index.findings(in: Article(said), number: 0)])
    #expect(verification.answers[0][0].outcome == .altered)
  }
}
