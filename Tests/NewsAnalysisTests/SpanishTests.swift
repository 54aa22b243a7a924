// Spanish news: whose the direct quotations are, and where it happens. The first six passages were written before the
// rules.

import Testing

@Suite struct SpanishTests {
  @Test("Direct quotations of Spanish passages have their speakers and places", arguments: samples)
  func passages(_ passage: ForeignPassage) {
    passage.check(as: "es")
  }

  private static let samples = [
    ForeignPassage(
      """
      La ministra de Transportes, Clara Molina, anunció el lunes en Sevilla la reapertura de \
      doce líneas. «Vamos a abrir las estaciones una tras otra», dijo Molina. Según el alcalde \
      de Sevilla, Juan Ortega, «es un día histórico para la ciudad».
      """,
      quotations: [
        ("Clara Molina", "«Vamos a abrir las estaciones una tras otra»"),
        ("Juan Ortega", "«es un día histórico para la ciudad»"),
      ],
      places: [("Sevilla", "ES")]),
    ForeignPassage(
      """
      «Nadie será despedido este año», aseguró Pablo Guerra, director de la fábrica. «Yo mismo \
      respondo por ello», añadió.
      """,
      quotations: [
        ("Pablo Guerra", "«Nadie será despedido este año»"),
        ("Pablo Guerra", "«Yo mismo respondo por ello»"),
      ],
      places: []),
    ForeignPassage(
      """
      El presidente Enrique Blanco respondió: «Portugal firmará el tratado». Y agregó: «Lo \
      mismo vale para Suecia».
      """,
      quotations: [
        ("Enrique Blanco", "«Portugal firmará el tratado»"),
        ("Enrique Blanco", "«Lo mismo vale para Suecia»"),
      ],
      places: [("Portugal", "PT"), ("Suecia", "SE")]),
    ForeignPassage(
      """
      “Lo hemos intentado todo”, explicó la entrenadora Lucía Ramos, “pero el rival fue más \
      fuerte”. La película «Los últimos días» se estrena el viernes.
      """,
      quotations: [("Lucía Ramos", "“Lo hemos intentado todo” “pero el rival fue más fuerte”")],
      places: []),
    ForeignPassage(
      """
      —No vamos a parar las obras —dijo Ana Ruiz—. El plan sigue.

      En Valencia, los vecinos esperan la decisión desde hace semanas.
      """,
      quotations: [("Ana Ruiz", "No vamos a parar las obras El plan sigue.")],
      places: [("Valencia", "ES")]),
    ForeignPassage(
      """
      “El conductor perdió el control”, informó la policía en un comunicado. El camión venía \
      de Alemania y se dirigía a Francia.
      """,
      quotations: [("policía", "“El conductor perdió el control”")],
      places: [("Alemania", "DE"), ("Francia", "FR")]),
    ForeignPassage(
      """
      Carlos Herrera viajó a Londres el martes. “El Reino Unido es nuestro primer socio”, \
      había explicado antes del viaje. El canciller elogió a “un amigo fiel de nuestro país y \
      de Europa”.
      """,
      quotations: [
        ("Carlos Herrera", "“El Reino Unido es nuestro primer socio”"),
        ("canciller", "“un amigo fiel de nuestro país y de Europa”"),
      ],
      places: [("Londres", "GB"), ("Reino Unido", "GB")]),
    ForeignPassage(
      """
      «¿Por qué nadie avisó a los vecinos?», preguntó la diputada Sofía Martín. «Avisamos a \
      todo el mundo», respondió el alcalde, Andrés Cano.
      """,
      quotations: [
        ("Sofía Martín", "«¿Por qué nadie avisó a los vecinos?»"),
        ("Andrés Cano", "«Avisamos a todo el mundo»"),
      ],
      places: []),
    ForeignPassage(
      """
      El escritor José Luis de la Torre ha muerto. “Era un amigo de la gente humilde”, \
      escribió su editora, Carmen Rey, en Twitter.
      """,
      quotations: [("Carmen Rey", "“Era un amigo de la gente humilde”")],
      places: []),
    ForeignPassage(
      """
      Miles de personas se manifestaron en Bogotá. “¡No nos vamos a callar!”, gritó un \
      manifestante. Para la alcaldesa, Nadia Prieto, la marcha fue tranquila. “Ha sido una \
      fiesta”, dijo Prieto.
      """,
      quotations: [
        ("manifestante", "“¡No nos vamos a callar!”"), ("Nadia Prieto", "“Ha sido una fiesta”"),
      ],
      places: [("Bogotá", "CO")]),
    ForeignPassage(
      """
      "Esta sentencia es un escándalo", denunció el abogado Pedro Vidal. "Vamos a recurrir." \
      El tribunal de Zaragoza no quiso comentar.
      """,
      quotations: [("Pedro Vidal", "\"Esta sentencia es un escándalo\" \"Vamos a recurrir.\"")],
      places: []),
    ForeignPassage(
      """
      La ministra subrayó que el puente es «seguro y lo revisan los expertos cada dos años». \
      El señor Durán lamentó «una falta de transparencia que dura ya diez años».
      """,
      quotations: [
        ("ministra", "«seguro y lo revisan los expertos cada dos años»"),
        ("Durán", "«una falta de transparencia que dura ya diez años»"),
      ],
      places: []),
  ]
}
