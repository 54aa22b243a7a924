// Lists of French words.

/// Closed classes of French, verbs of saying and words for people.
enum FrenchWords {
  /// The lists with their traits.
  static let all: [(String, WordTraits)] = [
    (finiteVerbs, [.speechVerb, .thirdPerson]), (participles, [.speechVerb, .past]),
    (
      """
      le la les l' l’ un une des du ce cet cette ces son sa ses leur leurs notre nos votre vos mon ma mes
      chaque aucun aucune plusieurs
      """, .determiner
    ),
    (
      """
      à au aux de d' d’ du des en dans sur sous pour par avec sans chez entre vers devant derrière depuis
      pendant contre lors selon après avant parmi près malgré auprès dès via
      """, .preposition
    ),
    (
      "et ou mais donc car que qu' qu’ si quand comme lorsque puisque où dont qui quoi",
      .conjunction
    ),
    (
      """
      il elle ils elles on je j' j’ tu nous vous lui leur se s' s’ y en me m' m’ te celui celle ceux
      celui-ci celle-ci
      """, .pronoun
    ),
    (
      """
      est sont était étaient a ont avait avaient sera seront serait aura aurait ayant étant été fut
      """, .auxiliary
    ),
    (
      """
      aussi alors puis ensuite encore déjà hier aujourd'hui aujourd’hui demain notamment également enfin
      ainsi toutefois cependant pourtant ne pas plus même toujours jamais récemment t
      """, .adverb
    ),
    (
      """
      lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août
      septembre octobre novembre décembre
      """, .calendar
    ),
    ("il lui monsieur m m.", .masculine), ("elle madame mme mme. mlle", .feminine),
    ("m m. mm. mme mme. mlle monsieur madame dr pr me ex", .title),
    (titles, [.title, .role]), (groups, .group), (organisations, .organisation),
    (outlets, .outlet),
  ]

  /// What single words do in sentences.
  static let roles: [(String, WordRoles)] = [
    ("le la les l' l’", [.definiteArticle, .definite]), ("ce cet cette ces", .definite),
    ("le la les l' l’ un une des du ce cet cette ces son sa ses leur", .determiner),
    ("de d' d’ du des", [.genitive, .nameConnector]), ("la les le l' l’", .nameConnector),
    ("que qu' qu’", .complementizer), ("et", .additive), ("et ou mais", .coordinator),
    ("il lui", .masculinePronoun), ("elle", .femininePronoun), ("ils elles", .pluralPronoun),
    ("il elle", .subject), ("je j' j’ nous me notre mon", .firstPerson),
    ("on ce vous", .impersonal),
    ("selon", .sourceIntroduction), ("après", .sourceBehindElision), ("avis", .opinion),
    ("qui", .relative),
    ("qui que dont", .relativeSubject),
  ]

  private static let finiteVerbs = """
    dit disent déclare déclarent affirme affirment explique expliquent précise précisent ajoute ajoutent
    indique indiquent estime estiment assure assurent souligne soulignent annonce annoncent rappelle
    rappellent répond répondent demande demandent avertit reconnaît reconnaissent regrette regrettent
    dénonce dénoncent raconte racontent confie confient écrit écrivent lance lancent poursuit poursuivent
    conclut résume insiste insistent promet juge jugent commente critique critiquent martèle note observe
    déplore déplorent confirme confirment témoigne soutient prévient réagit renchérit salue plaide
    disait déclarait affirmait expliquait précisait ajoutait indiquait estimait assurait soulignait
    annonçait rappelait répondait racontait confiait écrivait lançait poursuivait concluait
    insistait jugeait commentait notait observait
    affirma déclara expliqua précisa ajouta répondit demanda écrivit lança conclut
    """
  private static let participles = """
    dit déclaré affirmé expliqué précisé ajouté indiqué estimé assuré souligné annoncé rappelé répondu
    demandé averti reconnu regretté dénoncé raconté confié écrit lancé poursuivi conclu résumé insisté promis
    jugé commenté critiqué martelé noté observé déploré confirmé témoigné soutenu prévenu réagi renchéri
    salué crié plaidé tweeté publié exhorté réclamé fustigé félicité
    """
  private static let titles = """
    président présidente ministre premier première maire préfet préfète député députée sénateur sénatrice
    directeur directrice porte-parole secrétaire chef cheffe professeur professeure docteur juge procureur
    procureure avocat avocate général colonel roi reine pape évêque cardinal chancelier chancelière
    ambassadeur ambassadrice commissaire conseiller conseillère entraîneur entraîneuse capitaine
    manifestant manifestante habitant habitante
    chercheur chercheuse économiste historien historienne expert experte responsable patron patronne
    candidat candidate écrivain auteur autrice acteur actrice réalisateur réalisatrice chanteur chanteuse
    fondateur fondatrice gouverneur gouverneure parole
    """
  private static let groups = """
    experts habitants témoins autorités policiers manifestants chercheurs enquêteurs syndicats opposants
    observateurs responsables pompiers
    """
  private static let organisations = """
    union nations ministère gouvernement parti association syndicat tribunal université institut commission conseil
    préfecture entreprise société police gendarmerie fondation fédération agence assemblée sénat parquet
    """
  private static let outlets = "journal quotidien magazine afp chaîne radio monde figaro libération"

  /// The words by which the language of a text is recognised.
  static let functionWords = """
    le la les des et est dans que qui pour une du sur pas plus au un par avec sont ont été cette ce il elle
    de a on y me sans aux selon mais ne se son ses l qu nous tout était avait être même deux leur après elles ils leurs
    """
}
