// Strings in quotation marks; what needs no escape is copied in runs.

extension JSONString {
  /// Writes a string in quotation marks. Control characters are escaped, also DEL and those from U+0080
  /// to U+009F, so that printing JSON never sends one to a terminal, and U+2028 and U+2029, at which some
  /// programs would cut a line of output.
  package static func write(_ string: String, to output: inout [UInt8]) {
    var string = string
    string.withUTF8 { write($0, to: &output) }
  }

  /// Writes a string of valid UTF-8 in quotation marks.
  static func write(_ content: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    var start = 0
    for at in content.indices where mayNeedEscape(content[at]) {
      let length = escapedLength(content, at)
      guard length > 0 else { continue }
      output.append(contentsOf: content[start..<at])
      writeEscaped(content[at + length - 1], isSeparator: length == 3, to: &output)
      start = at + length
    }
    output.append(contentsOf: content[start...])
    output.append(UInt8(ascii: "\""))
  }

  @inline(__always)
  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
      || byte == 0xC2 || byte == 0xE2
  }

  /// How many bytes an escape replaces: one, those of U+0080 to U+009F, or of U+2028 and U+2029; 0 for
  /// what stays as it is.
  private static func escapedLength(_ content: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    switch content[at] {
    case 0xC2: at + 1 < content.count && content[at + 1] < 0xA0 ? 2 : 0
    case 0xE2:
      at + 2 < content.count && content[at + 1] == 0x80 && content[at + 2] & 0xFE == 0xA8 ? 3 : 0
    default: 1
    }
  }

  /// Writes the escape of a code point, of whose bytes the last is given.
  private static func writeEscaped(_ byte: UInt8, isSeparator: Bool, to output: inout [UInt8]) {
    switch byte {
    case _ where isSeparator: output += (byte == 0xA8 ? "\\u2028" : "\\u2029").utf8
    case UInt8(ascii: "\""): output += "\\\"".utf8
    case UInt8(ascii: "\\"): output += "\\\\".utf8
    case UInt8(ascii: "\n"): output += "\\n".utf8
    case UInt8(ascii: "\r"): output += "\\r".utf8
    case UInt8(ascii: "\t"): output += "\\t".utf8
    default:
      output += "\\u00".utf8
      output.append(digit(byte >> 4))
      output.append(digit(byte & 15))
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") - 10 + value
  }
}
