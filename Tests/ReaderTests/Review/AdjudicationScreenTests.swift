// Adjudication by key, and what the screen shows.

import Agreement
import ArticleModel
import Interface
import Screen
import TestSupport
import Testing

@testable import Adjudication

@Suite struct AdjudicationScreenTests {
  let collation: Collation

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
    collation = try Collation([
      sidecar(
        "Ana", [("harbour", "euphemism"), ("claimed", "euphemism"), ("ships", "loaded-term")]),
      sidecar("Ben", [("harbour", "euphemism"), ("claimed", "loaded-term")]),
    ])
  }

  private func sitting(rows: Int = 18, columns: Int = 90) -> Application {
    let stage = Stage(
      shelf: TaxonomyShelf([.bias]), author: Creator(name: "Dora"),
      clock: { Timestamp(secondsSinceEpoch: 1_800_090_000) })
    let size = Size(rows: Row(rows), columns: Column(columns))
    var sitting = Application(on: stage, size: size)
    let name = sitting.begin(AdjudicationState(collation, .init(), on: stage))
    _ = sitting.deliver(.desk(AdjudicationAnswer.begin), to: name)
    return sitting
  }

  private func type(_ text: String, _ sitting: inout Application) {
    for character in text { _ = sitting.handle(.key(.character(character))) }
  }

  private func decided(_ sitting: Application) -> [Annotation] {
    (sitting.surfaces.first as? AdjudicationState)?.decided.annotations ?? []
  }

  @Test("Cases above, the versions side by side below; what is agreed on is folded")
  func screen() {
    expectScreen(sitting().frame, matches: "compare-two")
  }

  @Test("l takes the right mark and goes on, u takes that back, x keeps both")
  func deciding() {
    var sitting = sitting()
    #expect(decided(sitting).count == 1)
    type("l", &sitting)
    #expect(sitting.frame.lines[0].hasSuffix("1 of 2 decided"))
    #expect(decided(sitting).last?.creator?.name == "Ben")
    #expect(sitting.frame.lines[2].contains("▸"))
    type("u", &sitting)
    #expect(sitting.frame.lines[0].hasSuffix("0 of 2 decided"))
    type("ggx", &sitting)
    #expect(decided(sitting).count == 3)
  }

  @Test(
    "A case stands in its article, and a decision says whose mark it took",
    arguments: [
      (45, 140), (24, 80),
    ])
  func inArticle(_ rows: Int, _ columns: Int) {
    var sitting = sitting(rows: rows, columns: columns)
    let lines = sitting.frame.lines
    let rule = lines.firstIndex { $0.hasPrefix("───") } ?? 0
    #expect(rule <= 4 && rows - rule > rows / 2)
    let below = lines[rule...]
    #expect(below.contains { $0.contains("The harbour closed on Monday.") })
    #expect(below.contains { $0.contains("waiting.") })
    #expect(below.contains { $0.contains("Ana") && $0.contains("Ben") })
    type("l", &sitting)
    #expect(sitting.frame.lines[1].contains("took Ben’s · decided by you"))
    #expect(sitting.frame.lines.contains { $0.contains("took the mark of Ben") })
    type("gN", &sitting)
    #expect(sitting.frame.lines[1].contains("took reader 2’s"))
    #expect(!sitting.frame.lines.joined().contains("Ben"))
  }

  @Test("A decision that somebody else made gives way when asked for once more, and is kept")
  func overruling() {
    var first = sitting()
    type("l", &first)
    var setup = AdjudicationState.Setup()
    setup.result = AnnotationSet(
      decided(first), past: (first.surfaces.first as? AdjudicationState)?.decided.past ?? [])
    let stage = Stage(
      shelf: TaxonomyShelf([.bias]), author: Creator(name: "Eve"),
      clock: { Timestamp(secondsSinceEpoch: 1_800_090_000) })
    var second = Application(on: stage, size: Size(rows: 24, columns: 80))
    second.begin(AdjudicationState(collation, setup, on: stage))
    type("u", &second)
    #expect(decided(second) == decided(first))
    #expect(second.frame.lines.contains { $0.contains("by Dora; you cannot undo it") })
    type("ggh", &second)
    #expect(second.frame.lines.contains { $0.contains("decided by Dora") })
    #expect(decided(second) == decided(first))
    type("E", &second)
    let mark = decided(second).last
    #expect(mark?.creator?.name == "Ana" && mark?.adjudication?.by?.name == "Eve")
    #expect(mark?.revisions.first?.was.creator?.name == "Ben")
  }

  private func exported(_ sitting: inout Application, _ key: Key) -> [Effect] {
    sitting.handle(.key(key)).map(\.effect)
  }

  @Test("An export of what all agreed on says what is left out")
  func exporting() {
    var sitting = sitting(rows: 24, columns: 80)
    type(":export markdown agreed.md", &sitting)
    #expect(
      exported(&sitting, .named(.enter)) == [
        .desk(
          .export(
            AgreedExport(
              format: "markdown", path: "agreed.md",
              leftOut: "2 cases that nobody has decided")))
      ])
  }

  @Test("Once something is decided, an export asks how much goes into it", arguments: ["a", "e"])
  func exportingDecisions(_ key: Character) {
    var sitting = sitting(rows: 24, columns: 80)
    type("X:export markdown out.md", &sitting)
    #expect(exported(&sitting, .named(.enter)).isEmpty)
    let lines = sitting.frame.lines
    #expect(lines.contains { $0.contains("what goes into out.md") })
    #expect(lines.contains { $0.contains("what all agreed on") })
    #expect(lines.contains { $0.contains("everything decided") })
    let isAll = key == "e"
    let rest = "1 case that nobody has decided"
    #expect(
      exported(&sitting, .character(key)) == [
        .desk(
          .export(
            AgreedExport(
              extent: isAll ? .everythingDecided : .agreed, format: "markdown", path: "out.md",
              leftOut: isAll ? rest : "1 case that was decided, \(rest)")))
      ])
  }

  @Test("In one sidecar, whoever agrees with a mark in a review has made it too")
  func oneSidecar() throws {
    let article = collation.article
    func mark(_ words: String, _ name: String, _ term: String) throws -> Annotation {
      let span = try #require(article.text.places(of: words).first)
      let target = AnnotationTarget(source: "a.txt", passage: Passage(of: span, in: article))
      var mark = Annotation(kind: .bias, targets: [target], creator: Creator(name: name))
      mark.terms = [TermReference(pack: "bias", group: "wording", term: term)]
      return mark
    }
    let marks = [
      try mark("harbour", "Ana", "euphemism"), try mark("claimed", "Ana", "euphemism"),
      try mark("ships", "Ana", "euphemism"), try mark("claimed", "Ben", "loaded-term"),
    ]
    let ben = Creator(name: "Ben")
    let now = Timestamp(secondsSinceEpoch: 0)
    let reviews = [
      Annotation(reviewing: marks[0], .agrees, by: ben, at: now),
      Annotation(reviewing: marks[2], .disputes, by: ben, at: now),
    ]
    let sidecar = SidecarMarks(
      article: article, named: "a.txt", sidecarPath: "a.json", annotations: marks + reviews,
      anchors: Anchoring.resolve(marks, in: article))
    let cases = try Collation(sidecar.byPerson)
    #expect(cases.annotators == ["Ana", "Ben"])
    #expect(cases.cases.map { cases.isAgreed($0) } == [true, false, false])
    #expect(cases.isDisputed(cases.cases[2], by: 1) && !cases.isDisputed(cases.cases[1], by: 1))
  }

  @Test("What one did not mark cannot be taken; it can be left out")
  func missing() {
    var sitting = sitting()
    type("jl", &sitting)
    #expect(sitting.frame.lines.contains { $0.contains("Ben did not mark this · X takes none") })
    type("X", &sitting)
    #expect(decided(sitting).last?.judgement == .disputes)
  }

  @Test("Another mark takes a term and a note")
  func another() {
    var sitting = sitting()
    type("ielet both be", &sitting)
    _ = sitting.handle(.key(.named(.escape)))
    let mark = decided(sitting).last
    #expect(mark?.note == "let both be" && mark?.adjudication?.choice == .replaced)
    #expect(mark?.creator?.name == "Dora")
  }

  @Test("Names are hidden on request, and what is agreed on can be shown")
  func names() {
    var sitting = sitting()
    type("gN", &sitting)
    #expect(sitting.frame.lines[0].contains("reader 1 | reader 2"))
    #expect(!sitting.frame.lines.joined().contains("Ana"))
    type("z", &sitting)
    #expect(sitting.frame.lines[1].contains("“harbour”"))
  }

  @Test("Help says what keys do among cases, and each that it lists does something")
  func help() throws {
    for keys in ["", "i", "\u{1B}", "?"] {
      var sitting = sitting(rows: 60, columns: 120)
      type(keys, &sitting)
      try pressAll(sitting, "comparison \(keys)")
    }
    var sitting = sitting(rows: 60, columns: 120)
    type("?", &sitting)
    let line = sitting.frame.lines.first { $0.contains(":left") }
    #expect(line?.contains("h · Left") == true && line?.contains("take the left mark") == true)
    #expect(!sitting.frame.lines.contains { $0.hasPrefix("   w ") })
  }

  @Test("No key makes it crash at any size", arguments: [(3, 10), (5, 20), (18, 90)])
  func anyKeys(_ rows: Int, _ columns: Int) {
    var sitting = sitting(rows: rows, columns: columns)
    var chance = Chance(seed: 7)
    let keys: [Key] =
      "jkhlvVxXsozdiugG?123n".map(Key.character)
      + [.named(.enter), .named(.escape), .named(.backspace), .control("r")]
    for _ in 0..<300 {
      _ = sitting.handle(.key(chance.pick(keys)))
      #expect(sitting.frame.lines.count == rows)
    }
  }
}
