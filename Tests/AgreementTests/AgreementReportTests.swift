// From sidecars to figures of agreement, on an example with known marks.

import Agreement
import ArticleModel
import NewsAnalysis
import Testing

@Suite struct AgreementReportTests {
  let text = """
    The council caved in on Monday. It voted 7 to 5.

    Officials said so. The levy is seen as a blow.

    The mayor did not answer. Fares rose by a fifth.

    """

  private var article: Article { Article(text, name: "a.txt") }

  private func study(_ sidecars: SidecarMarks...) throws -> AgreementStudy {
    try AgreementStudy(sidecars) { NewsAnalyzer().analyze($0).sentences }
  }

  private func sidecar(_ person: String, _ marks: [(String, String)]) throws -> SidecarMarks {
    let article = article
    let annotations = try marks.map { words, term in
      let span = try #require(article.text.places(of: words).first)
      var mark = Annotation(
        kind: .bias,
        targets: [AnnotationTarget(source: "a.txt", passage: Passage(of: span, in: article))],
        creator: Creator(name: person))
      mark.terms = [TermReference(pack: "bias", group: "wording", term: term)]
      return mark
    }
    return SidecarMarks(
      article: article, named: "a.txt", sidecarPath: "a.txt.\(person).annotations.json",
      annotations: annotations, anchors: Anchoring.resolve(annotations, in: article))
  }

  private func row(_ report: AgreementReport, _ term: String?) throws -> AgreementReport.Row {
    try #require(report.rows.first { $0.term?.term == term && $0.kind == .bias })
  }

  @Test("A sidecar of several people is one annotator, and the report says who is in it")
  func joint() throws {
    let shared = try sidecar("desk", [("caved in", "loaded-term"), ("Officials", "euphemism")])
    let names = ["Ana", "Ben"]
    let marks = zip(shared.marks, names).map { mark, name in
      var mark = mark
      mark.creator = Creator(name: name)
      return mark
    }
    let desk = SidecarMarks(
      article: article, named: "a.txt", sidecarPath: shared.sidecarPath, annotations: marks,
      anchors: shared.anchors)
    let cleo = try sidecar("Cleo", [("Officials", "labelling")])
    let report = AgreementReport(of: try study(desk, cleo))
    #expect(report.annotators == [shared.sidecarPath, "Cleo"])
    #expect(report.joint.map(\.people) == [names])
    // Alone, each of its people is an annotator.
    let alone = AgreementReport(of: try study(desk))
    #expect(alone.annotators == names)
    #expect(alone.joint == [])
    // Who agrees with a mark of somebody else is still one person.
    let ana = SidecarMarks(
      article: article, named: "a.txt", sidecarPath: "ana.json", person: "Ana",
      annotations: marks, anchors: shared.anchors)
    let agreed = AgreementReport(of: try study(ana, cleo))
    #expect(agreed.annotators == ["Ana", "Cleo"])
    #expect(agreed.joint == [])
  }

  @Test("Two annotators: what meets, what overlaps, and what they call it")
  func two() throws {
    let study = try self.study(
      sidecar("Ana", [("caved in", "loaded-term"), ("Officials", "euphemism")]),
      sidecar("Ben", [("caved in on Monday", "loaded-term"), ("Officials", "labelling")])
    )
    let report = AgreementReport(of: study)
    #expect(report.annotators == ["Ana", "Ben"])
    #expect(report.sentences == 6)
    let bias = try row(report, nil)
    #expect(bias.marks == [2, 2])
    #expect(bias.exactF1?.value == 0.5)
    #expect(bias.overlapF1?.value == 1)
    #expect(bias.kappa?.value == 1)
    #expect(bias.alpha?.value == 1)
    #expect(bias.terms?.passages == 2)
    // Two passages, three labels: D_o = 1/2, D_e = 1 − (2 + 0 + 0) / 12, α = 1 − 0.5 / (5/6).
    let alpha = try #require(bias.terms?.alpha?.value)
    #expect(abs(alpha - 0.4) < 1e-12)
    let loaded = try row(report, "loaded-term")
    #expect(loaded.exactF1?.value == 0)
    #expect(loaded.overlapF1?.value == 1)
    #expect(try row(report, "labelling").marks == [0, 1])
  }

  @Test("Intervals hold their figure, and come out the same with the same seed")
  func intervals() throws {
    let study = try self.study(
      sidecar("Ana", [("caved in", "loaded-term"), ("Officials", "euphemism"), ("Fares", "x")]),
      sidecar("Ben", [("caved in", "loaded-term"), ("mayor", "x")])
    )
    let few = try row(AgreementReport(of: study), "loaded-term").exactF1
    #expect(few?.value == 1 && few?.interval == nil)
    let first = try row(AgreementReport(of: study), nil)
    let interval = try #require(first.exactF1?.interval)
    #expect(interval.contains(try #require(first.exactF1?.value)))
    #expect(interval.lowerBound < interval.upperBound)
    #expect(try row(AgreementReport(of: study), nil).exactF1 == first.exactF1)
    let other = Bootstrap(replicates: 0)
    #expect(try row(AgreementReport(of: study, bootstrap: other), nil).exactF1?.interval == nil)
  }

  @Test("Somebody who marked nothing is an annotator all the same, one alone is none")
  func nothingMarked() throws {
    let study = try self.study(
      sidecar("Ana", [("caved in", "loaded-term")]), sidecar("Ben", [])
    )
    #expect(study.annotators.count == 2)
    #expect(try row(AgreementReport(of: study), nil).overlapF1?.value == 0)
    #expect(throws: AgreementStudy.Problem.oneAnnotator) {
      _ = try self.study(sidecar("Ana", []))
    }
  }
}
