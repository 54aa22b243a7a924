// Other people's marks over the article, and reading unaided.

import ArticleModel
import NewsAnalysis
import Screen
import Testing

@testable import Reader

@Suite struct LayersTests {
  private let article = Article.harbour

  private func layer(_ name: String, _ marks: [(String, String)]) -> Layer {
    var annotations: [Annotation] = []
    var anchors: [AnnotationID: [Anchor]] = [:]
    for (words, term) in marks {
      let span = article.text.places(of: words).first ?? TextSpan(0..<0)
      let target = AnnotationTarget(source: "a.txt", passage: Passage(of: span, in: article))
      var mark = Annotation(kind: .bias, targets: [target])
      mark.terms = [TermReference(pack: "bias", group: "wording", term: term)]
      annotations.append(mark)
      anchors[mark.id] = [Anchor(.exact, span, score: 1)]
    }
    return Layer(name: name, annotations, anchors: anchors)
  }

  private var layers: Layers {
    Layers([
      layer("Ana", [("stays shut", "loaded-term"), ("Divers", "euphemism")]),
      layer("Ben", [("Harbour stays shut", "loaded-term")]), layer("Cleo", []),
      layer("Dora", [("shut", "euphemism")]),
    ])
  }

  private func sitting(_ change: (inout ReaderState.Setup) -> Void) -> Sitting {
    Sitting(article, rows: 24, change)
  }

  @Test("The status line says how many marked the words under the caret, as what, and who")
  func summary() {
    var sitting = sitting { $0.layers = layers }
    let text = { sitting.frame.lines.joined(separator: "\n") }
    #expect(text().contains("1 of 4 marked this: loaded term (Ben)"))
    sitting.press("ww")
    #expect(
      text().contains("3 of 4 marked this: loaded term 2, euphemism 1 (Ana, Ben, Dora)"))
    sitting.press("gN")
    sitting.press("l")
    #expect(text().contains("3 of 4 marked this: loaded term 2, euphemism 1"))
    #expect(!text().contains("(Ana"))
  }

  @Test("A layer tells of marks whose words changed since")
  func changed() {
    let old = Article(
      article.text.string(in: article.text.span).replacing("stays shut", with: "stays open"))
    let span = old.text.places(of: "Harbour stays open").first ?? TextSpan(0..<0)
    let target = AnnotationTarget(source: "a.txt", passage: Passage(of: span, in: old))
    var mark = Annotation(kind: .bias, targets: [target])
    mark.terms = [TermReference(pack: "bias", group: "wording", term: "loaded-term")]
    let layer = Layer(name: "Ana", [mark], anchors: Anchoring.resolve([mark], in: article))
    let sitting = sitting { $0.layers = Layers([layer]) }
    let text = sitting.frame.lines.joined(separator: "\n")
    #expect(text.contains("loaded term (the wording changed since) (Ana)"))
  }

  @Test("The margin says how many people marked something on a line")
  func margin() {
    let lines = sitting { $0.layers = layers }.frame.lines
    #expect(lines[0].hasPrefix("  3 Harbour"))
    #expect(lines.contains { $0.hasPrefix("  1 ") || $0.hasPrefix("  │1") })
  }

  @Test("Who reads unaided sees nothing of what was found, and keys still know the sentences")
  func unaided() {
    var sitting = sitting { $0.isUnaided = true }
    var text = sitting.frame.lines.joined(separator: "\n")
    #expect(!text.contains("Ines Vogt  "))
    #expect(text.contains("hidden until you hand in · gH"))
    sitting.press(")")
    #expect(sitting.state.caret > .zero)
    sitting.take(.handedIn(Timestamp("2026-01-02T03:04:05Z")))
    #expect(sitting.screen.contains("hidden · gS shows what was found"))
    sitting.press("gS")
    text = sitting.frame.lines.joined(separator: "\n")
    #expect(!text.contains("hidden · gS"))
    #expect(sitting.state.analysis?.quotations.count == 3)
  }
}
