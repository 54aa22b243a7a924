// Scans JSON text without building a tree: what the filter needs of a line, and no more.

/// Moves over JSON values (RFC 8259); decodes the strings it is asked for.
struct JSONScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The byte that is read next.
  private(set) var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Whether only white space is left.
  var isAtEnd: Bool {
    mutating get {
      skipSpace()
      return position == bytes.count
    }
  }

  /// Whether a string comes next.
  var peeksString: Bool { peek == UInt8(ascii: "\"") }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Reads an object, calling `member` with each key before its value; false when it is malformed.
  mutating func object(_ member: ([UInt8], inout JSONScanner) -> Bool) -> Bool {
    guard take(UInt8(ascii: "{")) else { return false }
    if take(UInt8(ascii: "}")) { return true }
    repeat {
      skipSpace()
      guard let key = string(), take(UInt8(ascii: ":")) else { return false }
      skipSpace()
      guard member(key, &self) else { return false }
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "}"))
  }

  /// Skips any value; nesting is counted, not recursed into, so that no depth can overflow the stack.
  mutating func skipValue() -> Bool {
    var depth = 0
    repeat {
      skipSpace()
      guard let byte = peek else { return false }
      switch byte {
      case UInt8(ascii: "\""): guard string() != nil else { return false }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        position += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard depth > 0 else { return false }
        depth -= 1
        position += 1
      case UInt8(ascii: ","), UInt8(ascii: ":"):
        guard depth > 0 else { return false }
        position += 1
      default: guard skipLiteral() else { return false }
      }
    } while depth > 0
    return true
  }

  /// Reads a string with its escapes; nil when it is malformed.
  mutating func string() -> [UInt8]? {
    guard peeksString else { return nil }
    position += 1
    var content: [UInt8] = []
    while let byte = peek {
      if byte == UInt8(ascii: "\"") {
        position += 1
        return content
      }
      guard byte >= 0x20 else { return nil }
      if byte == UInt8(ascii: "\\") {
        guard unescape(into: &content) else { return nil }
      } else {
        let start = position
        while let next = peek, next >= 0x20, next != 0x22, next != 0x5C { position += 1 }
        content += bytes[start..<position]
      }
    }
    return nil
  }

  // MARK: Pieces

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard peek == byte else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      position += 1
    }
  }

  private mutating func skipLiteral() -> Bool {
    let start = position
    while let byte = peek,
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x45
        || [0x2B, 0x2D, 0x2E].contains(byte)
    {
      position += 1
    }
    return position > start
  }

  private mutating func unescape(into content: inout [UInt8]) -> Bool {
    guard position + 1 < bytes.count else { return false }
    let code = bytes[position + 1]
    position += 2
    switch code {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(code)
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "r"): content.append(0x0D)
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "f"): content.append(0x0C)
    case UInt8(ascii: "u"): return unescapeUnicode(into: &content)
    default: return false
    }
    return true
  }

  /// Decodes \uXXXX, pairs of surrogates included; a lone surrogate becomes U+FFFD.
  private mutating func unescapeUnicode(into content: inout [UInt8]) -> Bool {
    guard var value = hexadecimal() else { return false }
    if (0xD800..<0xDC00).contains(value), position + 1 < bytes.count,
      bytes[position] == UInt8(ascii: "\\"), bytes[position + 1] == UInt8(ascii: "u")
    {
      let mark = position
      position += 2
      guard let low = hexadecimal() else { return false }
      if (0xDC00..<0xE000).contains(low) {
        value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
      } else {
        position = mark
      }
    }
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    content += Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    return true
  }

  private mutating func hexadecimal() -> UInt32? {
    guard position + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[position..<position + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    position += 4
    return value
  }
}
