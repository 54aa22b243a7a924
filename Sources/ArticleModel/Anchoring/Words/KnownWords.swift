// English words as dictionaries spell them, read where they lie in the binary.

import EmbeddedData

/// Answers whether a word is spelt as a dictionary spells it: a Bloom filter of which
/// EmbeddedData/Spelling/README.md says what is in it. One unknown word in 10,000 passes for known.
package enum KnownWords {
  private static let hashes: UInt64 = 10

  /// Whether an English dictionary has the word, given in small letters without accents.
  package static func contains(_ word: some StringProtocol) -> Bool {
    let bits = EmbeddedSpelling.english
    let size = UInt64(bits.count) * 8
    guard size > 0 else { return false }
    let hash = word.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    let (first, second) = (hash & 0xFFFF_FFFF, hash >> 32 | 1)
    return (0..<hashes).allSatisfy { number in
      let place = (first + number * second) % size
      return bits[Int(place >> 3)] & 1 << (place & 7) != 0
    }
  }
}
