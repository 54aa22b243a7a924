// Were quotations said, from the command line: outcomes, exit codes, JSON, and sources that are not there.

import ArticleModel
import LosslessJSON
import TestSupport
import Testing

@Suite struct CommandLineVerifyTests {
  let desk: Desk
  let speech: String

  init() throws {
    desk = try Desk(
      """
      Council keeps the pool

      “We will not close the swimming pool before the end of May,” Anna Keller said on Monday.

      """)
    speech = try desk.folder.write(
      "Good evening. We will not close the swimming pool before the end of May, and I mean that.\n",
      to: "speech.txt")
  }

  @Test("A quotation that was said ends with 0, one that was changed with 1, and JSON says where")
  func outcomes() throws {
    let said = try desk.galley("verify", desk.article, "--against", speech)
    #expect(said.status == 0 && said.output.contains("✓ verbatim – Anna Keller"), "\(said.errors)")
    _ = try desk.folder.write(
      "Good evening. We may not close the swimming pool before the end of May.\n", to: "speech.txt")
    let changed = try desk.galley("verify", "--json", desk.article, "--against", speech)
    #expect(changed.status == 1)
    let quotation = try #require(
      try JSONValue(parsing: changed.output)["quotations"]?.elements.first)
    #expect(quotation["outcome"]?.string == "altered")
    #expect(quotation["meaningChanges"]?.elements.first?.string?.contains("“may”") == true)
    let match = try #require(quotation["matches"]?.elements.first)
    #expect(match["start"]?.int == 14 && match["end"]?.int == 70)
    #expect(match["digest"]?.string?.count == 64)
  }

  @Test("A source that is not there is said and ends with 2; coverage draws the others")
  func missing() throws {
    let outcome = try desk.galley("verify", desk.article, "--against", speech, speech + ".none")
    #expect(outcome.status == 2 && outcome.errors.contains(".none"))
    #expect(outcome.output.contains("verbatim"))
    let coverage = try desk.galley("verify", "--coverage", desk.article, "--against", speech)
    #expect(coverage.status == 0 && coverage.output.contains("1 quotation"))
  }
}
