// The key tables of README.md name the keys of the default keymap, all of them and no others.

import FoundationEssentials
import Interface
import Screen
import Testing

@Suite struct ReadmeKeysTests {
  /// The code spans in the first column of the table behind `<!-- keys: CONTEXT -->`.
  private func keys(inTableOf context: KeyContext) throws -> [String] {
    let root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let readme = try Data(contentsOf: root.appending(path: "README.md"))
    let lines = String(decoding: readme, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let table = lines.drop { $0 != "<!-- keys: \(context.rawValue) -->" }.dropFirst()
    return table.prefix { $0.hasPrefix("|") }.flatMap { row in
      let cells = row.split(separator: "|")
      return (cells.first ?? "").split(separator: "`").enumerated()
        .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
    }
  }

  @Test(
    "The README names every key of the default map once, and no other",
    arguments: [KeyContext.normal, .selection, .pane, .map, .review, .mark])
  func sameKeys(context: KeyContext) throws {
    let bound = Keymap.standard.bindings.filter { $0.context == context }
    let written = try keys(inTableOf: context)
    #expect(written.sorted() == bound.map { Key.hint(for: $0.keys) }.sorted())
  }
}
