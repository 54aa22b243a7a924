// The table of modules in ARCHITECTURE.md says what the rules say.

import FoundationEssentials
import Testing

@Suite struct ModuleTableTests {
  /// The rows of the table: a module, and what stands in code spans in its last column.
  private func table() throws -> [String: Set<String>] {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let text = String(
      decoding: try Data(contentsOf: root.appending(path: "ARCHITECTURE.md")), as: UTF8.self)
    let rows = text.split(separator: "\n").drop { $0 != "| module | what it is | may import |" }
      .dropFirst(2).prefix { $0.hasPrefix("|") }
    var table: [String: Set<String>] = [:]
    for row in rows {
      let cells = row.split(separator: "|")
      guard let name = cells.first.flatMap({ names(in: $0).first }), let last = cells.last else {
        continue
      }
      table[name] = Set(names(in: last))
    }
    return table
  }

  private func names(in cell: Substring) -> [String] {
    cell.split(separator: "`").enumerated().filter { !$0.offset.isMultiple(of: 2) }
      .map { String($0.element) }
  }

  @Test("ARCHITECTURE.md lists every module with what it may import")
  func sameRules() throws {
    #expect(try table() == ModuleRules.allowed)
  }
}
