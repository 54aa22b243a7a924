// Verbs that stand beside direct speech without being verbs of saying, and verbs that never do.

/// Words that raise or lower the confidence that a clause beside quotation marks reports speech. A verb that
/// is in no list may still report it; then its form and its place decide.
enum ReportingVerbs {
  /// Ways of speaking, and what people do as they speak: "growled", "shrugged".
  static let manners = forms(
    """
    bark bawl beam begin bellow bet blurt bluster bristle caution chant chide chime chirp chortle chuckle
    clarify coax concur confide confess console cough croak croon crow cry cut deadpan demand demur
    drawl drone emphasise encourage enthuse enumerate enquire entreat exhort exult falter fret fume fuss gasp
    gesture giggle grimace grin gripe groan grouse growl grumble grunt guffaw gulp gush hazard hiss holler
    howl huff implore inquire intone jeer jest joke lament laugh lecture lisp marvel moan mock mouth mumble
    murmur muse mutter nag nod offer opine ooze pant philosophize pipe plead point pout prattle preen
    press proclaim proffer prompt pronounce purr quaver query quote ramble rasp rationalise rationalize
    reason reckon recite recollect recount reflect reiterate rejoice rejoin remonstrate resume retort roar
    scoff scold scowl scream screech sermonize shriek shrug sigh smile smirk snap snarl sneer sniff snigger
    snort sob soothe speculate spit splutter sputter squeak squeal stammer start state storm stutter
    summarise surmise swear tease testify theorise thunder trill tut twitter utter vent venture
    volunteer vouchsafe wail warble weep wheeze whimper whine whisper whoop wink worry yell yelp
    """)

  /// Verbs whose past the rule for regular ones does not give, by that past.
  static let irregularPasts = WordSet(
    """
    said told thought felt knew wrote spoke swore meant read sang began broke cut shot put went
    came hit spat wept threw got let kept found gave made took held heard saw sought fought bit stuck
    blew burst lit rang sprang stood struck taught tore shook sat slid spun led lay left ran rose
    """)

  /// The word that a past verb may take behind it: "chimed in", "shot back".
  static let particles = WordSet("in back out on up off along away over")

  /// Verbs that name or rate what stands before them: “…,” called the best novel of the year.
  static let naming = WordSet(
    """
    called named dubbed deemed considered titled entitled labelled labeled billed voted awarded given
    made rated regarded seen known published released directed written based set held played produced
    launched opened performed premiered featured included starred recorded
    """)

  /// Words in -ed that are no verbs.
  static let unverbal = WordSet(
    """
    indeed hundred kindred sacred red bed need seed speed feed breed deed weed creed shed sled naked
    wicked rugged united beloved learned alleged biased greed exceed proceed succeed embed hatred bred
    """)

  /// Words in -ly that are no adverbs.
  static let unadverbial = WordSet(
    """
    ally family rally assembly anomaly reply supply monopoly friendly elderly early daily weekly monthly
    yearly fly belly jelly bully lovely lonely silly ugly holy likely costly scholarly orderly butterfly
    """)

  private static func forms(_ verbs: String) -> WordSet {
    var hashes = WordSet("")
    WordSet.forEachWord(of: verbs) { verb in
      VerbForms.forEach(of: verb) { form, trait in
        if trait == .past || trait == .thirdPerson { hashes.insert(form) }
      }
      let name = String(decoding: verb, as: UTF8.self)
      hashes.insert(LowercaseHash.of(name + name.suffix(1) + "ed"))
    }
    return hashes
  }
}
