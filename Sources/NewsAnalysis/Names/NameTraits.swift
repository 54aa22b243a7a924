// What a word on its own says about the names that it is part of or stands beside.

/// Classes of words from the compiled word lists.
struct NameTraits: OptionSet, Hashable, Sendable {
  let rawValue: UInt32
  init(rawValue: UInt32) { self.rawValue = rawValue }

  static let masculine = NameTraits(rawValue: 1 << 0)
  static let feminine = NameTraits(rawValue: 1 << 1)
  static let surname = NameTraits(rawValue: 1 << 2)
  static let commonSurname = NameTraits(rawValue: 1 << 3)
  /// Before a name: "President", "Mr".
  static let title = NameTraits(rawValue: 1 << 4)
  /// Nouns for people, in small letters: "minister".
  static let role = NameTraits(rawValue: 1 << 5)
  /// Verbs whose subject speaks.
  static let speech = NameTraits(rawValue: 1 << 6)
  /// Words before a place: "in", "near", "southern".
  static let placePreposition = NameTraits(rawValue: 1 << 7)
  /// Words in names of organisations: "Committee".
  static let organisation = NameTraits(rawValue: 1 << 8)
  /// Words in names of buildings and roads: "Airport".
  static let facility = NameTraits(rawValue: 1 << 9)
  /// Words in names of natural and administrative features: "River", "County".
  static let placeHead = NameTraits(rawValue: 1 << 10)
  /// Months and days.
  static let calendar = NameTraits(rawValue: 1 << 11)
  /// Small words inside a person's name: "van", "bin".
  static let particle = NameTraits(rawValue: 1 << 12)
  /// "North", "New", "San": with these begin names of places.
  static let compass = NameTraits(rawValue: 1 << 13)
  /// "Jr.", "III".
  static let suffix = NameTraits(rawValue: 1 << 14)

  /// Nouns before the names of organisations: "newspaper", "company".
  static let groupNoun = NameTraits(rawValue: 1 << 15)

  static let givenName: NameTraits = [.masculine, .feminine]

  /// How often the word is written with a small letter: 0 never, 7 very often.
  var commonness: Int { Int(rawValue >> 16) & 7 }
}

/// The compiled word lists.
///
/// Layout: "GALLEYW1", the number n of words, the hash table of n words, n sets of traits.
struct WordLists: @unchecked Sendable {
  // Unchecked because it points into constant memory of the binary.
  private let table: HashTable?
  private let traits: UnsafePointer<UInt32>?

  /// Takes a compiled list; an unusable one knows no word.
  init(_ data: UnsafeRawBufferPointer) {
    let start = 12
    guard data.count > start + 65537 * 4, let base = data.baseAddress,
      data.starts(with: "GALLEYW1".utf8)
    else {
      (table, traits) = (nil, nil)
      return
    }
    let count = Int(base.loadUnaligned(fromByteOffset: 8, as: UInt32.self))
    let starts = (base + start).assumingMemoryBound(to: UInt32.self)
    table = HashTable(starts: starts, fingerprints: starts + 65537)
    traits = starts + 65537 + count
  }

  /// What is known about the word with this hash.
  func traits(of hash: UInt64) -> NameTraits {
    guard let table, let traits, let index = table.index(of: hash) else { return [] }
    return NameTraits(rawValue: traits[index])
  }
}
