// Places as such: another country, another name, two that are one, none at all.

import ArticleModel
import NewsAnalysis
import Testing

@Suite struct CorrectedPlacesTests {
  private static let text =
    "Georgia voted. Tbilisi, the capital of Georgia, celebrated; Georgia rests.\n"
  private let article = Article(text, name: "vote.txt")

  private func span(_ words: String, _ occurrence: Int = 1) throws -> TextSpan {
    try #require(article.text.places(of: words).dropFirst(occurrence - 1).first)
  }

  private func found() throws -> Analysis {
    var analysis = Analysis(extent: article.text.span)
    analysis.places = [
      Place(name: "Georgia", country: "US"), Place(name: "Tbilisi", country: "GE"),
    ]
    (analysis.places[0].mentions, analysis.places[1].mentions) = ([0, 2, 3], [1])
    analysis.locations = try [
      ("Georgia", 1, 0), ("Tbilisi", 1, 1), ("Georgia", 2, 0), ("Georgia", 3, 0),
    ]
    .map { LocationMention(span: try span($0.0, $0.1), place: $0.2, confidence: 0.5) }
    return analysis
  }

  private func corrected(
    _ says: Correction?, at span: TextSpan? = nil, knowing authority: Authority = Authority()
  ) throws -> CorrectedAnalysis {
    var marks: [Annotation] = []
    if let says, let span {
      let target = AnnotationTarget(source: "vote.txt", passage: Passage(of: span, in: article))
      var mark = Annotation(kind: .correction, targets: [target])
      mark.correction = says
      marks = [mark]
    }
    return CorrectedAnalysis(
      try found(), authority, annotations: marks,
      anchors: Anchoring.resolve(marks, in: article), text: article.text)
  }

  private let caucasus = Correction.Place(name: "Georgia", country: "GE")

  @Test("A country counts for all mentions")
  func country() throws {
    let says = Correction(.corrected, .place, of: "Georgia", place: caucasus)
    let result = try corrected(says, at: try span("Georgia"))
    #expect(result.analysis.places.map(\.country) == ["GE", "GE"])
    #expect(result.analysis.locations.map(\.place) == [1, 0, 1, 1])
    #expect(result.analysis.locations[0].confidence == 1)
    #expect(result.placeCorrections.map { $0 != nil } == [false, true])
  }

  @Test("A mention that is split off is another place alone")
  func split() throws {
    let says = Correction(.split, .place, of: "Georgia", place: caucasus)
    let analysis = try corrected(says, at: try span("Georgia", 2)).analysis
    #expect(analysis.places.map(\.country) == ["US", "GE", "GE"])
    #expect(analysis.locations.map(\.place) == [0, 1, 2, 0])
  }

  @Test("Two places that are one, another name, and no place")
  func others() throws {
    let merged = try corrected(
      Correction(.merged, .place, of: "Tbilisi", name: "Georgia"), at: try span("Tbilisi"))
    #expect(merged.analysis.places.map(\.mentions) == [[0, 1, 2, 3]])
    let renamed = try corrected(
      Correction(.renamed, .place, of: "Tbilisi", name: "Tiflis"), at: try span("Tbilisi"))
    #expect(renamed.analysis.places.map(\.name) == ["Georgia", "Tiflis"])
    let none = try corrected(
      Correction(.rejected, .place, of: "Georgia"), at: try span("Georgia"))
    #expect(none.analysis.places.map(\.name) == ["Tbilisi"])
    #expect(none.analysis.locations.map(\.span) == [try span("Tbilisi")])
  }

  @Test("What a desk knows of a place counts wherever it has that name")
  func authority() throws {
    let known = Authority([
      Authority.Entry(
        id: .random(), says: Correction(.corrected, .place, of: "Georgia", place: caucasus)),
      Authority.Entry(id: .random(), says: Correction(.rejected, .place, of: "Tbilisi")),
    ])
    let analysis = try corrected(nil, knowing: known).analysis
    #expect(analysis.places.map(\.country) == ["GE"])
  }
}
