// The lexicon: what general knowledge of English says about a word.

/// Looks up words by the hash of their lower-case form.
enum Lexicon {
  /// What is known about a word.
  struct Entry {
    /// The classes that it belongs to.
    var traits: WordTraits = []
    /// The word, when rules ask for it by name.
    var known: KnownWord?
    /// What it says for or against a claim.
    var claimSign: ClaimSign?
  }

  /// What is known about the word with this hash; nothing for unknown ones.
  static func entry(of hash: UInt64) -> Entry { table[hash] }

  private static let table: LexiconTable = {
    var table = LexiconTable()
    for (verbs, traits) in CueVerbs.all {
      forEachWord(of: verbs) { verb in
        VerbForms.forEach(of: verb) { form, trait in
          table.update(form) { $0.traits.formUnion(traits.union(trait)) }
        }
      }
    }
    for (list, traits) in FunctionWords.all + PeopleWords.all + FirstNames.all {
      forEachWord(of: list) { word in
        table.update(LowercaseHash.of(word)) { $0.traits.formUnion(traits) }
      }
    }
    for known in KnownWord.allCases {
      table.update(LowercaseHash.of(known.rawValue)) { $0.known = known }
    }
    for sign in ClaimSign.allCases {
      forEachWord(of: sign.words) { word in
        table.update(LowercaseHash.of(word)) { $0.claimSign = sign }
      }
    }
    return table
  }()

  /// The words of a list, cut at blanks and line ends; by bytes, because the first screen waits for it.
  private static func forEachWord(
    of list: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
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

/// Entries by hash. The hashes are random enough to be places in a table with gaps, which is filled and
/// asked faster than a dictionary, whose own hashing keeps attackers out.
private struct LexiconTable {
  /// The hash at each place; 0 where there is none.
  private var hashes = [UInt64](repeating: 0, count: 16_384)
  /// Index of the entry of each place.
  private var indices = [UInt16](repeating: 0, count: 16_384)
  /// The first one is that of unknown words.
  private var entries = [Lexicon.Entry()]

  subscript(hash: UInt64) -> Lexicon.Entry { entries[Int(indices[place(of: hash)])] }

  mutating func update(_ hash: UInt64, _ change: (inout Lexicon.Entry) -> Void) {
    let place = place(of: hash)
    if hashes[place] == 0 {
      precondition(entries.count < hashes.count / 2, "the lexicon needs a larger table")
      hashes[place] = hash
      indices[place] = UInt16(entries.count)
      entries.append(Lexicon.Entry())
    }
    change(&entries[Int(indices[place])])
  }

  /// Where a hash stands, or would stand.
  private func place(of hash: UInt64) -> Int {
    let mask = hashes.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while hashes[place] != 0, hashes[place] != hash { place = (place + 1) & mask }
    return place
  }
}
