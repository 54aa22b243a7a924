// The keymaps that come with the program.

import Screen

extension Keymap {
  /// The names of the built-in keymaps, the default one first.
  package static var builtInNames: [String] { tables.map(\.name) }

  /// A built-in keymap; nil when there is none of that name.
  package static func builtIn(_ name: String) -> Keymap? {
    guard let table = tables.first(where: { $0.name == name })?.table else { return nil }
    return Keymap(name: name, bindings: table.compactMap(binding))
  }

  /// The default keymap.
  package static let standard = builtIn("default") ?? Keymap(name: "default", bindings: [])

  private static func binding(_ row: Table.Element) -> KeyBinding? {
    guard let keys = try? Key.sequence(row.keys) else { return nil }
    return KeyBinding(row.context, keys, row.action)
  }
}
