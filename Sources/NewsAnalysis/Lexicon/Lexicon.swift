// The lexicon: which traits a word has by general knowledge of English.

/// Looks up words by the hash of their lower-case form.
enum Lexicon {
  /// What is known about the word with this hash; nothing for unknown ones.
  static func traits(of hash: UInt64) -> WordTraits { table[hash] ?? [] }

  private static let table: [UInt64: WordTraits] = {
    var table: [UInt64: WordTraits] = [:]
    table.reserveCapacity(6000)
    func add(_ words: String, _ traits: WordTraits) {
      for word in Self.words(of: words) {
        table[LowercaseHash.of(word), default: []].formUnion(traits)
      }
    }
    for (verbs, traits) in CueVerbs.all {
      for verb in words(of: verbs) {
        for (form, trait) in VerbForms.of(String(verb)) { add(form, traits.union(trait)) }
      }
    }
    for (words, traits) in FunctionWords.all { add(words, traits) }
    for (words, traits) in PeopleWords.all { add(words, traits) }
    for (words, traits) in FirstNames.all { add(words, traits) }
    return table
  }()

  /// The words of a list, cut at blanks and line ends; by bytes, because the first screen waits for it.
  private static func words(of list: String) -> [Substring] {
    list.utf8.split { $0 == 0x20 || $0 == 0x0A }.map(Substring.init)
  }
}
