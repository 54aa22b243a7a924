// Writes JSON into a byte buffer: numbers, strings, members; the analysis needs no more.

import ArticleModel

/// Appends JSON (RFC 8259) to a buffer, in the order in which it is called.
struct JSONWriter {
  /// What has been written.
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

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
    raw("\"")
    name.withUTF8Buffer { bytes += $0 }
    raw("\":")
    needsComma = false
  }

  mutating func number(_ value: Int) { literal(String(value)) }

  /// Writes a number with as many decimals as `places`.
  mutating func number(_ value: Double, places: Int) {
    let scale = (0..<places).reduce(1) { factor, _ in factor * 10 }
    let scaled = Int((value.magnitude * Double(scale)).rounded())
    let fraction = String(scaled % scale)
    let padding = String(repeating: "0", count: places - fraction.utf8.count)
    literal("\(value < 0 ? "-" : "")\(scaled / scale).\(padding)\(fraction)")
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

  private mutating func literal(_ text: String) {
    separate()
    bytes += text.utf8
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
  }

  private mutating func raw(_ text: StaticString) { text.withUTF8Buffer { bytes += $0 } }

  private mutating func quote(_ content: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    for byte in content {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x0A: raw("\\n")
      case 0x09: raw("\\t")
      case 0x0D: raw("\\r")
      case 0..<0x20, 0x7F: escape(byte)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    let digits = Array("0123456789abcdef".utf8)
    raw("\\u00")
    bytes.append(digits[Int(byte >> 4)])
    bytes.append(digits[Int(byte & 15)])
  }
}
