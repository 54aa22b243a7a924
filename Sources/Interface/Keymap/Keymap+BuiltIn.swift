// The keymaps that come with the program, made of the tables in BuiltInKeymaps.swift.

import Screen

extension Keymap {
  /// A built-in keymap as its file has it: what it binds and unbinds on top of another one.
  struct Table {
    let name: String
    /// The built-in keymap that it is based on; nil when it begins with no keys.
    let base: String?
    /// What it binds. A function, so that only the map that is used is made.
    let bindings: @Sendable () -> [BoundKeys]
    /// The keys of the base that do nothing.
    let unmapped: @Sendable () -> [UnboundKeys]
  }

  typealias BoundKeys = (context: KeyContext, keys: String, action: Action)
  typealias UnboundKeys = (context: KeyContext, keys: String)

  /// The names of the built-in keymaps, the default one first.
  package static var builtInNames: [String] { tables.map(\.name) }

  /// A built-in keymap; nil when there is none of that name.
  package static func builtIn(_ name: String) -> Keymap? {
    builtInBindings(of: name).map { Keymap(name: name, bindings: $0) }
  }

  /// The default keymap.
  package static let standard = builtIn("default") ?? Keymap(name: "default", bindings: [])

  private static func builtInBindings(of name: String) -> [KeyBinding]? {
    guard let table = tables.first(where: { $0.name == name }) else { return nil }
    let own = table.bindings().compactMap { row in
      (try? Key.sequence(row.keys)).map { KeyBinding(row.context, $0, row.action) }
    }
    guard let base = table.base.flatMap(builtInBindings) else { return own }
    let unmapped = table.unmapped().compactMap { row in
      (try? Key.sequence(row.keys)).map { KeySlot(context: row.context, keys: $0) }
    }
    return own + base.inherited(by: own, without: Set(unmapped))
  }
}
