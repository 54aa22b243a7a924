// Persons and bodies as such: what readers say of them counts in all their quotations and mentions.

import ArticleModel
import NewsAnalysis
import Testing

@Suite struct CorrectedCastTests {
  private static let text = """
    The port is safe, Ines Vogt said. “No ship may leave,” the mayor told us. Vogt agreed, and he left. \
    Greenpeace Nord protested, and Keller and Berger said that it was late. Keller wept.

    """
  private let article = Article(text, name: "port.txt")

  private func span(_ words: String, _ occurrence: Int = 1) throws -> TextSpan {
    try #require(article.text.places(of: words).dropFirst(occurrence - 1).first)
  }

  /// Vogt (0), the mayor (1), Greenpeace Nord taken for a person (2), Keller (3), Berger (4).
  private func found() throws -> Analysis {
    var analysis = Analysis(extent: article.text.span)
    let left = try span("he left")
    analysis.speakers = [
      Speaker(
        name: "Ines Vogt", kind: .person, aliases: ["Vogt", "he"],
        mentions: [
          try span("Ines Vogt"), try span("Vogt", 2), TextSpan(left.start, left.start + 2),
        ]),
      Speaker(name: "the mayor", kind: .unnamed, mentions: [try span("the mayor")]),
      Speaker(name: "Greenpeace Nord", kind: .person, mentions: [try span("Greenpeace Nord")]),
      Speaker(
        name: "Keller", kind: .person, mentions: [try span("Keller"), try span("Keller", 2)]),
      Speaker(name: "Berger", kind: .person, mentions: [try span("Berger")]),
    ]
    analysis.quotations = [
      quotation(try span("The port is safe"), by: 0, at: try span("Ines Vogt"), 4),
      quotation(try span("“No ship may leave,”"), by: 1, at: try span("the mayor"), 4),
      quotation(try span("it was late"), by: 3, at: try span("Keller"), 3),
    ]
    analysis.quotations[2].others = [4]
    for (number, words) in [(0, 4), (1, 4), (3, 3), (4, 3)] {
      analysis.speakers[number].quotations = [min(number, 2)]
      analysis.speakers[number].paraphraseWords = words
    }
    analysis.persons = try [("Ines Vogt", 1, 0), ("Greenpeace Nord", 1, 2), ("Keller", 1, 3)].map {
      PersonMention(span: try span($0.0, $0.1), speaker: $0.2, confidence: 0.5)
    }
    return analysis
  }

  private func quotation(
    _ span: TextSpan, by speaker: Int, at mention: TextSpan, _ words: Int
  ) -> Quotation {
    var quotation = Quotation(
      spans: [span], form: .indirect, mention: mention, speaker: speaker, confidence: 0.6)
    quotation.paraphraseWords = words
    return quotation
  }

  private func mark(
    _ correction: Correction, at spans: TextSpan..., time: String = "2026-01-02T03:04:05Z"
  ) -> Annotation {
    let targets = spans.map {
      AnnotationTarget(source: "port.txt", passage: Passage(of: $0, in: article))
    }
    var mark = Annotation(kind: .correction, targets: targets, created: Timestamp(time))
    mark.correction = correction
    return mark
  }

  private func corrected(
    _ marks: Annotation..., knowing authority: Authority = Authority()
  ) throws -> CorrectedAnalysis {
    CorrectedAnalysis(
      try found(), authority, annotations: marks,
      anchors: Anchoring.resolve(marks, in: article), text: article.text)
  }

  private func names(_ analysis: Analysis) -> [String] { analysis.speakers.map(\.name) }

  @Test("Somebody renamed keeps quotations and mentions, and the old name among the others")
  func renamed() throws {
    let says = Correction(.renamed, .speaker, of: "Ines Vogt", name: "Inés Vogt")
    let result = try corrected(mark(says, at: try span("Ines Vogt")))
    #expect(result.analysis.speakers[0].name == "Inés Vogt")
    #expect(result.analysis.speakers[0].aliases == ["Ines Vogt", "Vogt", "he"])
    #expect(result.analysis.speakers[0].quotations == [0])
    #expect(result.analysis.speakers[0].quotedWords == 4)
    #expect(result.analysis.persons[0].confidence == 1)
    #expect(result.speakerCorrections.map { $0 != nil } == [true, false, false, false, false])
  }

  @Test("Two who are one have the words of both, and the numbers close up")
  func merged() throws {
    let says = Correction(.merged, .speaker, of: "the mayor", name: "Ines Vogt")
    let analysis = try corrected(mark(says, at: try span("the mayor"))).analysis
    #expect(names(analysis) == ["Ines Vogt", "Greenpeace Nord", "Keller", "Berger"])
    #expect(analysis.speakers[0].quotations == [0, 1])
    #expect(analysis.speakers[0].quotedWords == 8)
    #expect(analysis.speakers[0].aliases.contains("the mayor"))
    #expect(analysis.quotations[2].allSpeakers == [2, 3])
    #expect(analysis.persons.map(\.speaker) == [0, 1, 2])
  }

  @Test("Whoever is given the name of somebody else is the same")
  func renamedToOther() throws {
    let says = Correction(.renamed, .speaker, of: "Berger", name: "keller")
    let analysis = try corrected(mark(says, at: try span("Berger"))).analysis
    #expect(names(analysis).filter { $0.lowercased() == "keller" } == ["Keller"])
    #expect(analysis.quotations[2].allSpeakers == [3])
    #expect(analysis.speakers[3].quotations == [2])
  }

  @Test("What was taken for a person is an organisation, and no speaker is nobody")
  func kinds() throws {
    let body = Correction(.corrected, .speaker, of: "Greenpeace Nord", kind: .organisation)
    let nobody = Correction(.rejected, .speaker, of: "the mayor")
    let analysis = try corrected(
      mark(body, at: try span("Greenpeace Nord")), mark(nobody, at: try span("the mayor"))
    ).analysis
    #expect(names(analysis) == ["Ines Vogt", "Greenpeace Nord", "Keller", "Berger"])
    #expect(analysis.speakers[1].kind == .organisation)
    #expect(analysis.organisations.map(\.span) == [try span("Greenpeace Nord")])
    #expect(analysis.persons.map(\.speaker) == [0, 2])
    #expect(analysis.quotations[1].speaker == nil)
    #expect(analysis.quotations[1].mention == nil)
    #expect(analysis.quotations[2].speaker == 2)
  }

  @Test("A mention that is split off takes its quotation along")
  func split() throws {
    let says = Correction(.split, .speaker, of: "Keller", name: "Hanna Keller")
    let analysis = try corrected(mark(says, at: try span("Keller"))).analysis
    #expect(names(analysis).last == "Hanna Keller")
    let hanna = try #require(analysis.speakers.last)
    #expect(hanna.mentions == [try span("Keller")])
    #expect(hanna.quotedWords == 3)
    #expect(analysis.speakers[3].mentions == [try span("Keller", 2)])
    #expect(analysis.speakers[3].quotedWords == 0)
    #expect(analysis.speakers[4].quotations == [2])
  }

  @Test("Somebody who was missed is found wherever the words stand")
  func missed() throws {
    var says = Correction(.corrected, .speaker)
    (says.name, says.speakerKind) = ("Port", .organisation)
    let analysis = try corrected(mark(says, at: try span("port"))).analysis
    let port = try #require(analysis.speakers.last)
    #expect(port.mentions == [try span("port")])
    #expect(analysis.organisations.count == 1)
  }

  @Test("A quotation that is given to a name later finds whoever has been renamed or joined")
  func order() throws {
    let joined = mark(
      Correction(.merged, .speaker, of: "the mayor", name: "Ines Vogt"),
      at: try span("the mayor"), time: "2026-01-01T00:00:00Z")
    let renamed = mark(
      Correction(.renamed, .speaker, of: "Ines Vogt", name: "Inés Vogt"),
      at: try span("Ines Vogt"), time: "2026-01-02T00:00:00Z")
    let given = mark(
      Correction(.corrected, .quotation, speaker: .named("The mayor")),
      at: try span("it was late"), time: "2026-01-03T00:00:00Z")
    let analysis = try corrected(given, renamed, joined).analysis
    #expect(names(analysis).first == "Inés Vogt")
    #expect(analysis.speakers[0].quotations == [0, 1, 2])
    #expect(analysis.speakers[0].quotedWords == 11)
  }

  @Test("Somebody added by hand can be joined with somebody who was found")
  func addedThenJoined() throws {
    let given = mark(
      Correction(.corrected, .quotation, speaker: .named("Jan")), at: try span("it was late"),
      time: "2026-01-01T00:00:00Z")
    let joined = mark(
      Correction(.merged, .speaker, of: "Jan", name: "Berger"), at: try span("it was late"),
      time: "2026-01-02T00:00:00Z")
    let analysis = try corrected(given, joined).analysis
    #expect(!names(analysis).contains("Jan"))
    let berger = try #require(names(analysis).firstIndex(of: "Berger"))
    #expect(analysis.quotations[2].allSpeakers == [berger])
  }

  @Test("Those who speak together keep their words when another quotation is corrected")
  func together() throws {
    let says = Correction(.rejected, .quotation)
    let analysis = try corrected(mark(says, at: try span("The port is safe"))).analysis
    #expect(analysis.speakers[4].quotations == [1])
    #expect(analysis.speakers[4].quotedWords == 3)
  }

  // MARK: What a desk knows

  private func knowing(_ says: Correction...) -> Authority {
    Authority(says.map { Authority.Entry(id: .random(), says: $0) })
  }

  @Test("What a desk knows of a full name counts in every article; a surname alone tells nobody")
  func authority() throws {
    let analysis = try corrected(
      knowing: knowing(
        Correction(.renamed, .speaker, of: "ines vogt", name: "Inés Vogt"),
        Correction(.renamed, .speaker, of: "Vogt", name: "Jana Vogt"),
        Correction(.corrected, .speaker, of: "Greenpeace Nord", kind: .organisation),
        Correction(.rejected, .speaker, of: "Berger"))
    ).analysis
    #expect(names(analysis) == ["Inés Vogt", "the mayor", "Greenpeace Nord", "Keller"])
    #expect(analysis.speakers[2].kind == .organisation)
    #expect(analysis.quotations[2].allSpeakers == [3])
  }

  @Test("The article's own correction wins over what the desk knows")
  func ownWins() throws {
    let own = mark(
      Correction(.renamed, .speaker, of: "Desk", name: "Own"), at: try span("Ines Vogt"))
    let analysis = try corrected(
      own, knowing: knowing(Correction(.renamed, .speaker, of: "Ines Vogt", name: "Desk"))
    ).analysis
    #expect(names(analysis).first == "Own")
  }
}
