// Verbs and nouns with which English news introduces what somebody said, thinks or wants.

/// Base forms, by what follows them.
enum CueVerbs {
  /// The lists with their traits.
  static let all: [(String, WordTraits)] = [
    (saying, .speechVerb), (thinking, .thoughtVerb),
    (addressing, [.addressingVerb, .speechVerb]),
  ]

  /// Verbs of saying: a clause, a direct quotation or what was said follows.
  private static let saying = """
    say tell add note claim argue assert insist maintain state declare announce explain warn
    suggest stress emphasize emphasise underline underscore point admit acknowledge concede
    confess deny report reveal recall remark comment observe reply respond answer retort quip
    joke write tweet post blog text email ask inquire wonder question predict forecast estimate
    allege contend affirm reaffirm reiterate repeat confirm disclose testify swear vow pledge
    promise threaten caution advise propose recommend request demand complain grumble lament
    bemoan decry boast brag muse conclude continue counter describe proclaim pronounce profess
    disagree agree argue speculate whisper shout yell scream mutter murmur murmured cry exclaim
    chant sing preach lecture interject rebut dispute dismiss reject condemn denounce deplore
    criticize criticise praise hail laud applaud tout defend clarify elaborate specify outline
    detail indicate imply hint signal mention cite quote refer portray depict characterize
    characterise label dub deem speak talk discuss address apologize apologise thank
    congratulate welcome tease mock ridicule scoff sneer gush rave rant fume rage thunder
    protest object advocate urge appeal plead beg opine posit postulate theorize hypothesize
    summarize paraphrase advertise publish broadcast show find highlight note attest certify
    express voice assure reassure inform notify remind brief concur endorse vouch
    """

  /// Verbs of thinking, feeling and wanting.
  private static let thinking = """
    think believe feel know hope fear worry expect want wish doubt suspect consider regard view
    see understand realize realise recognize recognise remember forget imagine assume presume
    suppose reckon figure guess intend plan seek aim prefer support oppose favor favour like love
    hate dislike desire decide determine learn discover hear judge regret resent appreciate
    envision envisage foresee anticipate trust distrust accept contemplate ponder mean bet
    refuse vow commit choose approve disapprove try attempt mull weigh
    """

  /// Verbs of saying that take whom as their object.
  private static let addressing = """
    accuse blame urge call criticize criticise warn tell ask remind assure inform advise beg
    implore exhort encourage order instruct command direct blast slam attack rebuke scold chide
    admonish berate chastise fault lambast lambaste ridicule mock condemn praise thank
    congratulate credit challenge press pressure invite convince persuade
    """
}
