// Reading unaided: what was found and what others marked opens when the reader has handed in.

import ArticleModel
import Interface
import Screen
import Testing

@testable import Reader

@Suite struct HandInTests {
  private let article = Article.harbour

  private func layers() throws -> Layers {
    let span = try #require(article.text.places(of: "Harbour stays shut").first)
    let target = AnnotationTarget(source: "a.txt", passage: Passage(of: span, in: article))
    let mark = Annotation(kind: .highlight, targets: [target], creator: Creator(name: "Ben"))
    return Layers([
      Layer(name: "Ben", [mark], anchors: [mark.id: [Anchor(.exact, span, score: 1)]])
    ])
  }

  private func sitting(
    columns: Int, rows: Int, handedIn: Timestamp? = nil
  ) throws -> Sitting {
    let layers = try layers()
    return Sitting(article, columns: columns, rows: rows) {
      ($0.layers, $0.isUnaided, $0.handedIn) = (layers, true, handedIn)
    }
  }

  private func asksForReview(_ sitting: Sitting) -> Bool {
    sitting.effects.contains { effect in
      guard case .ask(let request) = effect, case .review? = request as? ReaderRequest else {
        return false
      }
      return true
    }
  }

  @Test("Once the marks are handed in, a review opens")
  func reviewAfterwards() throws {
    var sitting = try sitting(
      columns: 140, rows: 45, handedIn: Timestamp("2026-11-02T10:00:00Z"))
    sitting.press("r")
    #expect(asksForReview(sitting))
  }

  /// The moment that the desk is asked to write down; nil when it is not asked.
  private func askedMoment(of sitting: Sitting) -> Timestamp? {
    for case .ask(let request) in sitting.effects {
      if case .handIn(let moment)? = request as? ReaderRequest { return moment }
    }
    return nil
  }

  @Test(
    "Layers and findings stay closed until the marks are handed in, and the screen says how",
    arguments: [(140, 45), (80, 24)])
  func closed(columns: Int, rows: Int) throws {
    var sitting = try sitting(columns: columns, rows: rows)
    #expect(!sitting.screen.contains("1 of 1 marked this"))
    sitting.press("gS")
    #expect(sitting.screen.contains("You see what Galley found once you have handed in · gH"))
    #expect(sitting.state.isUnaided)
    for key in ["gN", "r"] {
      sitting.press(key)
      #expect(sitting.screen.contains("You see the others’ marks once you have handed in · gH"))
      sitting.press("j")
    }
    #expect(!asksForReview(sitting))
    for (key, words) in [
      ("]q", "The quotations are hidden until you hand in"),
      ("]c", "The claims to check are hidden until you hand in"),
      ("gc", "What was found is hidden until you hand in"),
    ] {
      sitting.press(key)
      #expect(sitting.screen.contains(words))
    }
  }

  @Test(
    "Handing in asks once, then writes the moment down and opens the layers",
    arguments: [(140, 45), (80, 24)])
  func handIn(columns: Int, rows: Int) throws {
    var sitting = try sitting(columns: columns, rows: rows)
    sitting.press("gH")
    #expect(sitting.screen.contains("hand in 0 marks? gH again hands in"))
    #expect(askedMoment(of: sitting) == nil)
    sitting.press("gH")
    let moment = try #require(askedMoment(of: sitting))
    sitting.take(.handedIn(moment))
    #expect(sitting.screen.contains("handed in 0 marks · you now see the marks of 1 other"))
    sitting.press("l")
    #expect(sitting.screen.contains("1 of 1 marked this"))
    sitting.press("gS")
    #expect(!sitting.state.isUnaided)
    sitting.press("gH")
    #expect(sitting.screen.contains("handed in on 2026-01-02 · gH again takes that back"))
  }

  @Test(
    "Handing in is taken back when asked twice, and what was opened stays open",
    arguments: [
      (140, 45), (80, 24),
    ])
  func takenBack(columns: Int, rows: Int) throws {
    var sitting = try sitting(
      columns: columns, rows: rows, handedIn: Timestamp("2026-01-01T00:00:00Z"))
    sitting.press("gH")
    #expect(sitting.effects.isEmpty)
    sitting.press("gH")
    let asked = sitting.effects.contains {
      if case .ask(let request) = $0 { return request as? ReaderRequest == .takeBackHandIn }
      return false
    }
    #expect(asked)
    sitting.take(.handInTakenBack)
    #expect(sitting.screen.contains("not handed in any more"))
    #expect(sitting.state.handedIn == nil && sitting.state.layers != nil)
    sitting.press("gHgH")
    #expect(askedMoment(of: sitting) != nil)
  }

  @Test("A mark that was made after the question asks it anew")
  func changed() throws {
    var sitting = try sitting(columns: 120, rows: 30)
    sitting.press("gH")
    sitting.press("abl<Esc>")
    sitting.press("gH")
    #expect(askedMoment(of: sitting) == nil)
    #expect(sitting.screen.contains("hand in 1 mark?"))
  }

  @Test("Whoever handed in before finds the layers open")
  func before() throws {
    let sitting = try sitting(columns: 120, rows: 30, handedIn: Timestamp("2026-01-01T00:00:00Z"))
    #expect(sitting.screen.contains("1 of 1 marked this"))
  }
}
