// What single words do in a sentence, whatever the language: a language lists its words for each role, and
// rules that are not about one language ask for nothing else.

/// Jobs of words; a word may have several.
struct WordRoles: OptionSet {
  let rawValue: UInt64

  // Before nouns.
  /// The definite article: "the".
  static let definiteArticle = WordRoles(rawValue: 1 << 0)
  /// Points to something known: "the", "this".
  static let definite = WordRoles(rawValue: 1 << 1)
  /// Articles, possessives and demonstratives: "a", "her", "these".
  static let determiner = WordRoles(rawValue: 1 << 2)
  /// Binds a possessor to what it has: "'s".
  static let possessive = WordRoles(rawValue: 1 << 3)
  /// Binds the parts of a name: "of".
  static let genitive = WordRoles(rawValue: 1 << 4)
  /// May stand inside a name: "of", "and", "on".
  static let nameConnector = WordRoles(rawValue: 1 << 5)

  // Between clauses and phrases.
  /// Opens the clause that is reported: "that".
  static let complementizer = WordRoles(rawValue: 1 << 6)
  /// Joins like with like: "and".
  static let additive = WordRoles(rawValue: 1 << 7)
  /// Joins clauses as equals: "and", "but", "or".
  static let coordinator = WordRoles(rawValue: 1 << 8)
  /// Stands for the noun before it: "who", "that".
  static let relative = WordRoles(rawValue: 1 << 9)
  /// Opens a clause behind a noun, as its subject: "who", "which".
  static let relativeSubject = WordRoles(rawValue: 1 << 10)
  /// The same, of persons alone: "who".
  static let personalRelative = WordRoles(rawValue: 1 << 11)

  // Pronouns.
  /// "he", "him".
  static let masculinePronoun = WordRoles(rawValue: 1 << 12)
  /// "she", "her".
  static let femininePronoun = WordRoles(rawValue: 1 << 13)
  /// "they", "their".
  static let pluralPronoun = WordRoles(rawValue: 1 << 14)
  /// Whoever speaks: "I", "our".
  static let firstPerson = WordRoles(rawValue: 1 << 15)
  /// Neither the speaker nor anybody who can be named: "you", "it".
  static let impersonal = WordRoles(rawValue: 1 << 16)
  /// A pronoun that can only be a subject: "he", "she".
  static let subject = WordRoles(rawValue: 1 << 17)

  // Around sources.
  /// Introduces a source without a verb: "according".
  static let sourceIntroduction = WordRoles(rawValue: 1 << 18)
  /// Introduces a means: "by" in "by closing".
  static let means = WordRoles(rawValue: 1 << 19)
  /// Introduces whom an office serves: "for" in "a spokeswoman for".
  static let service = WordRoles(rawValue: 1 << 20)

  /// Names the speaker behind a quotation without a verb: "so" in German.
  static let quotationTail = WordRoles(rawValue: 1 << 32)
  /// What somebody thinks, as in "nach Ansicht von NAME": introduces a source behind a preposition.
  static let opinion = WordRoles(rawValue: 1 << 33)
  /// Introduces a source when an elided word stands before it: "après" in "d’après".
  static let sourceBehindElision = WordRoles(rawValue: 1 << 34)

  // Around names.
  /// Letters behind a name: "KC", "MP".
  static let postnominal = WordRoles(rawValue: 1 << 36)
  /// A rank before a name: "Cllr".
  static let rank = WordRoles(rawValue: 1 << 37)
  /// A rank that is one only in capitals: "DI".
  static let shortRank = WordRoles(rawValue: 1 << 38)

  /// Tells a son from his father, behind a name: "Jr."
  static let generation = WordRoles(rawValue: 1 << 39)

  // Around places.
  /// Says in what something lies: "in".
  static let inside = WordRoles(rawValue: 1 << 35)
  /// Ends the name of a street: "Lane".
  static let street = WordRoles(rawValue: 1 << 40)

  // Spelling.
  /// Stands before a number with a period of its own: "No. 5".
  static let numberSign = WordRoles(rawValue: 1 << 21)
  /// Has lost letters in whose stead an apostrophe stands: "em", "til".
  static let elided = WordRoles(rawValue: 1 << 22)

  // Who is meant.
  /// Introduces somebody who was not spoken of before: "a", "several", "two".
  static let indefinite = WordRoles(rawValue: 1 << 23)
  /// One person of several, or besides those spoken of: "one of them", "another", "a second".
  static let other = WordRoles(rawValue: 1 << 24)
  /// A noun for one person, by office, trade or circumstance: "grocer", "passer-by".
  static let personNoun = WordRoles(rawValue: 1 << 25)
  /// A noun for a body of people that speaks as one: "charity", "company".
  static let bodyNoun = WordRoles(rawValue: 1 << 26)
  /// A body, or a thing: "it".
  static let thing = WordRoles(rawValue: 1 << 27)
  /// What somebody wrote, and what stands for its author: "statement", "post".
  static let writing = WordRoles(rawValue: 1 << 28)
  /// Introduces the author of a statement: "from", "by".
  static let provenance = WordRoles(rawValue: 1 << 29)
  /// Behind a number and "year", an age: "old".
  static let age = WordRoles(rawValue: 1 << 30)
  /// Tells when an office was or will be held: "former", "acting".
  static let tenure = WordRoles(rawValue: 1 << 31)
}
