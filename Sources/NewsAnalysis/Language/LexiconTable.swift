// How a lexicon is put together from the word lists of a language.

/// Entries by the hashes of words, in the order in which the lists have them.
struct LexiconTable {
  /// The hash of each word.
  private(set) var hashes: [UInt64] = []
  /// What is known about each word.
  private(set) var entries: [Lexicon.Entry] = []
  private var numbers: [UInt64: Int] = [:]

  /// Collects what the lists of a language say; marks are the same in all.
  init(_ words: LanguageWords) {
    for (verbs, traits) in words.cueVerbs {
      WordSet.forEachWord(of: verbs) { verb in
        words.verbForms(verb) { form, trait in
          update(form) { $0.traits.formUnion(traits.union(trait)) }
        }
      }
    }
    update(words.classes) { $0.traits.formUnion($1) }
    update(words.roles) { $0.roles.formUnion($1) }
    update(words.named) { $0.known = $1 }
    update(words.claimSigns) { $0.claimSign = $1 }
    update(Mark.allCases.map { ($0.rawValue, $0) }) { $0.mark = $1 }
  }

  private mutating func update(_ hash: UInt64, _ change: (inout Lexicon.Entry) -> Void) {
    let number = numbers[hash] ?? entries.count
    if number == entries.count {
      numbers[hash] = number
      hashes.append(hash)
      entries.append(Lexicon.Entry())
    }
    change(&entries[number])
  }

  /// Changes the entries of the words of several lists.
  private mutating func update<Value>(
    _ lists: [(String, Value)], _ change: (inout Lexicon.Entry, Value) -> Void
  ) {
    for (list, value) in lists {
      WordSet.forEachWord(of: list) { word in
        update(LowercaseHash.of(word)) { change(&$0, value) }
      }
    }
  }
}
