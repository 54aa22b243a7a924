// The bytes of a TOML document, read from left to right: blanks, comments, keys (TOML 1.0.0).
//
// TOMLParser puts what is read together; the other files of TOMLScanner read strings, numbers and moments.

/// A place in a TOML document, with its line.
struct TOMLScanner {
  let bytes: [UInt8]
  private(set) var at = 0
  /// The line, from 1, that the place is on.
  private(set) var line = 1

  init(_ text: String) {
    bytes = Array(text.utf8)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
  }

  /// The byte at the place; nil at the end.
  var current: UInt8? { at < bytes.count ? bytes[at] : nil }

  /// A byte further on.
  func byte(after distance: Int) -> UInt8? {
    at + distance < bytes.count ? bytes[at + distance] : nil
  }

  /// Goes one byte on.
  mutating func advance() {
    if at < bytes.count, bytes[at] == 0x0A { line += 1 }
    at += 1
  }

  /// Goes several bytes on.
  mutating func advance(by count: Int) { for _ in 0..<count { advance() } }

  /// Passes a byte if it is the one at the place, and says whether it was.
  mutating func pass(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    advance()
    return true
  }

  /// Whether the same byte stands here so many times.
  func has(_ byte: UInt8, times count: Int) -> Bool {
    (0..<count).allSatisfy { self.byte(after: $0) == byte }
  }

  func fault(_ reason: String, at line: Int? = nil) -> TOMLFault {
    TOMLFault(line: line ?? self.line, reason: reason)
  }

  // MARK: Between keys and values

  mutating func skipSpaces() {
    while let byte = current, byte == 0x20 || byte == 0x09 { advance() }
  }

  /// Passes blanks, comments and line ends.
  mutating func skipBlanks() throws(TOMLFault) {
    while true {
      skipSpaces()
      if current == UInt8(ascii: "#") { try skipComment() }
      guard try passLineEnd() else { return }
    }
  }

  /// Passes a line end, LF or CRLF, and says whether there was one.
  mutating func passLineEnd() throws(TOMLFault) -> Bool {
    if current == 0x0D {
      guard byte(after: 1) == 0x0A else { throw fault("a carriage return without a line feed") }
      advance()
    }
    return pass(0x0A)
  }

  /// Passes what may stand behind a value or a header: blanks, a comment, and the end of the line.
  mutating func finishLine() throws(TOMLFault) {
    skipSpaces()
    if current == UInt8(ascii: "#") { try skipComment() }
    let hasEnded = try passLineEnd()
    if let byte = current, !hasEnded {
      throw fault("\(Self.name(of: byte)) where the line should end")
    }
  }

  private mutating func skipComment() throws(TOMLFault) {
    while let byte = current, byte != 0x0A {
      if byte == 0x0D, self.byte(after: 1) == 0x0A { return }
      guard !Self.isControl(byte) else { throw fault("a control character in a comment") }
      advance()
    }
  }

  // MARK: Keys

  /// Reads bare and quoted keys with dots between them: `a."b c".d`.
  mutating func dottedKey() throws(TOMLFault) -> [String] {
    var keys: [String] = []
    repeat {
      skipSpaces()
      keys.append(try simpleKey())
      skipSpaces()
    } while pass(UInt8(ascii: "."))
    return keys
  }

  private mutating func simpleKey() throws(TOMLFault) -> String {
    switch current {
    case UInt8(ascii: "\""): return try basicString()
    case UInt8(ascii: "'"): return try literalString()
    default:
      let start = at
      while let byte = current, Self.isBareKey(byte) { advance() }
      if at == start {
        throw fault("\(current.map(Self.name) ?? "the end of the file") where a key should be")
      }
      return String(decoding: bytes[start..<at], as: UTF8.self)
    }
  }

  // MARK: Bytes

  /// What a byte is called in messages.
  static func name(of byte: UInt8) -> String {
    switch byte {
    case 0x0A, 0x0D: "the end of the line"
    case 0x21..<0x7F: "“\(Character(Unicode.Scalar(byte)))”"
    case 0x00..<0x21, 0x7F: "a control character"
    default: "a character"
    }
  }

  /// Control characters, of which strings and comments may hold the tab alone.
  static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 && byte != 0x09 || byte == 0x7F }

  private static func isBareKey(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
