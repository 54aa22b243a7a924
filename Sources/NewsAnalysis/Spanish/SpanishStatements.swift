// What turns a Spanish statement into another one: what may be cut off before it, and words of which one in the
// other's place says something else.

extension FrontWords {
  /// Spanish.
  static let spanish = FrontWords(
    restrictions: """
      algunos algunas pocos pocas varios varias muchos muchas solo sólo apenas casi unos unas
      """,
    restrictionPhrases: """
      al menos
      por lo menos
      como mucho
      más de
      menos de
      la mayoría de
      no todos
      """,
    partitives: "de",
    doubtingAdverbs: "quizá quizás probablemente posiblemente aparentemente supuestamente",
    doubts: """
      falso mentira rumor absurdo pretende pretenden dudo espero ojalá temo si posible imposible
      """,
    suppositions: "supongamos imaginemos imagine",
    reports: "dice dicen dijo dijeron cuenta cuentan afirma afirman cree creen piensa piensan",
    ownVoice: "yo nosotros digo decimos creo creemos", narrators: "él ella", clauseJoints: "que",
    lateConditions: "si",
    noConditionBehind: "incluso como sabe pregunta")
}

extension ExchangedWords {
  /// Spanish.
  static let spanish = ExchangedWords(
    opposites: """
      subió sube suben subieron | bajó baja bajan bajaron
      aumentó aumenta aumentan | disminuyó disminuye disminuyen
      más | menos
      antes | después
      ganó gana ganan ganado | perdió pierde pierden perdido
      abrir abre abrió abierto | cerrar cierra cerró cerrado
      siempre | nunca
      con | sin
      verdadero | falso
      """,
    indefinites: "nadie alguien todos todo nada algo",
    units: """
      minuto minutos
      hora horas
      día días
      semana semanas
      mes meses
      año años
      metro metros
      kilómetro kilómetros
      tonelada toneladas
      """)
}
