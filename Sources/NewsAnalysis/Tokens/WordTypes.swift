// Distinct words, each looked at once: what depends on a word alone is worked out per type, not per
// token.

import CTransformer

/// A distinct word as rules see it. Small, because every token is looked up.
///
/// Its members come in the order of their size, so that it takes less of the caches.
struct WordType {
  /// Identifies the word whatever its case.
  var lowerHash: UInt64
  /// A coarse part of speech: the word itself when rules know it, its traits, or its ending.
  var classHash: UInt64
  /// What it does in a sentence.
  var roles: WordRoles
  /// By what the model of claims knows it.
  var claimKey: UInt64
  /// What the lexicon and the spelling say about it.
  var traits: WordTraits
  /// The mark that it is.
  var mark: Mark?
  /// The word, when rules of English ask for it by name.
  var known: EnglishWord?
  /// What it says for or against a claim.
  var claimSign: ClaimSign?
  /// "tass.ru": letters around a period.
  var looksLikeDomain: Bool
  /// Whether it may say anything for or against a claim; most words do not.
  var bearsOnClaims = true
  /// The context in which its label follows the one before, when attributions are looked for.
  var labelContext: UInt8 = 0
}

/// How a distinct word is written, for the sequence models, which ask once per word.
struct WordSpelling {
  /// Hashes of the last one to four bytes, in lower case.
  var suffixes = SIMD4<UInt64>.zero
  /// A coarse picture of its letters: "Xx", "dd.d".
  var shape: UInt64 = 0
}

/// The distinct words met so far. Grows with the vocabulary, not with the text. Copies share one memory, so that rules
/// can hold one each; only a copy that nobody shares grows in place.
struct WordTypes {
  private var memory: WordMemory
  /// How many words there are.
  private(set) var count = 0
  private let hash = SpellingHash()

  /// Starts without words of a language.
  init(_ language: Language = .standard) { memory = WordMemory(language, capacity: 2048) }

  /// The language whose lexicon says what the words are.
  var language: Language { memory.language }

  subscript(_ token: Token) -> WordType { type(Int(token.type)) }

  /// The type with this index.
  @inline(__always)
  func type(_ index: Int) -> WordType {
    precondition(index >= 0 && index < count)
    // The first `count` types have been written, and the memory lives as long as it is referred to.
    return withExtendedLifetime(memory) { memory.entries[index].type }
  }

  /// How the word of a token is written.
  func spelling(_ token: Token) -> WordSpelling { spelling(Int(token.type)) }

  /// How the word of the type with this index is written.
  @inline(__always)
  func spelling(_ index: Int) -> WordSpelling {
    precondition(index >= 0 && index < count)
    // As above.
    return withExtendedLifetime(memory) { memory.spellings[index] }
  }

  /// The index of the type with this spelling.
  mutating func intern(_ word: UnsafeBufferPointer<UInt8>) -> Int32 { intern(word, hash(of: word)) }

  /// The index of the type with this spelling, which has this hash.
  @inline(__always)
  mutating func intern(_ word: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int32 {
    memory.index(of: hash) ?? add(word, hash)
  }

  /// What spellings are told apart by.
  @inline(__always)
  func hash(of word: UnsafeBufferPointer<UInt8>) -> UInt64 { hash(word) }

  /// So many hashes are looked up between two calls of `expect`.
  static let step = 8

  /// Asks for the memory in which the hashes behind the first ones are looked up soon: for the slots of those farther
  /// on, and for the words of those in between, whose slots are there by now.
  func expect(_ hashes: ArraySlice<UInt64>) {
    let rest = hashes.dropFirst(Self.step)
    for hash in rest.prefix(Self.step) { memory.expectEntry(of: hash) }
    for hash in rest.dropFirst(Self.step).prefix(Self.step) { memory.expectSlot(of: hash) }
  }

  private mutating func add(_ word: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int32 {
    if count == memory.capacity {
      memory = WordMemory(copying: memory, count, capacity: memory.capacity * 2)
    } else if !isKnownUniquelyReferenced(&memory) {
      memory = WordMemory(copying: memory, count, capacity: memory.capacity)
    }
    PlainSpelling.of(word) { plain in
      let spelling = WordSpelling(plain)
      memory.write(WordType(plain, spelling, language), spelling, hash, at: count)
    }
    count += 1
    return Int32(count - 1)
  }
}

/// The memory of `WordTypes`: tables with room for a number of words, and their places by hash.
///
/// A class because it owns memory; `@unchecked Sendable` because words are written only while nobody else refers to it.
private final class WordMemory: @unchecked Sendable {
  /// A word with the hash that it was interned by; both are read for each token.
  struct Entry {
    let type: WordType
    let hash: UInt64
    /// Fills a line of the caches, so that no word lies in two of them.
    private let filler: UInt64 = 0

    init(type: WordType, hash: UInt64) { (self.type, self.hash) = (type, hash) }
  }

  let language: Language
  let capacity: Int
  /// `capacity` words, and as many spellings.
  let entries: UnsafeMutablePointer<Entry>
  let spellings: UnsafeMutablePointer<WordSpelling>
  /// Twice as many slots, a power of two, so that some are free: the upper half of a hash, and its word's index plus
  /// one; 0 where there is none.
  private let slots: UnsafeMutablePointer<UInt64>
  private let mask: Int

  private static let upperHalf: UInt64 = 0xFFFF_FFFF_0000_0000

  init(_ language: Language, capacity: Int) {
    (self.language, self.capacity) = (language, capacity)
    entries = UnsafeMutableRawPointer.allocate(
      byteCount: capacity * MemoryLayout<Entry>.stride, alignment: 64
    ).bindMemory(to: Entry.self, capacity: capacity)
    spellings = .allocate(capacity: capacity)
    slots = .allocate(capacity: capacity * 2)
    slots.initialize(repeating: 0, count: capacity * 2)
    mask = capacity * 2 - 1
  }

  /// A copy of the first words of another memory.
  convenience init(copying other: WordMemory, _ count: Int, capacity: Int) {
    self.init(other.language, capacity: capacity)
    for index in 0..<count {
      write(other.entries[index].type, other.spellings[index], other.entries[index].hash, at: index)
    }
  }

  deinit {
    UnsafeMutableRawPointer(entries).deallocate()
    spellings.deallocate()
    slots.deallocate()
  }

  /// The index of the word with a hash; nil when there is none.
  @inline(__always)
  func index(of hash: UInt64) -> Int32? {
    let slot = slots[slot(of: hash)]
    return slot == 0 ? nil : Int32(truncatingIfNeeded: slot) - 1
  }

  /// Asks for the slot in which a hash should stand.
  @inline(__always)
  func expectSlot(of hash: UInt64) { cprefetch(slots + (Int(truncatingIfNeeded: hash) & mask)) }

  /// Asks for the word that should have a hash.
  @inline(__always)
  func expectEntry(of hash: UInt64) {
    // An address is asked for, not read: 0 and the indices of other words do no harm.
    let slot = slots[Int(truncatingIfNeeded: hash) & mask]
    cprefetch(entries + max(Int(slot & ~Self.upperHalf) - 1, 0))
  }

  /// Writes the word with an index below `capacity`.
  func write(_ type: WordType, _ spelling: WordSpelling, _ hash: UInt64, at index: Int) {
    precondition(index < capacity)
    (entries + index).initialize(to: Entry(type: type, hash: hash))
    (spellings + index).initialize(to: spelling)
    slots[slot(of: hash)] = hash & Self.upperHalf | UInt64(index + 1)
  }

  /// Where a hash stands, or would stand.
  @inline(__always)
  private func slot(of hash: UInt64) -> Int {
    // The mask keeps the place in the table, half of which is free, so that the walk ends.
    var place = Int(truncatingIfNeeded: hash) & mask
    while slots[place] != 0, !holds(slots[place], hash) { place = (place + 1) & mask }
    return place
  }

  /// Whether a slot is that of a hash: its upper half nearly always tells.
  @inline(__always)
  private func holds(_ slot: UInt64, _ hash: UInt64) -> Bool {
    // A slot in use has the index of a word that has been written.
    (slot ^ hash) & Self.upperHalf == 0
      && entries[Int(slot & ~Self.upperHalf) - 1].hash == hash
  }
}

/// Identifies spellings by 64 bits. Seeded by chance, so that no text can be written to make the words
/// of a `WordTypes` collide.
private struct SpellingHash {
  private let seed = UInt64.random(in: .min ... .max)

  @inline(__always)
  func callAsFunction(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let bytes = UnsafeRawBufferPointer(word)
    var hash = seed &+ UInt64(truncatingIfNeeded: bytes.count) &* 0xBF58_476D_1CE4_E5B9
    var at = 0
    while bytes.count - at >= 8 {
      hash = mixed(hash ^ bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      at += 8
    }
    return mixed(hash ^ tail(of: bytes, from: at))
  }

  /// The last bytes, fewer than eight, as a number.
  @inline(__always)
  private func tail(of bytes: UnsafeRawBufferPointer, from start: Int) -> UInt64 {
    let count = bytes.count - start
    if count >= 4 {
      let first = bytes.loadUnaligned(fromByteOffset: start, as: UInt32.self)
      let last = bytes.loadUnaligned(fromByteOffset: bytes.count - 4, as: UInt32.self)
      return UInt64(first) | UInt64(last) << 32
    }
    guard count > 0 else { return 0 }
    return UInt64(bytes[start]) | UInt64(bytes[start + count / 2]) << 8
      | UInt64(bytes[bytes.count - 1]) << 16
  }

  @inline(__always)
  private func mixed(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}

extension WordType {
  fileprivate init(
    _ word: UnsafeBufferPointer<UInt8>, _ spelling: WordSpelling, _ language: Language
  ) {
    let lowerHash = LowercaseHash.of(word)
    let entry = language.lexicon.entry(of: lowerHash)
    var traits = entry.traits.union(WordTraits(spelling: word, in: language))
    for head in language.compoundHeads
    where word.count > head.ending.count
      && word.suffix(head.ending.count).elementsEqual(head.ending)
    {
      traits.formUnion(head.traits)
    }
    self.init(
      lowerHash: lowerHash,
      classHash: Self.coarseClass(lowerHash, traits, entry, spelling), roles: entry.roles,
      claimKey: ClaimKey.of(word, lowerHash), traits: traits, mark: entry.mark,
      known: entry.known, claimSign: entry.claimSign,
      looksLikeDomain: spelling.shape == WordSpelling.domainShape)
    bearsOnClaims = mayBearOnClaims
    labelContext = AttributionFeatures.wordContext(of: self)
  }

  private static func coarseClass(
    _ lowerHash: UInt64, _ traits: WordTraits, _ entry: Lexicon.Entry, _ spelling: WordSpelling
  ) -> UInt64 {
    if entry.known != nil || entry.mark != nil { return lowerHash }
    let grammar = traits.intersection(.grammatical)
    if !grammar.isEmpty { return UInt64(grammar.rawValue) &* 0x9E37_79B9_7F4A }
    return spelling.suffixes[1]
  }
}

extension WordSpelling {
  fileprivate init(_ word: UnsafeBufferPointer<UInt8>) {
    for length in 1...4 where word.count > length {
      let tail = UnsafeBufferPointer(rebasing: word[(word.count - length)...])
      suffixes[length - 1] = LowercaseHash.of(tail) &+ UInt64(length)
    }
    shape = Self.shape(of: word)
  }

  fileprivate static let domainShape = Array("a.a".utf8).withUnsafeBufferPointer { shape(of: $0) }

  /// Runs of capitals, small letters, digits and marks, each written once, hashed.
  private static func shape(of word: UnsafeBufferPointer<UInt8>) -> UInt64 {
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

extension WordTypes {
  /// Holds one word, which stands where a paragraph has no more.
  static let edge: WordTypes = {
    var words = WordTypes()
    _ = Array("\u{0}".utf8).withUnsafeBufferPointer { words.intern($0) }
    return words
  }()
}
