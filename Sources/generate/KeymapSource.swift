// Writes keymaps as the Swift tables that are compiled in (Sources/Interface/Keymap/BuiltInKeymaps.swift).

import Configuration
import Interface
import Screen

/// The source of the built-in keymaps: of each, what its file says.
struct KeymapSource {
  private let keymaps: [LoadedKeymap]

  init(_ keymaps: [LoadedKeymap]) { self.keymaps = keymaps }

  var text: String {
    """
    // Made from Keymaps/*.toml by `make generate`, so that the first screen needs no TOML.

    extension Keymap {
      /// The built-in keymaps, in the order in which they are listed.
      static let tables: [Table] = [
    \(keymaps.map(entry).joined(separator: "\n"))
      ]

    \(keymaps.flatMap(rows).joined(separator: "\n\n"))
    }

    """
  }

  private func entry(of loaded: LoadedKeymap) -> String {
    let name = loaded.keymap.name
    let base = loaded.base.map { "\"\($0)\"" } ?? "nil"
    return """
          Table(
            name: "\(name)", base: \(base), bindings: { \(name)Bindings },
            unmapped: { \(name)Unmapped }),
      """
  }

  private func rows(of loaded: LoadedKeymap) -> [String] {
    let bindings = loaded.own.map { binding in
      "    (.\(binding.context), \(literal(binding.keys)), .\(binding.action)),\n"
    }
    let unmapped = loaded.unmapped.map { slot in "    (.\(slot.context), \(literal(slot.keys))),\n"
    }
    return [
      list("\(loaded.keymap.name)Bindings: [BoundKeys]", bindings),
      list("\(loaded.keymap.name)Unmapped: [UnboundKeys]", unmapped),
    ]
  }

  private func list(_ declaration: String, _ rows: [String]) -> String {
    "  private static let \(declaration) = [\(rows.isEmpty ? "" : "\n\(rows.joined())  ")]"
  }

  private func literal(_ keys: [Key]) -> String {
    let escaped = Key.notation(of: keys).map { $0 == "\\" || $0 == "\"" ? "\\\($0)" : String($0) }
    return "\"\(escaped.joined())\""
  }
}
