// How hints, menus and help name keys to people: "Esc", "Ctrl-S", "gg".

extension Key {
  /// A sequence of keys as hints show it: a single key by its name, several as keymaps write them.
  package static func hint(for keys: some Collection<Key>) -> String {
    guard keys.count == 1, let key = keys.first else { return notation(of: keys) }
    switch key {
    case .named(let name): return name.rawValue
    case .shifted(let name): return "Shift-\(name.rawValue)"
    case .control("@"): return "Ctrl-Space"
    case .control(let sign): return "Ctrl-\(sign.uppercased())"
    case .alt(let character): return "Alt-\(character == " " ? "Space" : String(character))"
    case .character(" "): return "Space"
    case .character(let character): return String(character)
    }
  }
}
