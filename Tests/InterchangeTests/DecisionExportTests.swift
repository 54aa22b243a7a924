// Corrections and decisions in what goes out: in words, and whose they are.

import ArticleModel
import Interchange
import TestSupport
import Testing

@Suite struct DecisionExportTests {
  let desk: MarkedCorpus
  let correction: Annotation
  let setAside: Annotation

  init() throws {
    desk = try MarkedCorpus()
    let article = try desk.article()
    var correction = try MarkedCorpus.mark("“The harbour is closed,”", .correction, in: article)
    var says = Correction(.corrected, .quotation, speaker: .named("Kim *Lee*"))
    says.subject = "Maria Silva"
    correction.correction = says
    self.correction = correction
    let mark = try MarkedCorpus.mark("It cost 12 percent.", .verification, in: article)
    var review = Annotation(
      reviewing: mark, .disputes, by: Creator(name: "Dora"), at: Timestamp("2026-03-02T10:00:00Z"))
    review.targets = mark.targets
    func source(_ name: String, _ said: String) -> AdjudicationRecord.Source {
      AdjudicationRecord.Source(
        id: .random(), sidecar: "\(name).json", creator: Creator(name: name),
        words: "It cost 12 percent.", said: said)
    }
    review.adjudication = AdjudicationRecord(
      .leftOut, of: [source("Ana Lopes", "refuted"), source("Ben", "supported")],
      by: Creator(name: "Dora"), at: Timestamp("2026-03-02T10:00:00Z"))
    setAside = review
  }

  private func text(_ format: ExportFormat) throws -> String {
    try #require(desk.export(format, [correction, setAside]).files.first).text
  }

  @Test("Markdown says what a correction puts right, and which marks were set aside")
  func markdown() throws {
    let text = try text(.markdown)
    #expect(
      text.contains("Speaker of “The harbour is closed,”: Kim \\*Lee\\*, not Maria Silva\n"))
    #expect(text.contains("by Ana Lopes · 2026-03-01"))
    let section = try #require(text.split(separator: "## Set aside").last)
    #expect(section.contains("> It cost 12 percent."))
    #expect(section.contains("- refuted, on “It cost 12 percent.” · by Ana Lopes\n"))
    #expect(section.contains("- supported, on “It cost 12 percent.” · by Ben\n"))
    #expect(section.contains("decided by Dora"))
    #expect(!text.contains("disputes") && !text.contains("About the article as a whole"))
  }

  @Test("So does a report, beside the words")
  func report() throws {
    let html = try text(.html)
    #expect(html.contains("Speaker of “The harbour is closed,”: Kim *Lee*, not Maria Silva"))
    #expect(html.contains("refuted, on “It cost 12 percent.” · by Ana Lopes"))
    #expect(html.contains("supported, on “It cost 12 percent.” · by Ben"))
    #expect(!html.contains("About the article as a whole"))
  }

  @Test("A table has both in columns of their own, and JSON in the decision")
  func tables() throws {
    let table = CSVTable(parsing: try text(.csv))
    func cells(_ name: String) throws -> [String] {
      let column = try #require(table.columns.firstIndex(of: name))
      return table.rows.map { $0[column] }
    }
    #expect(
      try cells("correction")
        == ["speaker of “The harbour is closed,”: Kim *Lee*, not Maria Silva", ""])
    #expect(try cells("decision")[1].contains("supported, on “It cost 12 percent.” · by Ben"))
    let lines = try text(.jsonl)
    #expect(
      lines.contains(#""galley:said":"refuted""#) || lines.contains(#""galley:said": "refuted""#))
    #expect(lines.contains("It cost 12 percent."))
  }

  @Test(
    "What a format does not show of checklists and reviews is counted, never left out in silence")
  func ticks() throws {
    var mark = try MarkedCorpus.mark("ferries sailed", in: desk.article())
    mark.creator = Creator(name: "Ben")
    var tick = Annotation(
      kind: .tick, targets: [], creator: Creator(name: "Ana"), created: mark.created)
    (tick.repliesTo, tick.terms) = (
      mark.id, [TermReference(pack: "news-report", group: "claim", term: "read")]
    )
    let review = Annotation(
      reviewing: mark, .agrees, by: Creator(name: "Ana"), at: Timestamp("2026-03-02T10:00:00Z"))
    func remarks(_ format: ExportFormat) throws -> [String] {
      try desk.export(format, [mark, tick, review]).remarks
    }
    #expect(
      try remarks(.brat) == [
        "1 tick of checklists left out: brat has no place for them",
        "1 review left out: brat has no place for them",
      ])
    #expect(
      try remarks(.doccano) == [
        "1 tick of checklists is carried along, but doccano does not show them",
        "1 review is carried along, but doccano does not show them",
      ])
    #expect(try remarks(.labelstudio).count == 2 && remarks(.jsonl).isEmpty)
  }
}
