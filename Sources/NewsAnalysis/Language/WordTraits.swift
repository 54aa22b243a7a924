// What the lexicon and the spelling say about a word on its own.

/// Classes that a word may belong to; it may belong to several.
struct WordTraits: OptionSet {
  let rawValue: UInt32

  // Spelling.
  static let capitalised = WordTraits(rawValue: 1 << 0)
  static let allCapitals = WordTraits(rawValue: 1 << 1)
  static let hasDigit = WordTraits(rawValue: 1 << 2)

  // Verbs that introduce quotations, and their forms.
  /// Verbs of saying: "said", "warned".
  static let speechVerb = WordTraits(rawValue: 1 << 3)
  /// Verbs of thinking, wanting, feeling: "believes", "hopes".
  static let thoughtVerb = WordTraits(rawValue: 1 << 4)
  /// Verbs that take whom and of what: "accused", "urged".
  static let addressingVerb = WordTraits(rawValue: 1 << 5)
  /// Nouns that hold a statement: "claim", "concern".
  static let speechNoun = WordTraits(rawValue: 1 << 6)
  static let past = WordTraits(rawValue: 1 << 7)
  static let thirdPerson = WordTraits(rawValue: 1 << 8)
  static let gerund = WordTraits(rawValue: 1 << 9)
  static let baseForm = WordTraits(rawValue: 1 << 10)

  // Words with a grammatical job.
  static let determiner = WordTraits(rawValue: 1 << 11)
  static let preposition = WordTraits(rawValue: 1 << 12)
  static let conjunction = WordTraits(rawValue: 1 << 13)
  static let pronoun = WordTraits(rawValue: 1 << 14)
  static let auxiliary = WordTraits(rawValue: 1 << 15)
  static let adverb = WordTraits(rawValue: 1 << 16)

  // People and groups.
  /// Words before a name: "Mr.", "President".
  static let title = WordTraits(rawValue: 1 << 17)
  /// Nouns for one person by role: "minister", "spokesman".
  static let role = WordTraits(rawValue: 1 << 18)
  /// Nouns for people without names: "experts", "officials".
  static let group = WordTraits(rawValue: 1 << 19)
  /// Heads of names of organisations: "Committee", "University".
  static let organisation = WordTraits(rawValue: 1 << 20)
  /// Heads of names of outlets: "Times", "News".
  static let outlet = WordTraits(rawValue: 1 << 21)
  static let masculine = WordTraits(rawValue: 1 << 22)
  static let feminine = WordTraits(rawValue: 1 << 23)
  static let firstName = WordTraits(rawValue: 1 << 24)
  /// Days, months and the like.
  static let calendar = WordTraits(rawValue: 1 << 25)
  /// Abbreviations before which a sentence cannot end.
  static let precedesName = WordTraits(rawValue: 1 << 26)
  /// Written with a period of its own: "U.S.", "Jan.".
  static let abbreviation = WordTraits(rawValue: 1 << 27)
  /// Adjectives of peoples and countries: "German".
  static let demonym = WordTraits(rawValue: 1 << 28)
  /// Written sources: "report", "poll", "survey".
  static let document = WordTraits(rawValue: 1 << 29)

  /// Any verb that introduces quotations.
  static let cueVerb: WordTraits = [.speechVerb, .thoughtVerb, .addressingVerb]

  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Reads the traits off the spelling.
  init(spelling word: UnsafeBufferPointer<UInt8>, in language: Language) {
    var traits: WordTraits = []
    if let first = word.first, Self.isCapital(word, first) { traits.insert(.capitalised) }
    if word.contains(where: CharacterClasses.isDigit) { traits.insert(.hasDigit) }
    if word.count > 1, word.allSatisfy({ $0 < 0x61 }), word.contains(where: { $0 > 0x40 }) {
      traits.insert(.allCapitals)
    }
    if word.count > 1, word.last == UInt8(ascii: "."), word[0] > 0x40 {
      traits.insert(.abbreviation)
      let stem = UnsafeBufferPointer(rebasing: word.dropLast())
      if language.abbreviations.precedesName(LowercaseHash.of(stem)) {
        traits.insert(.precedesName)
      }
    }
    self = traits
  }

  /// Capital letters of ASCII, Latin-1 (À–Þ), the even ones of Latin Extended-A, Greek and Cyrillic.
  private static func isCapital(_ word: UnsafeBufferPointer<UInt8>, _ first: UInt8) -> Bool {
    if first < 0x80 { return first >= 0x41 && first <= 0x5A }
    guard word.count > 1 else { return false }
    let second = word[1]
    switch first {
    case 0xC3: return second >= 0x80 && second <= 0x9E && second != 0x97
    case 0xC4, 0xC5: return second & 1 == 0
    case 0xCE: return second >= 0x86 && second <= 0xAB
    case 0xD0: return second <= 0xAF
    default: return false
    }
  }
}
