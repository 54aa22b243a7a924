// The marks that colleagues keep in sidecars of their own beside the reader's: mentioned, laid over the
// text, and counted on the claims desk.

import ArticleModel
import Corpus
import Interface
import Screen
import Testing

@testable import Reader

@Suite struct LayersBesideTests {
  private let article = Article.harbour

  private func verdict(_ words: String, _ term: String, by name: String) -> Annotation {
    let span = article.text.places(of: words).first ?? TextSpan(0..<0)
    let target = AnnotationTarget(source: "a.txt", passage: Passage(of: span, in: article))
    var mark = Annotation(kind: .verification, targets: [target], creator: Creator(name: name))
    mark.terms = [TermReference(pack: "verification", group: "truth", term: term)]
    return mark
  }

  private func layer(_ name: String, _ marks: [Annotation]) -> Layer {
    Layer(name: name, marks, anchors: Anchoring.resolve(marks, in: article))
  }

  private var ben: Layer {
    layer(
      "Ben",
      [
        verdict("Divers found the wreck on Monday.", "refuted", by: "Ben"),
        verdict("Harbour stays shut", "supported", by: "Ben"),
      ])
  }

  @Test(
    "The screen says who has marks beside, and one key shows and hides them", arguments: [80, 140])
  func mentioned(columns: Int) {
    var sitting = Sitting(columns: columns, rows: columns == 80 ? 24 : 45)
    sitting.take(.layersBeside([ben]))
    #expect(
      sitting.screen.contains("Ben has 2 marks on this article in another file · gB shows them"))
    sitting.press("g5")
    #expect(sitting.screen.contains("Ben +2 · gB"))
    #expect(sitting.state.layers == nil)
    sitting.press("g1gB")
    #expect(sitting.state.layers?.names == ["Ben"])
    #expect(sitting.screen.contains("shown: 2 marks by Ben"))
    #expect(!sitting.screen.contains("Ben +2"))
    sitting.press("l")
    #expect(sitting.screen.contains("1 of 1 marked this: supported (Ben)"))
    sitting.press("gB")
    #expect(sitting.state.layers == nil)
    #expect(sitting.screen.contains("the marks of colleagues are hidden"))
    #expect(sitting.annotations.isEmpty && !sitting.effects.contains { $0.records })
  }

  @Test("Several colleagues are counted, and files without marks are not mentioned")
  func several() {
    var sitting = Sitting()
    sitting.take(.layersBeside([ben, layer("Cleo", [])]))
    #expect(sitting.state.layersBeside.map(\.name) == ["Ben"])
    let cleo = layer("Cleo", [verdict("Harbour stays shut", "refuted", by: "Cleo")])
    sitting.take(.layersBeside([ben, cleo]))
    #expect(
      sitting.screen.contains("Ben (2) and Cleo (1) have marks in other files · gB shows them"))
    let dora = layer("Dora", [verdict("Harbour stays shut", "refuted", by: "Dora")])
    sitting.take(.layersBeside([ben, cleo, dora]))
    #expect(sitting.screen.contains("3 people have 4 marks on this article in other files"))
  }

  @Test("A warning is not hidden by them, and a layer that was named stays when they are hidden")
  func besideNamedOnes() {
    var sitting = Sitting { $0.greeting = .warning("the marks cannot be changed") }
    sitting.take(.layersBeside([ben]))
    #expect(sitting.state.message?.text == "the marks cannot be changed")
    let cleo = layer("Cleo", [verdict("Harbour stays shut", "refuted", by: "Cleo")])
    sitting = Sitting { $0.layers = Layers([cleo]) }
    sitting.take(.layersBeside([ben]))
    sitting.press("gB")
    #expect(sitting.state.layers?.names == ["Cleo", "Ben"])
    sitting.press("gB")
    #expect(sitting.state.layers?.names == ["Cleo"])
  }

  @Test("What colleagues marked stays closed to who reads unaided until the marks are handed in")
  func unaided() {
    var sitting = Sitting { $0.isUnaided = true }
    sitting.take(.layersBeside([ben]))
    #expect(!sitting.screen.contains("Ben"))
    sitting.press("gB")
    #expect(sitting.state.layers == nil)
    #expect(sitting.screen.contains("You see the others’ marks once you have handed in"))
    sitting.press("gC")
    #expect(!sitting.screen.contains("refuted"))
    sitting.press("q")
    sitting.take(.handedIn(Timestamp("2026-01-02T03:04:05Z")))
    #expect(sitting.screen.contains("gB shows the marks of colleagues"))
    sitting.press("gB")
    #expect(sitting.state.layers?.names == ["Ben"])
  }

  @Test("Verdicts in open layers count on the claims desk, and what is done there stays one's own")
  func claims() throws {
    var sitting = Sitting.withClaims()
    sitting.take(.layersBeside([ben]))
    sitting.press("gC")
    #expect(sitting.screen.contains("0 of 4 checked"))
    sitting.press("gB")
    #expect(sitting.state.claims.list.checkedCount == 2)
    sitting.press("g/")
    let index = try #require(
      sitting.state.claims.list.claims.firstIndex { $0.words.hasPrefix("Divers found") })
    sitting.press("<Esc>gg" + String(repeating: "j", count: index))
    #expect(sitting.claim == "Divers found the wreck on Monday.")
    sitting.press("ss")
    #expect(sitting.annotations.map { $0.creator?.name } == ["Ana"])
    #expect(sitting.screen.contains("supported ≠ refuted"))
    sitting.press("dd")
    #expect(sitting.annotations.isEmpty)
    #expect(sitting.state.claims.list.claims.contains { $0.words.hasPrefix("Divers found") })
  }

  @Test("Of a file that a colleague handed back, what is theirs alone counts and is shown")
  func handedBack() throws {
    let shut = "Harbour stays shut"
    let hers = verdict(shut, "supported", by: "Ana")
    let wreck = verdict("Divers found the wreck on Monday.", "refuted", by: "Ana")
    let ben = Creator(name: "Ben")
    let moment = Timestamp(secondsSinceEpoch: 1_800_000_000)
    var reply = Annotation(kind: .reply, targets: [], creator: ben, created: moment)
    (reply.repliesTo, reply.note) = (hers.id, "Who says so?")
    let back = [
      hers, wreck, reply, Annotation(reviewing: hers, .agrees, by: ben, at: moment),
      Annotation(reviewing: wreck, .disputes, by: ben, at: moment),
    ]
    var sitting = Sitting.withClaims([hers, wreck])
    sitting.take(.layersBeside([layer("Ana", [hers, wreck]), layer("Ben", back)]))
    #expect(sitting.state.layersBeside.map(\.name) == ["Ben"])
    #expect(
      sitting.screen.contains(
        "Ben answers: 1 reply, agrees with 1, disagrees with 1 · gB shows them"))
    sitting.press("gB")
    #expect(sitting.screen.contains("shown, by Ben: 1 reply, agrees with 1, disagrees with 1"))
    #expect(!sitting.screen.contains("of 1 marked this"))
    sitting.press("gC")
    #expect(sitting.state.claims.list.disputedCount == 1)
    sitting.press("gg")
    for _ in 0..<6 where sitting.claim != shut { sitting.press("j") }
    #expect(sitting.screen.contains("1 reply · Ben agrees"))
    #expect(sitting.screen.contains("└ Ben: Who says so?"))
    #expect(!sitting.screen.contains("Ana ≠ Ana"))
  }

  @Test("What was decided in a comparison stands on the claims desk and at the mark")
  func decided() throws {
    let words = "Divers found the wreck on Monday."
    let (hers, his) = (verdict(words, "supported", by: "Ana"), verdict(words, "refuted", by: "Ben"))
    var decision = his
    decision.adjudication = AdjudicationRecord(
      .taken,
      of: [hers, his].map {
        AdjudicationRecord.Source(id: $0.id, sidecar: "a", creator: $0.creator, words: words)
      }, by: Creator(name: "Dora"), at: Timestamp("2026-01-02T00:00:00Z"))
    var sitting = Sitting.withClaims([hers, his])
    #expect(sitting.state.claims.list.disputedCount == 1)
    sitting.take(.decisions([decision]))
    #expect(sitting.state.claims.list.disputedCount == 0)
    sitting.press("gC")
    #expect(sitting.screen.contains("decided: refuted"))
    #expect(!sitting.screen.contains("supported ≠ refuted"))
    for _ in 0..<6 where sitting.claim != words { sitting.press("j") }
    #expect(sitting.screen.contains("decided: refuted · by Dora"))
  }
}
