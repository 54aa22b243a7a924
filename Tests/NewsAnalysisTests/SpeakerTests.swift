// Who speaks: names with titles, surnames, pronouns, offices, those who passed something on.

import ArticleModel
import NewsAnalysis
import Testing

@Suite struct SpeakerTests {
  /// The names of the speakers of the quotations, in reading order.
  private func speakers(_ text: String) -> [String?] {
    let analysis = NewsAnalyzer().analyze(Article(text))
    return analysis.quotations.map { $0.speaker.map { analysis.speakers[$0].name } }
  }

  @Test("A surname, a title and a pronoun mean the person named before")
  func names() {
    let text = """
      Foreign Minister Maria Keller said that the talks had failed. Keller warned that time was short. \
      She added that the delegation would leave. The minister said that she was tired.
      """
    #expect(speakers(text) == Array(repeating: "Maria Keller", count: 4))
  }

  @Test("He and she are told apart by first names")
  func gender() {
    let text = """
      Thomas Berger met Julia Lindt in Bern. She said that the plan was ready. \
      He said that the money was missing.
      """
    #expect(speakers(text) == ["Julia Lindt", "Thomas Berger"])
  }

  @Test("A spokesman of somebody is not that person")
  func spokesmen() {
    let text = "Anna Weber was away. A spokesman for Anna Weber said that the bridge would open."
    #expect(speakers(text).allSatisfy { $0 != "Anna Weber" })
  }

  @Test("Groups without names are speakers of their own")
  func groups() {
    let analysis = NewsAnalyzer().analyze(
      Article("According to security experts, the bridge will open in May."))
    #expect(analysis.speakers.map(\.kind) == [.unnamed])
    #expect(analysis.speakers.map(\.name) == ["security experts"])
  }

  @Test("Second-hand reports keep their chain")
  func chain() throws {
    let text = "Weber stressed the value of the bridge, as reported by the news website Tagblatt."
    let analysis = NewsAnalyzer().analyze(Article(text))
    let via = try #require(analysis.quotations.first?.via.first)
    #expect(via.speaker.map { analysis.speakers[$0].name } == "Tagblatt")
    #expect(via.speaker.map { analysis.speakers[$0].kind } == .outlet)
  }
}
