// Words for people, groups, organisations, outlets and documents that speak in the news.

/// Open classes of nouns around speakers.
enum PeopleWords {
  /// The lists with their traits.
  static let all: [(String, WordTraits)] = [
    (titles, .title), (roles, .role), (groups, .group), (organisations, .organisation),
    (outlets, .outlet), (documents, .document), (nouns, .speechNoun), (demonyms, .demonym),
  ]

  /// Words before somebody who was not spoken of before.
  static let indefinites = """
    a an one another some several many few most other others two three four five six seven eight
    nine ten eleven twelve dozens hundreds thousands both each every any no somebody someone anyone
    nobody everybody everyone certain various numerous unnamed unidentified anonymous
    """

  /// Nouns for one person that are no class of the models: trades, offices, circumstances.
  static let persons = """
    person source insider whistleblower informant bystander passer-by passerby onlooker passenger
    commuter tourist visitor guest customer shopper client patient tenant landlord homeowner
    villager islander townsman local native migrant refugee immigrant grocer baker butcher
    fisherman fishmonger greengrocer shopkeeper barber tailor carpenter plumber electrician welder
    mechanic miner docker sailor seaman skipper ferryman trucker courier cook chef waiter waitress
    bartender barista cleaner janitor caretaker gardener labourer laborer foreman engineer architect
    builder technician programmer developer designer photographer cameraman cinematographer painter
    sculptor composer conductor pianist violinist guitarist drummer dancer comedian playwright
    screenwriter producer publisher bookseller librarian archivist curator translator interpreter
    blogger correspondent columnist broadcaster presenter critic reviewer treasurer secretary
    chairperson president-elect councillor councilman councilwoman councilor alderman magistrate
    mp lawmaker legislator parliamentarian envoy negotiator mediator delegate consul attache
    campaigner protester protestor demonstrator organiser organizer volunteer trade-unionist
    unionist steward shop-steward dean provost rector lecturer academic scholar sociologist
    psychologist psychiatrist biologist chemist physicist geologist astronomer meteorologist
    climatologist epidemiologist virologist oceanographer ecologist statistician mathematician
    philosopher theologian archaeologist anthropologist midwife paramedic surgeon dentist
    pharmacist vet veterinarian therapist carer caregiver firefighter policeman policewoman
    constable superintendent inspector-general marshal trooper guard warden jailer ranger
    lifeguard gunman suspect defendant plaintiff accused juror convict inmate prisoner hostage
    rebel militant fighter insurgent jihadist smuggler hacker thief mum mom dad parent grandmother
    grandfather grandparent aunt uncle niece nephew cousin son-in-law sibling twin toddler teenager
    youngster pensioner retiree widower spouse partner fiance fiancee girlfriend boyfriend
    roommate classmate teammate counterpart predecessor successor boss chairman-elect ceo cfo coo
    shareholder stakeholder contractor supplier retailer wholesaler entrepreneur landowner rancher
    grower winemaker brewer vintner beekeeper shepherd hunter angler cyclist motorist pedestrian
    biker runner swimmer jockey boxer wrestler footballer striker goalkeeper midfielder captain
    quarterback pitcher batter referee umpire trainer physio captain-elect champion medallist
    medalist winner runner-up finalist contestant laureate nun monk friar vicar deacon preacher
    """

  /// Nouns for bodies that speak as one.
  static let bodies = """
    charity company firm union ministry association agency club federation foundation council
    committee commission board court party group team bank fund government parliament university
    college school hospital airline carrier manufacturer maker brand retailer supermarket chain
    newspaper paper website magazine broadcaster network station channel institute ngo nonprofit
    think-tank coalition alliance cooperative co-operative collective movement league museum
    theatre theater orchestra festival regulator watchdog authority operator utility developer
    startup start-up consortium conglomerate society body department office bureau service
    embassy consulate force regiment brigade militia church diocese parish synod mosque synagogue
    """

  /// What is written, and stands for whoever wrote it.
  static let writings = """
    statement report letter email e-mail post tweet message memo memorandum note op-ed column essay
    article paper communique communiqué release filing complaint lawsuit indictment petition
    manifesto pamphlet leaflet declaration resolution document study survey analysis blog thread
    reply response testimony affidavit notice bulletin circular announcement ad advert advertisement
    video film clip footage poll poster banner placard sign slogan headline caption speech address
    interview meeting rally debate conversation answer question talk lecture sermon hearing account
    version theory evidence story plan campaign decision
    """

  /// Letters behind names.
  static let postnominals = "kc qc sc obe mbe cbe kbe dbe phd mp msp mep td md rn cpa esq esq. frs"

  /// Ranks before names.
  static let ranks = """
    cllr cllr. coun coun. councillor councilman councilwoman alderman det det. insp insp. inspector
    supt supt. superintendent constable sgt sgt. cpl cpl. pte lieut lt lt. capt capt. col gen brig
    cmdr maj
    hon hon. rev rev. revd fr canon dr dr. prof prof. mr mr. mrs mrs. ms. sir dame
    """

  /// Ranks that are written in capitals.
  static let shortRanks = "di dci dcs ds dc pc wpc acc dcc"

  static let titles = """
    mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor sir lord lady dame president chancellor
    premier minister secretary senator sen sen. representative rep rep. congressman congresswoman
    governor gov gov. mayor judge justice general gen gen. colonel col col. captain capt capt.
    sergeant sgt sgt. lieutenant lt lt. major maj maj. admiral adm adm. commander chief king queen
    prince princess pope cardinal archbishop bishop rev rev. reverend father sister rabbi imam
    sheikh ayatollah ambassador director chairman chairwoman speaker spokesman spokeswoman coach
    detective officer sheriff deputy attorney vice prime foreign defense defence interior finance
    former ex acting presidential candidate nominee author actor actress singer rapper
    """

  static let roles = """
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

  static let groups = """
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
