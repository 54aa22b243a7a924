// Organisations are mentions and entities of their own; persons, places and plain words are none.

import ArticleModel
import TestSupport
import Testing

@testable import NewsAnalysis

@Suite("Organisations")
struct OrganisationTests {
  /// The organisations that a text names, and the entity of each.
  private func organisations(in text: String) -> [(name: String, entity: String)] {
    let article = Article(text)
    let analysis = NewsAnalyzer().analyze(article)
    return analysis.organisations.map {
      (article.text.string(in: $0.span), analysis.speakers[$0.speaker].name)
    }
  }

  private static let names = [
    "Ministry of Health", "Foreign Ministry", "World Health Organization", "Teachers Union",
    "Harbour Savings Bank", "Conservative Party", "University of Leeds", "Northwind Airlines",
    "Washington Post", "Food and Drug Administration", "Supreme Court",
    "Quill Motors Inc.", "European Commission",
  ]

  @Test("An acronym is found wherever it stands, in time linear in how often that is")
  func repeatedAcronym() {
    func article(_ count: Int) -> Article {
      Article(
        "The Harbour Workers Union (HWU) met.\n\n"
          + String(repeating: "The HWU said no. ", count: count))
    }
    let short = organisations(in: article(3).text.string(in: article(3).text.span))
    #expect(short.map(\.name) == ["Harbour Workers Union", "HWU", "HWU", "HWU", "HWU"])
    #expect(Set(short.map(\.entity)) == ["Harbour Workers Union"])
    let growth = growth(of: 8_000) { count in
      let analysis = NewsAnalyzer().analyze(article(count))
      #expect(analysis.organisations.count == count + 2)
      #expect(analysis.speakers[0].mentions.count == count + 2)
    }
    #expect(growth < 20)
  }

  @Test("A team's name is an organisation, which has no article")
  func team() {
    for text in [
      "Leeds United said that the pier would close.", "The fans of Leeds United cheered.",
    ] {
      #expect(organisations(in: text).map(\.name) == ["Leeds United"])
    }
  }

  @Test("Two places that share a body are one organisation and one speaker, two bodies are not")
  func sharedBody() {
    for (text, name) in [
      ("Avon and Somerset Police said two workers were hurt.", "Avon and Somerset Police"),
      ("Leeds and Bradford Council said two workers were hurt.", "Leeds and Bradford Council"),
      (
        "“Nobody was hurt,” the Leeds and Bradford Council said. The Leeds and Bradford Council "
          + "said no more.", "Leeds and Bradford Council"
      ),
    ] {
      #expect(Set(organisations(in: text).map(\.name)) == [name], "\(text)")
      let analysis = NewsAnalyzer().analyze(Article(text))
      #expect(analysis.speakers.filter { $0.quotedWords > 0 }.map(\.name) == [name], "\(text)")
    }
    for (text, name) in [
      ("In London and Manchester Police said nothing.", "Manchester Police"),
      ("Greenpeace and Leeds Council disagree on the pier.", "Leeds Council"),
      ("Officials in France and Leeds Council signed.", "Leeds Council"),
    ] {
      let found = organisations(in: text).map(\.name)
      #expect(found.allSatisfy { !$0.hasSuffix("and \(name)") }, "\(found)")
    }
  }

  @Test(
    "A name with a word for a body is an organisation, whatever stands around it", arguments: names)
  func bodies(name: String) {
    for frame in [
      "Two people who work for the X were named on Monday.",
      "The X will open a new building in May.",
      "In a letter to the X, residents complained about noise.",
      "It was the X that paid, not the city.",
    ] {
      let text = frame.split(separator: "X", omittingEmptySubsequences: false).joined(
        separator: name)
      let found = organisations(in: text).map(\.name)
      #expect(found.contains(name), "\(text)")
    }
  }

  @Test(
    "Plain words, offices, persons and regions are no organisations",
    arguments: [
      "The company said that the party was over.", "Police in Berlin held two men.",
      "The US secretary of state met the prime minister.", "She was born in the West Bank.",
      "Prime Minister Mara Quill met President Anna Weber.",
      "Senate Majority Leader Tom Berger left.",
      "He lives in Kansas City and New York City.",
      "Court documents show it. Company officials left.",
    ])
  func none(text: String) {
    #expect(organisations(in: text).isEmpty, "\(text)")
  }

  @Test("An acronym that the text explains is the same organisation, before and after it speaks")
  func acronyms() {
    for (name, short) in [
      ("World Health Organization", "WHO"), ("National Weather Service Office", "NWSO"),
      ("International Energy Agency", "IEA"), ("Harbour Workers Union", "HWU"),
    ] {
      let text = """
        The \(name) (\(short)) has a new head. “The figures are wrong,” the \(short) said on Monday. \
        Critics of the \(short) left.
        """
      let article = Article(text)
      let analysis = NewsAnalyzer().analyze(article)
      let found = organisations(in: text)
      #expect(found.map(\.name) == [name, short, short, short], "\(text)")
      #expect(Set(found.map(\.entity)) == [name], "\(text)")
      #expect(analysis.speakers.count { $0.kind == .organisation } == 1)
    }
  }

  @Test("Each organisation is one entity, named after its fullest form, with its mentions")
  func entities() {
    let article = Article("The Harbour Bank grew. The Harbour Bank and the Foreign Ministry met.")
    let analysis = NewsAnalyzer().analyze(article)
    #expect(analysis.speakers.map(\.name) == ["Harbour Bank", "Foreign Ministry"])
    #expect(analysis.speakers.map(\.mentions.count) == [2, 1])
    #expect(analysis.speakers.allSatisfy { $0.kind == .organisation })
  }

  @Test("Speakers that are joined keep their quotations under the right number")
  func joining() {
    var analysis = Analysis(extent: TextSpan(.zero, ByteOffset(100)))
    analysis.speakers = ["World Health Organization", "Anna Weber", "WHO", "Tom Berger"].map {
      Speaker(name: $0, kind: .organisation)
    }
    let span = TextSpan(.zero, ByteOffset(9))
    analysis.quotations = (0..<4).map {
      Quotation(spans: [span], form: .direct, speaker: $0, confidence: 1)
    }
    for index in 0..<4 { analysis.speakers[index].quotations = [index] }
    analysis.joinSpeakers([2: 0])
    #expect(
      analysis.speakers.map(\.name) == ["World Health Organization", "Anna Weber", "Tom Berger"])
    #expect(analysis.quotations.map(\.speaker) == [0, 1, 0, 2])
    #expect(analysis.speakers[0].quotations == [0, 2])
    #expect(analysis.speakers[0].aliases == ["WHO"])
  }
}
