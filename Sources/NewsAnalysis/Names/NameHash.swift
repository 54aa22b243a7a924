// The hash by which names are looked up in the embedded tables; Scripts/name_hash.py is its twin.

/// A 64-bit FNV-1a hash of a name, fed token by token, so that one name may be looked up while the
/// next longer one is being hashed.
///
/// Case, periods and apostrophes do not count, and a hyphen counts as a space: "U.S." and "US",
/// "Asia-Pacific" and "ASIA PACIFIC" are alike.
struct NameHash {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3

  /// The hash of nothing.
  init() {}

  /// The hash of a name.
  init(_ name: String) {
    self.init()
    var name = name
    name.withUTF8 { append($0) }
  }

  /// The hash of what has been appended.
  var value: UInt64 { state ^ (state >> 29) }

  /// Adds the space between two words.
  mutating func appendSpace() { state = (state ^ 0x20) &* Self.prime }

  /// Adds the bytes of a word.
  mutating func append(_ word: UnsafeBufferPointer<UInt8>) {
    var at = 0
    while at < word.count {
      let byte = word[at]
      at += 1
      switch byte {
      case 0x2E, 0x27: continue
      case 0x2D: appendSpace()
      case 0x41...0x5A: state = (state ^ UInt64(byte | 0x20)) &* Self.prime
      case 0xE2 where at + 1 < word.count && word[at] == 0x80 && word[at + 1] == 0x99: at += 2
      default: state = (state ^ UInt64(byte)) &* Self.prime
      }
    }
  }
}

/// A table of hashes in the embedded data: 65,537 starts of buckets (by the top 16 bits), then the
/// low 32 bits of each hash, in order.
struct HashTable {
  let starts: UnsafePointer<UInt32>
  let fingerprints: UnsafePointer<UInt32>

  /// The position of a hash in the table; nil when it is not there.
  func index(of hash: UInt64) -> Int? {
    let bucket = Int(hash >> 48)
    let fingerprint = UInt32(truncatingIfNeeded: hash)
    var at = Int(starts[bucket])
    let end = Int(starts[bucket + 1])
    while at < end, fingerprints[at] < fingerprint { at += 1 }
    return at < end && fingerprints[at] == fingerprint ? at : nil
  }
}
