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
}
