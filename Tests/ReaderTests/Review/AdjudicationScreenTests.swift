// Adjudication by key, and what the screen shows.

import Agreement
import ArticleModel
import Interface
import Screen
import TestSupport
import Testing

@testable import Adjudication

@Suite struct AdjudicationScreenTests {
  let adjudication: Adjudication

  init() throws {
    let article = Article(
      "The harbour closed on Monday.\nThe owners claimed that 40 ships are waiting.\n",
      name: "a.txt")
    func sidecar(_ name: String, _ marks: [(String, String)]) throws -> SidecarMarks {
      let annotations = try marks.map { words, term in
        let span = try #require(article.text.places(of: words).first)
        let target = AnnotationTarget(source: "a.txt", passage: Passage(of: span, in: article))
        var mark = Annotation(
          kind: .bias, targets: [target], creator: Creator(name: name),
          created: Timestamp(secondsSinceEpoch: 1_800_000_000))
        mark.terms = [TermReference(pack: "bias", group: "wording", term: term)]
        return mark
      }
      return SidecarMarks(
        article: article, named: "a.txt", sidecarPath: "a.txt.\(name).annotations.json",
        annotations: annotations, anchors: Anchoring.resolve(annotations, in: article))
    }
    adjudication = try Adjudication([
      sidecar(
        "Ana", [("harbour", "euphemism"), ("claimed", "euphemism"), ("ships", "loaded-term")]),
      sidecar("Ben", [("harbour", "euphemism"), ("claimed", "loaded-term")]),
    ])
  }

  private func state(rows: Int = 18, columns: Int = 90) -> AdjudicationState {
    var setup = AdjudicationState.Setup()
    setup.author = Creator(name: "Dora")
    setup.shelf = TaxonomyShelf([.bias])
    setup.clock = { Timestamp(secondsSinceEpoch: 1_800_090_000) }
    var state = AdjudicationState(adjudication, setup)
    _ = reduce(into: &state, .resize(Size(rows: Row(rows), columns: Column(columns))))
    _ = reduce(into: &state, .begin)
    return state
  }

  private func type(_ text: String, _ state: inout AdjudicationState) {
    for character in text { _ = reduce(into: &state, .key(.character(character))) }
  }

  @Test("Cases above, the versions side by side below; what is agreed on is folded")
  func screen() {
    expectScreen(draw(state()), matches: "compare-two")
  }

  @Test("l takes the right mark and goes on, u takes that back, x keeps both")
  func deciding() {
    var state = state()
    #expect(state.decided.annotations.count == 1)
    type("l", &state)
    #expect(draw(state).lines[0].hasSuffix("1 of 2 decided"))
    #expect(state.decided.annotations.last?.creator?.name == "Ben")
    #expect(draw(state).lines[2].contains("▸"))
    type("u", &state)
    #expect(draw(state).lines[0].hasSuffix("0 of 2 decided"))
    type("ggx", &state)
    #expect(state.decided.annotations.count == 3)
  }

  @Test("What one did not mark cannot be taken; it can be left out")
  func missing() {
    var state = state()
    type("jl", &state)
    #expect(draw(state).lines.contains { $0.contains("Ben did not mark this · X takes none") })
    type("X", &state)
    #expect(state.decided.annotations.last?.judgement == .disputes)
  }

  @Test("Another mark takes a term and a note")
  func another() {
    var state = state()
    type("ielet both be", &state)
    _ = reduce(into: &state, .key(.named(.escape)))
    let mark = state.decided.annotations.last
    #expect(mark?.note == "let both be" && mark?.adjudication?.choice == .replaced)
    #expect(mark?.creator?.name == "Dora")
  }

  @Test("Names are hidden on request, and what is agreed on can be shown")
  func names() {
    var state = state()
    type("gN", &state)
    #expect(draw(state).lines[0].contains("reader 1 | reader 2"))
    #expect(!draw(state).lines.joined().contains("Ana"))
    type("z", &state)
    #expect(draw(state).lines[1].contains("“harbour”"))
  }

  @Test("No key makes it crash at any size", arguments: [(3, 10), (5, 20), (18, 90)])
  func anyKeys(_ rows: Int, _ columns: Int) {
    var state = state(rows: rows, columns: columns)
    var chance = Chance(seed: 7)
    let keys: [Key] =
      "jkhlvVxXsozdiugG?123n".map(Key.character)
      + [.named(.enter), .named(.escape), .named(.backspace), .control("r")]
    for _ in 0..<300 {
      _ = reduce(into: &state, .key(chance.pick(keys)))
      #expect(draw(state).lines.count == rows)
    }
  }
}
