// Spanish: the words by which its direct quotations, speakers and places are told.

import ArticleModel

extension Language {
  /// Spanish as news is written in.
  static let spanish = Language("es", .spanish)
}

extension Language.Known {
  /// Spanish with the words by which it is recognised.
  static let spanish = Language.Known(
    tag: "es", name: "Spanish", functionWords: SpanishWords.functionWords
  ) { .spanish }
}

extension LanguageWords {
  fileprivate static var spanish: LanguageWords {
    var words = LanguageWords()
    words.classes = SpanishWords.all
    words.roles = SpanishWords.roles
    words.abbreviations = Abbreviations(
      titles: "sr sra srta dr dra d lic gral", others: "etc ee.uu aprox", capitalised: "d sr")
    words.layout = LayoutWords(
      questions: "p pregunta", answers: "r respuesta",
      leaders: "periodista moderador entrevistador",
      conversations: "entrevista", talking: "habló conversó respondió", binders: "con a",
      publishers: "nosotros nos", editing: "editada abreviada resumida", hours: "horas h",
      interviewer: "entrevistador")
    words.opensSpeechWithDash = true
    words.dropsSubjects = true
    words.usesModels = false
    return words
  }
}
