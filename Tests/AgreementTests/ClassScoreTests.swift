// A class of four held against a key: hits, misses and extras, and what counts as the same words.

import ArticleModel
import Testing

@testable import Agreement

@Suite struct ClassScoreTests {
  private let article = Article(
    """
    Council guts the night bus

    The council guts the night bus. Fares will soar by 40 percent, officials claimed on Monday.

    Experts say the plan makes no sense. The hordes who ride at night must walk.

    """, name: "story.txt")

  private func mark(_ words: String, _ terms: String..., by person: String) throws -> Annotation {
    let span = try #require(article.text.places(of: words).last)
    var mark = Annotation(
      kind: .bias,
      targets: [AnnotationTarget(source: "story.txt", passage: Passage(of: span, in: article))],
      creator: Creator(name: person), created: Timestamp("2026-03-02T10:00:00Z"))
    mark.terms = terms.map { TermReference(pack: "bias", group: "wording", term: $0) }
    return mark
  }

  private func anchors(_ marks: [Annotation]) -> [AnnotationID: [Anchor]] {
    Anchoring.resolve(marks, in: article)
  }

  private func key() throws -> AnswerKey {
    let marks = try [
      mark("guts the night bus", "loaded-term", by: "Dana"),
      mark("claimed", "judging-attribution", by: "Dana"),
      mark("hordes", "labelling", by: "Dana"),
    ]
    return AnswerKey(article, named: "story.txt", marks: marks, anchors: anchors(marks))
  }

  private func submission(
    _ person: String, _ marks: [Annotation], handedIn: Timestamp? = nil,
    absent: Set<AnnotationID> = []
  ) -> Submission {
    Submission(
      by: person, on: 0, marks: marks, anchors: anchors(marks), handedIn: handedIn, absent: absent)
  }

  private func score(_ submissions: Submission...) throws -> ClassScore {
    ClassScore(keys: [try key()], submissions: submissions)
  }

  @Test("Who marks a little more or less than the key agrees with it")
  func hits() throws {
    let score = try score(
      submission(
        "Ana",
        [
          mark("guts", "loaded-term", by: "Ana"),
          mark("officials claimed", "judging-attribution", by: "Ana"),
          mark("The hordes who ride at night must walk.", "labelling", by: "Ana"),
        ]))
    #expect(score.learners[0].tally == Tally(hits: 3, misses: 0, otherwise: 0, extras: 0))
  }

  @Test("Who shares only the edge of a passage does not")
  func edges() throws {
    let score = try score(
      submission("Ana", [mark("bus. Fares will soar by 40", "loaded-term", by: "Ana")]))
    #expect(score.learners[0].tally == Tally(hits: 0, misses: 3, otherwise: 0, extras: 1))
  }

  @Test("Another term on the same words is a miss, an extra, and told as what it is")
  func otherTerms() throws {
    let score = try score(submission("Ben", [mark("hordes", "loaded-term", by: "Ben")]))
    let learner = score.learners[0]
    #expect(learner.tally == Tally(hits: 0, misses: 3, otherwise: 1, extras: 1))
    let outcome = learner.submissions[0].outcomes[2]
    let answer = Answer(
      kind: .bias,
      content: .term(TermReference(pack: "bias", group: "wording", term: "loaded-term")))
    #expect(outcome == .otherwise([answer]))
    let hordes = try #require(score.missed.first { $0.point.quote == "hordes" })
    #expect(hordes.instead.map(\.answer) == [answer])
  }

  @Test("One mark over everything hits one point, not all")
  func oneForAll() throws {
    let key = try mark("guts the night bus", "loaded-term", by: "Dana")
    let other = try mark("soar", "loaded-term", by: "Dana")
    let whole = try mark(
      "The council guts the night bus. Fares will soar by 40 percent", "loaded-term", by: "Cleo")
    let sheet = AnswerKey(
      article, named: "story.txt", marks: [key, other], anchors: anchors([key, other]))
    let score = ClassScore(keys: [sheet], submissions: [submission("Cleo", [whole])])
    #expect(score.learners[0].tally == Tally(hits: 1, misses: 1, otherwise: 0, extras: 0))
  }

  @Test("A mark with two terms is two points, and each is found by itself")
  func twoTerms() throws {
    let key = try mark("hordes", "labelling", "loaded-term", by: "Dana")
    let sheet = AnswerKey(article, named: "story.txt", marks: [key], anchors: anchors([key]))
    let found = try mark("hordes", "labelling", by: "Ben")
    let score = ClassScore(keys: [sheet], submissions: [submission("Ben", [found])])
    #expect(score.tally == Tally(hits: 1, misses: 1, otherwise: 0, extras: 0))
  }

  @Test("What is private, late or nowhere in the text of the key is left aside and counted")
  func leftAside() throws {
    var secret = try mark("hordes", "labelling", by: "Dora")
    secret.isPrivate = true
    var late = try mark("claimed", "judging-attribution", by: "Dora")
    late.created = Timestamp("2026-03-03T10:00:00Z")
    var changed = try mark("guts the night bus", "loaded-term", by: "Dora")
    changed.modified = Timestamp("2026-03-03T10:00:00Z")
    var lost = try mark("hordes", "labelling", by: "Dora")
    lost.targets[0].passage = Passage(exact: "a sentence of another text altogether")
    let score = try score(
      submission(
        "Dora", [secret, late, changed, lost], handedIn: Timestamp("2026-03-02T12:00:00Z")))
    #expect(score.tally == Tally(hits: 1, misses: 2, otherwise: 0, extras: 0))
    #expect(
      score.learners[0].unscored
        == Submission.Unscored(privateMarks: 1, lost: 1, late: 1, changedLate: 1))
  }

  @Test("Marks made after handing in was taken back count, and how many they are is said")
  func takenBack() throws {
    var late = try mark("claimed", "judging-attribution", by: "Dora")
    late.created = Timestamp("2026-03-03T10:00:00Z")
    let submission = Submission(
      by: "Dora", on: 0, marks: [late], anchors: anchors([late]),
      handedIn: Timestamp("2026-03-04T12:00:00Z"), firstHandedIn: Timestamp("2026-03-02T12:00:00Z"))
    #expect(submission.unscored == Submission.Unscored(reopened: 1))
    #expect(try score(submission).tally.hits == 1)
  }

  @Test("What a learner's own text does not have is no miss")
  func absent() throws {
    let sheet = try key()
    let id = sheet.points[2].mark.id
    let score = ClassScore(
      keys: [sheet], submissions: [submission("Ana", []), submission("Cleo", [], absent: [id])])
    #expect(score.learners.map(\.tally.points) == [3, 2])
    #expect(score.learners[1].submissions[0].outcomes[2] == .absent)
    #expect(score.missed.first { $0.point.mark.id == id }?.asked == 1)
  }

  @Test("The passages that most missed come first, and what several marked beside the key is found")
  func overview() throws {
    func own(_ person: String, _ words: String, _ term: String) throws -> Annotation {
      try mark(words, term, by: person)
    }
    let score = try score(
      submission(
        "Ana", [own("Ana", "claimed", "judging-attribution"), own("Ana", "soar", "loaded-term")]),
      submission(
        "Ben",
        [own("Ben", "guts the night bus", "loaded-term"), own("Ben", "will soar", "loaded-term")]),
      submission("Cleo", [own("Cleo", "claimed", "judging-attribution")]), submission("Dora", []))
    #expect(score.missed.map(\.misses) == [4, 3, 2])
    #expect(score.missed[0].point.quote == "hordes")
    #expect(score.sharedExtras.map(\.count) == [2])
    #expect(score.sharedExtras[0].example.quote == "soar")
    #expect(score.tally == Tally(hits: 3, misses: 9, otherwise: 0, extras: 2))
    #expect(score.byAnswer.map(\.tally.points) == [4, 4, 4])
  }
}
