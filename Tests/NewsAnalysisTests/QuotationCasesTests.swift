// The difficult cases of quotations: several paragraphs, several parts, quotations within quotations, marks
// that are wrong or mean something else.

import ArticleModel
import NewsAnalysis
import Testing

@Suite struct QuotationCasesTests {
  private struct Found: Equatable {
    var speaker: String?
    var words: [String]
  }

  private func quotations(_ text: String) -> [Found] {
    let article = Article(text)
    let analysis = NewsAnalyzer().analyze(article)
    return analysis.quotations.map { quotation in
      Found(
        speaker: quotation.speaker.map { analysis.speakers[$0].name },
        words: quotation.spans.map { article.text.string(in: $0) })
    }
  }

  /// The quotations within the first quotation, with their speakers.
  private func inner(_ text: String) -> [Found] {
    let article = Article(text)
    let analysis = NewsAnalyzer().analyze(article)
    return (analysis.quotations.first?.inner ?? []).map { quotation in
      Found(
        speaker: quotation.speaker.map { analysis.speakers[$0].name },
        words: quotation.spans.map { article.text.string(in: $0) })
    }
  }

  @Test("Several quotations in a row have the speaker of their one attribution")
  func severalInARow() {
    let found = quotations(
      """
      “We will open the bridge in May,” Anna Weber said. “The cables are tight.” “Then the ferry stops \
      for good.”
      """)
    #expect(found.allSatisfy { $0.speaker == "Anna Weber" })
    #expect(
      found.flatMap(\.words).joined(separator: " ")
        == "“We will open the bridge in May,” “The cables are tight.” “Then the ferry stops for good.”"
    )
  }

  @Test(
    "A floating quotation belongs to whom the sentence before it introduces, else to who spoke last"
  )
  func floating() {
    let introduced = quotations(
      """
      “The bridge will open in May,” Anna Weber said.

      Tom Berger shook his head. “Nobody has tested the cables yet.”
      """)
    #expect(introduced.map(\.speaker) == ["Anna Weber", "Tom Berger"])
    let goingOn = quotations(
      """
      “The bridge will open in May,” Anna Weber said.

      “Nobody has to fear for the ferry until then.”
      """)
    #expect(goingOn.map(\.speaker) == ["Anna Weber"])
    #expect(goingOn.first?.words.count == 2)
  }

  @Test("A quotation goes on in the next paragraph, also behind a caption")
  func goesOn() {
    let found = quotations(
      """
      Anna Weber said, "We will open the bridge in May. Then we will close the ferry.

      The bridge in the evening.

      "After that there will be a party for everybody."
      """)
    #expect(found.count == 2)
    #expect(found.allSatisfy { $0.speaker == "Anna Weber" })
    #expect(
      found.first?.words
        == ["\"We will open the bridge in May. Then we will close the ferry."])
  }

  @Test(
    "A closing mark that was forgotten or is of the wrong kind does no harm",
    arguments: [
      "Anna Weber said, \"We will open the bridge in May. The cables are tight.",
      "Anna Weber said, \"We will open the bridge in May.“ It is a long bridge.",
      "Anna Weber said,\" We will open the bridge in May.\" It is a long bridge.",
    ])
  func wrongMarks(_ text: String) {
    let found = quotations(text)
    #expect(found.map(\.speaker) == ["Anna Weber"])
    #expect(found.first?.words.first?.hasPrefix("\"") == true)
  }

  @Test("A quotation within a quotation has a speaker of its own")
  func nested() {
    let marked = inner("“The mayor told me, ‘You will get your bridge in May,’” Anna Weber said.")
    #expect(marked == [Found(speaker: "mayor", words: ["‘You will get your bridge in May,’"])])
    let straight = inner(
      "\"My father said 'never trust a ferry' and he was right,\" Anna Weber said.")
    #expect(straight.map(\.words) == [["'never trust a ferry'"]])
  }

  @Test("“I” and “we” within a quotation mean its speaker")
  func firstPerson() {
    let thought = inner("“I think that it will open in May,” Anna Weber said.")
    #expect(thought == [Found(speaker: "Anna Weber", words: ["that it will open in May"])])
    let said = inner("“We told them, ‘No more ferries in this town,’” said Anna Weber.")
    #expect(said.map(\.speaker) == ["Anna Weber"])
  }

  @Test("Titles and scare quotes within a quotation are no quotations")
  func nestedNearMisses() {
    #expect(inner("“I watch ‘The Daily Show’ before dinner,” Anna Weber said.").isEmpty)
    #expect(inner("“This ‘bridge’ is a joke to all of us,” Anna Weber said.").isEmpty)
  }

  @Test("Words that are signed are a quotation of whoever signed them")
  func signed() {
    let motto = quotations("“The sea decides, and we only listen.” – Ida Kern")
    #expect(
      motto == [Found(speaker: "Ida Kern", words: ["“The sea decides, and we only listen.”"])])
    let pulled = quotations(
      """
      The port is old.

      The sea decides for all of us. We only listen to it. Thomas Kern, harbour master

      The port is small.
      """)
    #expect(pulled.map(\.speaker) == ["Thomas Kern"])
  }

  @Test(
    "What looks like a signature is none",
    arguments: [
      "The port is old. It was built by Thomas Kern.",
      "The port is old. Thomas Kern sold it.", "The Port of Thomas Kern",
    ])
  func unsigned(_ text: String) { #expect(quotations(text).isEmpty) }

  @Test(
    "Reported clauses need no “that”",
    arguments: [
      ("Weber claims she was sent away.", "she was sent away"),
      ("Weber stated there were no plans for a tunnel.", "there were no plans for a tunnel"),
      (
        "Weber explained, in a long letter, that the bridge was safe.", "that the bridge was safe"
      ),
      (
        "According to the Transport Ministry 300 people have crossed it.",
        "300 people have crossed it"
      ),
    ])
  func clauses(_ sample: (text: String, words: String)) {
    #expect(quotations(sample.text).flatMap(\.words) == [sample.words])
  }
}
