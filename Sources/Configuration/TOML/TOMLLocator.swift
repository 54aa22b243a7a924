// Finds the line of every key of a TOML document: the parser gives lines for syntax errors only.

/// The lines of a document's keys and list elements.
///
/// Expects what a TOML parser has accepted; on anything else the lines may be wrong, but it ends.
struct TOMLLocator {
  /// Keys from the root; an element of a list has its index, in decimal digits, for a key.
  typealias Path = [String]

  /// The line, from 1, on which a key or a list element stands first.
  private(set) var lines: [Path: Int] = [:]

  private static let deepest = 256
  private let bytes: [UInt8]
  private var at = 0
  private var line = 1
  /// How many tables each `[[list]]` has so far.
  private var tableCounts: [Path: Int] = [:]

  init(_ text: String) {
    bytes = Array(text.utf8)
    var table: Path = []
    while at < bytes.count {
      skipBlank()
      guard let byte = current else { break }
      if byte == UInt8(ascii: "[") {
        table = header()
      } else {
        entry(in: table, endingWith: 0x0A)
      }
    }
  }

  // MARK: The parts of a document

  /// `[a.b]` or `[[a.b]]`: the path of the table that it opens.
  private mutating func header() -> Path {
    let start = line
    advance()
    let isElement = current == UInt8(ascii: "[")
    if isElement { advance() }
    var path: Path = []
    let keys = dottedKey(endingWith: UInt8(ascii: "]"))
    for (index, key) in keys.enumerated() {
      path.append(key)
      if isElement, index == keys.count - 1 { tableCounts[path, default: 0] += 1 }
      note(path, start)
      if let count = tableCounts[path] { path.append(String(count - 1)) }
    }
    note(path, start)
    skipLine()
    return path
  }

  /// `a.b = value`.
  private mutating func entry(in table: Path, endingWith end: UInt8) {
    let start = line
    var path = table
    for key in dottedKey(endingWith: UInt8(ascii: "=")) {
      path.append(key)
      note(path, start)
    }
    advance()
    value(at: path)
    if end == 0x0A { skipLine() }
  }

  private mutating func value(at path: Path) {
    // The parser accepts no deeper nesting, and what it does not accept must not cost the stack.
    guard path.count < Self.deepest else { return skipLine() }
    skipSpaces()
    switch current {
    case UInt8(ascii: "["): list(at: path)
    case UInt8(ascii: "{"): inlineTable(at: path)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): _ = string()
    default: while let byte = current, !Self.endsValue(byte) { advance() }
    }
  }

  private mutating func list(at path: Path) {
    var index = 0
    advance()
    while true {
      skipBlank()
      guard let byte = current, byte != UInt8(ascii: "]") else { break }
      if byte == UInt8(ascii: ",") {
        advance()
      } else {
        let (element, before) = (path + [String(index)], at)
        note(element, line)
        value(at: element)
        index += 1
        if at == before { advance() }
      }
    }
    advance()
  }

  private mutating func inlineTable(at path: Path) {
    advance()
    while true {
      skipBlank()
      guard let byte = current, byte != UInt8(ascii: "}") else { break }
      if byte == UInt8(ascii: ",") { advance() } else { entry(in: path, endingWith: byte) }
    }
    advance()
  }

  // MARK: Keys and strings

  /// Bare and quoted keys with dots between them, up to `end`.
  private mutating func dottedKey(endingWith end: UInt8) -> [String] {
    var keys: [String] = []
    while let byte = current, byte != end, byte != 0x0A {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        keys.append(string())
      } else if Self.isBareKey(byte) {
        let start = at
        while let next = current, Self.isBareKey(next) { advance() }
        keys.append(String(decoding: bytes[start..<at], as: UTF8.self))
      } else {
        advance()
      }
    }
    return keys
  }

  /// A string of any of the four forms, as a key would be compared.
  private mutating func string() -> String {
    guard let quote = current else { return "" }
    let isLong = at + 2 < bytes.count && bytes[at + 1] == quote && bytes[at + 2] == quote
    for _ in 0..<(isLong ? 3 : 1) { advance() }
    let start = at
    while let byte = current {
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        advance()
      } else if byte == quote, !isLong || closesLongString(quote) {
        break
      }
      advance()
    }
    let content = bytes[start..<min(at, bytes.count)]
    for _ in 0..<(isLong ? 3 : 1) { advance() }
    return TOMLEscapes.resolved(content, isLiteral: quote == UInt8(ascii: "'"))
  }

  /// Up to two quotation marks may stand right before the three that close a long string.
  private func closesLongString(_ quote: UInt8) -> Bool {
    guard at + 2 < bytes.count, bytes[at + 1] == quote, bytes[at + 2] == quote else { return false }
    return at + 3 >= bytes.count || bytes[at + 3] != quote
  }

  // MARK: Steps

  private var current: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func advance() {
    if at < bytes.count, bytes[at] == 0x0A { line += 1 }
    at += 1
  }

  private mutating func skipSpaces() {
    while let byte = current, byte == 0x20 || byte == 0x09 { advance() }
  }

  private mutating func skipLine() {
    while let byte = current, byte != 0x0A { advance() }
  }

  /// White space, line ends and comments.
  private mutating func skipBlank() {
    while let byte = current {
      if byte == UInt8(ascii: "#") {
        skipLine()
      } else if byte == 0x20 || (0x09...0x0D).contains(byte) {
        advance()
      } else {
        return
      }
    }
  }

  private mutating func note(_ path: Path, _ line: Int) {
    if lines[path] == nil { lines[path] = line }
  }

  private static func endsValue(_ byte: UInt8) -> Bool {
    byte == 0x0A || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]")
      || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "#")
  }

  private static func isBareKey(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
