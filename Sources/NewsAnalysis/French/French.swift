// French: the words by which its direct quotations, speakers and places are told.

import ArticleModel

extension Language {
  /// French as news is written in.
  static let french = Language("fr", .french)
}

extension Language.Known {
  /// French with the words by which it is recognised.
  static let french = Language.Known(
    tag: "fr", name: "French", functionWords: FrenchWords.functionWords
  ) { .french }
}

extension LanguageWords {
  fileprivate static var french: LanguageWords {
    var words = LanguageWords()
    words.classes = FrenchWords.all
    words.roles = FrenchWords.roles
    words.abbreviations = Abbreviations(
      titles: "m mm mme mlle dr pr st ste me", others: "etc env av bd", capitalised: "m me pr st av"
    )
    words.elisions = ["l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu"]
    words.layout = LayoutWords(
      questions: "q question", answers: "r réponse", leaders: "journaliste animateur animatrice",
      conversations: "entretien interview", talking: "répond a-t-il parle", binders: "à avec",
      publishers: "nous", editing: "édité raccourci condensé", hours: "h heures",
      interviewer: "intervieweur")
    words.opensSpeechWithDash = true
    words.usesModels = false
    return words
  }
}
