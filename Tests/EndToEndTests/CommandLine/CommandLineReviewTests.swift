// Listing, showing, deleting and checking marks.

import ArticleModel
import LosslessJSON
import Sidecars
import TestSupport
import Testing

@Suite struct CommandLineReviewTests {
  let desk: Desk

  init() throws {
    desk = try Desk()
    for (words, note) in [("ferries sailed", "Which?"), ("“regrets”", "\u{1B}]0;x\u{7}scare")] {
      let outcome = try desk.galley(
        "annotate", desk.article, "--exact", words, "--kind", "bias", "--term", "loaded-term",
        "--note", note, "--as", "Ana")
      try #require(outcome.status == 0, "\(outcome.errors)")
    }
  }

  @Test("A list has one line per mark, in the order of the article")
  func list() throws {
    let lines = try desk.galley("list", desk.folder.path).output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.first?.hasSuffix("2 marks") == true)
    #expect(lines.dropFirst().first?.contains("loaded term") == true)
    #expect(lines.dropFirst().first?.contains("“ferries sailed”") == true)
    #expect(
      try desk.galley("list", "--filter", "regrets", desk.article).output.contains("1 mark\n"))
  }

  @Test("No control byte of a sidecar reaches the output")
  func controlBytes() throws {
    let id = try #require(try desk.annotations().last?["id"]?.string)
    for arguments in [["list", desk.article], ["show", id, desk.article]] {
      let output = try Program(path: Program.galley, arguments: arguments).run().output
      #expect(output.contains("scare"))
      #expect(!output.utf8.contains { $0 < 0x20 && $0 != 0x0A || $0 == 0x7F })
    }
    let json = try desk.galley("list", "--json", desk.article).output
    #expect(!json.utf8.contains { $0 < 0x20 && $0 != 0x0A })
  }

  @Test("All that a sidecar holds of a mark is shown, what is not known too")
  func wholeRecord() throws {
    let path = desk.article + ".annotations.json"
    let bytes = try #require(try PosixFileSystem().contents(of: path))
    var text = String(decoding: bytes, as: UTF8.self)
    text = text.replacing(
      "\"galley:status\": \"open\"",
      with: """
        "galley:status": "open", "galley:confidence": 0.8, "galley:claim": "It sailed.",
        "galley:claimant": "Vogt", "galley:asOf": "2026-01-31", "galley:visibility": "private",
        "galley:rank": 7
        """, maxReplacements: 1)
    text = text.replacing(
      "\"body\": [",
      with: """
        "body": [
          { "type": "TextualBody", "purpose": "tagging", "value": "port" },
          { "type": "SpecificResource", "purpose": "linking", "source": "https://a.example/1",
            "galley:stance": "refutes", "galley:archived": "https://web.example/1",
            "galley:accessed": "2026-01-02", "galley:passage": "closed", "galley:sourceKind": "primary",
            "dc:title": "The log", "dc:publisher": "Port", "dc:date": "2026-01-01",
            "galley:copy": { "galley:path": "copies/a/1.html",
              "schema:sha256": "\(String(repeating: "2d", count: 32))" } },
        """, maxReplacements: 1)
    try PosixFileSystem().replace(path, with: Array(text.utf8))
    let id = try #require(try desk.annotations().first?["id"]?.string)
    let shown = try desk.galley("show", id, desk.article).output
    for words in [
      "loaded term", "bias/wording/loaded-term", "It sailed.", "Vogt", "2026-01-31", "0.8",
      "exports leave it out", "port", "https://a.example/1 (refutes)", "https://web.example/1",
      "2026-01-02", "“closed”", "primary source", "The log", "published by Port",
      "copies/a/1.html", String(repeating: "2d", count: 32), "Which?", "Ana",
      "galley:rank: 7", "dc:date: \"2026-01-01\"",
    ] { #expect(shown.contains(words), "\(words) is not in\n\(shown)") }
    let json = try desk.galley("show", "--json", id, desk.article).output
    #expect(json.contains("\"galley:rank\": 7"))
  }

  @Test("A mark is shown and deleted by the first digits of its id")
  func delete() throws {
    let id = try #require(try desk.annotations().first?["id"]?.string)
    let digits = String(id.dropFirst(9).prefix(8))
    let shown = try desk.galley("show", digits, desk.article)
    #expect(shown.output.contains("about     “ferries sailed”"))
    #expect(shown.output.contains("Which?"))
    let refused = try desk.galley("delete", digits, desk.folder.path)
    #expect(refused.isOneLineError && refused.errors.contains("--not-mine"))
    let deleted = try desk.galley("delete", digits, desk.folder.path, "--not-mine")
    #expect(deleted.status == 0, "\(deleted.errors)")
    #expect(try desk.annotations().allSatisfy { $0["id"]?.string != id })
    #expect(try desk.galley("delete", digits, desk.article).isOneLineError)
  }

  @Test("A check passes, and fails when a mark has lost its words")
  func check() throws {
    #expect(try desk.galley("check", desk.folder.path).status == 0)
    try desk.folder.write(
      "The boats sailed. The harbour office “regrets” the closure.\n", to: "harbour.txt")
    let outcome = try desk.galley("check", desk.folder.path)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("“ferries sailed” is no longer in the article"))
    #expect(outcome.output.contains("1 to fix"))
    let findings = try JSONValue(parsing: desk.galley("check", "--json", desk.article).output)
    #expect(findings.elements.contains { $0["severity"]?.string == "error" })
  }

  @Test("A sidecar whose article is gone is listed, and a check says so")
  func lonelySidecar() throws {
    try desk.folder.write(
      try desk.folder.read("harbour.txt.annotations.json"), to: "old/gone.txt.annotations.json")
    let lonely = desk.folder.path(of: "old/gone.txt.annotations.json")
    #expect(try desk.galley("list", lonely).output.contains("“ferries sailed”"))
    let outcome = try desk.galley("check", lonely)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("its article is not there"))
  }

  @Test("Listing and checking write nothing")
  func readOnly() throws {
    let before = try desk.folder.read("harbour.txt.annotations.json")
    _ = try desk.galley("list", desk.article)
    _ = try desk.galley("check", desk.article)
    _ = try desk.galley("show", "0", desk.article)
    #expect(try desk.folder.read("harbour.txt.annotations.json") == before)
  }
}
