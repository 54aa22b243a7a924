// Who agrees with whose marks: the latest word of each person counts, and not against a mark of their own.

import Testing

@testable import ArticleModel

@Suite struct JudgementsTests {
  private static let mark = AnnotationID("urn:test:mark")

  private func review(
    _ judgement: Judgement, by name: String, at time: String?
  ) -> Annotation {
    var review = Annotation(
      kind: .review, targets: [], creator: Creator(name: name), created: time.map { Timestamp($0) })
    review.repliesTo = Self.mark
    review.terms = [judgement.term]
    return review
  }

  private func mark(
    _ kind: AnnotationKind = .bias, by name: String, on words: String = "steadily fanning",
    id: AnnotationID = .random(), _ change: (inout Annotation) -> Void = { _ in }
  ) -> Annotation {
    var mark = Annotation(
      id: id, kind: kind,
      targets: [AnnotationTarget(source: "a.txt", passage: Passage(exact: words))],
      creator: Creator(name: name))
    change(&mark)
    return mark
  }

  private func verdict(_ term: String) -> TermReference {
    TermReference(pack: "verification", group: "truth", term: term)
  }

  @Test("Of two reviews by the same person, the later one counts, in whatever order they are kept")
  func latest() {
    let first = review(.disputes, by: "Ben", at: "2026-01-02T03:04:05Z")
    let second = review(.agrees, by: "Ben", at: "2026-01-02T04:04:05+01:00")
    let third = review(.agrees, by: "Ben", at: "2026-02-02T03:04:05Z")
    let other = review(.disputes, by: "Cleo", at: "2026-01-01T00:00:00Z")
    for reviews in [[first, third, other], [third, other, first]] {
      let latest = Judgements.latest(in: reviews)
      #expect(latest.count == 2)
      #expect(latest.first { $0.creator?.name == "Ben" }?.judgement == .agrees)
      #expect(latest.first { $0.creator?.name == "Cleo" }?.judgement == .disputes)
    }
    // The same moment, written in another time zone: the one that was kept later counts.
    #expect(Judgements.latest(in: [first, second]).map(\.judgement) == [.agrees])
    #expect(Judgements.latest(in: [second, first]).map(\.judgement) == [.disputes])
  }

  @Test("Without a time, the review that was kept later counts")
  func untimed() {
    let first = review(.agrees, by: "Ben", at: nil)
    let second = review(.disputes, by: "Ben", at: "2026-01-02T03:04:05Z")
    #expect(Judgements.latest(in: [first, second]).map(\.judgement) == [.disputes])
    #expect(Judgements.latest(in: [second, first]).map(\.judgement) == [.agrees])
  }

  @Test(
    "Who agrees with a verdict and gives another one does not agree, also when the words are gone")
  func opposed() {
    let marks = ["supported", "refuted"].map { term in
      (name: term, mark: mark(.verification, by: "Ben") { $0.terms = [verdict(term)] })
    }
    let ana = mark(.verification, by: "Ana", id: Self.mark) { $0.terms = [verdict("refuted")] }
    let agreement = review(.agrees, by: "Ben", at: nil)
    for (name, ben) in marks {
      let place = [Anchor(.exact, TextSpan(10..<27), score: 1)]
      for anchors in [[:], [ana.id: place, ben.id: place]] {
        let judgements = Judgements([ana, ben, agreement], anchors: anchors)
        #expect(judgements.isOpposed(agreement) == (name == "supported"))
        #expect(judgements.agreements.count == (name == "supported" ? 0 : 1))
      }
    }
    let elsewhere = mark(.verification, by: "Ben", on: "other words") {
      $0.terms = [verdict("supported")]
    }
    #expect(Judgements([ana, elsewhere, agreement], anchors: [:]).agreements.count == 1)
    let own = mark(.verification, by: "Ana") { $0.terms = [verdict("supported")] }
    #expect(Judgements([ana, own, agreement], anchors: [:]).agreements.count == 1)
  }

  @Test("Who corrects the same finding otherwise does not agree with the first correction")
  func corrections() {
    func correction(by name: String, _ speaker: String, id: AnnotationID = .random()) -> Annotation
    {
      mark(.correction, by: name, id: id) {
        $0.correction = Correction(.corrected, .quotation, speaker: .named(speaker))
      }
    }
    let ana = correction(by: "Ana", "Shoigu", id: Self.mark)
    let agreement = review(.agrees, by: "Ben", at: nil)
    for (speaker, count) in [("Shoigu", 1), ("Putin", 0)] {
      let ben = correction(by: "Ben", speaker)
      #expect(Judgements([ana, ben, agreement], anchors: [:]).agreements.count == count)
    }
  }
}
