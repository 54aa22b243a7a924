// Strings are most of a sidecar: plain runs of them are checked eight bytes at a time.

extension JSONScanner {
  /// Scans the string whose opening quotation mark is at the cursor; returns whether it has escapes.
  @discardableResult
  mutating func scanString() throws(JSONError) -> Bool {
    let start = at
    var hasEscapes = false
    at += 1
    while true {
      skipPlainBytes()
      switch peek() {
      case UInt8(ascii: "\""):
        at += 1
        note(.string, from: start, hasEscapes: hasEscapes)
        return hasEscapes
      case UInt8(ascii: "\\"):
        hasEscapes = true
        try scanEscape()
      case 0x80...: try scanMultibyte()
      default: throw error(at < bytes.count ? .controlCharacter : .unexpectedEnd)
      }
    }
  }

  /// Moves to the next quotation mark, backslash, control character or non-ASCII byte.
  private mutating func skipPlainBytes() {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    while at + 8 <= bytes.count, let base = bytes.baseAddress {
      let word = UInt64(
        littleEndian: UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self))
      // A byte's high bit is set where the byte is zero, counting from the lowest one.
      let quotes = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
      let backslashes = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
      let special =
        (quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes
        | (word &- ones &* 0x20) & ~word | word
      guard special & highs == 0 else {
        at += (special & highs).trailingZeroBitCount / 8
        return
      }
      at += 8
    }
    while at < bytes.count, isPlain(bytes[at]) { at += 1 }
  }

  private func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x80 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  private mutating func scanEscape() throws(JSONError) {
    at += 1
    switch peek() {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      at += 1
    case UInt8(ascii: "u"):
      at += 1
      for _ in 0..<4 {
        guard JSONString.hexadecimal(peek()) != nil else { throw error(.invalidEscape) }
        at += 1
      }
    default: throw error(at < bytes.count ? .invalidEscape : .unexpectedEnd)
    }
  }

  /// Scans one code point of two to four bytes (Unicode 16.0, table 3-7).
  private mutating func scanMultibyte() throws(JSONError) {
    let lead = peek()
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: throw error(.invalidUTF8)
    }
    switch lead {
    case 0xE0: second = 0xA0...0xBF
    case 0xED: second = 0x80...0x9F
    case 0xF0: second = 0x90...0xBF
    case 0xF4: second = 0x80...0x8F
    default: break
    }
    guard at + length <= bytes.count, second.contains(bytes[at + 1]),
      bytes[(at + 2)..<(at + length)].allSatisfy(\.continuesCodePoint)
    else { throw error(.invalidUTF8) }
    at += length
  }
}
