// What readers and desks put right, in statistics, exports, maps and analyses on the command line.

import LosslessJSON
import TestSupport
import Testing

@Suite struct CommandLineCastTests {
  private static let text = """
    Harbour closes

    “No ship may leave the harbour,” harbour master Ines Vogt said on Monday in Georgia. Vogt added that \
    the wreck was dangerous. The closure is a mistake, Greenpeace Nord said.

    """
  private let desk: Desk

  init() throws { desk = try Desk(Self.text) }

  private func know(_ text: String) throws {
    try desk.folder.write(text, to: "galley-authority.toml")
  }

  /// A sidecar that has one correction of a person or a place.
  private func correct(_ words: String, _ correction: String) throws {
    try desk.folder.write(
      """
      {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationCollection",
       "galley:version": "1.1", "items": [{
        "id": "urn:uuid:00000000-0000-4000-8000-000000000001", "type": "Annotation",
        "motivation": "editing", "creator": {"type": "Person", "name": "Ana"},
        "target": {"source": "harbour.txt", "selector": [
          {"type": "TextQuoteSelector", "exact": "\(words)"}]},
        "galley:correction": {\(correction)}}]}
      """, to: "harbour.txt.annotations.json")
  }

  private func voices() throws -> [String] {
    let outcome = try desk.galley("stats", "--json", desk.article)
    try #require(outcome.status == 0, "\(outcome.errors)")
    return try JSONValue(parsing: outcome.output)["voices"]?.elements
      .compactMap { $0["name"]?.string } ?? []
  }

  @Test("A correction of a person as such counts in statistics, and in what analyze corrects")
  func statistics() throws {
    try correct(
      "Greenpeace Nord",
      """
      "galley:finding": "speaker", "galley:decision": "merged", "galley:of": "Greenpeace Nord",
      "galley:into": "Ines Vogt"
      """)
    #expect(try voices() == ["Ines Vogt"])
    let corrected = try desk.galley("analyze", "--corrected", desk.article).output
    #expect(corrected.contains("Ines Vogt, 3 quotations"))
    #expect(try desk.galley("analyze", desk.article).output.contains("Greenpeace Nord, 1"))
  }

  @Test("A correction of a place as such counts in reports, maps and statistics")
  func places() throws {
    try correct(
      "Georgia",
      """
      "galley:finding": "place", "galley:decision": "corrected", "galley:of": "Georgia",
      "galley:place": {"schema:name": "Georgia", "schema:addressCountry": "US"}
      """)
    #expect(try desk.galley("stats", desk.article).output.contains("Georgia (US)"))
    let map = try desk.galley("map", "--corrected", "--json", desk.article).output
    #expect(map.contains("\"US\""))
    let report = try desk.galley("export", "--format", "html", desk.article).output
    #expect(report.contains("Georgia, US") || report.contains("Georgia (US)"))
  }

  @Test("The authority file of a folder counts in every command, for all articles below it")
  func authority() throws {
    try know(
      """
      [[speaker]]
      called = "Ines Vogt"
      name = "Inés Vogt"

      [[speaker]]
      called = "Greenpeace Nord"
      kind = "none"

      [[place]]
      called = "Georgia"
      country = "US"
      """)
    let below = try desk.folder.write(Self.text, to: "2026/other.txt")
    for article in [desk.article, below] {
      let report = try desk.galley("analyze", article).output
      #expect(report.contains("Inés Vogt, 2 quotations"))
      #expect(!report.contains("Greenpeace Nord, 1 quotation"))
      #expect(report.contains("Georgia  US"))
    }
    #expect(try voices() == ["Inés Vogt"])
    #expect(try desk.galley("map", "--json", desk.article).output.contains("\"US\""))
    let found = try desk.galley("analyze", "--as-found", desk.article).output
    #expect(found.contains("Ines Vogt, 2 quotations"))
  }

  @Test("A sidecar wins over the authority file")
  func sidecarWins() throws {
    try know("[[speaker]]\ncalled = \"Ines Vogt\"\nname = \"Inés Vogt\"\n")
    try correct(
      "Ines Vogt",
      """
      "galley:finding": "speaker", "galley:decision": "renamed", "galley:of": "Ines Vogt",
      "galley:name": "I. Vogt"
      """)
    #expect(try voices().contains("I. Vogt"))
  }

  @Test("A broken authority file is told once with its line, and the rest of it counts")
  func broken() throws {
    try know("[[speaker]]\ncalled = \"Ines Vogt\"\nname = \"Inés Vogt\"\n>>>>>>> theirs\n")
    try desk.folder.write(Self.text, to: "other.txt")
    let outcome = try desk.galley("stats", desk.article, desk.folder.path(of: "other.txt"))
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Inés Vogt"))
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(outcome.errors.contains("galley-authority.toml:4: not valid TOML"))
  }

  @Test("A correction that is deleted counts in later articles no more, and delete says so")
  func deleted() throws {
    try correct(
      "Ines Vogt",
      """
      "galley:finding": "speaker", "galley:decision": "renamed", "galley:of": "Ines Vogt",
      "galley:name": "Inez Vogt", "galley:scope": "desk"
      """)
    try know(
      """
      [[speaker]]
      called = "Ines Vogt"
      name = "Inez Vogt"
      id = "urn:uuid:00000000-0000-4000-8000-000000000001"
      by = "Ana"

      [[speaker]]
      called = "Nord"
      name = "Greenpeace Nord"
      """)
    let outcome = try desk.galley("delete", "00000000", desk.article, "--as", "Ana")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("also removed from galley-authority.toml"))
    let known = try desk.folder.read("galley-authority.toml")
    #expect(!known.contains("Inez") && known.contains("Greenpeace Nord"))
  }

  @Test("A private correction changes no report that others get")
  func privateCorrection() throws {
    try correct(
      "Ines Vogt",
      """
      "galley:finding": "speaker", "galley:decision": "renamed", "galley:of": "Ines Vogt",
      "galley:name": "Vera Secret"
      """)
    let text = try desk.folder.read("harbour.txt.annotations.json")
    try desk.folder.write(
      text.replacing("\"motivation\"", with: "\"galley:visibility\": \"private\", \"motivation\""),
      to: "harbour.txt.annotations.json")
    let shared = try desk.galley("export", "--format", "html", desk.article)
    #expect(shared.output.contains("Ines Vogt") && !shared.output.contains("Vera Secret"))
    #expect(shared.errors.contains("1 private mark stays out"))
    let own = try desk.galley("export", "--format", "html", "--include-private", desk.article)
    #expect(own.output.contains("Vera Secret"))
  }
}
