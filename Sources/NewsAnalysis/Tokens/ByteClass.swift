// What a byte, or the code point that starts with it, is to the tokenizer.

/// The part that a character plays in tokens.
enum ByteClass: UInt8 {
  case space, letter, digit, apostrophe, period, quotationMark, mark
}

/// Classifies characters of UTF-8 text.
enum CharacterClasses {
  /// The classes of the 128 ASCII characters; a pointer, which is never freed, because every character
  /// asks.
  nonisolated(unsafe) static let ascii: UnsafePointer<ByteClass> = {
    let table = UnsafeMutablePointer<ByteClass>.allocate(capacity: 128)
    for byte in 0..<128 { (table + byte).initialize(to: ascii(UInt8(byte))) }
    return UnsafePointer(table)
  }()

  private static func ascii(_ byte: UInt8) -> ByteClass {
    switch byte {
    case 0...0x20, 0x7F: .space
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): .letter
    case UInt8(ascii: "'"): .apostrophe
    case UInt8(ascii: "."): .period
    case UInt8(ascii: "\""): .quotationMark
    default: .mark
    }
  }

  /// The class of a code point beyond ASCII.
  static func beyondASCII(_ codePoint: UInt32) -> ByteClass {
    switch codePoint {
    case 0x2019: .apostrophe
    case 0xAB, 0xBB, 0x2018, 0x201A...0x201F, 0x2039, 0x203A, 0x300C...0x300F, 0xFF02:
      .quotationMark
    case 0x80...0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF:
      .space
    case 0xAA, 0xAD, 0xB5, 0xBA, 0x200C, 0x200D, 0x2060: .letter
    case 0xA1...0xBF, 0xD7, 0xF7, 0x200E...0x206F, 0x20A0...0x20CF, 0x2100...0x2BFF,
      0x3001...0x3020, 0xFF00...0xFF0F, 0x1F000...0x1FAFF:
      .mark
    default: .letter
    }
  }
}

extension CharacterClasses {
  /// Whether the byte is an ASCII letter.
  @inline(__always)
  static func isASCIILetter(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= 0x61 && lower <= 0x7A
  }

  /// Whether the byte is an ASCII digit.
  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
