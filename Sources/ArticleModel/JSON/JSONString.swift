// Strings as JSON writes them: escapes read and written.

/// The two ways between a string and its form in JSON (RFC 8259, section 7).
enum JSONString {
  /// The string between the quotation marks of `lexeme`, whose grammar has been checked; nil when it
  /// holds half of a surrogate pair.
  static func unescaped(_ lexeme: UnsafeBufferPointer<UInt8>.SubSequence) -> String? {
    var result: [UInt8] = []
    result.reserveCapacity(lexeme.count)
    var at = lexeme.startIndex
    while at < lexeme.endIndex {
      guard lexeme[at] == UInt8(ascii: "\\") else {
        result.append(lexeme[at])
        at += 1
        continue
      }
      guard let (scalar, length) = escape(lexeme[at...]) else { return nil }
      result.append(contentsOf: String(scalar).utf8)
      at += length
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The code point that the escape at the start of `bytes` stands for, and the escape's length.
  private static func escape(
    _ bytes: UnsafeBufferPointer<UInt8>.SubSequence
  ) -> (Unicode.Scalar, Int)? {
    let code = bytes[bytes.startIndex + 1]
    guard code == UInt8(ascii: "u") else { return (shortEscape(code), 2) }
    guard let high = codeUnit(bytes) else { return nil }
    if let scalar = Unicode.Scalar(high) { return (scalar, 6) }
    let rest = bytes.dropFirst(6)
    guard high < 0xDC00, rest.starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]),
      let low = codeUnit(rest), (0xDC00...0xDFFF).contains(low)
    else { return nil }
    let value = 0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(low) - 0xDC00)
    return Unicode.Scalar(value).map { ($0, 12) }
  }

  private static func shortEscape(_ code: UInt8) -> Unicode.Scalar {
    switch code {
    case UInt8(ascii: "b"): "\u{08}"
    case UInt8(ascii: "f"): "\u{0C}"
    case UInt8(ascii: "n"): "\n"
    case UInt8(ascii: "r"): "\r"
    case UInt8(ascii: "t"): "\t"
    default: Unicode.Scalar(code)
    }
  }

  /// The number in `\uXXXX`.
  private static func codeUnit(_ bytes: UnsafeBufferPointer<UInt8>.SubSequence) -> UInt16? {
    guard bytes.count >= 6 else { return nil }
    return bytes.dropFirst(2).prefix(4).reduce(UInt16?(0)) { number, byte in
      guard let number, let digit = hexadecimal(byte) else { return nil }
      return number << 4 | UInt16(digit)
    }
  }

  /// The value of a hexadecimal digit.
  static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// Writes a string in quotation marks. Control characters are escaped, also DEL and those from
  /// U+0080 to U+009F, so that printing JSON never sends one to a terminal.
  static func write(_ string: String, to output: inout [UInt8]) {
    var string = string
    output.append(UInt8(ascii: "\""))
    string.withUTF8 { bytes in
      var written = 0
      for index in bytes.indices where isSpecial(bytes, at: index) {
        output += bytes[written..<index]
        let isTwoBytes = bytes[index] == 0xC2
        writeEscaped(isTwoBytes ? bytes[index + 1] : bytes[index], to: &output)
        written = index + (isTwoBytes ? 2 : 1)
      }
      output += bytes[written...]
    }
    output.append(UInt8(ascii: "\""))
  }

  /// Whether the character that starts at `index` must be escaped; those up to U+009F have one byte,
  /// or two of which the first is C2.
  private static func isSpecial(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    switch bytes[index] {
    case 0x00...0x1F, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F: true
    case 0xC2: index + 1 < bytes.count && bytes[index + 1] < 0xA0
    default: false
    }
  }

  private static func writeEscaped(_ code: UInt8, to output: inout [UInt8]) {
    switch code {
    case UInt8(ascii: "\""): output += "\\\"".utf8
    case UInt8(ascii: "\\"): output += "\\\\".utf8
    case UInt8(ascii: "\n"): output += "\\n".utf8
    case UInt8(ascii: "\r"): output += "\\r".utf8
    case UInt8(ascii: "\t"): output += "\\t".utf8
    default:
      output += "\\u00".utf8
      output += (code < 0x10 ? "0" : "").utf8
      output += String(code, radix: 16).utf8
    }
  }
}
