// English, put together of its word lists and its rules.

extension Language {
  /// English as news is written in.
  static let english = Language("en", .english, grammar: EnglishGrammar())
}

extension Language.Known {
  /// English with the words by which it is recognised.
  static let english = Language.Known(
    tag: "en", name: "English", functionWords: FunctionWords.frequent
  ) { .english }
}

extension LanguageWords {
  fileprivate static var english: LanguageWords {
    var words = LanguageWords()
    words.cueVerbs = CueVerbs.all
    words.verbForms = VerbForms.forEach
    words.classes = FunctionWords.all + PeopleWords.all + FirstNames.all
    words.roles = EnglishRoles.all
    words.named = EnglishWord.allCases.map { ($0.rawValue, $0) }
    words.claimSigns = ClaimWords.all
    words.claimModel = .embedded
    words.abbreviations = .english
    words.clitics = ["s", "d", "m", "re", "ve", "ll"]
    words.letterWords = "I"
    words.credits = .english
    words.layout = .english
    words.bodies = OrganisationWords.bodies
    words.knownBodies = OrganisationWords.known
    words.games = .english
    words.progressiveEnding = "ing"
    return words
  }
}
