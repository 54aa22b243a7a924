// Whose words a mark is about.

import ArticleModel
import NewsAnalysis
import Testing

@Suite struct VoicesTests {
  private let text = ArticleText(
    "“It rains,” said Ana. Ben said that it snows. “So they say.” The harbour was closed.")

  private func span(_ words: String) throws -> TextSpan {
    try #require(text.places(of: words).first)
  }

  /// Ana is quoted, Ben paraphrased, somebody unknown quoted.
  private func analysis() throws -> Analysis {
    var analysis = Analysis(extent: text.span)
    analysis.speakers = [
      Speaker(name: "Ana", kind: .person), Speaker(name: "Ben", kind: .person),
    ]
    analysis.quotations = [
      Quotation(spans: [try span("“It rains,”")], form: .direct, speaker: 0, confidence: 1),
      Quotation(spans: [try span("that it snows")], form: .indirect, speaker: 1, confidence: 1),
      Quotation(spans: [try span("“So they say.”")], form: .direct, confidence: 1),
    ]
    return analysis
  }

  private func voice(
    _ words: String..., in kind: AnnotationKind = .verification,
    saying change: (inout Annotation) -> Void = { _ in }
  ) throws -> Voice? {
    var mark = Annotation(kind: kind, targets: [])
    change(&mark)
    return Voices(try analysis()).voice(of: mark, at: try words.map(span))
  }

  @Test(
    "Who claims a sentence is who says much of it, and the outlet where hardly anything is said")
  func claimants() throws {
    let voices = Voices(try analysis())
    func claimant(_ sentence: String) throws -> Voice? { voices.claimant(of: try span(sentence)) }
    #expect(try claimant("“It rains,” said Ana.") == .named("Ana"))
    #expect(try claimant("Ben said that it snows.") == .named("Ben"))
    #expect(try claimant("The harbour was closed.") == .outlet)
    #expect(try claimant("“So they say.” The harbour was closed.") == .unnamed)
    #expect(try claimant("that it snows. “So they say.” The harbour was closed.") != .outlet)
    #expect(try claimant("y.” The harbour was closed.") == .outlet)
  }

  @Test("Words of a quotation are its speaker's, all others the outlet's")
  func one() throws {
    #expect(try voice("rains") == .named("Ana"))
    #expect(try voice("snows") == .named("Ben"))
    #expect(try voice("they") == .unnamed)
    #expect(try voice("harbour") == .outlet)
  }

  @Test("The wording of a paraphrase is the outlet's, the statement in it its speaker's")
  func wording() throws {
    #expect(try voice("snows", in: .bias) == .outlet)
    #expect(try voice("rains", in: .bias) == .named("Ana"))
    #expect(try voice("It rains", "that it snows", in: .bias) == .outlet)
    #expect(try voice("snows", in: .question) == .named("Ben"))
  }

  @Test("What the mark says wins, its voice before its claimant")
  func stated() throws {
    #expect(try voice("rains") { $0.voice = "outlet" } == .outlet)
    #expect(try voice("rains") { $0.claim.claimant = "Cleo" } == .named("Cleo"))
    #expect(
      try voice("rains") {
        $0.voice = "Dora"
        $0.claim.claimant = "Cleo"
      } == .named("Dora"))
  }

  @Test("Whoever says most of the marked words has the mark, over all its passages")
  func most() throws {
    #expect(try voice("“It rains,” said") == .named("Ana"))
    #expect(try voice("rains,” said Ana. Ben") == .outlet)
    #expect(try voice("It rains", "that it snows") == .named("Ben"))
    #expect(try voice("rains", "snows") == .named("Ana"))
    #expect(try voice("snows", "rains") == .named("Ana"))
  }

  @Test("A mark without words is nobody's unless it says whose")
  func none() throws {
    #expect(try voice() == nil)
    #expect(try voice { $0.voice = "Dora" } == .named("Dora"))
  }

  @Test("A correction of the speaker wins over what was found")
  func corrected() throws {
    let article = Article(text: text, source: Article.Source(name: "a.txt"))
    var correction = Annotation(
      kind: .correction,
      targets: [
        AnnotationTarget(
          source: "a.txt", passage: Passage(of: try span("“It rains,”"), in: article))
      ])
    correction.correction = Correction(
      .corrected, .quotation, speaker: .named("Eve"))
    let corrected = CorrectedAnalysis(
      try analysis(), annotations: [correction],
      anchors: Anchoring.resolve([correction], in: article), text: text)
    #expect(
      Voices(corrected.analysis).voice(of: [try span("rains")], asWording: true) == .named("Eve"))
  }
}
