// What turns a German statement into another one: what may be cut off before it, and words of which one in the
// other's place says something else.

extension FrontWords {
  /// German.
  static let german = FrontWords(
    restrictions: """
      einige manche wenige mehrere viele nur kaum fast beinahe etwa ungefähr rund meisten
      """,
    restrictionPhrases: """
      mindestens
      höchstens
      bis zu
      mehr als
      weniger als
      nicht alle
      """,
    partitives: "von der des",
    doubtingAdverbs: "vielleicht vermutlich wahrscheinlich angeblich möglicherweise womöglich",
    doubts: """
      falsch gelogen lüge gerücht unsinn behauptet behaupten behauptete bezweifle bezweifelt hoffe hofft
      hoffen wünsche fürchte ob wenn möglich unmöglich unwahrscheinlich
      """,
    suppositions: "angenommen",
    reports: """
      sagt sagen sagte sagten erzählt erzählen glaubt glauben meint meinen denkt denken heißt schreibt
      """,
    ownVoice: "ich wir mir uns", narrators: "er sie", clauseJoints: "dass daß",
    lateConditions: "wenn falls sofern",
    noConditionBehind: "auch selbst nur")
}

extension ExchangedWords {
  /// German.
  static let german = ExchangedWords(
    opposites: """
      stieg steigt steigen stiegen gestiegen | fiel fällt fallen fielen gefallen sank sinkt sinken gesunken
      mehr | weniger
      vor | nach
      gewonnen gewinnt gewinnen gewann | verloren verliert verlieren verlor
      öffnen öffnet geöffnet | schließen schließt geschlossen
      höher hoch | niedriger niedrig
      besser | schlechter
      immer | nie niemals
      mit | ohne
      für | gegen
      gewinn gewinne | verlust verluste
      richtig | falsch
      """,
    indefinites: "niemand jemand jeder alle alles etwas nichts keiner",
    units: """
      sekunde sekunden
      minute minuten
      stunde stunden
      tag tage tagen
      woche wochen
      monat monate monaten
      jahr jahre jahren
      meter
      kilometer
      tonne tonnen
      """)
}
