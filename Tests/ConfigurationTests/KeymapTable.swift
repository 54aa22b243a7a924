// Writes keymaps as the Swift tables that are compiled in (Sources/Interface/Keymap/BuiltInKeymaps.swift).

import Configuration
import Interface
import Screen

/// The source of the built-in keymaps.
struct KeymapTable {
  private let keymaps: [Keymap]

  init(_ keymaps: [Keymap]) { self.keymaps = keymaps }

  var source: String {
    let names = keymaps.map { "(\"\($0.name)\", \($0.name)Table)" }.joined(separator: ", ")
    return """
      // Made from Keymaps/*.toml, so that the first screen needs no TOML: a test compares the two, and
      // rewrites this file when it runs with RECORD=1.

      extension Keymap {
        /// A built-in keymap as lines of context, keys and action.
        typealias Table = [(context: KeyContext, keys: String, action: Action)]

        /// The built-in keymaps by name, in the order in which they are listed.
        static let tables: [(name: String, table: Table)] = [
          \(names),
        ]

      \(keymaps.map(table).joined(separator: "\n\n"))
      }

      """
  }

  private func table(of keymap: Keymap) -> String {
    let rows = keymap.bindings.map { binding in
      "    (.\(binding.context), \"\(literal(binding.keys))\", .\(binding.action)),"
    }
    return
      "  private static let \(keymap.name)Table: Table = [\n\(rows.joined(separator: "\n"))\n  ]"
  }

  private func literal(_ keys: [Key]) -> String {
    Key.notation(of: keys).map { $0 == "\\" || $0 == "\"" ? "\\\($0)" : String($0) }.joined()
  }
}
