// Interviews and transcripts: every turn belongs to the one whom its label or the introduction names.

import ArticleModel
import DocumentImport
import FoundationEssentials
import NewsAnalysis
import Testing

@Suite struct LayoutTests {
  struct Found: Equatable {
    var speaker: String?
    var words: String
  }

  static func quotations(_ text: String, direct: Bool = true) -> [Found] {
    let article = Article(plainText: text)
    let analysis = NewsAnalyzer().analyze(article)
    return analysis.quotations.filter { !direct || $0.form == .direct }.map { quotation in
      Found(
        speaker: quotation.speaker.map { analysis.speakers[$0].name },
        words: quotation.spans.map { article.text.string(in: $0) }.joined(separator: " "))
    }
  }

  private static let exchanges = [
    ("Why keep the levy?", "Because the walls are old. Hans Brandt told me that they would hold."),
    ("What does it cost?", "Two million a year. It is not much."),
    ("And the port?", "We will pay. I have said so."),
  ]

  private static func interview(
    _ introduction: String, _ question: String, _ answer: String, _ separator: String
  ) -> String {
    let turns = exchanges.flatMap { [question + $0.0, answer + $0.1] }
    return "The mayor on the levy\n\n\(introduction)\n\n" + turns.joined(separator: separator)
      + "\n"
  }

  @Test(
    "Whoever answers is the one whom the introduction says was interviewed",
    arguments: [
      ("Ines Vogt spoke to Mara Quill about the harbour levy.", "Mara Quill"),
      ("Ines Vogt, the mayor of Aldport, talked to us about the levy.", "interviewer"),
      ("We spoke to Ines Vogt about the harbour levy.", "interviewer"),
      ("Mara Quill interviewed Ines Vogt about the levy.", "Mara Quill"),
      ("Ines Vogt was interviewed by Mara Quill.", "Mara Quill"),
      ("Mara Quill asked Mayor Ines Vogt about the levy.", "Mara Quill"),
      ("An interview with Ines Vogt, mayor of Aldport, by Mara Quill.", "Mara Quill"),
      ("Our reporter Mara Quill spoke to Ines Vogt.", "Mara Quill"),
      ("The Harbour Post’s Mara Quill spoke to Ines Vogt.", "Mara Quill"),
      ("Ines Vogt tells Mara Quill why the levy stays.", "Mara Quill"),
      ("Ines Vogt has run Aldport since 2016.", "interviewer"),
    ], ["\n\n", "\n"])
  func introductions(_ introduction: (words: String, host: String), _ separator: String) {
    for (question, answer) in [
      ("Q: ", "A: "), ("Q. ", "A. "), ("Q — ", "A — "), ("Question: ", "Answer: "),
      ("**Q:** ", "**A:** "),
    ] {
      let found = Self.quotations(
        Self.interview(introduction.words, question, answer, separator))
      let expected = Self.exchanges.flatMap {
        [
          Found(speaker: introduction.host, words: $0.0),
          Found(speaker: "Ines Vogt", words: $0.1),
        ]
      }
      #expect(found == expected, "\(question)\(answer)")
    }
  }

  @Test(
    "A name, its initials, its capitals and its office before words are whose they are",
    arguments: [
      ("Mara Quill: ", "Ines Vogt: "), ("QUILL: ", "VOGT: "), ("Quill: ", "Vogt: "),
      ("MARA QUILL: ", "MAYOR VOGT: "), ("M.Q.: ", "I.V.: "), ("MQ: ", "IV: "),
      ("**Quill:** ", "**Vogt:** "), ("QUILL, HARBOUR POST: ", "VOGT, MAYOR OF ALDPORT: "),
      ("Quill (Harbour Post): ", "Vogt (smiles): "),
      ("[00:12] QUILL: ", "[00:15] VOGT: "),
    ], ["\n\n", "\n"])
  func names(_ labels: (question: String, answer: String), _ separator: String) {
    let found = Self.quotations(
      Self.interview(
        "Ines Vogt spoke to Mara Quill about the levy.", labels.question, labels.answer, separator))
    let expected = Self.exchanges.flatMap {
      [Found(speaker: "Mara Quill", words: $0.0), Found(speaker: "Ines Vogt", words: $0.1)]
    }
    #expect(found == expected)
  }

  @Test("Names in capitals before a period, as in the records of parliaments")
  func records() {
    let found = Self.quotations(
      Self.interview("A debate.", "Ms. QUILL. ", "Mayor VOGT. ", "\n\n"))
    #expect(found.map(\.speaker) == ["Quill", "Vogt", "Quill", "Vogt", "Quill", "Vogt"])
  }

  @Test("Names in capitals on lines of their own, above what is said in the first person")
  func lines() {
    for separator in ["\n\n", "\n"] {
      let turns = [("QUILL", "Why do you keep it?"), ("VOGT", "I must."), ("QUILL", "I see.")]
      let text = turns.map { $0.0 + separator + $0.1 }.joined(separator: "\n\n")
      let found = Self.quotations("The debate\n\nA debate in the hall.\n\n" + text + "\n")
      #expect(found.map(\.speaker) == ["Quill", "Vogt", "Quill"], "\(separator)")
    }
    let profile = "Winners\n\nINES VOGT\n\nThe mayor won.\n\nHANS BRANDT\n\nThe union leader lost."
    #expect(Self.quotations(profile).isEmpty)
  }

  @Test("A hearing whose speakers are named nowhere else")
  func hearing() {
    let found = Self.quotations(
      """
      Hearing on the harbour levy

      MAYOR VOGT: The levy stays. We will not move.

      [Laughter]

      BRANDT: Then we will strike. (applause) All of us.

      Nobody will sail.

      BAN SOO-JIN, CHAIRMAN, COMMISSION ON HARBOURS: The storm walls are not high enough.
      """)
    #expect(
      found == [
        Found(speaker: "Vogt", words: "The levy stays. We will not move."),
        Found(speaker: "Brandt", words: "Then we will strike. All of us. Nobody will sail."),
        Found(speaker: "Ban Soo-Jin", words: "The storm walls are not high enough."),
      ])
  }

  @Test(
    "At a press briefing, what a reporter asks is none of the words of whoever spoke before",
    arguments: ["", "[00:01:09] "], ["Q: ", "Question: "])
  func briefing(time: String, label: String) throws {
    let text = """
      \(time)MR. LEARY: Good morning. Mr. Okafor will take questions.

      \(time)\(label)What happens if the fund says no?

      \(time)MR. OKAFOR: Then we borrow.

      We will not leave the street as it is.

      \(time)\(label)Will council tax go up?

      \(time)MR. OKAFOR: I am not going to rule it out.
      """
    let article = Article(plainText: text)
    let analysis = NewsAnalyzer().analyze(article)
    func said(by name: String) -> [String] {
      analysis.quotations.filter { $0.speaker.map { analysis.speakers[$0].name } == name }
        .map { $0.spans.map { article.text.string(in: $0) }.joined(separator: " ") }
    }
    let okafor = analysis.speakers.map(\.name).first { $0.hasSuffix("Okafor") } ?? ""
    #expect(
      said(by: okafor) == [
        "Then we borrow. We will not leave the street as it is.",
        "I am not going to rule it out.",
      ])
    for question in ["What happens", "Will council"] {
      let place = try #require(article.text.places(of: question).first)
      let asked = analysis.quotations.filter { $0.spans.contains { $0.contains(place.start) } }
      #expect(asked.allSatisfy { $0.speaker == nil })
    }
  }

  @Test("What others said within an answer stays beside it, and notes of the editors are nobody's")
  func withinAnswers() throws {
    let text = """
      The mayor on the levy

      Ines Vogt spoke to Mara Quill.

      Q: Will the port close?

      A: Hans Brandt said that it would. I doubt it.

      I have asked him.

      Q: And then?

      A: We will see.

      The interview was edited for length.
      """
    let article = Article(plainText: text)
    let analysis = NewsAnalyzer().analyze(article)
    let answer = try #require(analysis.quotations.first { $0.spans.count == 2 })
    #expect(answer.inner.first?.speaker.map { analysis.speakers[$0].name } == "Hans Brandt")
    let last = try #require(analysis.quotations.last)
    #expect(last.spans.map { article.text.string(in: $0) } == ["We will see."])
    #expect(analysis.speakers.first { $0.name == "Ines Vogt" }?.verbatimWords == 16)
  }

  @Test("Each question and each answer of the example interview has its speaker")
  func example() throws {
    let guest = "Inês Valadares"
    let expected: [(String?, String)] = [
      (guest, "“A reservoir"), ("interviewer", "The dams in"), (guest, "“No. Portugal"),
      ("interviewer", "The government"), (guest, "“The minister"),
      ("interviewer", "Farmers say"), (guest, "“They use"),
      ("interviewer", "What would"), (guest, "“Publish every"),
      ("interviewer", "And the"), (guest, "“Eleven cents."),
      ("Ministry of the Environment in Lisbon", "that it"),
    ]
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appending(path: "Examples/water-engineer-interview.txt")
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let found = Self.quotations(text, direct: false)
    #expect(found.map(\.speaker) == expected.map(\.0))
    for (found, expected) in zip(found, expected) {
      #expect(found.words.hasPrefix(expected.1))
    }
  }

  @Test("Questions in paragraphs of their own, answers in the first person")
  func withoutLabels() {
    let found = Self.quotations(
      """
      A talk with Ines Vogt

      Ines Vogt has run Aldport for ten years. We met her in her office.

      Why keep the levy?

      Because I must. The walls are old.

      What does it cost?

      Two million a year. I wish it were less.
      """)
    #expect(
      found.map(\.speaker) == ["interviewer", "Ines Vogt", "interviewer", "Ines Vogt"])
  }

  @Test(
    "Strong lines ask, in text, Markdown and pages, whether they end with a question mark or not",
    arguments: ["text", "markdown", "html"])
  func strongQuestions(_ format: String) throws {
    let exchanges = Self.exchanges + [("Brandt says that it will end.", "He says that each year.")]
    let introduction =
      "Ines Vogt has run Aldport for ten years. We met her on the quay in the rain."
    var text = "# The mayor on the levy\n\n\(introduction)\n"
    for (question, answer) in exchanges { text += "\n**\(question)**\n\n\(answer)\n" }
    var page = "<html><body><article><h1>The mayor on the levy</h1><p>\(introduction)</p>"
    for (question, answer) in exchanges {
      page += "<p><strong>\(question)</strong></p><p>\(answer)</p>"
    }
    page += "</article></body></html>"
    let name = ["text": "a.txt", "markdown": "a.md", "html": "a.html"][format] ?? ""
    let article = try ArticleLoader.article(
      of: Array((format == "html" ? page : text).utf8), named: name)
    let analysis = NewsAnalyzer().analyze(article)
    let found = analysis.quotations.filter { $0.form == .direct }.map { quotation in
      Found(
        speaker: quotation.speaker.map { analysis.speakers[$0].name },
        words: quotation.spans.map { article.text.string(in: $0) }.joined(separator: " "))
    }
    #expect(
      found
        == exchanges.flatMap {
          [Found(speaker: "interviewer", words: $0.0), Found(speaker: "Ines Vogt", words: $0.1)]
        })
  }

  @Test(
    "Offices behind dashes, first names, and words for recordings belong to labels",
    arguments: [
      ("Mara Quill – Harbour Post: ", "Ines Vogt – Mayor of Aldport: "),
      ("MARA QUILL: ", "INES: "), ("ANCHOR MARA QUILL: ", "SOT – INES VOGT: "),
    ])
  func longLabels(_ labels: (question: String, answer: String)) {
    let found = Self.quotations(
      Self.interview(
        "Ines Vogt spoke to Mara Quill about the levy.", labels.question, labels.answer, "\n\n"))
    #expect(found.map(\.speaker) == Self.exchanges.flatMap { _ in ["Mara Quill", "Ines Vogt"] })
  }

  @Test(
    "Lists, scores, explainers, and a single colon are no conversation",
    arguments: [
      "The match\n\nALDPORT: Weber, Brandt, Kern\n\nLISBON: Reis, Sousa, Costa",
      "The plan\n\nLocation: The harbour.\n\nDate: The third of March.\n\nPrice: Two euros.",
      "Cast\n\nAnna Weber: harbour master\n\nTom Berger: his brother",
      """
      The levy explained

      Q: What is the levy?

      A: A charge on every berth. It pays for the walls.

      Q: Who pays?

      A: Every ship that stays for a night.
      """,
      "Anna Weber: a life at sea\n\nAnna Weber was born in Aldport. She sailed for forty years.",
      "Storm\n\nUPDATE: The harbour is closed.\n\nWATCH: The wall breaks.",
      "Weather\n\nMonday: Rain in the west.\n\nTuesday: Sun everywhere.",
    ])
  func noConversation(_ text: String) {
    #expect(Self.quotations(text).isEmpty)
  }

  @Test("An interview is read alike in parts and as a whole")
  func parts() throws {
    let text = Self.interview("Ines Vogt spoke to Mara Quill.", "Q: ", "A: ", "\n\n")
    let article = Article(plainText: text)
    let half = try #require(text.utf8.firstRange(of: Array("Q: What".utf8)))
    let start = text.utf8.distance(from: text.utf8.startIndex, to: half.lowerBound)
    let part = NewsAnalyzer().analyze(
      article, in: TextSpan(start..<text.utf8.count))
    #expect(
      part.quotations.map { $0.speaker.map { part.speakers[$0].name } }
        == ["Mara Quill", "Ines Vogt", "Mara Quill", "Ines Vogt"])
  }
}
