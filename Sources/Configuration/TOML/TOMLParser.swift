// A TOML document as a tree (TOML 1.0.0). What is no TOML is a fault with its line, never a trap: the
// parser asserts nothing, and nests no deeper than it says.

/// Reads a TOML document.
struct TOMLParser {
  /// How deep tables, lists and dotted keys may be nested in all. Recursion goes no deeper.
  static let deepest = 64

  private var scanner: TOMLScanner

  /// The keys of a document, in the order of the file.
  static func entries(of text: String) throws(TOMLFault) -> [TOMLEntry] {
    var parser = TOMLParser(scanner: TOMLScanner(text))
    return try parser.document()
  }

  private mutating func document() throws(TOMLFault) -> [TOMLEntry] {
    let root = TOMLTableBuilder(.header, line: 1)
    var (table, depth) = (root, 0)
    while true {
      try scanner.skipBlanks()
      guard let byte = scanner.current else { return root.entries }
      if byte == UInt8(ascii: "[") {
        (table, depth) = try header(in: root)
      } else {
        try entry(in: table, depth: depth)
      }
      try scanner.finishLine()
    }
  }

  /// `[a.b]` or `[[a.b]]`: the table that it opens, and how deep that lies.
  private mutating func header(
    in root: TOMLTableBuilder
  ) throws(TOMLFault) -> (TOMLTableBuilder, depth: Int) {
    let line = scanner.line
    scanner.advance()
    let isElement = scanner.pass(UInt8(ascii: "["))
    let path = try key(depth: 0)
    let isClosed =
      scanner.pass(UInt8(ascii: "]")) && (!isElement || scanner.pass(UInt8(ascii: "]")))
    guard isClosed else { throw scanner.fault("a table header without its closing bracket") }
    do throws(TOMLTableBuilder.Conflict) {
      return (try root.opened(path, isElement: isElement, line: line), path.count)
    } catch {
      throw scanner.fault(error.reason, at: line)
    }
  }

  /// `a.b = value`.
  private mutating func entry(
    in table: TOMLTableBuilder, depth: Int
  ) throws(TOMLFault) {
    let line = scanner.line
    let path = try key(depth: depth)
    guard scanner.pass(UInt8(ascii: "=")) else { throw scanner.fault("a key without “=”") }
    let value = try value(depth: depth + path.count)
    do throws(TOMLTableBuilder.Conflict) { try table.set(path, to: value, line: line) } catch {
      throw scanner.fault(error.reason, at: line)
    }
  }

  private mutating func key(depth: Int) throws(TOMLFault) -> [String] {
    let path = try scanner.dottedKey()
    try limit(depth + path.count)
    return path
  }

  private func limit(_ depth: Int) throws(TOMLFault) {
    guard depth <= Self.deepest else {
      throw scanner.fault("nested more than \(Self.deepest) deep")
    }
  }

  // MARK: Values

  private mutating func value(depth: Int) throws(TOMLFault) -> TOMLNode {
    scanner.skipSpaces()
    switch scanner.current {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .string(try scanner.string())
    case UInt8(ascii: "["): return .array(try list(depth: depth + 1))
    case UInt8(ascii: "{"): return .table(try inlineTable(depth: depth + 1))
    default: return try scanner.bareValue()
    }
  }

  private mutating func list(depth: Int) throws(TOMLFault) -> [TOMLItem] {
    try limit(depth)
    let start = scanner.line
    var items: [TOMLItem] = []
    scanner.advance()
    while true {
      try scanner.skipBlanks()
      if scanner.pass(UInt8(ascii: "]")) { return items }
      if scanner.current == nil {
        throw scanner.fault("a list without its closing bracket", at: start)
      }
      let line = scanner.line
      items.append(TOMLItem(line: line, value: try value(depth: depth)))
      try scanner.skipBlanks()
      guard scanner.pass(UInt8(ascii: ",")) || scanner.current == UInt8(ascii: "]") else {
        let isCut = scanner.current == nil
        throw scanner.fault(
          isCut ? "a list without its closing bracket" : "a list without a comma between values",
          at: isCut ? start : line)
      }
    }
  }

  /// `{ a = 1, b.c = 2 }`, all on one line.
  private mutating func inlineTable(depth: Int) throws(TOMLFault) -> [TOMLEntry] {
    try limit(depth)
    let table = TOMLTableBuilder(.header, line: scanner.line)
    scanner.advance()
    scanner.skipSpaces()
    if scanner.pass(UInt8(ascii: "}")) { return [] }
    while true {
      try entry(in: table, depth: depth)
      scanner.skipSpaces()
      if scanner.pass(UInt8(ascii: "}")) { return table.entries }
      guard scanner.pass(UInt8(ascii: ",")) else {
        throw scanner.fault("an inline table without a comma or its closing brace")
      }
      scanner.skipSpaces()
    }
  }
}
