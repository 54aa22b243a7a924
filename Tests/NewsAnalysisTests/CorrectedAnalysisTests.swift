// What readers put right wins over what the program found.

import ArticleModel
import NewsAnalysis
import Testing

@Suite struct CorrectedAnalysisTests {
  private static let text = """
    The port is safe, Ines Vogt said. “No ship may leave,” the mayor told us. Georgia sent help, and \
    Georgia will send more.

    """
  private let article = Article(text, name: "port.txt")

  private func span(_ words: String, _ occurrence: Int = 1) throws -> TextSpan {
    try #require(article.text.places(of: words).dropFirst(occurrence - 1).first)
  }

  /// Two quotations, two speakers, and a Georgia in the wrong part of the world, twice.
  private func found() throws -> Analysis {
    var analysis = Analysis(extent: article.text.span)
    analysis.speakers = [
      Speaker(
        name: "Ines Vogt", kind: .person, aliases: ["she"], mentions: [try span("Ines Vogt")]),
      Speaker(name: "the mayor", kind: .unnamed, mentions: [try span("the mayor")]),
    ]
    analysis.quotations = [
      Quotation(
        spans: [try span("The port is safe")], form: .indirect, mention: try span("Ines Vogt"),
        speaker: 0, confidence: 0.6),
      Quotation(
        spans: [try span("“No ship may leave,”")], form: .direct, mention: try span("the mayor"),
        speaker: 1, confidence: 0.4),
    ]
    (analysis.speakers[0].quotations, analysis.speakers[0].paraphraseWords) = ([0], 4)
    (analysis.speakers[1].quotations, analysis.speakers[1].verbatimWords) = ([1], 4)
    analysis.places = [Place(name: "Georgia", country: "US")]
    analysis.places[0].mentions = [0, 1]
    analysis.locations = [
      LocationMention(span: try span("Georgia"), place: 0, confidence: 0.5),
      LocationMention(span: try span("Georgia", 2), place: 0, confidence: 0.5),
    ]
    return analysis
  }

  private func annotation(
    _ correction: Correction, at spans: [TextSpan], time: String = "2026-01-02T03:04:05Z"
  ) -> Annotation {
    let targets = spans.map {
      AnnotationTarget(source: "port.txt", passage: Passage(of: $0, in: article))
    }
    var annotation = Annotation(kind: .correction, targets: targets, created: Timestamp(time))
    annotation.correction = correction
    return annotation
  }

  private func corrected(_ annotations: Annotation...) throws -> CorrectedAnalysis {
    CorrectedAnalysis(
      try found(), annotations: annotations,
      anchors: Anchoring.resolve(annotations, in: article), text: article.text)
  }

  @Test("Without corrections the analysis is what was found")
  func nothing() throws {
    let result = try corrected(Annotation(kind: .note, targets: []))
    #expect(result.analysis.quotations == (try found()).quotations)
    #expect(result.quotationCorrections == [nil, nil])
  }

  @Test("An accepted quotation is certain")
  func accepted() throws {
    let mark = annotation(.init(.accepted, .quotation), at: [try span("The port is safe")])
    let result = try corrected(mark)
    #expect(result.analysis.quotations[0].confidence == 1)
    #expect(result.analysis.quotations[1].confidence == 0.4)
    #expect(result.quotationCorrections == [mark.id, nil])
    #expect(result.analysis.speakers == (try found()).speakers)
  }

  @Test("A rejected quotation is gone, and its words count for nobody")
  func rejected() throws {
    let result = try corrected(
      annotation(.init(.rejected, .quotation), at: [try span("The port is safe")]))
    #expect(result.analysis.quotations.count == 1)
    #expect(result.analysis.speakers[0].quotations == [])
    #expect(result.analysis.speakers[0].quotedWords == 0)
    #expect(result.analysis.speakers[1].quotations == [0])
    #expect(result.analysis.speakers[1].verbatimWords == 4)
  }

  @Test(
    "A quotation of another speaker counts for that one", arguments: ["the mayor", "She", "Ana"])
  func speaker(name: String) throws {
    let words = name == "She" ? "“No ship may leave,”" : "The port is safe"
    let result = try corrected(
      annotation(.init(.corrected, .quotation, speaker: .named(name)), at: [try span(words)]))
    let quotation = result.analysis.quotations[name == "She" ? 1 : 0]
    let speaker = result.analysis.speakers[try #require(quotation.speaker)]
    #expect(speaker.name == (name == "She" ? "Ines Vogt" : name))
    #expect(speaker.quotedWords == (name == "Ana" ? 4 : 8))
    #expect(quotation.mention == nil)
    #expect(result.analysis.speakers.map(\.quotedWords).reduce(0, +) == 8)
  }

  @Test("A quotation can be nobody's")
  func nobody() throws {
    let result = try corrected(
      annotation(
        .init(.corrected, .quotation, speaker: .nobody), at: [try span("The port is safe")]))
    #expect(result.analysis.quotations[0].speaker == nil)
    #expect(result.analysis.speakers[0].quotedWords == 0)
  }

  @Test("Boundaries are those of the further targets, and so is the form")
  func boundaries() throws {
    let result = try corrected(
      annotation(
        .init(.corrected, .quotation), at: [try span("“No ship may leave,”"), try span("ship may")])
    )
    let quotation = result.analysis.quotations[1]
    #expect(quotation.spans == [try span("ship may")])
    #expect(quotation.form == .indirect)
    #expect(result.analysis.speakers[1].paraphraseWords == 2)
    #expect(result.analysis.speakers[1].verbatimWords == 0)
  }

  @Test("A quotation that was missed is added in its place")
  func missed() throws {
    let result = try corrected(
      annotation(
        .init(.corrected, .quotation, speaker: .named("Georgia")),
        at: [try span("Georgia will send more")]))
    #expect(result.analysis.quotations.count == 3)
    #expect(result.analysis.quotations[2].spans == [try span("Georgia will send more")])
    #expect(result.analysis.speakers.last?.paraphraseWords == 4)
  }

  @Test("What was said last counts")
  func lastCounts() throws {
    let place = try span("The port is safe")
    let late = annotation(
      .init(.corrected, .quotation, speaker: .named("Ana")), at: [place],
      time: "2026-01-03T00:00:00Z")
    let early = annotation(.init(.rejected, .quotation), at: [place], time: "2026-01-01T00:00:00Z")
    let result = try corrected(late, early)
    #expect(result.analysis.quotations.count == 2)
    #expect(result.quotationCorrections[0] == late.id)
  }

  @Test("A place that is another one is so wherever its name stands; a rejected one only there")
  func places() throws {
    let tbilisi = Correction.Place(name: "Georgia", country: "GE", latitude: 42, longitude: 43.5)
    let right = annotation(
      .init(.corrected, .location, place: tbilisi), at: [try span("Georgia")])
    let result = try corrected(right)
    #expect(result.analysis.places.map(\.country) == ["GE"])
    #expect(result.analysis.places[0].mentions == [0, 1])
    #expect(result.analysis.places[0].coordinate?.latitude == 42)
    #expect(result.locationCorrections == [right.id, right.id])
    let none = try corrected(annotation(.init(.rejected, .location), at: [try span("Georgia", 2)]))
    #expect(none.analysis.locations.map(\.span) == [try span("Georgia")])
    #expect(none.analysis.places[0].mentions == [0])
  }

  @Test("What is said of one kind of finding leaves the others as they were found")
  func otherKinds() throws {
    var found = NewsAnalyzer().analyze(article)
    let claim = Claim(span: try #require(found.sentences.first), score: 0.9)
    found.claims = [claim]
    let quotation = try #require(found.quotations.first)
    let location = try #require(found.locations.first)
    let corrections = [
      annotation(.init(.rejected, .claim), at: [claim.span]),
      annotation(.init(.accepted, .quotation), at: [quotation.extent]),
      annotation(.init(.accepted, .location), at: [location.span]),
    ]
    let results = corrections.map { correction in
      CorrectedAnalysis(
        found, annotations: [correction], anchors: Anchoring.resolve([correction], in: article),
        text: article.text)
    }
    for (number, result) in results.enumerated() {
      #expect(result.analysis.persons == found.persons)
      #expect(result.analysis.speakers == found.speakers)
      #expect(result.analysis.places == found.places)
      #expect((result.analysis.claims == found.claims) == (number != 0))
      #expect((result.analysis.quotations == found.quotations) == (number != 1))
      #expect(result.quotationCorrections.first == .some(number == 1 ? corrections[1].id : nil))
      #expect((result.analysis.locations == found.locations) == (number != 2))
      #expect(result.locationCorrections.first == .some(number == 2 ? corrections[2].id : nil))
    }
  }

  @Test("A correction whose words are gone changes nothing")
  func lost() throws {
    var mark = annotation(.init(.rejected, .quotation), at: [try span("The port is safe")])
    mark.targets[0].passage = Passage(exact: "Nobody ever wrote these words here at all")
    #expect(try corrected(mark).analysis.quotations.count == 2)
  }

  @Test("A name has the places that the gazetteer knows")
  func choices() {
    let countries = PlaceChoice.choices(for: "Georgia").map(\.place.country)
    #expect(countries.contains("GE"))
    #expect(countries.contains("US"))
    #expect(PlaceChoice.choices(for: "Xyzzyqux").isEmpty)
  }
}
