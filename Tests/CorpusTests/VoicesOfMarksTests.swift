// Lists and statistics give one answer to whose words a mark is about.

import ArticleModel
import Corpus
import LosslessJSON
import NewsAnalysis
import Sidecars
import TestSupport
import Testing

@Suite struct VoicesOfMarksTests {
  private let disk = SimulatedDisk()
  private let article = Article(
    text: ArticleText(CorpusStatisticsTests.text),
    source: Article.Source(name: "a.txt", path: "/desk/a.txt"))

  private func sidecar(_ name: String, _ annotations: [Annotation]) throws -> AnnotatedArticle {
    let path = "/desk/\(name)"
    let file: JSONValue = ["items": .array(annotations.map { $0.json() })]
    try disk.write(Array(file.compact().utf8), to: path, like: nil)
    return try AnnotatedArticle(article, sidecarPath: path, fileSystem: disk)
  }

  private func mark(
    _ kind: AnnotationKind, _ words: String?, _ change: (inout Annotation) -> Void = { _ in }
  ) throws -> Annotation {
    let passage = try words.map {
      Passage(of: try #require(article.text.places(of: $0).first), in: article)
    }
    var mark = Annotation(
      kind: kind, targets: [AnnotationTarget(source: "a.txt", passage: passage)])
    change(&mark)
    return mark
  }

  @Test(
    "Groups of a list and counts of statistics have the same voices, corrections of all included")
  func agreement() throws {
    let quotation = "“Fares rose by 40 percent in 2021,”"
    let sidecars = [
      try sidecar(
        "a.txt.annotations.json",
        [
          mark(.bias, "Fares rose by"), mark(.bias, "unfair"), mark(.highlight, "Fares rise"),
          mark(.note, nil), mark(.bias, "unfair") { $0.voice = "Ana" },
          mark(.verification, "prices rose") { $0.claim.claimant = "Ben" },
        ]),
      try sidecar(
        "a.txt.ben.annotations.json",
        [
          mark(.correction, quotation) {
            $0.correction = Correction(
              .corrected, .quotation, speaker: .named("Cleo"))
          }
        ]),
    ]
    let listed = sidecars.voicesOfMarks(by: NewsAnalyzer()).values.flatMap(\.values).sorted()
    #expect(listed == ["Ana", "Ben", "Cleo", "outlet", "outlet"])
    let shelf = TaxonomyShelf([])
    let statistics = CorpusStatistics(
      CorpusArticle.corpus(
        sidecars, rows: sidecars.rows(labelledBy: shelf), analyzer: NewsAnalyzer()),
      labelledBy: shelf)
    let counted = statistics.bySpeaker.flatMap { Array(repeating: $0.name, count: $0.count) }
    #expect(counted.sorted() == listed)
    // A choice of marks leaves corrections in force that are not among them.
    let first = try #require(sidecars[0].annotations.first)
    let chosen = ChosenMarks([sidecars[0].sidecarPath: [first.id]], in: sidecars)
    let rows = chosen.rows(labelledBy: shelf)
    #expect(rows.map { $0.map(\.id) } == [[first.id], []])
    let few = CorpusStatistics(
      CorpusArticle.corpus(chosen.sidecars, rows: rows, analyzer: NewsAnalyzer()),
      labelledBy: shelf)
    #expect(few.bySpeaker.map(\.name) == ["Cleo"])
  }
}
