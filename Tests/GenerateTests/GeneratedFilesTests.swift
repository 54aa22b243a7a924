// What is made from other files is what they make now.

import FoundationEssentials
import Interface
import Testing

@testable import generate

@Suite struct GeneratedFilesTests {
  private let files = GeneratedFiles(
    root: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent())

  @Test("No generated file is stale")
  func stale() throws {
    for file in try files.all() {
      // Compared first, so that a failure does not print a whole lexicon.
      let isFresh = try files.bytes(of: file.path) == file.bytes
      #expect(isFresh, "\(file.path) is stale: make generate")
    }
  }

  @Test("Every context of the default keymap has its table among the keys, and every map its own")
  func everyTable() throws {
    let names = Set(MarkedBlocks(try files.text(of: "Documentation/keys.md")).names)
    let contexts = Set(Keymap.standard.bindings.map(\.context.rawValue))
    let maps = Keymap.builtInNames.dropFirst().map { "keys \($0)" }
    #expect(names == Set(contexts.map { "keys default \($0)" } + maps + ["essential keys"]))
  }

  @Test("A block is filled between its markers, and the rest of the document stays")
  func blocks() throws {
    let text = "a\n<!-- generated: x -->\nold\n<!-- end -->\nb\n"
    let filled = try MarkedBlocks(text).filled { name in name == "x" ? "new\nlines" : nil }
    #expect(filled == "a\n<!-- generated: x -->\nnew\nlines\n<!-- end -->\nb\n")
    #expect(try MarkedBlocks(filled).filled { _ in "new\nlines" } == filled)
  }

  @Test("A block that nothing fills, or that does not end, is refused")
  func faults() {
    #expect(throws: MarkedBlocks.Failure.self) {
      try MarkedBlocks("<!-- generated: x -->\n<!-- end -->").filled { _ in nil }
    }
    #expect(throws: MarkedBlocks.Failure.self) {
      try MarkedBlocks("<!-- generated: x -->\n").filled { _ in "" }
    }
  }
}
