// Strings as JSON writes them: escapes read and written.

#if canImport(Glibc)
  import Glibc
#endif

/// The two ways between a string and its form in JSON (RFC 8259, section 7).
package enum JSONString {
  /// The string between the quotation marks of `lexeme`, whose grammar has been checked; nil when it
  /// holds half of a surrogate pair.
  static func unescaped(_ lexeme: UnsafeBufferPointer<UInt8>.SubSequence) -> String? {
    var isWhole = true
    let bytes = unescape(lexeme) { isWhole = false }
    return isWhole ? String(decoding: bytes, as: UTF8.self) : nil
  }

  /// The string in UTF-8; half of a surrogate pair becomes U+FFFD.
  static func unescapedBytes(_ lexeme: UnsafeBufferPointer<UInt8>.SubSequence) -> [UInt8] {
    unescape(lexeme) {}
  }

  /// Resolves escapes and copies what stands between them; `half` is called for each half of a pair.
  private static func unescape(
    _ lexeme: UnsafeBufferPointer<UInt8>.SubSequence, _ half: () -> Void
  ) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(lexeme.count)
    var rest = lexeme
    while let backslash = firstBackslash(in: rest) {
      result += rest[..<backslash]
      let (scalar, length) = escape(rest[backslash...])
      if scalar == nil { half() }
      append(scalar ?? "\u{FFFD}", to: &result)
      rest = rest[(backslash + length)...]
    }
    result += rest
    return result
  }

  private static func firstBackslash(in lexeme: UnsafeBufferPointer<UInt8>.SubSequence) -> Int? {
    let bytes = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: lexeme))
    guard let base = bytes.baseAddress,
      let found = memchr(base, Int32(UInt8(ascii: "\\")), bytes.count)
    else { return nil }
    return lexeme.startIndex + (UnsafeRawPointer(found) - base)
  }

  /// The code point that the escape at the start of `bytes` stands for, and the escape's length; nil for
  /// half of a surrogate pair.
  private static func escape(
    _ bytes: UnsafeBufferPointer<UInt8>.SubSequence
  ) -> (Unicode.Scalar?, Int) {
    let code = bytes[bytes.startIndex + 1]
    guard code == UInt8(ascii: "u") else { return (shortEscape(code), 2) }
    guard let high = codeUnit(bytes) else { return (nil, bytes.count) }
    if let scalar = Unicode.Scalar(high) { return (scalar, 6) }
    let rest = bytes.dropFirst(6)
    guard high < 0xDC00, rest.starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]),
      let low = codeUnit(rest), (0xDC00...0xDFFF).contains(low)
    else { return (nil, 6) }
    return (Unicode.Scalar(0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(low) - 0xDC00)), 12)
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

  private static func append(_ scalar: Unicode.Scalar, to result: inout [UInt8]) {
    if scalar.isASCII {
      result.append(UInt8(truncatingIfNeeded: scalar.value))
    } else {
      result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
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
  package static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
