// Distinct words, each looked at once: what depends on a word alone is worked out per type, not per
// token.

/// A distinct word, as it is spelt.
struct WordType {
  /// Identifies the spelling.
  var hash: UInt64
  /// Identifies the word whatever its case.
  var lowerHash: UInt64
  /// What the lexicon and the spelling say about it.
  var traits: WordTraits
  /// The word, when rules ask for it by name.
  var known: KnownWord?
  /// Hashes of the last two, three and four bytes, in lower case; for the sequence model.
  var suffixes: SIMD4<UInt64>
  /// A coarse picture of its letters: "Xx", "dd.d"; for the sequence model.
  var shape: UInt64
  /// A coarse part of speech: the word itself when rules know it, its traits, or its ending.
  var classHash: UInt64 = 0
}

/// The distinct words met so far. Grows with the vocabulary, not with the text.
struct WordTypes {
  private(set) var types: [WordType] = []
  private var slots: [Int32]
  private var mask: Int

  init() {
    slots = [Int32](repeating: -1, count: 4096)
    mask = 4095
  }

  subscript(_ token: Token) -> WordType { types[Int(token.type)] }

  /// The index of the type with this spelling.
  mutating func intern(_ word: UnsafeBufferPointer<UInt8>) -> Int32 {
    let hash = SpellingHash.of(word)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      if types[Int(slots[slot])].hash == hash { return slots[slot] }
      slot = (slot + 1) & mask
    }
    let index = Int32(types.count)
    types.append(WordType(word, hash: hash))
    slots[slot] = index
    if types.count * 2 > slots.count { grow() }
    return index
  }

  private mutating func grow() {
    let size = slots.count * 2
    mask = size - 1
    slots = [Int32](repeating: -1, count: size)
    for (index, type) in types.enumerated() {
      var slot = Int(truncatingIfNeeded: type.hash) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(index)
    }
  }
}

/// A 64-bit hash of a word as it is spelt.
private enum SpellingHash {
  static func of(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = LowercaseHash.seed
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash ^ (hash >> 29)
  }
}

extension WordType {
  fileprivate init(_ word: UnsafeBufferPointer<UInt8>, hash: UInt64) {
    let lowerHash = LowercaseHash.of(word)
    self.init(
      hash: hash, lowerHash: lowerHash,
      traits: Lexicon.traits(of: lowerHash).union(WordTraits(spelling: word)),
      known: KnownWord.named(lowerHash), suffixes: Self.suffixHashes(of: word),
      shape: Self.shape(of: word))
    classHash = coarseClass
  }

  private var coarseClass: UInt64 {
    if known != nil { return lowerHash }
    let grammar = traits.intersection(.grammatical)
    if !grammar.isEmpty { return UInt64(grammar.rawValue) &* 0x9E37_79B9_7F4A }
    return suffixes[1]
  }

  private static func suffixHashes(of word: UnsafeBufferPointer<UInt8>) -> SIMD4<UInt64> {
    var hashes = SIMD4<UInt64>.zero
    for length in 1...4 where word.count > length {
      let tail = UnsafeBufferPointer(rebasing: word[(word.count - length)...])
      hashes[length - 1] = LowercaseHash.of(tail) &+ UInt64(length)
    }
    return hashes
  }

  /// The shape of a sample word.
  static func shapeHash(of sample: String) -> UInt64 {
    Array(sample.utf8).withUnsafeBufferPointer { shape(of: $0) }
  }

  /// Runs of capitals, small letters, digits and marks, each written once, hashed.
  fileprivate static func shape(of word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var (hash, previous) = (LowercaseHash.seed, UInt8(0))
    for byte in word.prefix(24) {
      let kind: UInt8
      switch byte {
      case 0x41...0x5A: kind = 1
      case 0x61...0x7A: kind = 2
      case 0x30...0x39: kind = 3
      case 0x80...: kind = 2
      default: kind = byte
      }
      if kind != previous { hash = (hash ^ UInt64(kind)) &* 0x100_0000_01B3 }
      previous = kind
    }
    return hash
  }
}
