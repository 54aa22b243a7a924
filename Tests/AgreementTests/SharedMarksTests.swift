// Comparing sidecars that have the same marks in them.

import Agreement
import ArticleModel
import Testing

@Suite struct SharedMarksTests {
  private let text = "It rained on Monday. It snowed on Tuesday."

  private func mark(
    _ number: Int, by name: String, at time: String = "2026-01-02T03:04:05Z",
    _ change: (inout Annotation) -> Void = { _ in }
  ) -> Annotation {
    var mark = Annotation(
      id: AnnotationID("urn:uuid:00000000-0000-4000-8000-00000000000\(number)"), kind: .note,
      targets: [], creator: Creator(name: name), created: Timestamp(time))
    change(&mark)
    return mark
  }

  private func sidecar(_ path: String, _ marks: [Annotation]) -> SidecarMarks {
    SidecarMarks(
      article: nil, named: "a.txt", sidecarPath: path, annotations: marks, anchors: [:])
  }

  @Test(
    "A folder that came back with a colleague's marks is two people, and nobody agrees with themselves"
  )
  func cameBack() throws {
    let hers = sidecar("hers.json", [mark(1, by: "Ana"), mark(2, by: "Ana")])
    let back = sidecar(
      "back.json",
      [
        mark(1, by: "Ana"),
        mark(2, by: "Ana", at: "2026-01-02T03:04:05Z") {
          $0.note = "edited"
          $0.modified = Timestamp("2026-01-03T00:00:00Z")
        },
        mark(3, by: "Ben"),
      ])
    let people = try #require(SidecarMarks.byPerson(across: [hers, back]))
    #expect(people.map(\.person) == ["Ana", "Ben"])
    #expect(people[0].marks.count == 2 && people[1].marks.count == 1)
    #expect(people[0].marks.map(\.note) == ["", "edited"])
    #expect(people[1].sidecarPath == "back.json")
  }

  @Test("Sidecars without a mark in common are a person each")
  func apart() {
    let sidecars = [
      sidecar("a.json", [mark(1, by: "Ana")]), sidecar("b.json", [mark(2, by: "Ben")]),
    ]
    #expect(SidecarMarks.byPerson(across: sidecars) == nil)
  }

  @Test(
    "A study takes a sidecar that came back for two people's, and nobody is compared with themselves"
  )
  func study() throws {
    let article = Article(text, name: "a.txt")
    func on(_ mark: Annotation) -> Annotation {
      var mark = mark
      let span = article.text.places(of: "It rained").first ?? TextSpan(0..<9)
      mark.targets = [AnnotationTarget(source: "a.txt", passage: Passage(of: span, in: article))]
      return mark
    }
    func sidecar(_ path: String, _ marks: [Annotation]) -> SidecarMarks {
      SidecarMarks(
        article: article, named: "a.txt", sidecarPath: path, annotations: marks,
        anchors: Anchoring.resolve(marks, in: article))
    }
    let (ana, ben) = (on(mark(1, by: "Ana")), on(mark(3, by: "Ben")))
    let study = try AgreementStudy([sidecar("hers.json", [ana]), sidecar("back.json", [ana, ben])])
    { _ in [TextSpan(0..<20)] }
    #expect(study.annotators == ["Ana", "Ben"])
    #expect(throws: AgreementStudy.Problem.oneAnnotator) {
      try AgreementStudy([sidecar("hers.json", [ana]), sidecar("back.json", [ana])]) { _ in [] }
    }
  }
}
