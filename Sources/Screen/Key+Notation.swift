// How keys are written in keymaps: "gg", "]q", "<Space>", "<C-d>", "<S-Tab>".

extension Key {
  /// The keys that a notation stands for, in the order in which they are pressed.
  ///
  /// A character stands for itself. Names stand between angle brackets, in any case: `<Enter>`,
  /// `<PgDn>`, `<lt>` for `<`, with `C-` for Control, `S-` for Shift and `A-` or `M-` for Alt. `<` also
  /// stands for itself when no `>` follows.
  package static func sequence(_ notation: String) throws(KeyNotationError) -> [Key] {
    if let keys = typed(notation) { return keys }
    if let key = named(notation) { return [key] }
    var keys: [Key] = []
    var rest = Substring(notation)
    while let first = rest.popFirst() {
      if first == "<", let end = rest.firstIndex(of: ">") {
        keys += try bracketed(rest[..<end])
        rest = rest[end...].dropFirst()
      } else if first.isWhitespace {
        throw .whiteSpace
      } else {
        keys.append(.character(first))
      }
    }
    if keys.isEmpty { throw .empty }
    if keys.count > longestSequence { throw .tooLong }
    return keys
  }

  /// The keys of a notation of letters and signs alone, as most are; nil for any other. All keymaps are
  /// read before the first screen.
  private static func typed(_ notation: String) -> [Key]? {
    let bytes = notation.utf8
    guard 1...longestSequence ~= bytes.count,
      bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "<") })
    else { return nil }
    return bytes.map { .character(Character(UnicodeScalar($0))) }
  }

  /// The key of a notation that is one name as it is usually written, such as "<PgDn>", "<S-Tab>" or "<C-d>"; nil
  /// for any other. Names in other spellings need a table.
  private static func named(_ notation: String) -> Key? {
    guard notation.utf8.first == UInt8(ascii: "<"), notation.utf8.last == UInt8(ascii: ">") else {
      return nil
    }
    let name = notation.dropFirst().dropLast()
    if let key = Name(rawValue: String(name)) { return .named(key) }
    guard name.utf8.dropFirst().first == UInt8(ascii: "-") else { return nil }
    let base = name.dropFirst(2)
    switch name.utf8.first {
    case UInt8(ascii: "S"): return Name(rawValue: String(base)).map { .shifted($0) }
    case UInt8(ascii: "C"):
      guard let letter = base.utf8.first, base.utf8.count == 1, (0x61...0x7A).contains(letter)
      else {
        return nil
      }
      return .control(Character(UnicodeScalar(letter)))
    default: return nil
    }
  }

  /// Nobody presses more keys for one action.
  private static let longestSequence = 32

  /// A sequence of keys as `sequence(_:)` reads it.
  package static func notation(of keys: some Sequence<Key>) -> String {
    keys.map(\.description).joined()
  }

  /// The key that the terminal reports when this one is pressed, for those that it cannot tell apart:
  /// Tab for C-i, Enter for C-m, Esc for C-[. Nil when the key is reported as itself.
  package var terminalTwin: Key? {
    switch self {
    case .control("i"): .named(.tab)
    case .control("m"): .named(.enter)
    case .control("["): .named(.escape)
    default: nil
    }
  }

  private static func bracketed(_ name: Substring) throws(KeyNotationError) -> [Key] {
    guard name.count > 2, name.dropFirst().first == "-", let modifier = name.first else {
      return [try plain(name, in: name)]
    }
    let base = try plain(name.dropFirst(2), in: name)
    switch (modifier.lowercased(), base) {
    case ("a", .character(let sign)), ("m", .character(let sign)): return [.alt(sign)]
    case ("a", _), ("m", _): return [.named(.escape), base]
    case ("s", .named(let key)): return [.shifted(key)]
    case ("s", .character(let letter)) where letter.isLetter:
      return [.character(Character(letter.uppercased()))]
    case ("c", .character(let sign)):
      if let control = control(with: sign) { return [control] }
    default: break
    }
    throw .unknownKey("<\(name)>")
  }

  /// The key of a name without modifiers.
  private static func plain(_ name: Substring, in whole: Substring) throws(KeyNotationError) -> Key
  {
    if name.utf8.count == 1, let character = name.first { return .character(character) }
    switch name {
    // As keymaps usually write them; the table is for other spellings.
    case "Space": return .character(" ")
    case "lt": return .character("<")
    case "gt": return .character(">")
    default: if let key = Name(rawValue: String(name)) { return .named(key) }
    }
    if name.count == 1, let character = name.first { return .character(character) }
    guard let key = keysByName[name.lowercased()] else { throw .unknownKey("<\(whole)>") }
    return key
  }

  /// Control with a sign, where that is a key: the 32 control characters of ASCII.
  private static func control(with sign: Character) -> Key? {
    switch sign {
    case " ", "@": .control("@")
    case "/", "_": .control("_")
    case "[", "\\", "]", "^": .control(sign)
    case _ where sign.isASCII && sign.isLetter: .control(Character(sign.lowercased()))
    default: nil
    }
  }

  private static let keysByName: [String: Key] = {
    var keys = Dictionary(
      uniqueKeysWithValues: Name.allCases.map { ($0.rawValue.lowercased(), Key.named($0)) })
    keys.merge([
      "space": .character(" "), "lt": .character("<"), "gt": .character(">"),
      "escape": .named(.escape), "return": .named(.enter), "cr": .named(.enter),
      "bs": .named(.backspace), "delete": .named(.delete),
      "pageup": .named(.pageUp), "pagedown": .named(.pageDown),
    ]) { own, _ in own }
    return keys
  }()
}

extension Key: CustomStringConvertible {
  /// The key as `sequence(_:)` reads it.
  package var description: String {
    switch self {
    case .character(" "): "<Space>"
    case .character("<"): "<lt>"
    case .character(let character): String(character)
    case .control("@"): "<C-Space>"
    case .control(let sign): "<C-\(sign)>"
    case .named(let name): "<\(name.rawValue)>"
    case .shifted(let name): "<S-\(name.rawValue)>"
    case .alt(" "): "<A-Space>"
    case .alt("<"): "<A-lt>"
    case .alt(">"): "<A-gt>"
    case .alt(let character): "<A-\(character)>"
    }
  }
}

/// Why a notation of keys cannot be read.
package enum KeyNotationError: Error, Hashable, CustomStringConvertible {
  /// It has no keys at all.
  case empty
  /// It has a blank or a line end, which must be written by name.
  case whiteSpace
  /// It has more keys than anybody presses for one action.
  case tooLong
  /// No terminal reports a key of this name.
  case unknownKey(String)

  /// What is wrong and what to write instead.
  package var description: String {
    switch self {
    case .empty: "no key is named"
    case .whiteSpace: "keys are written without spaces; write <Space>, <Tab> or <Enter> for those"
    case .tooLong: "a sequence has at most 32 keys"
    case .unknownKey(let name): "\(name) is not a key that a terminal reports"
    }
  }
}
