// What sources say to quotations, from words to outcomes.

import ArticleModel
import NewsAnalysis
import Testing
import Verification

/// A story of one quotation against sources.
struct Said {
  let answer: QuotationAnswer
  let verification: Verification

  init(
    _ quoted: String, of story: String? = nil, by names: [String] = [], in sources: Article...
  ) throws {
    let article = Article(story ?? quoted)
    let quotation = StoryQuotation(
      parts: [TextSpan(0..<quoted.utf8.count)], text: quoted, speakerNames: names)
    let index = QuotationIndex([VerifiableStory(article, quotations: [quotation], language: "en")])
    verification = Verification(
      index,
      sources: sources.map {
        VerificationSource(name: $0.source.name, length: $0.text.codePointCount)
      },
      findings: sources.enumerated().map { index.findings(in: $1, number: $0) })
    answer = try #require(verification.answers.first?.first)
  }

  var outcome: QuotationOutcome { answer.outcome }
  var changes: [MeaningChange.Kind] { answer.meaningChanges.map(\.kind) }
}

@Suite struct OutcomeTests {
  static let speech = """
    Good evening to everybody in the hall. We will not close the swimming pool before the end of May, \
    and I mean that. The, the repairs cost two hundred and fifty thousand euros, um, if the region pays its \
    share of the bill. Nobody asked the children. Why would we sell the old harbour to a stranger? Twenty-five \
    families live there. I don't think that the colour of the doors matters to anybody at all. \
    Our buses are late every morning because two drivers left in spring. The library opens again in March.
    """
  let source = Article(Self.speech, name: "speech.txt")

  @Test(
    "Typography, brackets, what is said twice and numbers otherwise written leave a quotation verbatim",
    arguments: [
      "We will not close the swimming pool before the end of May",
      "[W]e will not close the swimming-pool before the end of May,",
      "The repairs cost 250,000 euros, if the region pays its share of the bill.",
      "the color of the doors matters to anybody", "25 families live there.",
      "Nobody asked the [school] children.",
    ])
  func verbatim(quoted: String) throws {
    #expect(try Said(quoted, in: source).outcome == .verbatim)
  }

  @Test(
    "A first letter in brackets is typography before an apostrophe, too",
    arguments: ["[O]’Rourke will not come back to us.", "[O]'Rourke will not come back to us."])
  func bracketedLetter(quoted: String) throws {
    let source = Article("The man said: O’Rourke will not come back to us.")
    #expect(try Said(quoted, in: source).outcome == .verbatim)
  }

  @Test(
    "Words left out make it trimmed, with a mark or without",
    arguments: [
      "The repairs cost … thousand euros, if the region pays its share of the bill.",
      "Our buses are late because two drivers left in spring.",
    ])
  func trimmed(quoted: String) throws {
    #expect(try Said(quoted, in: source).outcome == .trimmed)
  }

  @Test("A “not” or a condition that is left out is told, and is a problem")
  func cutMeaning() throws {
    let negation = try Said("We will close the swimming pool before the end of May", in: source)
    #expect(negation.outcome == .trimmed && negation.changes == [.negation])
    #expect(negation.answer.isProblem)
    let condition = try Said(
      "The repairs cost two hundred and fifty thousand euros of the bill.", in: source)
    #expect(condition.changes.contains(.condition))
  }

  @Test(
    "A condition that is cut off at either end makes it trimmed, and is told",
    arguments: ["I could support this paper.", "We would all have gone home."])
  func cutOff(quoted: String) throws {
    let source = Article(
      "I could support this paper, if the state pays half of it. If the rain had come, we would all "
        + "have gone home.")
    let said = try Said(quoted, in: source)
    #expect(said.outcome == .trimmed && said.changes == [.condition])
  }

  @Test("Coverage counts each stretch once, and what is quoted from another place not at all")
  func coverage() throws {
    let said = try Said(
      "The library opens again in March.", in: Article("The library opens."), source)
    let coverage = SourceCoverage(of: 1, in: said.verification)
    #expect(coverage.quotations == [1])
    #expect(coverage.shares(inParts: 10).last.map { $0 > 0 } == true)
    #expect(coverage.shares(inParts: 10).first == 0)
    #expect(SourceCoverage(of: 0, in: said.verification).share == 0)
  }

  @Test("Other words make it altered, and numbers, tenses and modal verbs are told")
  func altered() throws {
    let number = try Said("Thirty-five families live there in peace", in: source)
    #expect(number.outcome == .altered || number.outcome == .notFound)
    let modal = try Said("We may not close the swimming pool before the end of May", in: source)
    #expect(modal.outcome == .altered && modal.changes.contains(.modal))
    let tense = try Said("Our buses were late every morning because two drivers left", in: source)
    #expect(tense.outcome == .altered && tense.changes == [.tense])
    let form = try Said("I do not think that the colour of the doors matters", in: source)
    #expect(form.outcome == .altered && form.changes == [])
  }

  @Test("A question that ends in a period became a statement: altered, unless somebody asked it")
  func question() throws {
    let said = try Said("Why would we sell the old harbour to a stranger.", in: source)
    #expect(said.outcome == .altered && said.changes == [.question])
    let asked = "Why would we sell the old harbour to a stranger,” she asked."
    let question = try Said(String(asked.prefix { $0 != "," }), of: asked, in: source)
    #expect(question.outcome == .verbatim && question.changes == [])
  }

  @Test("A fragment of a question states nothing")
  func fragmentOfQuestion() throws {
    #expect(try Said("sell the old harbour to a stranger", in: source).outcome == .verbatim)
  }

  @Test(
    "Numbers are found in letters and in digits, also in short quotations",
    arguments: [
      ("about 4,200", "It was, well, about four thousand two hundred at the worst moment."),
      ("about 4,900", "It was about four thousand nine hundred at the worst moment."),
      ("for 41 years", "I have remembered it for forty-one years, all of it."),
      ("I came here in 1994", "I came here in, er, nineteen ninety-four and I never left."),
      ("They offered me £8,000.", "They offered me eight thousand pounds, okay?"),
      ("for forty-one years", "I have remembered it for 41 years, all of it."),
    ])
  func numbers(quoted: String, said: String) throws {
    #expect(try Said(quoted, in: Article(said)).outcome == .verbatim)
  }

  @Test(
    "Words that are said twice here and there are no cut",
    arguments: [
      "We need the first bridge before the winter.",
      "They asked for early in the spring, you know.",
    ])
  func saidTwice(quoted: String) throws {
    let source = Article(
      "We we need the the first first bridge before before the winter. They asked for for early in "
        + "in the the spring, you know.")
    #expect(try Said(quoted, in: source).outcome == .verbatim)
  }

  @Test("What a press release says between two parts of a quotation is not left out of it")
  func attribution() throws {
    let release = Article(
      "“It is a great day for Hollin,” said the leader of the council. “These are real jobs.”")
    let said = try Said("It is a great day for Hollin. These are real jobs.", in: release)
    #expect(said.outcome == .verbatim)
  }

  @Test("The head of a page is not left out of a quotation that goes over it")
  func runningHead() throws {
    let report = Article(
      """
      ANNUAL REPORT 16

      Complaints about the housing office rose by a third, and we

      ANNUAL REPORT 17

      consider this a serious failure of the office.
      """)
    let said = try Said("we consider this a serious failure of the office", in: report)
    #expect(said.outcome == .verbatim)
  }

  @Test("A negation before the sentence that is quoted is told")
  func denial() throws {
    let source = Article("I don’t think that the city should sell the harbour to anybody.")
    let said = try Said("The city should sell the harbour to anybody.", in: source)
    #expect(said.outcome == .trimmed && said.changes == [.negation])
    #expect(try Said("sell the harbour to anybody", in: source).outcome == .verbatim)
  }

  @Test("A whole sentence that is left out takes its own negation with it and no other")
  func wholeSentence() throws {
    let source = Article(
      "Nobody likes parking fees. I don’t like parking fees. But there is no free lunch in town.")
    let said = try Said(
      "Nobody likes parking fees. But there is no free lunch in town.", in: source)
    #expect(said.outcome == .trimmed && said.changes == [])
  }

  @Test("Sentences from places apart, or in another order, are stitched")
  func stitched() throws {
    let said = try Said(
      "The library opens again in March. We will not close the swimming pool before the end of May.",
      in: source)
    #expect(said.outcome == .stitched)
    #expect(said.answer.matches.prefix { $0.outcome == .stitched }.count == 2)
  }

  @Test("A quotation of which each sentence stands in another source is stitched from both")
  func stitchedAcrossSources() throws {
    let other = Article(
      "Thank you. The new ferry will carry ninety cars to the island every morning.", name: "b.txt")
    let library = "The library opens again in March. "
    let said = try Said(
      library + "The new ferry will carry ninety cars to the island every morning.",
      in: source, other)
    #expect(said.outcome == .stitched)
    #expect(said.answer.matches.prefix(2).map(\.source) == [0, 1])
    let half = try Said(
      library + "Two bakers from the north have sold their mill to a stranger.", in: source, other)
    #expect(half.outcome != .stitched)
  }

  @Test("Lines are counted from the first one, also deep in a long source")
  func lines() throws {
    let source = Article(
      String(repeating: "Somebody speaks of the weather.\n", count: 3_000) + Self.speech)
    let said = try Said("The library opens again in March.", in: source)
    #expect(said.answer.matches.first?.line == 3_001)
  }

  @Test(
    "Words that nobody said are not found, nor are short ones of which a part stands there",
    arguments: [
      "We have to build a new bridge over the river for the cyclists", "the new library",
      "everybody hates Mondays",
    ])
  func notFound(quoted: String) throws {
    let said = try Said(quoted, in: source)
    #expect(said.outcome == .notFound && said.answer.matches.isEmpty)
  }

  @Test("The words are another speaker's when the names tell the two apart, and only then")
  func speakers() throws {
    let text = ArticleText(Self.speech)
    let middle = text.places(of: "Nobody asked")[0].start
    let turns = [
      TranscriptTurn(span: TextSpan(.zero, middle), speaker: "Anna Keller", start: 1_000),
      TranscriptTurn(span: TextSpan(middle, text.end), speaker: "BERGER", start: 61_000),
    ]
    let transcript = Article(
      text: text, source: Article.Source(name: "hall.vtt"),
      structure: ArticleStructure(blocks: LineBlocks(text), turns: turns))
    let words = "The library opens again in March."
    #expect(
      try Said(words, by: ["Anna Keller", "Keller"], in: transcript).outcome == .anotherSpeaker)
    let own = try Said(words, by: ["Tom Berger"], in: transcript)
    #expect(own.outcome == .verbatim && own.answer.matches.first?.milliseconds == 61_000)
    #expect(try Said(words, in: transcript).outcome == .verbatim)
  }

  @Test(
    "A transcript may call its speakers by their first or last names alone",
    arguments: ["TOM", "Berger", "Tom Berger", "T. Berger"])
  func partsOfNames(label: String) throws {
    let text = ArticleText("The buses are late. The library opens again in March.")
    let middle = text.places(of: "The library")[0].start
    let turns = [
      TranscriptTurn(span: TextSpan(.zero, middle), speaker: "Anna Keller", start: 1_000),
      TranscriptTurn(span: TextSpan(middle, text.end), speaker: label, start: 61_000),
    ]
    let transcript = Article(
      text: text, source: Article.Source(name: "hall.vtt"),
      structure: ArticleStructure(blocks: LineBlocks(text), turns: turns))
    let words = "The library opens again in March."
    #expect(try Said(words, by: ["Tom Berger"], in: transcript).outcome == .verbatim)
    #expect(try Said(words, by: ["Anna Keller"], in: transcript).outcome == .anotherSpeaker)
  }

  @Test(
    "Words are another speaker's when the one of the story is called by a part of the name elsewhere",
    arguments: ["TOM", "Berger", "Tom Berger", "T. Berger"])
  func partsOfNamesElsewhere(label: String) throws {
    let text = ArticleText("The buses are late. The library opens again in March.")
    let middle = text.places(of: "The library")[0].start
    let turns = [
      TranscriptTurn(span: TextSpan(.zero, middle), speaker: label, start: 1_000),
      TranscriptTurn(span: TextSpan(middle, text.end), speaker: "ANNA", start: 61_000),
    ]
    let transcript = Article(
      text: text, source: Article.Source(name: "hall.vtt"),
      structure: ArticleStructure(blocks: LineBlocks(text), turns: turns))
    let words = "The library opens again in March."
    #expect(try Said(words, by: ["Tom Berger"], in: transcript).outcome == .anotherSpeaker)
  }
}
