// reanchor tells where marks are now that the text has changed; purge leaves nothing of what was deleted.

import ArticleModel
import FoundationEssentials
import LosslessJSON
import TestSupport
import Testing

@Suite struct CommandLineAnchoringTests {
  let desk: Desk

  init() throws {
    desk = try Desk()
    for words in ["harbour was closed", "ferries sailed", "“regrets” the closure"] {
      let outcome = try desk.galley(
        "annotate", desk.article, "--exact", words, "--kind", "note", "--note", "on \(words)")
      try #require(outcome.status == 0, "\(outcome.errors)")
    }
  }

  /// The text with words of more than one byte put before, and without its last sentence.
  private static let edited = """
    Harbour closes – but ferries sail

    日本 🌊: the harbour was closed on Monday 🌊, officials said. The ferries sailed, 日本 included.

    """

  private static let members = ["id", "state", "start", "end", "score"]

  @Test("reanchor --json has id, state, start, end and score, in code points of the text now")
  func json() throws {
    try desk.folder.write(Self.edited, to: "harbour.txt")
    let before = try desk.folder.read("harbour.txt.annotations.json")
    let outcome = try desk.galley("reanchor", "--dry-run", "--json", desk.article)
    #expect(outcome.status == 1)
    let places = try JSONValue(parsing: outcome.output).elements
    #expect(places.map { $0["state"]?.string } == ["moved", "moved", "orphan"])
    #expect(places.allSatisfy { $0.members.map(\.name) == Self.members })
    let text = Array(Self.edited.unicodeScalars)
    let words = places.compactMap { place -> String? in
      guard let start = place["start"]?.int, let end = place["end"]?.int else { return nil }
      return String(String.UnicodeScalarView(text[start..<end]))
    }
    #expect(words == ["harbour was closed", "ferries sailed"])
    #expect(places.last?["start"] == .null && places.last?["score"]?.double == 0)
    #expect(try desk.folder.read("harbour.txt.annotations.json") == before)
  }

  @Test("reanchor writes positions and nothing of what was marked")
  func positions() throws {
    try desk.folder.write(Self.edited, to: "harbour.txt")
    let before = try desk.folder.read("harbour.txt.annotations.json")
    let outcome = try desk.galley("reanchor", desk.article)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("orphan     —  “regrets” the closure"))
    let after = try desk.folder.read("harbour.txt.annotations.json")
    let changed = zip(before.split(separator: "\n"), after.split(separator: "\n"))
      .filter { $0 != $1 }.map { $1.trimmingPrefix { $0 == " " }.prefix { $0 != ":" } }
    #expect(
      Set(changed) == ["\"start\"", "\"end\"", "\"schema", "\"galley"], "\(changed)")
    #expect(try desk.galley("reanchor", "--dry-run", desk.article).output.contains("exact"))
  }

  /// Every file below the desk that holds a text, as it stands there or escaped.
  private func files(with text: String) throws -> [String] {
    let manager = FileManager.default
    return try manager.subpathsOfDirectory(atPath: desk.folder.path).filter { path in
      let bytes = manager.contents(atPath: desk.folder.path(of: path)) ?? Data()
      return String(decoding: bytes, as: UTF8.self).contains(text)
    }
  }

  @Test("After a purge no file holds a byte of a deleted mark, and the others are as they were")
  func purge() throws {
    let secret = "the name of the source"
    let made = try desk.galley(
      "annotate", desk.article, "--exact", "officials said", "--kind", "note", "--note", secret)
    #expect(made.status == 0)
    let id = try #require(
      try desk.annotations().first { "\($0)".contains(secret) }?["id"]?.string)
    #expect(try desk.galley("delete", id, desk.article).status == 0)
    #expect(try !files(with: secret).isEmpty, "undo should know the mark before the purge")
    let sidecar = try desk.folder.read("harbour.txt.annotations.json")
    let outcome = try desk.galley("purge", desk.article)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try files(with: secret) == [])
    #expect(try files(with: id) == [])
    #expect(try desk.folder.read("harbour.txt.annotations.json") == sidecar)
    #expect(try desk.annotations().count == 3)
    #expect(
      try desk.galley("purge", desk.article).output.contains("nothing to remove"))
  }
}
