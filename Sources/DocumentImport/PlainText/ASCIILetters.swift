// Tells words apart before a string is made of them.

/// Words told by their letters and digits, without a string.
enum ASCIILetters {
  /// The letters and digits of words in one number, whatever their case; nil when there are characters beyond ASCII.
  /// It rules out most words that are not in a list.
  static func hash(of words: some Sequence<UInt8>) -> UInt64? {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in words {
      guard byte < 0x80 else { return nil }
      let isLetter = (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
      if isLetter { hash = (hash ^ UInt64(byte | 0x20)) &* 0x100_0000_01B3 }
    }
    return hash
  }

  /// The hashes of words that consist of ASCII.
  static func hashes(of words: some Sequence<String>) -> Set<UInt64> {
    Set(words.compactMap { hash(of: $0.utf8) })
  }
}
