// The list of claims: what was found, united with what people marked, and what counts as checked.

import ArticleModel
import Corpus
import NewsAnalysis
import TestSupport
import Testing

@Suite struct ClaimListTests {
  private static let article = Article(
    text: ArticleText(
      "The bridge closed in May. The repair costs 4 million euros, twice the budget. Who pays?\n"),
    source: Article.Source(name: "bridge.txt"))

  private static var analysis: Analysis {
    get throws {
      var analysis = Analysis(extent: article.text.span)
      analysis.sentences = try [
        "The bridge closed in May.", "The repair costs 4 million euros, twice the budget.",
        "Who pays?",
      ].map { try #require(article.text.places(of: $0).first) }
      analysis.claimScores = [0.6, 0.9, 0.1]
      analysis.claims = [0, 1].map {
        Claim(span: analysis.sentences[$0], score: analysis.claimScores[$0])
      }
      return analysis
    }
  }

  private func mark(
    _ words: String, _ name: String, _ verdict: String? = nil, _ status: AnnotationStatus = .open,
    group: String = "truth"
  ) throws -> Annotation {
    let span = try #require(Self.article.text.places(of: words).first)
    var mark = Annotation(
      kind: .verification,
      targets: [
        AnnotationTarget(source: "bridge.txt", passage: Passage(of: span, in: Self.article))
      ], creator: Creator(name: name))
    mark.terms =
      verdict.map { [TermReference(pack: "verification", group: group, term: $0)] } ?? []
    mark.status = status
    return mark
  }

  private func list(_ marks: [Annotation]) throws -> ClaimList {
    let anchors = Anchoring.resolve(marks, in: Self.article)
    let corrected = CorrectedAnalysis(
      try Self.analysis, annotations: marks, anchors: anchors, text: Self.article.text)
    return ClaimList(
      FoundClaims(corrected.analysis), marks, anchors: anchors, text: Self.article.text)
  }

  @Test("Found sentences are numbered in the order of the text and ranked by their scores")
  func found() throws {
    let claims = try list([]).claims
    #expect(claims.map(\.number) == [1, 2])
    #expect(claims.map(\.rank) == [2, 1])
    #expect(claims.map(\.isChecked) == [false, false])
  }

  @Test(
    "A mark takes the place of the sentence that it covers half of, and stands beside one otherwise"
  )
  func marked() throws {
    let half = try list([mark("The repair costs 4 million euros", "Ana")])
    #expect(half.claims.map(\.words).last == "The repair costs 4 million euros")
    #expect(half.count == 2)
    let part = try list([mark("twice the budget", "Ana", "refuted")])
    #expect(part.count == 3 && part.checkedCount == 1)
    // Two parts together take the sentence apart.
    let parts = try list([
      mark("The repair costs 4 million", "Ana"), mark("twice the budget", "Ben"),
    ])
    #expect(
      parts.claims.map(\.words)
        == ["The bridge closed in May.", "The repair costs 4 million", "twice the budget"])
    // It ranks as the sentence that it stands in, and one that was not found is a claim by being marked.
    #expect(parts.claims.map(\.rank) == [3, 1, 2])
    #expect(try list([mark("Who pays?", "Ana")]).count == 3)
  }

  @Test(
    "Marks of several people on the same words are one claim, disputed when their verdicts differ")
  func people() throws {
    let words = "The bridge closed in May."
    let agreed = try list([
      mark(words, "Ana", "refuted"), mark("The bridge closed in May", "Ben", "refuted"),
    ])
    #expect(agreed.count == 2)
    #expect(agreed.claims[0].people == ["Ana", "Ben"] && !agreed.claims[0].isDisputed)
    #expect(agreed.claims[0].checkers == ["Ana", "Ben"])
    let differing = try list([mark(words, "Ana", "refuted"), mark(words, "Ben", "supported")])
    #expect(differing.claims[0].isDisputed && !differing.claims[1].isDisputed)
    let mine = differing.claims[0].leadingMark(for: Creator(name: "Ana"))
    #expect(mine?.verdict?.term == "refuted")
    #expect(ClaimChoice.mine.contains(differing.claims[0], for: Creator(name: "Ben")))
    #expect(!ClaimChoice.mine.contains(differing.claims[0], for: Creator(name: "Chloe")))
  }

  @Test(
    "A claim is checked by a verdict on its truth that nobody called unfinished, or by being done",
    arguments: [
      ("refuted", AnnotationStatus.open, "truth", true), (nil, .done, "truth", true),
      ("refuted", .done, "truth", true), (nil, .open, "truth", false),
      (nil, .inProgress, "truth", false), ("refuted", .inProgress, "truth", false),
      ("refuted", .needsSecondSource, "truth", false), ("accurate", .open, "said", false),
      ("accurate", .done, "said", true),
    ] as [(String?, AnnotationStatus, String, Bool)])
  func checked(
    _ verdict: String?, _ status: AnnotationStatus, _ group: String, _ isChecked: Bool
  ) throws {
    let mark = try mark("The bridge closed in May.", "Ana", verdict, status, group: group)
    let list = try list([mark])
    #expect(list.claims[0].isChecked == isChecked)
    #expect(list.checkedCount == (isChecked ? 1 : 0))
    #expect(list.claims[0].checkers == (isChecked ? ["Ana"] : []))
  }

  @Test(
    "A mark that has lost its words is listed last and counts neither as a claim nor as checked")
  func lost() throws {
    var lost = try mark("The bridge closed in May.", "Ana", "refuted")
    lost.targets[0].passage = Passage(exact: "The tunnel was never built at all, the mayor wrote.")
    let list = try list([lost])
    #expect(list.claims.last?.place == .lost && list.claims.last?.number == nil)
    #expect(list.count == 2 && list.checkedCount == 0 && list.lostCount == 1)
    #expect(list.progressInWords == "0 of 2 checked, 1 without its words")
  }

  @Test("A mark on the article as a whole is a claim of its own")
  func wholeArticle() throws {
    var whole = try mark("Who pays?", "Ana", "supported")
    whole.targets = [AnnotationTarget(source: "bridge.txt", passage: nil)]
    let list = try list([whole])
    #expect(list.claims[0].place == .wholeArticle && list.claims[0].number == 1)
    #expect(list.progressInWords == "1 of 3 checked")
  }

  @Test("A sentence that somebody took off is no claim, until somebody puts it back")
  func takenOff() throws {
    var rejection = try mark("The bridge closed in May.", "Ana")
    rejection.kind = .correction
    rejection.correction = Correction(.rejected, .claim)
    rejection.modified = Timestamp("2026-01-01T10:00:00Z")
    #expect(
      try list([rejection]).claims.map(\.words) == [
        "The repair costs 4 million euros, twice the budget."
      ])
    var back = rejection
    back.id = .random()
    back.correction = Correction(.accepted, .claim)
    back.modified = Timestamp("2026-01-02T10:00:00Z")
    #expect(try list([rejection, back]).count == 2)
  }

  @Test("The same claim is found in another list by its marks, else by its words and their place")
  func identity() throws {
    let before = try list([])
    let refuted = try mark("The repair costs 4 million euros", "Ana", "refuted")
    let after = try list([refuted])
    #expect(after.index(of: before.claims[1]) == 1)
    #expect(before.index(of: after.claims[1]) == 1)
    let other = try list([mark("Who pays?", "Ben")]).claims[2]
    #expect(before.index(of: other) == nil)
    #expect(before.nearest(to: other) == 1)
  }

  @Test("Evidence is told by whether it supports the claim")
  func evidence() throws {
    var mark = try mark("The bridge closed in May.", "Ana")
    mark.evidence = [Evidence(url: "https://a.example")]
    #expect(try list([mark]).claims[0].evidenceInWords == "1 source")
    mark.evidence = [
      Evidence(url: "https://a.example", stance: .supports),
      Evidence(url: "https://b.example", stance: .refutes),
      Evidence(url: "https://c.example", stance: .refutes),
      Evidence(url: "https://d.example", stance: .discusses),
    ]
    #expect(try list([mark]).claims[0].evidenceInWords == "1 for, 2 against, 1 other")
  }

  @Test(
    "Evidence belongs to the claim whose words it has half of, or whose verification it answers")
  func marksOfEvidence() throws {
    let verification = try mark("The bridge closed in May.", "Ana", "refuted")
    func evidence(_ words: String, answers: Annotation? = nil) throws -> Annotation {
      var mark = try mark(words, "Ben")
      (mark.kind, mark.repliesTo) = (.evidence, answers?.id)
      return mark
    }
    let marks = try [
      evidence("The repair costs 4 million euros"), evidence("twice the budget"),
      evidence("Who pays?", answers: verification),
      evidence("The bridge closed in May.", answers: verification), evidence("The bridge closed"),
    ]
    func sources(_ marks: [Annotation]) throws -> [[AnnotationID]] {
      try list([verification] + marks).claims.map { $0.sources.map(\.annotation.id) }
    }
    let ids = marks.map(\.id)
    #expect(try sources(marks) == [[ids[2], ids[3], ids[4]], [ids[0]]])
    #expect(try sources(marks.reversed()) == [[ids[4], ids[3], ids[2]], [ids[0]]])
  }
}
