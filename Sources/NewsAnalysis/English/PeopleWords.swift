// Words for people, groups, organisations, outlets and documents that speak in the news.

/// Open classes of nouns around speakers.
enum PeopleWords {
  /// The lists with their traits.
  static let all: [(String, WordTraits)] = [
    (titles, .title), (roles, .role), (groups, .group), (organisations, .organisation),
    (outlets, .outlet), (documents, .document), (nouns, .speechNoun), (demonyms, .demonym),
  ]

  private static let titles = """
    mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor sir lord lady dame president chancellor
    premier minister secretary senator sen sen. representative rep rep. congressman congresswoman
    governor gov gov. mayor judge justice general gen gen. colonel col col. captain capt capt.
    sergeant sgt sgt. lieutenant lt lt. major maj maj. admiral adm adm. commander chief king queen
    prince princess pope cardinal archbishop bishop rev rev. reverend father sister rabbi imam
    sheikh ayatollah ambassador director chairman chairwoman speaker spokesman spokeswoman coach
    detective officer sheriff deputy attorney vice prime foreign defense defence interior finance
    former ex acting presidential candidate nominee author actor actress singer rapper
    """

  private static let roles = """
    president chancellor premier minister secretary senator representative congressman lawmaker
    congresswoman governor mayor judge justice general colonel captain commander chief king queen
    prince princess pope cardinal archbishop bishop reverend ambassador director chairman chair
    chairwoman speaker spokesman spokeswoman spokesperson coach detective officer sheriff deputy
    attorney lawyer prosecutor professor researcher scientist economist analyst expert strategist
    adviser advisor aide official diplomat leader candidate nominee author actor actress singer
    rapper founder owner executive ceo manager editor reporter journalist columnist host anchor
    activist advocate critic supporter opponent rival billionaire businessman businesswoman mogul
    tycoon student teacher doctor nurse resident neighbor neighbour witness victim survivor voter
    veteran soldier mother father son daughter wife husband brother sister widow friend colleague
    politician republican democrat conservative liberal head member man woman boy girl historian
    physician surgeon pastor priest filmmaker writer novelist poet artist musician player star
    pilot driver farmer worker employee employer investor banker trader commissioner inspector
    """

  private static let groups = """
    officials experts analysts critics supporters opponents authorities sources investigators police
    prosecutors lawyers lawmakers researchers scientists economists diplomats leaders activists
    advocates aides advisers advisors observers witnesses residents neighbors neighbours voters
    republicans democrats conservatives liberals senators people others many some insiders scholars
    historians doctors teachers students parents families friends protesters demonstrators rebels
    troops soldiers commanders spokesmen spokespeople representatives candidates polls reports
    reporters journalists pundits commentators media businesses companies investors traders bankers
    workers employees executives members americans ministers governors politicians users fans
    detractors proponents organizers organisers strategists operatives donors allies rivals
    """

  private static let organisations = """
    committee commission council university institute department ministry agency association company
    corporation corp. inc. ltd. party government administration congress senate house court bank fund
    foundation union federation organization organisation group board bureau office center centre
    league army navy force forces campaign coalition alliance society school college church
    parliament cabinet nato eu un fbi cia pentagon kremlin white service authority network club team
    hospital embassy police militia firm chamber assembly think-tank caucus
    """

  private static let outlets = """
    times post news journal herald tribune guardian telegraph mirror gazette chronicle reuters bbc
    cnn nbc abc cbs msnbc npr afp ap tass fox bloomberg politico newspaper website magazine daily
    press agency broadcaster outlet tabloid weekly paper channel radio television blog wire
    """

  private static let documents = """
    report poll survey study statement document documents memo letter email emails filing lawsuit
    complaint indictment data figures statistics analysis paper article book editorial results
    records research findings headline post tweet transcript reports polls surveys studies
    """

  private static let nouns = """
    statement claim claims assertion allegation allegations accusation accusations suggestion
    argument belief fear fears concern concerns worry worries hope hopes promise pledge vow threat
    warning warnings call calls demand demands plan plans proposal idea view views opinion desire
    willingness intention decision commitment criticism remarks comments comment words question
    questions reports rumors rumours speculation prediction estimate admission denial notion support
    opposition confidence doubt doubts conviction conclusion
    """

  private static let demonyms = """
    american russian chinese german french british english scottish welsh irish italian spanish
    ukrainian polish turkish israeli palestinian iranian iraqi syrian saudi egyptian indian
    pakistani afghan japanese korean vietnamese thai indonesian australian canadian mexican
    brazilian argentine chilean cuban dutch belgian swiss austrian swedish norwegian danish finnish
    greek hungarian czech slovak romanian bulgarian serbian croatian european african asian arab
    nigerian kenyan ethiopian somali libyan lebanese jordanian kuwaiti yemeni muslim jewish
    christian catholic
    """
}
