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

  @Test(
    "A pronoun is nobody who is named in the words that it speaks",
    arguments: [
      "The bridge is late, for all the work of Anna Weber. “Maria Lopes knew that,” she said.",
      "The award went to Anna Weber. “Maria Lopes deserved it,” she said, “and the bridge.”",
      "The work of Anna Weber is over. She said that Maria Lopes was next.",
    ])
  func namedInTheWords(text: String) {
    #expect(Set(speakers(text)) == ["Anna Weber"])
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

  @Test("Given names beyond the common ones tell he from she, too")
  func rarerNames() {
    let text = """
      Kiara Lindt met Alfonso Berger in Bern. He said that the plan was ready. \
      She said that the money was missing.
      """
    #expect(speakers(text) == ["Alfonso Berger", "Kiara Lindt"])
  }

  @Test("They who speak together each have the quotation")
  func together() throws {
    let analysis = NewsAnalyzer().analyze(
      Article("Anna Weber and Tom Berger said that the bridge would open in May."))
    let quotation = try #require(analysis.quotations.first)
    #expect(
      quotation.allSpeakers.map { analysis.speakers[$0].name } == ["Anna Weber", "Tom Berger"])
    #expect(quotation.allSpeakers.allSatisfy { analysis.speakers[$0].quotations == [0] })
  }

  @Test("They means those who were named together, or the group that spoke last")
  func they() {
    let persons = NewsAnalyzer().analyze(
      Article(
        "Anna Weber met with Julia Lindt and Tom Berger. They said that the talks had failed."))
    let names = persons.quotations.last?.allSpeakers.map { persons.speakers[$0].name }
    #expect(names == ["Julia Lindt", "Tom Berger"])
    let group = speakers(
      "Officials said that the road was closed. They said that it would open in May.")
    #expect(group == ["Officials", "Officials"])
  }

  @Test(
    "An office before or behind a name belongs to the person",
    arguments: [
      "The chief executive of the Harbour Company Tom Berger said that the bridge would open.",
      "The prosecutor, Tom Berger, said that the bridge would open.",
      "Tom Berger, the former governor, said that the bridge would open.",
    ])
  func offices(_ text: String) { #expect(speakers(text) == ["Tom Berger"]) }

  @Test("The former governor is whoever was named with the office, of the right gender")
  func formerOffice() {
    let text = """
      Former governor Anna Weber met commissioner Tom Berger. The former governor said that it was late. \
      The commissioner said that he was tired.
      """
    #expect(speakers(text) == ["Anna Weber", "Tom Berger"])
  }

  @Test("The ministry is the one with the longer name")
  func ministry() {
    let text = """
      The Transport Ministry said that the road was closed. The ministry said that it would open in May.
      """
    #expect(speakers(text) == ["Transport Ministry", "Transport Ministry"])
  }

  @Test("Governments speak through the names of their seats and capitals")
  func metonyms() {
    let analysis = NewsAnalyzer().analyze(
      Article("The Kremlin said that the talks had failed. Tokyo said that it would respond."))
    #expect(
      analysis.quotations.map { $0.speaker.map { analysis.speakers[$0].name } }
        == ["Kremlin", "Tokyo"])
    #expect(analysis.locations.map(\.isMetonym) == [true, true])
  }
}
