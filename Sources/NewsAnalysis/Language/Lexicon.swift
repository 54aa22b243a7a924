// The lexicon: what general knowledge of a language says about a word.

/// Looks up words by the hash of their lower-case form.
struct Lexicon: Sendable {
  /// What is known about a word.
  struct Entry {
    /// The classes that it belongs to.
    var traits: WordTraits = []
    /// What it does in a sentence.
    var roles: WordRoles = []
    /// The mark that it is.
    var mark: Mark?
    /// The word, when rules of English ask for it by name.
    var known: EnglishWord?
    /// What it says for or against a claim.
    var claimSign: ClaimSign?
  }

  private let table: LexiconTable

  /// Makes the lexicon of a language; marks are the same in all.
  init(_ words: LanguageWords) {
    var table = LexiconTable()
    for (verbs, traits) in words.cueVerbs {
      WordSet.forEachWord(of: verbs) { verb in
        words.verbForms(verb) { form, trait in
          table.update(form) { $0.traits.formUnion(traits.union(trait)) }
        }
      }
    }
    table.update(words.classes) { $0.traits.formUnion($1) }
    table.update(words.roles) { $0.roles.formUnion($1) }
    table.update(words.named) { $0.known = $1 }
    table.update(words.claimSigns) { $0.claimSign = $1 }
    table.update(Mark.allCases.map { ($0.rawValue, $0) }) { $0.mark = $1 }
    self.table = table
  }

  /// What is known about the word with this hash; nothing for unknown ones.
  func entry(of hash: UInt64) -> Entry { table[hash] }
}

/// Entries by hash. The hashes are random enough to be places in a table with gaps, which is filled and
/// asked faster than a dictionary, whose own hashing keeps attackers out.
private struct LexiconTable: Sendable {
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

  /// Changes the entries of the words of several lists.
  mutating func update<Value>(
    _ lists: [(String, Value)], _ change: (inout Lexicon.Entry, Value) -> Void
  ) {
    for (list, value) in lists {
      WordSet.forEachWord(of: list) { word in
        update(LowercaseHash.of(word)) { change(&$0, value) }
      }
    }
  }

  /// Where a hash stands, or would stand.
  private func place(of hash: UInt64) -> Int {
    let mask = hashes.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while hashes[place] != 0, hashes[place] != hash { place = (place + 1) & mask }
    return place
  }
}
