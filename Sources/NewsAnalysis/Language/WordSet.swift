// Words as hashes: what rules compare words with.

/// A set of words, whatever their case.
struct WordSet: Sendable {
  /// The hashes of the words.
  let hashes: Set<UInt64>

  /// Takes words that are set apart by white space.
  init(_ words: String) {
    // A word and its blank take six bytes or so.
    var hashes = Set<UInt64>(minimumCapacity: words.utf8.count / 6)
    Self.forEachWord(of: words) { hashes.insert(LowercaseHash.of($0)) }
    self.hashes = hashes
  }

  /// Whether the word with this hash is one of them.
  func contains(_ hash: UInt64) -> Bool { hashes.contains(hash) }

  /// The words of a list, cut at blanks and line ends; by bytes, because the first screen waits for it.
  static func forEachWord(of list: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    var list = list
    list.withUTF8 { bytes in
      var start = 0
      for at in 0...bytes.count where at == bytes.count || bytes[at] <= 0x20 {
        if at > start { body(UnsafeBufferPointer(rebasing: bytes[start..<at])) }
        start = at + 1
      }
    }
  }
}

/// A 64-bit FNV-1a hash of a word with its ASCII letters in lower case; identifies words in lexicons.
enum LowercaseHash {
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Hashes UTF-8 bytes.
  static func of(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = seed
    for byte in word { mix(byte, into: &hash) }
    return hash
  }

  /// Hashes a word that is made of a stem and an ending.
  static func of(_ stem: UnsafeBufferPointer<UInt8>, _ ending: StaticString) -> UInt64 {
    var hash = of(stem)
    ending.withUTF8Buffer { for byte in $0 { mix(byte, into: &hash) } }
    return hash
  }

  /// Hashes a string.
  static func of(_ word: some StringProtocol) -> UInt64 {
    var hash = seed
    for byte in word.utf8 { mix(byte, into: &hash) }
    return hash
  }

  @inline(__always)
  private static func mix(_ byte: UInt8, into hash: inout UInt64) {
    let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
    hash = (hash ^ UInt64(lower)) &* 0x100_0000_01B3
  }
}
