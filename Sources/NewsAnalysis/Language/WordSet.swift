// Words as hashes: what rules compare words with.

/// A set of words, whatever their case. Their hashes are random enough to be places in a table with gaps,
/// which is asked faster than a `Set`; no text can fill it.
struct WordSet: Sendable {
  /// The hash at each place; 0 where there is none.
  private var places: [UInt64]
  private var count = 0

  /// Whether there are no words.
  var isEmpty: Bool { count == 0 }

  /// Takes words that are set apart by white space.
  init(_ words: String) { self.init([words]) }

  /// Takes the words of several lists, each set apart by white space.
  init(_ lists: [String]) {
    // A word and its blank take six bytes or so; the table grows when they take less.
    let likelyCount = lists.reduce(0) { $0 + $1.utf8.count } / 6
    var size = 8
    while size < 2 * likelyCount { size *= 2 }
    places = [UInt64](repeating: 0, count: size)
    for words in lists { Self.forEachWord(of: words) { insert(LowercaseHash.of($0)) } }
  }

  /// Adds the word with this hash.
  mutating func insert(_ hash: UInt64) {
    let place = place(of: hash)
    guard places[place] != hash else { return }
    places[place] = hash
    count += 1
    if count * 2 > places.count { grow() }
  }

  private mutating func grow() {
    let old = places
    places = [UInt64](repeating: 0, count: old.count * 2)
    for hash in old where hash != 0 { places[place(of: hash)] = hash }
  }

  /// Whether the word with this hash is one of them.
  @inline(__always)
  func contains(_ hash: UInt64) -> Bool { hash != 0 && places[place(of: hash)] == hash }

  /// Where a hash stands, or would stand.
  @inline(__always)
  private func place(of hash: UInt64) -> Int {
    let mask = places.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while places[place] != 0, places[place] != hash { place = (place + 1) & mask }
    return place
  }

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
