// How hints, menus and help name keys to people: "Esc", "Ctrl-S", "gg", "Ctrl-X Ctrl-E". Only keymap files
// write "<C-x><C-e>".

extension Key {
  /// A sequence of keys as people read it: characters in a row as they are typed, other keys by their
  /// names with blanks between.
  package static func hint(for keys: some Collection<Key>) -> String {
    keys.map(\.hint).joined(separator: keys.allSatisfy(\.isPlain) ? "" : " ")
  }

  /// Whether the key is one character that is seen.
  private var isPlain: Bool {
    if case .character(let character) = self { character != " " } else { false }
  }

  private var hint: String {
    switch self {
    case .named(let name): name.rawValue
    case .shifted(let name): "Shift-\(name.rawValue)"
    case .control("@"): "Ctrl-Space"
    case .control(let sign): "Ctrl-\(sign.uppercased())"
    case .alt(let character): "Alt-\(character == " " ? "Space" : String(character))"
    case .character(" "): "Space"
    case .character(let character): String(character)
    }
  }
}
