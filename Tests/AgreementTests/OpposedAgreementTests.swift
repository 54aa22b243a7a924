// Agreeing in a review with a mark that one says otherwise of in a mark of one's own: no agreement.

import ArticleModel
import Testing

@testable import Agreement

@Suite struct OpposedAgreementTests {
  private let article = Article("It rained on Monday. It snowed on Tuesday.", name: "a.txt")

  private func mark(
    _ words: String, _ kind: AnnotationKind, _ term: TermReference, by name: String
  ) -> Annotation {
    let span = article.text.places(of: words).first ?? TextSpan(0..<9)
    let target = AnnotationTarget(source: "a.txt", passage: Passage(of: span, in: article))
    var mark = Annotation(
      kind: kind, targets: [target], creator: Creator(name: name),
      created: Timestamp("2026-01-02T03:04:05Z"))
    mark.terms = [term]
    return mark
  }

  private func truth(_ term: String) -> TermReference {
    TermReference(pack: "verification", group: "truth", term: term)
  }

  private func wording(_ term: String) -> TermReference {
    TermReference(pack: "bias", group: "wording", term: term)
  }

  private func agreeing(with mark: Annotation, at day: Int = 3) -> Annotation {
    Annotation(
      reviewing: mark, .agrees, by: Creator(name: "Ben"),
      at: Timestamp("2026-01-0\(day)T00:00:00Z"))
  }

  private func sidecar(_ annotations: [Annotation]) -> SidecarMarks {
    SidecarMarks(
      article: article, named: "a.txt", sidecarPath: "a.json", annotations: annotations,
      anchors: Anchoring.resolve(annotations, in: article))
  }

  @Test("Who gives a verdict of their own on the same words does not agree by going through it")
  func verdict() throws {
    let hers = mark("It rained on Monday.", .verification, truth("supported"), by: "Ana")
    let his = mark("It rained on Monday", .verification, truth("refuted"), by: "Ben")
    let other = mark("It snowed on Tuesday.", .verification, truth("supported"), by: "Ana")
    let sidecar = sidecar([hers, other, his, agreeing(with: hers), agreeing(with: other)])
    let people = sidecar.byPerson
    #expect(people.map(\.person) == ["Ana", "Ben"])
    #expect(people[1].marks.map(\.id) == [other.id, his.id])
    let collation = try Collation(people)
    #expect(collation.cases.map { collation.isAgreed($0) } == [false, true])
    #expect(collation.cases[0].versions.map(\.annotation.id) == [hers.id, his.id])
  }

  @Test("The same holds for another reading of the same words, and not for what adds to it")
  func reading() {
    let hers = mark("rained on Monday", .bias, wording("loaded-term"), by: "Ana")
    var his = mark("rained on Monday", .bias, wording("euphemism"), by: "Ben")
    #expect(!sidecar([hers, his, agreeing(with: hers)]).byPerson[1].marks.contains(hers))
    his.terms.append(wording("loaded-term"))
    #expect(sidecar([hers, his, agreeing(with: hers)]).byPerson[1].marks.contains(hers))
    let elsewhere = mark("Tuesday", .bias, wording("euphemism"), by: "Ben")
    #expect(sidecar([hers, elsewhere, agreeing(with: hers)]).byPerson[1].marks.contains(hers))
  }

  @Test("What was agreed on goes out of the decisions when somebody has come to differ")
  func outdated() throws {
    let hers = mark("It rained on Monday.", .verification, truth("supported"), by: "Ana")
    let before = try Collation(sidecar([hers, agreeing(with: hers)]).byPerson)
    let taken = try #require(before.agreement(missingIn: []))
    #expect(taken.summary == "took over 1 mark that Ben agrees with")
    var result = AnnotationSet()
    result.apply(taken)
    let his = mark("It rained on Monday.", .verification, truth("refuted"), by: "Ben")
    let after = try Collation(sidecar([hers, agreeing(with: hers), his]).byPerson)
    let change = try #require(after.agreement(missingIn: result.annotations))
    #expect(change.summary == "took out 1 mark on which people differ now")
    result.apply(change)
    #expect(result.annotations.isEmpty)
    #expect(after.agreement(missingIn: []) == nil)
  }

  @Test("What is in somebody’s copy is not agreed on; what they object and reply is known")
  func copies() throws {
    let hers = mark("It rained on Monday.", .verification, truth("supported"), by: "Ana")
    let other = mark("It snowed on Tuesday.", .verification, truth("supported"), by: "Ana")
    var review = Annotation(
      reviewing: hers, .disputes, by: Creator(name: "Ben"),
      at: Timestamp(secondsSinceEpoch: 1_800_000_000))
    review.note = "It was dry."
    var reply = Annotation(kind: .reply, targets: [], creator: Creator(name: "Ben"))
    (reply.repliesTo, reply.note) = (hers.id, "Ask the weather office.")
    let own = SidecarMarks(
      article: article, named: "a.txt", sidecarPath: "a.json", annotations: [hers, other],
      anchors: Anchoring.resolve([hers, other], in: article))
    let back = sidecar([hers, other, review, reply])
    let collation = try Collation(try #require(SidecarMarks.byPerson(across: [own, back])))
    let item = collation.cases[0]
    #expect(!collation.isAgreed(item) && collation.isDisputed(item, by: 1))
    #expect(collation.replies(to: item, by: 1).map(\.note) == ["Ask the weather office."])
    #expect(collation.isHeld(collation.cases[1], by: 1))
    #expect(!collation.isDisputed(collation.cases[1], by: 1))
    let now = Timestamp(secondsSinceEpoch: 1_800_000_100)
    let change = collation.deciding(
      item, .take(0), in: [], by: nil, at: now, naming: AnnotationID("urn:x:1"))
    guard case .insert(let decided) = change.edits.last else { return #expect(Bool(false)) }
    let said = decided.adjudication?.sources.map(\.said)
    #expect(said == ["verification", "disagrees: It was dry."])
  }

  @Test("Another verdict takes no evidence that speaks against it")
  func evidence() throws {
    var hers = mark("It rained on Monday.", .verification, truth("refuted"), by: "Ana")
    hers.evidence = [
      Evidence(url: "https://example.org/1", stance: .refutes),
      Evidence(url: "https://example.org/2"),
    ]
    let his = mark("It rained on Monday.", .verification, truth("partly-true"), by: "Ben")
    let collation = try Collation(sidecar([hers, his]).byPerson)
    let change = collation.deciding(
      collation.cases[0], .replace(with: [truth("supported")], note: "", wordsOf: 0), in: [],
      by: nil, at: Timestamp(secondsSinceEpoch: 1_800_000_100), naming: AnnotationID("urn:x:1"))
    guard case .insert(let decided) = change.edits.last else { return #expect(Bool(false)) }
    #expect(decided.evidence.map(\.url) == ["https://example.org/2"])
  }
}
