// Tables for spreadsheets and for programs.

import ArticleModel
import Corpus
import Interchange
import LosslessJSON
import Testing

@Suite struct CSVTableTests {
  @Test("Statistics are a table with a figure a row, and JSON with the same figures")
  func statistics() throws {
    let corpus = try MarkedCorpus()
    let article = try corpus.article()
    var mark = try MarkedCorpus.mark("regrets", .bias, in: article)
    mark.terms = [TermReference(pack: "bias", group: "wording", term: "euphemism")]
    let sidecars = [try corpus.annotated(article, [mark])]
    let statistics = CorpusStatistics(corpus.corpus(sidecars), labelledBy: MarkedCorpus.shelf)
    #expect(statistics.table.rows.contains(["marks by kind", "bias", "1"]))
    #expect(statistics.json["byKind"]?[0]?["marks"]?.int == 1)
    #expect(statistics.json["sourcing"]?["named"]?.int ?? 0 > 0)
  }

  @Test(
    "A cell that a spreadsheet would run begins with an apostrophe, and is read back as it was",
    arguments: ["=1+1", "+x", "-2", "@a", "\tx", "'quoted", "plain", "a,\"b\"\nc", "", "é=1"])
  func cells(text: String) {
    let table = CSVTable(columns: ["a", "b"], rows: [[text, "1"]])
    #expect(CSVTable(parsing: table.text) == table)
    let isFormula = text.first.map { "=+-@\t".contains($0) } ?? false
    #expect(table.text.contains("\n'" + text.prefix(1)) == (isFormula || text.hasPrefix("'")))
  }
}
