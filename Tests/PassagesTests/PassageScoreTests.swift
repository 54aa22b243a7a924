// What counts as right, as wrong, and as a wrong name.

import ArticleModel
import NewsAnalysis
import Testing

@testable import score_passages

@Suite struct PassageScoreTests {
  private let passage: MarkedPassage

  init() throws {
    passage = try PassageNotation.passage(
      named: "a",
      in: """
        kind: local council
        language: en
        person vogt: Ines Vogt; Vogt
        person falk: Petra Falk; Falk
        unnamed skipper: one skipper

        ⟦q1 vogt direct: “The levy stays,”⟧ said ⟦person vogt: Ines Vogt⟧ in ⟦place AT: Vienna⟧. \
        ⟦source skipper: One skipper⟧ said ⟦q2 skipper indirect: nobody would ever pay it⟧. \
        ⟦person falk: Falk⟧ hoped ⟦q3 falk optional: for rain in the spring⟧. It rained \
        all day on ⟦place ?: Oberhafen⟧.
        """)
  }

  private func span(_ words: String) throws -> TextSpan {
    let range = try #require(passage.text.firstRange(of: words))
    let start = passage.text.utf8.distance(from: passage.text.startIndex, to: range.lowerBound)
    return TextSpan(start..<(start + words.utf8.count))
  }

  private func quotation(
    _ words: String, speaker: Int? = nil, mention: String? = nil
  ) throws -> Quotation {
    Quotation(
      spans: [try span(words)], form: .direct, mention: try mention.map(span), speaker: speaker,
      confidence: 1)
  }

  private func score(
    _ quotations: [Quotation], speakers: [Speaker] = [], change: (inout Analysis) -> Void = { _ in }
  ) -> PassageScore {
    var analysis = Analysis(extent: TextSpan(0..<passage.text.utf8.count))
    analysis.quotations = quotations
    analysis.speakers = speakers
    change(&analysis)
    return PassageScore(passage, analysis)
  }

  @Test("The right words with the right speakers are all right")
  func right() throws {
    let score = score(
      [
        try quotation("The levy stays", speaker: 0),
        try quotation("nobody would ever pay it", speaker: 1, mention: "One skipper"),
      ],
      speakers: [
        Speaker(name: "Vogt", kind: .person), Speaker(name: "skipper", kind: .unnamed),
      ])
    #expect(score.figures.quotations == Hits(right: 2, found: 2, marked: 2))
    #expect(score.figures.speakers == Share(part: 2, whole: 2))
    #expect(score.figures.wrongNames == Share(part: 0, whole: 2))
  }

  @Test("Words of somebody without a name are right without a speaker when their source is")
  func unnamed() throws {
    let words = "nobody would ever pay it"
    let silent = score([try quotation(words, mention: "One skipper")])
    #expect(silent.figures.speakers.part == 1)
    let unknown = score([try quotation(words)])
    #expect(unknown.figures.speakers.part == 0)
  }

  @Test(
    "A named person is wrong for words of others and of nobody, and a group is not a name",
    arguments: [
      ("The levy stays", Speaker.Kind.person, 1), ("nobody would ever pay it", .person, 1),
      ("It rained all day", .person, 1), ("The levy stays", .organisation, 0),
      ("for rain in the spring", .person, 0),
      ("hoped for rain in the spring. It rained all day on", .person, 0),
    ])
  func wrongNames(words: String, kind: Speaker.Kind, count: Int) throws {
    let name = kind == .person ? "Petra Falk" : "the board"
    let score = score(
      [try quotation(words, speaker: 0)], speakers: [Speaker(name: name, kind: kind)])
    #expect(score.figures.wrongNames == Share(part: count, whole: 1))
    #expect(score.figures.speakers.part == 0)
  }

  @Test("An optional quotation counts neither as found nor as too many")
  func optional() throws {
    let score = score([try quotation("for rain in the spring")])
    #expect(score.figures.quotations == Hits(right: 0, found: 0, marked: 2))
  }

  @Test("A quotation that lies in an optional one with less than half of its words is one too many")
  func mostlyElsewhere() throws {
    let score = score([try quotation("hoped for rain in the spring. It rained all day on")])
    #expect(score.figures.quotations == Hits(right: 0, found: 1, marked: 2))
  }

  @Test("Four fifths of the letters are enough, and less is not")
  func threshold() throws {
    let enough = score([try quotation("would ever pay it")])
    #expect(enough.figures.quotations.right == 0)
    let more = score([try quotation("said nobody would ever pay it")])
    #expect(more.figures.quotations.right == 1)
  }

  @Test("Of two quotations of the same words one is too many; those within others count too")
  func doubles() throws {
    var outer = try quotation("One skipper said nobody would ever pay it")
    outer.inner = [try quotation("nobody would ever pay it")]
    let score = score([outer, try quotation("The levy stays"), try quotation("levy stays")])
    #expect(score.figures.quotations == Hits(right: 2, found: 4, marked: 2))
  }

  @Test("Joint speakers must all be right")
  func joint() throws {
    var words = try quotation("The levy stays", speaker: 0)
    words.others = [1]
    let score = score(
      [words],
      speakers: [
        Speaker(name: "Ines Vogt", kind: .person), Speaker(name: "Petra Falk", kind: .person),
      ])
    #expect(score.figures.speakers.part == 0 && score.figures.wrongNames.part == 1)
  }

  @Test(
    "A place is right word for word, its country by its code; an optional one counts neither way")
  func places() throws {
    let (vienna, oberhafen) = (try span("Vienna"), try span("Oberhafen"))
    let score = score([]) { analysis in
      analysis.places = [Place(name: "Vienna", country: "US"), Place(name: "Oberhafen")]
      analysis.locations = [
        LocationMention(span: vienna, place: 0, confidence: 1),
        LocationMention(span: oberhafen, place: 1, confidence: 1),
      ]
    }
    #expect(score.figures.locations == Hits(right: 1, found: 1, marked: 1))
    #expect(score.figures.countries == Share(part: 0, whole: 1))
  }

  @Test("A person is right word for word")
  func persons() throws {
    let (vogt, skipper) = (try span("Ines Vogt"), try span("One skipper"))
    let score = score([], speakers: [Speaker(name: "Ines Vogt", kind: .person)]) { analysis in
      analysis.persons = [vogt, skipper].map {
        PersonMention(span: $0, speaker: 0, confidence: 1)
      }
    }
    #expect(score.figures.persons == Hits(right: 1, found: 2, marked: 2))
  }

  @Test(
    "An entity is found by its name, with titles, in part, and by what distinguishes it",
    arguments: [
      ("Ines Vogt", "vogt"), ("Vogt", "vogt"), ("Mayor Ines Vogt", "vogt"),
      ("Mayor Vogt", "vogt"), ("the one skipper", "skipper"), ("Ines", nil), ("the mayor", nil),
      ("skipper", "skipper"),
    ])
  func names(name: String, entity: String?) {
    #expect(EntityMatch(passage).entity(named: name)?.id == entity)
  }

  @Test("A table is in columns, with a dash where there is nothing to count")
  func table() {
    var table = FigureTable()
    var figures = Figures()
    figures.quotations = Hits(right: 1, found: 2, marked: 1)
    table.add("wire report", figures)
    #expect(Set(table.lines.map(\.count)).count == 1)
    #expect(table.lines[1].hasPrefix("wire report") && table.lines[1].contains("66.7"))
    #expect(table.lines[1].hasSuffix("–"))
  }
}
