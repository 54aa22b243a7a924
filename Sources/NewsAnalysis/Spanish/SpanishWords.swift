// Lists of Spanish words.

/// Closed classes of Spanish, verbs of saying and words for people.
enum SpanishWords {
  /// The lists with their traits.
  static let all: [(String, WordTraits)] = [
    (finiteVerbs, [.speechVerb, .thirdPerson]), (pastVerbs, [.speechVerb, .past]),
    (participles, [.speechVerb, .past]),
    (
      """
      el la los las un una unos unas este esta estos estas ese esa esos esas su sus mi mis nuestro nuestra
      cada ningún ninguna algunos algunas varios varias
      """, .determiner
    ),
    (
      """
      a al ante bajo con contra de del desde durante en entre hacia hasta mediante para por según sin sobre
      tras
      """, .preposition
    ),
    (
      "y e o u pero sino porque que si cuando como aunque mientras donde quien quienes",
      .conjunction
    ),
    ("él ella ellos ellas yo tú nosotros usted ustedes le les se me lo nos", .pronoun),
    (
      """
      es son era eran fue fueron está están estaba ha han había habían será serán sería haya hubo siendo
      """, .auxiliary
    ),
    (
      """
      también entonces luego después ya ayer hoy mañana además asimismo así no más aún todavía siempre nunca
      recientemente posteriormente finalmente
      """, .adverb
    ),
    (
      """
      lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto
      septiembre octubre noviembre diciembre
      """, .calendar
    ),
    ("él señor sr sr. don", .masculine), ("ella señora sra sra. doña", .feminine),
    ("sr sr. sra sra. señor señora don doña dr dr. dra dra. ex", .title),
    (titles, [.title, .role]), (groups, .group), (organisations, .organisation),
    (outlets, .outlet),
  ]

  /// What single words do in sentences.
  static let roles: [(String, WordRoles)] = [
    ("el la los las", [.definiteArticle, .definite]), ("este esta ese esa", .definite),
    ("el la los las un una su sus este esta", .determiner),
    ("de del", [.genitive, .nameConnector]), ("la las los el y", .nameConnector),
    ("que", .complementizer), ("y", .additive), ("y o pero", .coordinator),
    ("él", .masculinePronoun), ("ella", .femininePronoun), ("ellos ellas", .pluralPronoun),
    ("él ella", .subject), ("yo nosotros me nos nuestro", .firstPerson),
    ("usted lo se", .impersonal),
    ("según", .sourceIntroduction), ("juicio opinión acuerdo", .opinion), ("quien que", .relative),
    ("quien que", .relativeSubject),
  ]

  private static let finiteVerbs = """
    dice dicen asegura aseguran afirma afirman explica explican señala señalan indica indican declara
    declaran añade añaden advierte advierten anuncia anuncian sostiene sostienen destaca destacan reconoce
    reconocen lamenta lamentan responde responden pregunta insiste insisten agrega agregan comenta comentan
    cuenta cuentan escribe escriben recuerda recuerdan subraya subrayan critica critican denuncia denuncian
    concluye promete confirma confirman apunta apuntan manifiesta relata opina opinan matiza exige exigen
    """
  private static let pastVerbs = """
    dijo dijeron aseguró aseguraron afirmó afirmaron explicó explicaron señaló señalaron indicó indicaron
    declaró declararon añadió añadieron advirtió advirtieron anunció anunciaron sostuvo sostuvieron destacó
    destacaron reconoció reconocieron lamentó lamentaron respondió respondieron preguntó preguntaron insistió
    insistieron agregó agregaron comentó comentaron contó contaron escribió escribieron recordó recordaron
    subrayó subrayaron criticó criticaron denunció denunciaron concluyó prometió confirmó confirmaron apuntó
    apuntaron manifestó manifestaron relató opinó matizó exigió exigieron informó informaron expresó
    expresaron precisó precisaron aclaró sentenció zanjó admitió admitieron reiteró detalló celebró
    gritó gritaron elogió elogiaron exclamó pidió pidieron alertó alertaron
    decía aseguraba afirmaba explicaba señalaba indicaba añadía insistía comentaba contaba
    """
  private static let participles = """
    dicho asegurado afirmado explicado señalado indicado declarado añadido advertido anunciado sostenido
    destacado reconocido lamentado respondido preguntado insistido agregado comentado contado escrito
    recordado subrayado criticado denunciado concluido prometido confirmado apuntado manifestado relatado
    opinado matizado exigido informado expresado precisado aclarado sentenciado admitido reiterado
    """
  private static let titles = """
    presidente presidenta ministro ministra alcalde alcaldesa primer primera diputado diputada senador
    senadora director directora portavoz secretario secretaria jefe jefa profesor profesora juez jueza
    fiscal abogado abogada general coronel rey reina papa obispo cardenal canciller embajador embajadora
    comisario comisaria consejero consejera entrenador entrenadora capitán investigador investigadora
    economista historiador historiadora experto experta responsable líder candidato candidata escritor
    escritora autor autora actor actriz cantante fundador fundadora gobernador gobernadora vocero vocera
    médico médica vecino vecina manifestante
    """
  private static let groups = """
    expertos vecinos testigos autoridades policías manifestantes investigadores sindicatos opositores
    observadores responsables bomberos fuentes
    """
  private static let organisations = """
    ministerio gobierno partido asociación sindicato tribunal universidad instituto comisión consejo
    unión naciones ayuntamiento empresa policía fundación federación agencia congreso senado fiscalía junta
    """
  private static let outlets = "diario periódico revista efe cadena radio país mundo vanguardia"

  /// The words by which the language of a text is recognised.
  static let functionWords = """
    el la los las de que en y un una por con para se del no es al lo como más su sus ha fue pero este esta
    a me según sobre entre son desde también dijo muy todo nos hemos ya sin porque cuando donde hay
    """
}
