// Several people's marks become cases, and decisions become marks that say where they come from.

import Agreement
import ArticleModel
import LosslessJSON
import Sidecars
import Testing

@Suite struct AdjudicationTests {
  let article = Article(
    "The harbour closed on Monday.\nThe owners claimed that 40 ships are waiting.\n", name: "a.txt")
  let now = Timestamp(secondsSinceEpoch: 1_800_000_000)

  private static let loaded = TermReference(pack: "bias", group: "wording", term: "loaded-term")
  private static let verb = TermReference(
    pack: "bias", group: "wording", term: "attribution-verb")

  /// The sidecar of a person who marked these words with these terms.
  private func sidecar(
    of name: String, _ marks: [(String?, AnnotationKind, [TermReference])]
  ) -> SidecarMarks {
    let annotations = marks.map { words, kind, terms in
      let span = words.flatMap { article.text.places(of: $0).first }
      let target = AnnotationTarget(
        source: "a.txt", passage: span.map { Passage(of: $0, in: article) })
      var mark = Annotation(
        kind: kind, targets: [target], creator: Creator(name: name), created: now)
      mark.terms = terms
      return mark
    }
    return SidecarMarks(
      article: article, named: "a.txt", sidecarPath: "a.txt.\(name).annotations.json",
      annotations: annotations, anchors: Anchoring.resolve(annotations, in: article))
  }

  private func example() throws -> Collation {
    try Collation([
      sidecar(
        of: "ana",
        [("harbour", .bias, [Self.loaded]), ("claimed", .bias, [Self.verb]), ("40", .question, [])]),
      sidecar(
        of: "ben",
        [
          ("harbour", .bias, [Self.loaded]), ("owners claimed", .bias, [Self.loaded]),
          (nil, .bias, []),
        ]),
    ])
  }

  @Test("Marks of one kind that share words are one case, in the order of the text")
  func cases() throws {
    let collation = try example()
    #expect(collation.annotators == ["ana", "ben"])
    #expect(collation.cases.map(\.versions.count) == [1, 2, 2, 1])
    #expect(
      collation.cases.map { collation.differences(in: $0) } == [
        [.missing([0])], [], [.words, .terms], [.missing([1])],
      ])
  }

  @Test("Nobody agrees with a mark whose words changed since")
  func changedWords() throws {
    let old = Article(
      article.text.string(in: article.text.span).replacing("closed", with: "opened"), name: "a.txt")
    let words = "The harbour opened on Monday."
    let passage = Passage(of: TextSpan(0..<words.utf8.count), in: old)
    var mark = Annotation(
      kind: .bias, targets: [AnnotationTarget(source: "a.txt", passage: passage)],
      creator: Creator(name: "ana"), created: now)
    mark.terms = [Self.loaded]
    let ana = SidecarMarks(
      article: article, named: "a.txt", sidecarPath: "a.txt.ana.annotations.json",
      annotations: [mark], anchors: Anchoring.resolve([mark], in: article))
    let ben = sidecar(of: "ben", [("The harbour closed on Monday.", .bias, [Self.loaded])])
    let collation = try Collation([ana, ben])
    #expect(collation.cases.map { collation.differences(in: $0) } == [[.words]])
    #expect(collation.cases.first?.versions.first?.doubt == "the wording changed since")
  }

  @Test("A mark goes with the one that it shares most words with, one of each person at most")
  func bestMatch() throws {
    let collation = try Collation([
      sidecar(of: "ana", [("claimed", .bias, []), ("40 ships", .bias, [])]),
      sidecar(of: "ben", [("claimed that 40 ships", .bias, []), ("claimed", .bias, [])]),
    ])
    let words = collation.cases.map { item in
      item.versions.map { $0.annotation.targets.first?.passage?.exact ?? "" }
    }
    #expect(words == [["40 ships", "claimed that 40 ships"], ["claimed", "claimed"]])
  }

  @Test("What everybody marked the same is taken over once, with where it comes from")
  func agreement() throws {
    let collation = try example()
    var result = AnnotationSet()
    let change = try #require(collation.agreement(missingIn: result.annotations))
    result.apply(change)
    #expect(result.annotations.map(\.adjudication?.choice) == [.agreed])
    #expect(
      result.annotations.first?.adjudication?.sources.compactMap(\.creator?.name) == ["ana", "ben"])
    #expect(collation.agreement(missingIn: result.annotations) == nil)
  }

  @Test("Each choice gives the marks that it says, and a later one takes its place")
  func choices() throws {
    let collation = try example()
    let item = collation.cases[2]
    let dora = Creator(name: "Dora")
    var result = AnnotationSet()
    func decide(_ choice: AdjudicationChoice) -> [Annotation] {
      result.apply(
        collation.deciding(
          item, choice, in: result.annotations, by: dora, at: now, naming: .random()))
      return result.annotations
    }
    #expect(decide(.take(1)).map(\.terms) == [[Self.loaded]])
    #expect(result.annotations.first?.creator?.name == "ben")
    #expect(Set(decide(.keepAll).map(\.terms)) == [[Self.verb], [Self.loaded]])
    let own = decide(.replace(with: [Self.verb], note: "both", wordsOf: 0))
    #expect(own.map(\.note) == ["both"] && own.map(\.creator) == [dora])
    #expect(own.first?.targets == item.versions.first?.annotation.targets)
    #expect(decide(.leaveOut).map(\.judgement) == [.disputes])
    #expect(collation.decision(on: item, in: result.annotations)?.choice == .leftOut)
    _ = result.undo()
    #expect(collation.decision(on: item, in: result.annotations)?.choice == .replaced)
  }

  @Test("Decisions survive the way to the sidecar and back")
  func stored() throws {
    let collation = try example()
    var result = AnnotationSet()
    result.apply(
      collation.deciding(
        collation.cases[2], .take(0), in: [], by: Creator(name: "Dora"), at: now, naming: .random())
    )
    let file: JSONValue = ["items": .array(result.annotations.map { $0.json() })]
    let read = try Sidecar(parsing: Array(file.compact().utf8)).annotations
    #expect(read == result.annotations)
    #expect(read.first?.adjudication?.by?.name == "Dora")
    #expect(
      read.first?.adjudication?.sources.map(\.sidecar) == [
        "a.txt.ana.annotations.json", "a.txt.ben.annotations.json",
      ])
  }

  @Test("One sidecar is not enough, and two articles are too many")
  func problems() throws {
    let ana = sidecar(of: "ana", [("harbour", .bias, [])])
    #expect(throws: Collation.Problem.fewerThanTwo) { try Collation([ana]) }
    let other = SidecarMarks(
      article: Article("Something else.\n", name: "b.txt"), named: "b.txt",
      sidecarPath: "b.txt.annotations.json", annotations: [], anchors: [:])
    #expect(throws: Collation.Problem.differentArticles("a.txt", "b.txt")) {
      try Collation([ana, other])
    }
  }
}
