// How far people agree, in plain words.

import ArticleModel
import Testing

@testable import Agreement

@Suite struct PlainAgreementTests {
  private static let article = Article(
    "One came. Two went. Three stayed. Four left.", name: "a.txt")

  private static func sidecar(_ name: String, _ marks: [(String, String)]) throws -> SidecarMarks {
    let annotations = try marks.map { words, term in
      let span = try #require(article.text.places(of: words).first)
      let target = AnnotationTarget(source: "a.txt", passage: Passage(of: span, in: article))
      var mark = Annotation(kind: .bias, targets: [target], creator: Creator(name: name))
      mark.terms = [TermReference(pack: "bias", group: "wording", term: term)]
      return mark
    }
    return SidecarMarks(
      article: article, named: "a.txt", sidecarPath: name, annotations: annotations,
      anchors: Anchoring.resolve(annotations, in: article))
  }

  private static func study(_ sidecars: [SidecarMarks]) throws -> AgreementStudy {
    try AgreementStudy(sidecars) { article in
      ["One came.", "Two went.", "Three stayed.", "Four left."].compactMap {
        article.text.places(of: $0).first
      }
    }
  }

  @Test("Sentences that both marked are counted, and those to which both gave the same term")
  func pair() throws {
    let plain = try Self.study([
      Self.sidecar("Ana", [("came", "x"), ("went", "x"), ("stayed", "x")]),
      Self.sidecar("Ben", [("One", "x"), ("went", "y")]),
    ]).plain
    #expect(
      plain.map(\.sentence) == [
        "Ana and Ben marked the same sentence in 2 of 3 cases; where both did, they gave the same term "
          + "once."
      ])
  }

  @Test("Each two of several people are compared; where nobody met, no term is spoken of")
  func several() throws {
    let plain = try Self.study([
      Self.sidecar("Ana", [("came", "x")]), Self.sidecar("Ben", [("went", "x")]),
      Self.sidecar("Cho", [("came", "x")]),
    ]).plain
    #expect(plain.map(\.first) == ["Ana", "Ana", "Ben"])
    #expect(plain[0].sentence == "Ana and Ben marked the same sentence in 0 of 2 cases.")
    #expect(plain[1].sentence(of: "reader 1", and: "reader 3").hasPrefix("reader 1 and reader 3"))
  }
}
