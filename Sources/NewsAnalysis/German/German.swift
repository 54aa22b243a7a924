// German: the words by which its direct quotations, speakers and places are told.

import ArticleModel

extension Language {
  /// German as news is written in.
  static let german = Language("de", .german)
}

extension Language.Known {
  /// German with the words by which it is recognised.
  static let german = Language.Known(
    tag: "de", name: "German", functionWords: GermanWords.functionWords
  ) { .german }
}

extension LanguageWords {
  fileprivate static var german: LanguageWords {
    var words = LanguageWords()
    words.classes = GermanWords.all
    words.roles = GermanWords.roles
    words.abbreviations = Abbreviations(
      titles: "dr prof st hr fr nr dipl ing gen bzw",
      others: "z.b u.a d.h bzw ca usw etc abs art str tel mio mrd",
      capitalised: "st art")
    words.compoundHeads = GermanWords.compoundHeads
    words.layout = LayoutWords(
      questions: "frage f", answers: "antwort a",
      leaders: "moderator moderatorin interviewer reporter",
      conversations: "interview gespräch", talking: "sprach spricht", binders: "mit",
      publishers: "uns wir", editing: "gekürzt redigiert bearbeitet", hours: "uhr",
      interviewer: "Interviewer")
    words.capitalisesNouns = true
    words.usesModels = false
    return words
  }
}
