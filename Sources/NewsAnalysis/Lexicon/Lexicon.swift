// The lexicon: which traits a word has by general knowledge of English.

/// Looks up words by the hash of their lower-case form.
enum Lexicon {
  /// What is known about the word with this hash; nothing for unknown ones.
  static func traits(of hash: UInt64) -> WordTraits { table[hash] }

  private static let table: TraitTable = {
    var table = TraitTable()
    for (verbs, traits) in CueVerbs.all {
      for verb in words(of: verbs) {
        for (form, trait) in VerbForms.of(String(verb)) {
          table.add(traits.union(trait), to: LowercaseHash.of(form))
        }
      }
    }
    for lists in [FunctionWords.all, PeopleWords.all, FirstNames.all] {
      for (list, traits) in lists {
        for word in words(of: list) { table.add(traits, to: LowercaseHash.of(word)) }
      }
    }
    return table
  }()

  /// The words of a list, cut at blanks and line ends; by bytes, because the first screen waits for it.
  private static func words(of list: String) -> [Substring] {
    list.utf8.split { $0 == 0x20 || $0 == 0x0A }.map(Substring.init)
  }
}

/// Traits by hash. The hashes are random enough to be places in a table with gaps, which is filled and
/// asked faster than a dictionary, whose own hashing keeps attackers out.
private struct TraitTable {
  /// The hash at each place; 0 where there is none.
  private var hashes: [UInt64]
  private var traits: [WordTraits]
  private var count = 0

  init() {
    hashes = Array(repeating: 0, count: 16_384)
    traits = Array(repeating: [], count: 16_384)
  }

  subscript(hash: UInt64) -> WordTraits { traits[place(of: hash)] }

  mutating func add(_ more: WordTraits, to hash: UInt64) {
    let place = place(of: hash)
    if hashes[place] == 0 {
      precondition(count < hashes.count / 2, "the lexicon needs a larger table")
      count += 1
      hashes[place] = hash
    }
    traits[place].formUnion(more)
  }

  /// Where a hash stands, or would stand.
  private func place(of hash: UInt64) -> Int {
    let mask = hashes.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while hashes[place] != 0, hashes[place] != hash { place = (place + 1) & mask }
    return place
  }
}
