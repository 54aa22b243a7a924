// A lexicon as bytes, which are compiled into the binary and read in place:
//
//     "GLEX", how many places, how many words, how many kinds of entries      4 × UInt32
//     the hash of each word                                                   words × UInt64
//     each kind of entry: roles, traits, known word, mark, claim sign, 0      kinds × 16 bytes
//     the number of the word at each place, from 1 on; 0 for none             places × UInt16
//     the kind of each word                                                   words × UInt16
//
// Numbers are little-endian. The hashes are random enough to be places in a table with gaps. Most words share their
// entry with many others, so a language takes some 50 KB.

/// Reads the bytes of a lexicon.
///
/// The bytes are never written to and live as long as the program, so that any thread may read them.
struct LexiconImage: @unchecked Sendable {
  private static let signature = UInt32(littleEndian: 0x5845_4C47)
  private static let headerSize = 16
  private static let kindSize = 16

  private let buffer: UnsafeRawBufferPointer
  private let mask: Int
  private let kinds: Int
  private let places: Int
  private let kindOfWord: Int

  /// Takes bytes that live as long as the program; nil when they are not a whole lexicon.
  init?(_ buffer: UnsafeRawBufferPointer) {
    func number(_ index: Int) -> Int {
      Int(UInt32(littleEndian: buffer.load(fromByteOffset: 4 * index, as: UInt32.self)))
    }
    guard buffer.count >= Self.headerSize, number(0) == Self.signature else { return nil }
    let (placeCount, wordCount, kindCount) = (number(1), number(2), number(3))
    guard placeCount > wordCount, placeCount & (placeCount - 1) == 0 else { return nil }
    self.buffer = buffer
    mask = placeCount - 1
    kinds = Self.headerSize + wordCount * 8
    places = kinds + kindCount * Self.kindSize
    kindOfWord = places + placeCount * 2
    guard buffer.count == kindOfWord + wordCount * 2 else { return nil }
  }

  /// What is known about the word with this hash; nothing for unknown ones.
  func entry(of hash: UInt64) -> Lexicon.Entry {
    var place = Int(truncatingIfNeeded: hash) & mask
    while true {
      let word = short(at: places + 2 * place) - 1
      if word < 0 { return Lexicon.Entry() }
      if long(at: Self.headerSize + 8 * word) == hash {
        let kind = kinds + Self.kindSize * short(at: kindOfWord + 2 * word)
        return Lexicon.Kind(roles: long(at: kind), rest: long(at: kind + 8)).entry
      }
      place = (place + 1) & mask
    }
  }

  /// All bytes.
  var bytes: [UInt8] { Array(buffer) }

  private func short(at offset: Int) -> Int {
    Int(UInt16(littleEndian: buffer.load(fromByteOffset: offset, as: UInt16.self)))
  }

  private func long(at offset: Int) -> UInt64 {
    UInt64(littleEndian: buffer.load(fromByteOffset: offset, as: UInt64.self))
  }
}

extension LexiconImage {
  /// Makes the bytes of a table, which stay for as long as the program runs: a program makes few of them.
  static func of(_ table: LexiconTable) -> LexiconImage {
    let bytes = encoded(table)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
    buffer.copyBytes(from: bytes)
    guard let image = LexiconImage(UnsafeRawBufferPointer(buffer)) else { preconditionFailure() }
    return image
  }

  private static func encoded(_ table: LexiconTable) -> [UInt8] {
    let numbers = placed(table.hashes)
    var kinds: [Lexicon.Kind] = []
    var kindNumbers: [Lexicon.Kind: UInt16] = [:]
    let kindOfWord = table.entries.map { entry in
      let kind = Lexicon.Kind(entry)
      let number = kindNumbers[kind] ?? UInt16(kinds.count)
      if number == kinds.count {
        kindNumbers[kind] = number
        kinds.append(kind)
      }
      return number
    }
    let counts = [numbers.count, table.hashes.count, kinds.count].map { UInt32($0) }
    var bytes: [UInt8] = []
    bytes.append(littleEndian: [signature] + counts)
    bytes.append(littleEndian: table.hashes)
    bytes.append(littleEndian: kinds.flatMap { [$0.roles, $0.rest] })
    bytes.append(littleEndian: numbers)
    bytes.append(littleEndian: kindOfWord)
    return bytes
  }

  /// The number of the word at each place.
  private static func placed(_ hashes: [UInt64]) -> [UInt16] {
    precondition(hashes.count < Int(UInt16.max))
    var count = 16
    while count < 2 * hashes.count { count *= 2 }
    var numbers = [UInt16](repeating: 0, count: count)
    for (number, hash) in hashes.enumerated() {
      var place = Int(truncatingIfNeeded: hash) & (count - 1)
      while numbers[place] != 0 { place = (place + 1) & (count - 1) }
      numbers[place] = UInt16(number + 1)
    }
    return numbers
  }
}

extension Lexicon {
  /// An entry as 16 bytes.
  fileprivate struct Kind: Hashable {
    /// What the word does in a sentence.
    let roles: UInt64
    /// Traits in 32 bits, then a byte each for what has few values: 0 for none, else its number from 1 on.
    let rest: UInt64

    static let knownWords = EnglishWord.allCases
    static let marks = Mark.allCases

    init(roles: UInt64, rest: UInt64) { (self.roles, self.rest) = (roles, rest) }

    init(_ entry: Entry) {
      func number<Value: Equatable>(_ value: Value?, in all: [Value]) -> UInt64 {
        value == nil ? 0 : all.firstIndex { $0 == value }.map { UInt64($0 + 1) } ?? 0
      }
      roles = entry.roles.rawValue
      rest =
        UInt64(entry.traits.rawValue) | number(entry.known, in: Self.knownWords) << 32
        | number(entry.mark, in: Self.marks) << 40
        | (entry.claimSign.map { UInt64($0.rawValue) + 1 } ?? 0) << 48
    }

    var entry: Entry {
      func byte(_ index: UInt64) -> Int { Int(rest >> (32 + 8 * index) & 0xFF) }
      return Entry(
        traits: WordTraits(rawValue: UInt32(truncatingIfNeeded: rest)),
        roles: WordRoles(rawValue: roles),
        mark: byte(1) == 0 ? nil : Self.marks[byte(1) - 1],
        known: byte(0) == 0 ? nil : Self.knownWords[byte(0) - 1],
        claimSign: byte(2) == 0 ? nil : ClaimSign(rawValue: UInt8(byte(2) - 1)))
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append<Number: FixedWidthInteger>(littleEndian numbers: [Number]) {
    numbers.map(\.littleEndian).withUnsafeBytes { append(contentsOf: $0) }
  }
}
