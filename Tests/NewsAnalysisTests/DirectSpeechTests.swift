// Direct speech with a clause beside it: every verb, subject, order and style of marks gives the quoted words
// and the subject, and nothing else.

import ArticleModel
import NewsAnalysis
import Testing

@Suite struct DirectSpeechTests {
  /// A quotation as a reader would repeat it.
  struct Found: Equatable, CustomStringConvertible {
    var words: [String]
    var speaker: String?
    var form = Quotation.Form.direct

    var description: String { "\(form) \(words) – \(speaker ?? "nobody")" }
  }

  private static let analyzer = NewsAnalyzer()

  static func quotations(_ text: String) -> [Found] {
    let article = Article(text)
    let analysis = analyzer.analyze(article)
    return analysis.quotations.map { quotation in
      Found(
        words: quotation.spans.map { article.text.string(in: $0) },
        speaker: quotation.mention.map { article.text.string(in: $0) }, form: quotation.form)
    }
  }

  // MARK: Generated clauses

  static let verbs = [
    "said", "asked", "warned", "vowed", "thundered", "sighed", "jeered", "chimed in", "shot back",
    "ventured", "harrumphed", "summarised", "began", "prophesied",
  ]
  static let subjects = [
    "Ines Vogt", "the mayor", "one islander", "the port’s director",
    "Petra Falk of the dockers’ union",
    "a spokeswoman for Kestrel Rail", "three of the nurses", "Bjørn Ås", "Mr Vogt", "residents",
    "her lawyer, Tom Brady", "the farmers’ association", "Ines Vogt, who runs the bakery",
  ]
  static let marks = [
    ("“", "”"), ("\"", "\""), ("‘", "’"), ("'", "'"), ("„", "“"), ("«", "»"), ("»", "«"),
  ]
  static let words = [
    "We will not move", "This can’t go on", "It is the ministers’ plan", "In the ’90s it was full",
  ]

  /// Each verb and subject with words and marks in turn.
  private static func clauses(
    _ build: (_ open: String, _ words: String, _ close: String, _ verb: String, _ subject: String)
      -> String
  ) -> [(text: String, expected: Found)] {
    var number = 0
    return verbs.flatMap { verb in
      subjects.map { subject in
        let (open, close) = marks[number % marks.count]
        let quoted = words[number / marks.count % words.count]
        number += 1
        let text = build(open, quoted, close, verb, subject)
        let end = text.firstRange(of: quoted).map { text[$0.upperBound...] } ?? ""
        let inner = quoted + end.prefix { $0 != close.first }
        return (text, Found(words: [open + inner + close], speaker: subject))
      }
    }
  }

  private func expectEach(_ cases: [(text: String, expected: Found)]) {
    for (text, expected) in cases {
      #expect(Self.quotations(text).first == expected, "\(text)")
      #expect(Self.quotations(text).count == 1, "\(text)")
    }
  }

  @Test("A verb and its subject behind the closing mark are cue and speaker, whatever they are")
  func verbFirst() {
    expectEach(Self.clauses { "\($0)\($1),\($2) \($3) \($4)." })
  }

  @Test("So they are when the subject comes first")
  func subjectFirst() {
    expectEach(
      Self.clauses { open, words, close, verb, subject in
        let isAside = subject.contains(",")
        return "\(open)\(words),\(close) \(subject)\(isAside ? "," : "") \(verb) on Monday."
      })
  }

  @Test("A question mark inside and a comma outside the marks do as well as a comma inside")
  func otherPunctuation() {
    expectEach(
      Self.clauses { open, words, close, verb, subject in
        let pause = subject.contains(",") ? "," : ""
        return "The vote is over. \(open)\(words)?\(close) \(verb) \(subject)\(pause) after it."
      })
    expectEach(Self.clauses { "\($0)\($1)\($2), \($3) \($4)." })
  }

  // MARK: Single forms

  @Test(
    "Clauses with auxiliaries, adverbs, appositions, ages and places tell who speaks",
    arguments: [
      "⟦c:“We will appeal,”⟧ quietly added ⟦s:Ines Vogt⟧ after the vote.",
      "⟦c:“We will appeal,”⟧ ⟦s:Ines Vogt⟧ later told reporters in Bern.",
      "⟦c:“We will appeal,”⟧ ⟦s:she⟧ has said.",
      "⟦c:“We will appeal,”⟧ ⟦s:she⟧ was quoted as saying.",
      "⟦c:“We will appeal,”⟧ says ⟦s:Ines Vogt, 34, a baker on Hallig Island⟧.",
      "⟦c:“We will appeal,”⟧ ⟦s:Karl Brandt, the mayor⟧ growled.",
      "⟦c:“We will appeal,”⟧ said ⟦s:Karl Brandt, the mayor⟧, on Monday.",
      "⟦c:“We will appeal,”⟧ according to ⟦s:Ines Vogt⟧.",
      "⟦c:“We will appeal”⟧ – said ⟦s:the mayor⟧.",
      "⟦c:“We will appeal – ”⟧ began ⟦s:the mayor⟧.",
      "⟦c:“Is that all?”⟧ ⟦s:Ines Vogt⟧ scoffed.",
      "⟦c:“Nonsense,”⟧ bellowed ⟦s:the mayor⟧.",
      "⟦s:The mayor⟧ shrugged: ⟦c:“We will appeal.”⟧",
      "⟦s:Ines Vogt⟧ fired back, ⟦c:“We will appeal.”⟧",
      "⟦c:“We will appeal,”⟧ said ⟦s:Ines “the Wave” Vogt⟧.",
      "⟦c:“We will appeal,”⟧ said ⟦s:James Hale, a co-author of “The Rules of the Sea.”⟧",
    ])
  func forms(_ marked: String) {
    let sample = MarkedText(marked)
    let found = Self.quotations(sample.string(TextSpan(0..<sample.article.text.count)))
    #expect(found.flatMap(\.words) == sample.words("c"))
    #expect(found.compactMap(\.speaker) == sample.words("s"))
  }

  @Test(
    "Both halves around a clause, and what goes on behind it, are one quotation",
    arguments: [
      "⟦c:“We,”⟧ Ines Vogt grumbled, ⟦c:“will appeal.”⟧",
      "⟦c:“We will appeal,”⟧ said Ines Vogt, ⟦c:“and we will win.”⟧",
      "⟦c:“We will appeal,”⟧ Ines Vogt said, referring to the port. ⟦c:“It is unfair.”⟧ She left.",
      "⟦c:‘We will appeal,’⟧ said the ministers’ aide. ⟦c:‘They knew it.’⟧",
      "⟦c:“We will appeal,”⟧ said Ines Vogt.\n\n⟦c:“They knew it, and they did nothing.”⟧",
    ])
  func halves(_ marked: String) {
    let sample = MarkedText(marked)
    let found = Self.quotations(sample.string(TextSpan(0..<sample.article.text.count)))
    #expect(found.map(\.words) == [sample.words("c")])
    #expect(found.first?.form == .direct)
  }

  @Test("A quotation behind a sentence about somebody else belongs to them")
  func introducedBetween() {
    let text = "“We will appeal,” said Vogt. Brandt disagreed. “It is too late.”"
    #expect(Self.quotations(text).map(\.words) == [["“We will appeal,”"], ["“It is too late.”"]])
  }

  @Test("A clause between two quotations belongs to the one that it introduces or follows")
  func between() {
    let added = Self.quotations("“It is unfair,” Vogt said. “We will appeal.” He added: “Today.”")
    #expect(added.map(\.words) == [["“It is unfair,”", "“We will appeal.”"], ["“Today.”"]])
    let mixed = Self.quotations("The levy is “a gift to the lobby,” scoffed Vogt. “They knew it.”")
    #expect(mixed.map(\.words) == [["The levy is “a gift to the lobby,”", "“They knew it.”"]])
  }

  @Test("An answer in the next paragraph is not joined to the question")
  func answer() {
    let found = Self.quotations("“Who is to pay?” asked the judge.\n\n“The council is, of course.”")
    #expect(found.map(\.words.count) == [1, 1])
  }

  @Test("Who passed it on stands beside who said it")
  func passedOn() {
    let article = Article("“We will appeal,” Ines Vogt said, according to the Harbour Post.")
    let analysis = Self.analyzer.analyze(article)
    #expect(analysis.quotations.map { $0.mention.map(article.text.string) } == ["Ines Vogt"])
    #expect(
      analysis.quotations.flatMap(\.via).map { article.text.string(in: $0.mention) }
        == ["the Harbour Post"])
  }

  @Test(
    "Reported speech around its attribution is whole, without when and where it was said",
    arguments: [
      "⟦c:The bridge⟧, ⟦s:the mayor⟧ said, ⟦c:would open in May⟧.",
      "⟦c:The bridge is shut⟧, ⟦s:the mayor⟧ said on Monday.",
      "⟦c:The bridge is shut⟧, ⟦s:the mayor⟧ said when reporters asked about it.",
      "⟦c:The bridge of the old town has been shut since May⟧, according to ⟦s:the mayor⟧.",
    ])
  func reported(_ marked: String) {
    let sample = MarkedText(marked)
    let found = Self.quotations(sample.string(TextSpan(0..<sample.article.text.count)))
    #expect(found.flatMap(\.words) == sample.words("c"))
    #expect(found.compactMap(\.speaker) == sample.words("s"))
  }

  @Test("A sentence that leads to the marks is part of the words when one statement")
  func ledTo() {
    let found = Self.quotations("The levy is “a gift to the lobby,” scoffed the mayor.")
    let words = "The levy is “a gift to the lobby,”"
    #expect(found == [Found(words: [words], speaker: "the mayor", form: .mixed)])
  }

  // MARK: Near misses

  @Test(
    "Titles of works with words about them behind a comma are nobody's words",
    arguments: [
      "“Harbour Lights,” published in May, sold well.",
      "“Harbour Lights,” her third novel, appeared in May.",
      "“Harbour Lights,” named the best book of the year, sold well.",
      "“Harbour Lights,” directed by Ines Vogt, opens on Friday.",
      "In “Harbour Lights,” Ines Vogt walks along the pier.",
      "The songs “Low Tide,” “Harbour Lights” and “The Pier” closed the evening.",
      "The word “levy,” used for centuries, comes from French.",
      "The “Blue Door,” a bar on the quay, closed in May.",
    ])
  func titles(_ text: String) { #expect(Self.quotations(text).isEmpty) }

  @Test(
    "Narration behind a closed quotation names no speaker",
    arguments: [
      "“It hurts.” She left the hall.", "‘It hurts.’ The mayor left the hall.",
      "“Will it end?” The crowd left the square.",
    ])
  func narration(_ text: String) {
    #expect(Self.quotations(text).allSatisfy { $0.speaker == nil && $0.form == .direct })
  }
}
