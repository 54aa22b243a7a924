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

  @Test("Two reports stand side by side, and a changed word ends with 1")
  func sideBySide() throws {
    let other = try desk.folder.write(
      """
      Pool stays

      “We may not close the swimming pool before the end of May,” Anna Keller said.

      """, to: "other.txt")
    let result = try desk.galley("verify", "--side-by-side", desk.article, other)
    #expect(
      result.status == 1 && result.output.contains("1 in different words"), "\(result.errors)")
    #expect(result.output.contains("{-may-} {+will+}"))
    let same = try desk.galley("verify", "--side-by-side", "--json", desk.article, desk.article)
    #expect(same.status == 0)
    let pair = try JSONValue(parsing: same.output)["shared"]?[0]
    #expect(pair?["relation"]?.string == "alike" && pair?["quotations"]?.elements.count == 2)
    #expect(try desk.galley("verify", "--side-by-side", other).status == 2)
  }

  @Test("Words in the turn of somebody else are another speaker's until the sidecar corrects whose")
  func correctedSpeaker() throws {
    let hall = try desk.folder.write(
      """
      ANNA KELLER: Good evening to everybody in the hall.

      TOM BERGER: We will not close the swimming pool before the end of May, and I mean that.

      ANNA KELLER: Thank you for that.

      TOM BERGER: You are welcome.

      """, to: "hall.txt")
    let found = try desk.galley("verify", desk.article, "--against", hall)
    #expect(found.status == 1 && found.output.contains("another speaker – Anna Keller"))
    try desk.folder.write(
      """
      {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationCollection",
       "galley:version": "1.1", "items": [{
        "id": "urn:uuid:00000000-0000-4000-8000-000000000001", "type": "Annotation",
        "motivation": "editing", "creator": {"type": "Person", "name": "Ana"},
        "target": {"source": "harbour.txt", "selector": [{"type": "TextQuoteSelector",
          "exact": "“We will not close the swimming pool before the end of May,”"}]},
        "galley:correction": {"galley:finding": "quotation", "galley:decision": "corrected",
          "galley:speaker": "Tom Berger"}}]}
      """, to: "harbour.txt.annotations.json")
    let corrected = try desk.galley("verify", desk.article, "--against", hall)
    #expect(corrected.status == 0 && corrected.output.contains("✓ verbatim – Tom Berger"))
  }

  @Test(
    "Without --against the sources count that the sidecar names, as far as they lie in its folder")
  func namedSources() throws {
    #expect(try desk.galley("verify", desk.article).errors.contains("no sources are named"))
    func sidecar(_ path: String) throws {
      let about = #"{"galley:sources": [{"galley:path": "\#(path)"}]}"#
      _ = try desk.folder.write(
        #"{"galley:formatVersion": "1.1", "about": "# + about + #", "items": []}"#,
        to: "harbour.txt.annotations.json")
    }
    try sidecar("speech.txt")
    let said = try desk.galley("verify", desk.article)
    #expect(said.status == 0 && said.output.contains("✓ verbatim"), "\(said.errors)")
    try sidecar("../speech.txt")
    let outside = try desk.galley("verify", desk.article)
    #expect(outside.status == 2 && outside.errors.contains("is not in its folder"))
  }

  @Test("A story is no source of its own quotations, and sources that cannot be read are told")
  func storyAmongSources() throws {
    let alone = try desk.galley("verify", desk.article, "--against", desk.article)
    #expect(
      alone.status == 2 && alone.errors.contains("cannot be the source of its own"),
      "\(alone.errors)")
    _ = try desk.folder.write("Nothing of the kind was said.\n", to: "speech.txt")
    let found = try desk.galley("verify", desk.article, "--against", desk.article, speech)
    #expect(found.status == 1 && found.output.contains("against 1 source:"), "\(found.output)")
    let missing = try desk.galley("verify", "--json", desk.article, "--against", speech, "none.txt")
    #expect(missing.status == 2)
    #expect(try JSONValue(parsing: missing.output)["unread"]?[0]?.string == "none.txt")
  }
}
