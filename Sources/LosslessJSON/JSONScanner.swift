// The one reader of JSON's grammar. A pull scanner for texts of which little is wanted, such as a line of
// --ndjson; JSONDocument lets it take notes, which JSONNode reads. Strings are in JSONScanner+Strings.

/// What kind a value is.
public enum JSONKind: UInt8, Sendable {
  /// The seven kinds of RFC 8259, section 3, true and false apart.
  case null, `false`, `true`, number, string, array, object
}

/// Moves over a JSON text and checks every byte that it passes: the grammar of RFC 8259, UTF-8, and
/// nesting of at most `JSONDocument.deepestNesting`.
public struct JSONScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  var at = 0
  /// What has been noted; nil when nobody wants notes. Whoever asked for them gives them back.
  var records: JSONRecords?
  /// How many containers are open around the cursor.
  private var depth = 0
  /// Whether it matters where an error is: telling its line takes time in the length of the text.
  private var tellsPlace = true

  /// Begins at the start of a text, behind a byte-order mark if there is one (RFC 8259, section 8.1).
  public init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
  }

  // MARK: Pulling

  /// Whether a string begins at the cursor, white space aside.
  public var isAtString: Bool {
    mutating get {
      skipWhitespace()
      return peek() == UInt8(ascii: "\"")
    }
  }

  /// Reads an object: `member` gets each name, its escapes resolved, and reads or skips the value.
  public mutating func object(
    _ member: (_ name: String, inout JSONScanner) throws(JSONError) -> Void
  ) throws(JSONError) {
    skipWhitespace()
    guard peek() == UInt8(ascii: "{") else { throw expected("an object") }
    depth += 1
    try scanMembers { scanner, name throws(JSONError) in
      let inner = scanner.bytes[(name.lowerBound + 1)..<(name.upperBound - 1)]
      try member(String(decoding: JSONString.unescapedBytes(inner), as: UTF8.self), &scanner)
    }
    depth -= 1
  }

  /// Looks for an object's first member of a name, passes over those before it, and returns where its value
  /// stands; nil when there is none. What comes after it is not looked at.
  public mutating func value(named wanted: String) throws(JSONError) -> Range<Int>? {
    skipWhitespace()
    guard peek() == UInt8(ascii: "{") else { throw expected("an object") }
    at += 1
    depth += 1
    defer { depth -= 1 }
    if consume(UInt8(ascii: "}")) { return nil }
    repeat {
      let name = try string()
      guard consume(UInt8(ascii: ":")) else { throw expected("a colon") }
      let value = try skipValue()
      if name.elementsEqual(wanted.utf8) { return value }
    } while consume(UInt8(ascii: ","))
    return nil
  }

  /// Reads a string. Half of a surrogate pair, which no text can hold, becomes U+FFFD.
  public mutating func string() throws(JSONError) -> [UInt8] {
    guard isAtString else { throw expected("a string") }
    let start = at + 1
    return try scanString()
      ? JSONString.unescapedBytes(bytes[start..<(at - 1)]) : Array(bytes[start..<(at - 1)])
  }

  /// Passes over a value of any kind and returns where it stands: those bytes are JSON.
  public mutating func skipValue() throws(JSONError) -> Range<Int> {
    skipWhitespace()
    let start = at
    try scanValue(depth: depth)
    return start..<at
  }

  /// Checks that nothing but white space is left.
  public mutating func finish() throws(JSONError) {
    skipWhitespace()
    guard at == bytes.count else { throw error(.textAfterValue) }
  }

  /// Passes over the value at the cursor; false when none is whole there. The cursor is then where it
  /// breaks off.
  mutating func scans() -> Bool {
    tellsPlace = false
    do { try scanValue(depth: 0) } catch { return false }
    return true
  }

  // MARK: Values

  mutating func scanValue(depth: Int) throws(JSONError) {
    switch peek() {
    case UInt8(ascii: "\""): try scanString()
    case UInt8(ascii: "{"): try scanObject(depth: depth)
    case UInt8(ascii: "["): try scanArray(depth: depth)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try scanNumber()
    case UInt8(ascii: "t"): try scanLiteral("true", .true)
    case UInt8(ascii: "f"): try scanLiteral("false", .false)
    case UInt8(ascii: "n"): try scanLiteral("null", .null)
    default: throw expected("a value")
    }
  }

  private mutating func scanObject(depth: Int) throws(JSONError) {
    let container = try noteContainer(.object, depth: depth)
    try scanMembers { scanner, _ throws(JSONError) in try scanner.scanValue(depth: depth + 1) }
    noteEnd(of: container)
  }

  /// Scans an object from its brace on; `value` is called in front of each value, with the place of its
  /// name.
  @inline(__always)
  private mutating func scanMembers(
    _ value: (inout JSONScanner, Range<Int>) throws(JSONError) -> Void
  ) throws(JSONError) {
    at += 1
    if consume(UInt8(ascii: "}")) { return }
    repeat {
      skipWhitespace()
      guard peek() == UInt8(ascii: "\"") else { throw expected("a member name in quotation marks") }
      let name = at
      try scanString()
      let end = at
      guard consume(UInt8(ascii: ":")) else { throw expected("a colon") }
      skipWhitespace()
      try value(&self, name..<end)
    } while consume(UInt8(ascii: ","))
    guard consume(UInt8(ascii: "}")) else { throw expected("a comma or \"}\"") }
  }

  private mutating func scanArray(depth: Int) throws(JSONError) {
    let container = try noteContainer(.array, depth: depth)
    at += 1
    if consume(UInt8(ascii: "]")) { return noteEnd(of: container) }
    repeat {
      skipWhitespace()
      try scanValue(depth: depth + 1)
    } while consume(UInt8(ascii: ","))
    guard consume(UInt8(ascii: "]")) else { throw expected("a comma or \"]\"") }
    noteEnd(of: container)
  }

  private mutating func scanLiteral(_ word: StaticString, _ kind: JSONKind) throws(JSONError) {
    let start = at
    for offset in 0..<word.utf8CodeUnitCount {
      guard peek() == word.utf8Start[offset] else { throw expected("\"\(word)\"") }
      at += 1
    }
    note(kind, from: start)
  }

  private mutating func scanNumber() throws(JSONError) {
    let start = at
    if peek() == UInt8(ascii: "-") { at += 1 }
    if peek() == UInt8(ascii: "0") { at += 1 } else { try scanDigits() }
    if peek() == UInt8(ascii: ".") {
      at += 1
      try scanDigits()
    }
    if peek() | 0x20 == UInt8(ascii: "e") {
      at += 1
      if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { at += 1 }
      try scanDigits()
    }
    note(.number, from: start)
  }

  private mutating func scanDigits() throws(JSONError) {
    guard isDigit(peek()) else { throw expected("a digit") }
    while isDigit(peek()) { at += 1 }
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}

// MARK: The cursor

extension JSONScanner {
  /// The byte at the cursor; 0, which no grammar rule accepts, at the end.
  func peek() -> UInt8 { at < bytes.count ? bytes[at] : 0 }

  /// Passes over white space and the byte, when it comes next.
  private mutating func consume(_ byte: UInt8) -> Bool {
    skipWhitespace()
    guard peek() == byte else { return false }
    at += 1
    return true
  }

  /// Passes over the four bytes of white space that JSON knows.
  mutating func skipWhitespace() {
    while at < bytes.count, bytes[at].isJSONWhitespace { at += 1 }
  }

  /// The error at the cursor.
  func error(_ reason: JSONError.Reason) -> JSONError {
    JSONError(reason, at: tellsPlace ? at : 0, in: bytes)
  }

  /// The error for something missing at the cursor.
  func expected(_ what: String) -> JSONError {
    error(at < bytes.count ? .expected(what) : .unexpectedEnd)
  }
}

extension UInt8 {
  /// Whether the byte is one of the four that JSON takes for white space (RFC 8259, section 2).
  var isJSONWhitespace: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }

  /// Whether the byte continues a code point of UTF-8 (10xxxxxx).
  var continuesCodePoint: Bool { self & 0xC0 == 0x80 }
}
