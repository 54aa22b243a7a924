// What turns an English statement into another one: what may be cut off before it, and words of which one in the
// other's place says something else.

extension FrontWords {
  /// English.
  static let english = FrontWords(
    restrictions: """
      some few several most many only hardly barely scarcely almost nearly about around roughly
      approximately half
      """,
    restrictionPhrases: """
      at least
      at most
      up to
      more than
      less than
      fewer than
      as many as
      as few as
      not all
      not every
      not everybody
      not everyone
      """,
    partitives: "of",
    doubtingAdverbs: """
      perhaps maybe possibly probably allegedly supposedly reportedly apparently seemingly presumably
      hypothetically theoretically
      """,
    doubts: """
      wrong false untrue lie lies myth rumour rumours rumor rumors nonsense absurd ridiculous unlikely
      doubtful impossible possible conceivable pretend pretends pretended pretending claim claims
      claimed claiming allege alleges alleged alleging doubt doubts doubted hope hopes hoped hoping wish
      wishes wished fear fears feared wonder wonders wondered whether if unthinkable misleading unfair
      """,
    suppositions: "suppose supposing imagine assume assuming pretend say picture",
    reports: """
      say says said saying tell tells told telling believe believes believed think thinks thought
      argue argues argued insist insists insisted suggest suggests suggested write writes wrote
      report reports reported announce announces announced assure assures assured maintain maintains
      maintained state states stated
      """,
    ownVoice: "i we me us i'm we're i've we've i'd we'd i'll we'll", narrators: "he she",
    clauseJoints: "that",
    affirmations: """
      no doubt
      no question
      no denying
      without doubt
      not deny
      can't deny
      cannot deny
      don't doubt
      not doubt
      never doubted
      never doubt
      """,
    politeConditions: """
      if you ask me
      if you like
      if you will
      if you please
      if i may
      if anything
      if only
      if i'm honest
      if i am honest
      if you don't mind
      """,
    lateConditions: "if unless",
    noConditionBehind: "as even ask asks asked know knew see saw wonder wondered wonders what only")
}

extension ExchangedWords {
  /// English.
  static let english = ExchangedWords(
    opposites: """
      rose rise rises risen rising climbed | fell fall falls fallen falling dropped
      increase increases increased increasing | decrease decreases decreased decreasing reduce reduces reduced
      grew grow grows grown growing | shrank shrink shrinks shrunk shrinking
      raise raises raised raising | lower lowers lowered lowering cut cuts cutting
      gain gains gained | lose loses lost loss losses
      win wins won winning | lose loses lost losing
      more | less fewer
      most | least fewest
      before | after
      open opens opened opening | close closes closed closing shut shuts
      up | down
      higher | lower
      high | low
      better | worse
      best | worst
      good | bad
      right | wrong
      true | false
      always | never
      with | without
      start starts started begin begins began | stop stops stopped end ends ended
      accept accepts accepted | reject rejects rejected refuse refuses refused
      support supports supported back backs backed | oppose opposes opposed
      for | against
      buy buys bought | sell sells sold
      first | last
      early earlier | late later
      safe safer | dangerous unsafe
      strong stronger | weak weaker
      rich richer | poor poorer
      success successes succeed succeeded | failure failures fail failed
      profit profits | loss losses
      allow allows allowed permit permits permitted | forbid forbids forbade ban bans banned
      innocent | guilty
      alive | dead
      inside | outside
      above | below
      north | south
      east | west
      left | right
      hired hire hires | fired fire fires
      faster | slower
      easy easier | hard harder difficult
      approve approves approved | reject rejects rejected
      """,
    indefinites: """
      nobody somebody anybody everybody no-one someone anyone everyone nothing something anything
      everything none nowhere somewhere anywhere everywhere
      """,
    units: """
      second seconds
      minute minutes
      hour hours
      day days
      week weeks
      month months
      year years
      decade decades
      century centuries
      metre metres meter meters
      kilometre kilometres kilometer kilometers
      mile miles
      gram grams
      kilo kilos kilogram kilograms
      tonne tonnes ton tons
      litre litres liter liters
      penny pence
      cent cents
      """)
}
