// Corrections of several people, case by case, and decisions of which nobody's mark was taken.

import Agreement
import ArticleModel
import LosslessJSON
import Sidecars
import Testing

@Suite struct CorrectionCasesTests {
  let article = Article(
    "“We stay,” said Ana Lopes.\nLopes left on Monday. “We go,” said Kim Lee.\n", name: "a.txt")
  let now = Timestamp(secondsSinceEpoch: 1_800_000_000)

  private func correction(
    by name: String, on words: String, _ says: Correction
  ) throws -> Annotation {
    let span = try #require(article.text.places(of: words).first)
    let target = AnnotationTarget(source: "a.txt", passage: Passage(of: span, in: article))
    var mark = Annotation(
      kind: .correction, targets: [target], creator: Creator(name: name), created: now)
    mark.correction = says
    return mark
  }

  private func collation(_ marks: Annotation...) throws -> Collation {
    try Collation(
      marks.map { mark in
        SidecarMarks(
          article: article, named: "a.txt",
          sidecarPath: "a.txt.\(mark.creator?.name ?? "").annotations.json", annotations: [mark],
          anchors: Anchoring.resolve([mark], in: article))
      })
  }

  @Test(
    "Two who say that another speaks agree when they name the same, and differ when they do not")
  func speakers() throws {
    let kim = Correction(.corrected, .quotation, speaker: .named("Kim Lee"))
    let other = Correction(.corrected, .quotation, speaker: .nobody)
    let ana = try correction(by: "ana", on: "“We stay,”", kim)
    let same = try collation(ana, correction(by: "ben", on: "“We stay,”", kim))
    #expect(same.cases.map { same.isAgreed($0) } == [true])
    let differing = try collation(ana, correction(by: "ben", on: "“We stay,”", other))
    #expect(differing.cases.map { differing.differences(in: $0) } == [[.terms]])
  }

  @Test(
    "What two say of a speaker as such is one case, whichever mention it stands on, and is kept")
  func cast() throws {
    let says = Correction(.renamed, .speaker, of: "Lopes", name: "Anna Lopes")
    let cases = try collation(
      correction(by: "ana", on: "Ana Lopes", says), correction(by: "ben", on: "Lopes left", says))
    #expect(cases.cases.map { cases.isAgreed($0) } == [true])
    var result = AnnotationSet()
    result.apply(try #require(cases.agreement(missingIn: [])))
    #expect(result.annotations.map(\.correction) == [says])
    let other = Correction(.renamed, .speaker, of: "lopes", name: "Eva Lopes")
    let differing = try collation(
      correction(by: "ana", on: "Ana Lopes", says), correction(by: "ben", on: "Lopes left", other))
    #expect(differing.cases.map { differing.differences(in: $0) } == [[.terms]])
  }

  @Test("A correction of a quotation is no case with one of a place in it")
  func findings() throws {
    let cases = try collation(
      correction(by: "ana", on: "“We stay,” said", Correction(.rejected, .quotation)),
      correction(by: "ben", on: "We stay", Correction(.rejected, .location)))
    #expect(cases.cases.map(\.versions.count) == [1, 1])
  }

  @Test("Where none is taken, the words and what each said of them are kept with whose they are")
  func setAside() throws {
    let kim = Correction(.corrected, .quotation, speaker: .named("Kim Lee"))
    let cases = try collation(
      correction(by: "ana", on: "“We stay,”", kim),
      correction(by: "ben", on: "“We stay,”", Correction(.rejected, .quotation)))
    let change = cases.deciding(
      cases.cases[0], .leaveOut, in: [], by: Creator(name: "Dora"), at: now, naming: .random()
    ) { $0.correctionInFull ?? "" }
    var result = AnnotationSet()
    result.apply(change)
    let file: JSONValue = ["items": .array(result.annotations.map { $0.json() })]
    let read = try Sidecar(parsing: Array(file.compact().utf8)).annotations
    #expect(read == result.annotations && read.map(\.kind) == [.review])
    #expect(read.first?.targets.first?.passage?.exact == "“We stay,”")
    let sources = read.first?.adjudication?.sources ?? []
    #expect(sources.map(\.words) == ["“We stay,”", "“We stay,”"])
    #expect(sources.first?.said == "speaker of “We stay,”: Kim Lee")
    #expect(sources.compactMap(\.creator?.name) == ["ana", "ben"])
  }
}
