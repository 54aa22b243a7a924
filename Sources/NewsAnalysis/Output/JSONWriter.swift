// Writes JSON into a byte buffer: numbers, strings, members; the analysis needs no more.

import ArticleModel

/// Appends JSON (RFC 8259) to a buffer, in the order in which it is called.
struct JSONWriter {
  /// What has been written.
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// Makes a writer that expects to write about so many bytes.
  init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  mutating func object(_ body: (inout JSONWriter) -> Void) { bracket("{", "}", body) }

  mutating func array(_ body: (inout JSONWriter) -> Void) { bracket("[", "]", body) }

  /// Writes an array with an element for each item.
  mutating func array<Items: Sequence>(
    of items: Items, _ body: (inout JSONWriter, Items.Element) -> Void
  ) {
    array { json in for item in items { body(&json, item) } }
  }

  mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    raw(name)
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  mutating func number(_ value: Int) {
    separate()
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    digits(value.magnitude, atLeast: 1)
    needsComma = true
  }

  /// Writes a number with as many decimals as `places`.
  mutating func number(_ value: Double, places: Int) {
    let scale = (0..<places).reduce(UInt(1)) { factor, _ in factor * 10 }
    let scaled = UInt((value.magnitude * Double(scale)).rounded())
    separate()
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    digits(scaled / scale, atLeast: 1)
    bytes.append(UInt8(ascii: "."))
    digits(scaled % scale, atLeast: places)
    needsComma = true
  }

  mutating func boolean(_ value: Bool) { literal(value ? "true" : "false") }

  mutating func null() { literal("null") }

  /// Writes JSON that was made before, as it is.
  mutating func verbatim(_ json: some Sequence<UInt8>) {
    separate()
    bytes += json
    needsComma = true
  }

  mutating func string(_ value: String) {
    separate()
    var value = value
    value.withUTF8 { quote($0) }
    needsComma = true
  }

  /// Writes the words of a span of a text as a string.
  mutating func string(_ span: TextSpan, of text: ArticleText) {
    separate()
    text.withBytes { quote(UnsafeBufferPointer(rebasing: $0[text.clamp(span).range])) }
    needsComma = true
  }

  // MARK: Pieces

  private mutating func bracket(
    _ open: StaticString, _ close: StaticString, _ body: (inout JSONWriter) -> Void
  ) {
    separate()
    raw(open)
    needsComma = false
    body(&self)
    raw(close)
    needsComma = true
  }

  private mutating func literal(_ text: StaticString) {
    separate()
    raw(text)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
  }

  private mutating func raw(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Writes a number with zeroes before it until it has so many digits, at most 20.
  private mutating func digits(_ value: UInt, atLeast count: Int) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var (rest, start) = (value, digits.count)
      repeat {
        start -= 1
        digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while start > 0 && (rest > 0 || digits.count - start < count)
      bytes.append(contentsOf: digits[start...])
    }
  }

  /// Writes a string; what needs no escape is copied in runs.
  private mutating func quote(_ content: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    var start = 0
    for at in content.indices where Self.mayNeedEscape(content[at]) {
      let length = Self.escapedLength(content, at)
      guard length > 0 else { continue }
      bytes.append(contentsOf: content[start..<at])
      if length == 1 { escape(content[at]) } else { escapeLineEnd(content[at + length - 1]) }
      start = at + length
    }
    bytes.append(contentsOf: content[start...])
    bytes.append(UInt8(ascii: "\""))
  }

  @inline(__always)
  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
      || byte == 0xC2 || byte == 0xE2
  }

  /// How many bytes an escape replaces: one, or those of U+0085, U+2028 and U+2029, at which some
  /// programs would cut a line of output; 0 for what stays as it is.
  private static func escapedLength(_ content: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    switch content[at] {
    case 0xC2: at + 1 < content.count && content[at + 1] == 0x85 ? 2 : 0
    case 0xE2:
      at + 2 < content.count && content[at + 1] == 0x80 && content[at + 2] & 0xFE == 0xA8 ? 3 : 0
    default: 1
    }
  }

  /// Writes the line end whose last byte is `byte`.
  private mutating func escapeLineEnd(_ byte: UInt8) {
    switch byte {
    case 0x85: raw("\\u0085")
    case 0xA8: raw("\\u2028")
    default: raw("\\u2029")
    }
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    case 0x0A: raw("\\n")
    case 0x09: raw("\\t")
    case 0x0D: raw("\\r")
    default:
      raw("\\u00")
      bytes.append(Self.hexadecimal(byte >> 4))
      bytes.append(Self.hexadecimal(byte & 15))
    }
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") - 10 + digit
  }
}
