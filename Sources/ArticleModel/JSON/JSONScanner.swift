// Checks a JSON text in one pass and notes where each value starts and ends. JSONNode reads the notes.

/// What kind a value is.
public enum JSONKind: UInt8, Sendable {
  /// The seven kinds of RFC 8259, section 3, true and false apart.
  case null, `false`, `true`, number, string, array, object
}

/// Where a value stands in its text. Records lie in the order of the text: a container before what it
/// holds, a member's name before its value.
struct JSONRecord {
  let kind: JSONKind
  /// Whether a string holds a backslash.
  let hasEscapes: Bool
  let start: UInt32
  var end: UInt32
  /// The index of the first record after this value and all that it holds.
  var next: UInt32
}

/// Reads the grammar of RFC 8259, no more and no less; a byte-order mark is passed over (section 8.1).
struct JSONScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  var at = 0
  /// What has been noted; whoever made the scanner gives it back.
  var records: JSONRecords

  /// Begins at the start of a text, with room for so many records.
  init(bytes: UnsafeBufferPointer<UInt8>, capacity: Int = 0) {
    self.bytes = bytes
    records = JSONRecords(capacity: capacity)
  }

  /// Scans the whole text; the caller gives the records back.
  static func records(of bytes: UnsafeBufferPointer<UInt8>) throws(JSONError) -> JSONRecords {
    var scanner = JSONScanner(bytes: bytes, capacity: bytes.count / 16)
    do throws(JSONError) { try scanner.scanText() } catch {
      scanner.records.deallocate()
      throw error
    }
    return scanner.records
  }

  private mutating func scanText() throws(JSONError) {
    guard bytes.count < Int(UInt32.max) else { throw error(.tooLong) }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    skipWhitespace()
    try scanValue(depth: 0)
    skipWhitespace()
    guard at == bytes.count else { throw error(.textAfterValue) }
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
    let container = try openContainer(.object, depth: depth)
    if take(UInt8(ascii: "}")) { return close(container) }
    repeat {
      skipWhitespace()
      guard peek() == UInt8(ascii: "\"") else { throw expected("a member name in quotation marks") }
      try scanString()
      guard take(UInt8(ascii: ":")) else { throw expected("a colon") }
      skipWhitespace()
      try scanValue(depth: depth + 1)
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw expected("a comma or \"}\"") }
    close(container)
  }

  private mutating func scanArray(depth: Int) throws(JSONError) {
    let container = try openContainer(.array, depth: depth)
    if take(UInt8(ascii: "]")) { return close(container) }
    repeat {
      skipWhitespace()
      try scanValue(depth: depth + 1)
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw expected("a comma or \"]\"") }
    close(container)
  }

  private mutating func openContainer(_ kind: JSONKind, depth: Int) throws(JSONError) -> Int {
    guard depth < JSONDocument.deepestNesting else { throw error(.tooDeep) }
    note(kind, from: at, to: at)
    at += 1
    return records.count - 1
  }

  private mutating func close(_ container: Int) {
    var record = records[container]
    record.end = UInt32(at)
    record.next = UInt32(records.count)
    records[container] = record
  }

  private mutating func scanLiteral(_ word: StaticString, _ kind: JSONKind) throws(JSONError) {
    let start = at
    for offset in 0..<word.utf8CodeUnitCount {
      guard peek() == word.utf8Start[offset] else { throw expected("\"\(word)\"") }
      at += 1
    }
    note(kind, from: start, to: at)
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
    note(.number, from: start, to: at)
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
  mutating func take(_ byte: UInt8) -> Bool {
    skipWhitespace()
    guard peek() == byte else { return false }
    at += 1
    return true
  }

  /// Passes over the four bytes of white space that JSON knows.
  mutating func skipWhitespace() {
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x0A, 0x0D, 0x09: at += 1
      default: return
      }
    }
  }

  /// Notes a value that holds no other.
  mutating func note(_ kind: JSONKind, from start: Int, to end: Int, hasEscapes: Bool = false) {
    records.append(
      JSONRecord(
        kind: kind, hasEscapes: hasEscapes, start: UInt32(truncatingIfNeeded: start),
        end: UInt32(truncatingIfNeeded: end), next: UInt32(records.count + 1)))
  }

  /// The error at the cursor.
  func error(_ reason: JSONError.Reason) -> JSONError { JSONError(reason, at: at, in: bytes) }

  /// The error for something missing at the cursor.
  func expected(_ what: String) -> JSONError {
    error(at < bytes.count ? .expected(what) : .unexpectedEnd)
  }
}
