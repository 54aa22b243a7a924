// Lists of German words.

/// Closed classes of German, verbs of saying and words for people.
enum GermanWords {
  /// The lists with their traits.
  static let all: [(String, WordTraits)] = [
    (pastVerbs, [.speechVerb, .past]), (presentVerbs, [.speechVerb, .thirdPerson]),
    (participles, [.speechVerb, .past]),
    (
      """
      der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem kein keine
      sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer unser unsere jeder jede jedes
      """, .determiner
    ),
    (
      """
      in im ins an am auf aus bei beim mit nach von vom vor zu zum zur über unter für gegen durch ohne um
      seit während wegen trotz zwischen neben hinter bis gegenüber laut ab außer statt
      """, .preposition
    ),
    (
      """
      und oder aber denn sondern weil dass ob wenn als wie obwohl während nachdem bevor damit sodass wo
      """, .conjunction
    ),
    ("er sie es wir ich du ihr man ihm ihn ihnen uns mir mich dieser jener wer", .pronoun),
    (
      """
      ist sind war waren sei seien wäre hat haben hatte hatten habe hätte hätten wird werden wurde wurden
      werde würde würden kann können konnte soll sollen sollte will wollen wollte muss müssen musste darf
      """, .auxiliary
    ),
    (
      """
      auch dann nun jetzt dort hier heute gestern bereits schon noch nur erst später zuvor zudem außerdem
      dazu daraufhin weiter ferner wörtlich hinzu sich dabei dagegen jedoch allerdings deshalb unterdessen
      zugleich einmal damals nachdrücklich ausdrücklich etwa
      """, .adverb
    ),
    (
      """
      montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar märz april mai
      juni juli august september oktober november dezember montagabend dienstagabend mittwochabend
      """, .calendar
    ),
    ("er ihm ihn herr", .masculine), ("sie ihr frau", .feminine),
    ("herr herrn frau dr prof dr. prof. bundes ex vize", .title),
    (titles, [.title, .role]), (groups, .group), (organisations, .organisation),
    (outlets, .outlet),
  ]

  /// What single words do in sentences.
  static let roles: [(String, WordRoles)] = [
    ("der die das dem den", [.definiteArticle, .definite]), ("dieser diese dieses", .definite),
    ("der die das den dem des ein eine einen einem einer eines", .determiner),
    ("des der", .genitive), ("von zu zur vom am", .nameConnector), ("dass", .complementizer),
    ("und", .additive), ("und oder aber", .coordinator), ("er ihm ihn", .masculinePronoun),
    ("sie", .femininePronoun), ("er sie", .subject), ("ich wir mich uns mein unser", .firstPerson),
    ("es man", .impersonal), ("laut nach zufolge", .sourceIntroduction), ("so", .quotationTail),
    (
      """
      ansicht angaben meinung einschätzung auffassung worten aussage aussagen darstellung überzeugung
      informationen
      """, .opinion
    ),
  ]

  private static let pastVerbs = """
    sagte sagten erklärte erklärten betonte betonten meinte meinten kritisierte kritisierten forderte
    forderten fragte fragten antwortete antworteten warnte warnten versicherte versicherten kündigte
    kündigten teilte teilten berichtete berichteten behauptete behaupteten bestätigte bestätigten schrieb
    schrieben rief riefen ergänzte ergänzten fügte fügten äußerte äußerten urteilte lobte lobten räumte
    wies erwiderte erwiderten entgegnete entgegneten verkündete verkündeten twitterte bemerkte bemerkten
    wetterte jubelte scherzte mahnte mahnten klagte klagten bezeichnete bezeichneten nannte nannten sprach sprachen begründete
    begründeten stellte hieß resümierte bilanzierte konstatierte kommentierte versprach gab appellierte
    unterstrich unterstrichen verlangte verlangten bekräftigte bekräftigten erzählte erzählten
    bedauerte bedauerten bat baten drohte drohten zitierte zitierten freute monierte bemängelte
    """
  private static let presentVerbs = """
    sagt sagen erklärt erklären betont betonen meint meinen kritisiert fordert fordern fragt antwortet warnt
    warnen versichert kündigt teilt berichtet behauptet bestätigt schreibt schreiben ruft ergänzt fügt
    äußert urteilt lobt erwidert entgegnet verkündet bemerkt mahnt klagt bezeichnet nennt spricht begründet
    heißt kommentiert verspricht unterstreicht verlangt bekräftigt erzählt bedauert bittet droht
    """
  private static let participles = """
    gesagt erklärt betont gemeint kritisiert gefordert gefragt geantwortet gewarnt versichert angekündigt
    mitgeteilt berichtet behauptet bestätigt geschrieben gerufen ergänzt hinzugefügt geäußert geurteilt
    gelobt erwidert entgegnet verkündet bemerkt gemahnt geklagt bezeichnet genannt zitiert
    """

  private static let titles = """
    präsident präsidentin minister ministerin kanzler kanzlerin bürgermeister bürgermeisterin
    oberbürgermeister oberbürgermeisterin sprecher sprecherin chef chefin leiter leiterin vorsitzender
    vorsitzende vorsitzenden direktor direktorin abgeordneter abgeordnete abgeordneten senator senatorin
    professor professorin trainer trainerin staatssekretär staatssekretärin botschafter botschafterin
    richter richterin anwalt anwältin general oberst könig königin papst bischof kardinal premier
    premierminister premierministerin ministerpräsident ministerpräsidentin landrat landrätin experte
    expertin forscher forscherin kommissar kommissarin generalsekretär generalsekretärin politiker
    politikerin autor autorin schauspieler schauspielerin sänger sängerin regisseur regisseurin
    geschäftsführer geschäftsführerin gründer gründerin zeuge zeugin arzt ärztin lehrer lehrerin
    """
  private static let groups = """
    experten kritiker anwohner augenzeugen behörden ermittler beobachter demonstranten forscher
    wissenschaftler politiker beamte abgeordnete polizei feuerwehr staatsanwaltschaft
    """
  private static let organisations = """
    ministerium regierung bundesregierung partei verband verein gewerkschaft gericht universität institut
    amt behörde unternehmen konzern stiftung kommission rat bundestag senat umwelthilfe
    """
  private static let outlets = "zeitung magazin agentur sender tagesschau spiegel dpa"

  /// What compounds end in, with the traits of the whole: "Verkehrsminister".
  static let compoundHeads: [(String, WordTraits)] = [
    ("minister", [.title, .role]), ("ministerin", [.title, .role]), ("präsident", [.title, .role]),
    ("präsidentin", [.title, .role]), ("kanzler", [.title, .role]), ("kanzlerin", [.title, .role]),
    ("sprecher", [.title, .role]), ("sprecherin", [.title, .role]), ("chef", [.title, .role]),
    ("chefin", [.title, .role]), ("leiter", [.title, .role]), ("leiterin", [.title, .role]),
    ("meister", [.title, .role]), ("meisterin", [.title, .role]), ("direktor", [.title, .role]),
    ("direktorin", [.title, .role]), ("sekretär", [.title, .role]),
    ("sekretärin", [.title, .role]),
    ("politiker", [.title, .role]), ("politikerin", [.title, .role]),
    ("trainer", [.title, .role]), ("trainerin", [.title, .role]), ("anwalt", [.title, .role]),
    ("anwältin", [.title, .role]), ("vorsitzende", [.title, .role]),
    ("vorsitzender", [.title, .role]), ("vorsitzenden", [.title, .role]),
    ("kommissar", [.title, .role]), ("kommissarin", [.title, .role]),
    ("forscher", [.title, .role]), ("forscherin", [.title, .role]), ("experte", [.title, .role]),
    ("expertin", [.title, .role]), ("führer", [.title, .role]), ("führerin", [.title, .role]),
    ("ministerium", .organisation), ("verband", .organisation), ("gericht", .organisation),
    ("amt", .organisation), ("behörde", .organisation), ("zeitung", .outlet),
  ]

  /// The words by which the language of a text is recognised.
  static let functionWords = """
    der die das und nicht ist mit auf für dem den ein eine von zu sich hat auch nach bei wird sie als wurde
    am im aus dass sagte einer einen über noch nur oder aber wie er zum zur vom haben hatte werden mehr
    nach wir sind habe ihr sein seine gegen unter dieses jahr ich in des du an war so es
    """
}
