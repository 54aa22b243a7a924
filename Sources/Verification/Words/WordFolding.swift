// What code points are to words, and what of them is compared: one shape for both cases and for ligatures.

/// The hash that words are compared by: FNV-1a of 64 bits.
enum WordHash {
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  static func mix(_ byte: UInt8, into hash: inout UInt64) {
    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// The hash of bytes as they are.
  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = seed
    for byte in bytes { mix(byte, into: &hash) }
    return hash
  }
}

extension String {
  /// The words of the text, as they are compared.
  var scannedWords: [ScannedWord] {
    var text = self
    return text.withUTF8 { bytes in
      var scanner = WordScanner(bytes)
      var words: [ScannedWord] = []
      while let word = scanner.next() { words.append(word) }
      return words
    }
  }

  /// The hash of the text as one word, signs left out.
  var wordHash: UInt64 { scannedWords.first?.hash ?? WordHash.seed }
}

/// Folds code points.
enum WordFolding {
  /// The part that a code point plays in words.
  enum Role { case letter, ideograph, apostrophe, invisible, other }

  /// A letter of ASCII in lower case, a digit as it is; 0 for all else.
  @inline(__always)
  static func folded(_ byte: UInt8) -> UInt8 {
    let small = byte | 0x20
    if small &- UInt8(ascii: "a") < 26 { return small }
    return byte &- UInt8(ascii: "0") < 10 ? byte : 0
  }

  /// What a code point beyond ASCII is to words.
  static func role(of scalar: UInt32) -> Role {
    switch scalar {
    case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF, 0x034F: .invisible
    case 0xAA, 0xB5, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2BB, 0x300...0x36F, 0x386...0x3FF,
      0x400...0x52F:
      .letter
    case 0x2018, 0x2019, 0x2BC, 0x2032, 0xFF07: .apostrophe
    case 0..<0x2BC, 0x2000...0x2BFF, 0x3000...0x303F: .other
    case 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: .ideograph
    default: role(ofRare: scalar)
    }
  }

  private static func role(ofRare scalar: UInt32) -> Role {
    guard let scalar = Unicode.Scalar(scalar) else { return .other }
    if scalar.properties.isAlphabetic { return .letter }
    switch scalar.properties.generalCategory {
    case .decimalNumber, .nonspacingMark, .spacingMark: return .letter
    default: return .other
    }
  }

  /// Mixes a letter beyond ASCII into a hash, in lower case.
  static func mix(_ scalar: UInt32, into hash: inout UInt64) {
    switch scalar {
    case 0xDF: mix("ss", into: &hash)
    case 0xC0...0xDE, 0x391...0x3A9, 0x410...0x42F: mixBytes(of: scalar + 0x20, into: &hash)
    case 0x400...0x40F: mixBytes(of: scalar + 0x50, into: &hash)
    case 0xE0...0xFF, 0x3B1...0x3C9, 0x430...0x45F: mixBytes(of: scalar, into: &hash)
    case 0xFB00...0xFB06: mix(ligatures[Int(scalar - 0xFB00)], into: &hash)
    default:
      guard let scalar = Unicode.Scalar(scalar) else { return }
      for byte in scalar.properties.lowercaseMapping.utf8 { WordHash.mix(byte, into: &hash) }
    }
  }

  private static let ligatures: [StaticString] = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]

  private static func mix(_ letters: StaticString, into hash: inout UInt64) {
    letters.withUTF8Buffer { for byte in $0 { WordHash.mix(byte, into: &hash) } }
  }

  private static func mixBytes(of scalar: UInt32, into hash: inout UInt64) {
    WordHash.mix(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6), into: &hash)
    WordHash.mix(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F), into: &hash)
  }
}
