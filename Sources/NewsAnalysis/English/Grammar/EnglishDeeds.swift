// What is done rather than said, although its verb may introduce words: "called the police", "hailed a taxi".

import ArticleModel

/// Tells verbs with a thing or a person as their object, which report no words.
struct EnglishDeeds {
  let segment: Segment
  let words: WordTypes

  /// "were called to the bridge": where somebody is sent for.
  func isSummons(_ verb: Int) -> Bool {
    guard verb > 0, verb + 1 < segment.tokens.count, type(verb).known == .called,
      type(verb + 1).known == .to
    else { return false }
    return [.was, .were, .been, .be].contains(type(verb - 1).known)
  }

  /// Whether a verb with a noun phrase without a clause is a deed.
  func isDeed(_ verb: Int, _ object: TokenRange) -> Bool {
    let hash = hash(verb)
    if Self.acting.contains(hash) { return true }
    if Self.calling.contains(hash) { return isCall(verb, object) }
    if Self.personal.contains(hash), isPerson(object) { return true }
    return Self.pairs.contains { $0.verbs.contains(hash) && names($0.objects, object) }
  }

  private func type(_ index: Int) -> WordType { words[segment.tokens[index]] }

  private func hash(_ index: Int) -> UInt64 { type(index).lowerHash }

  private func names(_ set: WordSet, _ object: TokenRange) -> Bool {
    noun(of: object).contains { set.contains(hash($0)) }
  }

  /// The object without prepositional phrases behind it: "a taxi" of "a taxi on Friday".
  private func noun(of object: TokenRange) -> TokenRange {
    let start = object.lowerBound + (type(object.lowerBound).traits.contains(.preposition) ? 1 : 0)
    let end = TokenRange(from: start + 1, to: object.upperBound).first {
      type($0).traits.contains(.preposition)
    }
    return TokenRange(from: start, to: end ?? object.upperBound)
  }

  private func isPerson(_ object: TokenRange) -> Bool {
    noun(of: object).last.map { type($0).isPeople } ?? false
  }

  /// "called the police", "called an ambulance", "called off the strike", but not "called for", "called on" and
  /// "called the plan reckless".
  private func isCall(_ verb: Int, _ object: TokenRange) -> Bool {
    let first = object.lowerBound
    if verb + 1 < first || Self.particles.contains(hash(first)) {
      return Self.particles.contains(hash(verb + 1))
    }
    let noun = noun(of: object)
    if [.a, .an].contains(type(first).known) { return true }
    if type(first).known == .it { return Self.days.contains(hash(noun.upperBound - 1)) }
    return type(first).traits.contains(.determiner) && noun.count == 2
  }

  // MARK: Words

  private static let calling = WordSet("call calls called calling")
  private static let particles = WordSet("off in up back")
  private static let days = WordSet("day night quits")

  /// Verbs whose bare object is acted upon.
  private static let acting = WordSet(
    """
    ordered orders ordering backed answered answers answering accepted accepts accepting approved approves
    approving addressed greeted published signed signs appealed swore
    """)
  /// Verbs that are deeds when somebody is their object.
  private static let personal = WordSet(
    "dismissed dismisses dismissing cited cites charged recalled named invited proposed proposes"
  )
  /// Verbs that are deeds with some objects.
  private static let pairs: [(verbs: WordSet, objects: WordSet)] = [
    (WordSet("hail hails hailed hailing"), WordSet("taxi cab taxis cabs rickshaw bus car ride")),
    (
      WordSet("claim claims claimed claiming"),
      WordSet(
        """
        title titles place penalty win point points goal goals prize crown medal gold silver bronze trophy throne
        wicket wickets championship scalp life lives seat spot record honours honors expenses pension throne
        """)
    ),
    (
      WordSet("ask asks asked asking"),
      WordSet(
        """
        bill menu coffee tea beer wine drink drinks glass water directions autograph autographs refund receipt
        key keys cheque check ball cigarette lift
        """)
    ),
    (
      WordSet("press presses pressed pressing"),
      WordSet("charges button buttons bell doorbell key keys send advantage trigger switch buzzer")
    ),
    (
      WordSet("recall recalls recalled recalling"),
      WordSet(
        "car cars vehicle vehicles product products ambassador ambassadors envoy batch models")
    ),
    (
      WordSet("report reports reported reporting"),
      WordSet("theft crime burglary duty work profit profits loss losses")
    ),
    (
      WordSet("propose proposes proposed proposing"), WordSet("toast marriage girlfriend boyfriend")
    ),
    (
      WordSet("write writes wrote written writing"),
      WordSet(
        "book books novel novels letter letters song songs cheque check poem poems play memoir")
    ),
    (WordSet("recalled recalls"), WordSet("player players squad")),
    (WordSet("point points pointed"), WordSet("way finger gun")),
    (WordSet("urge urges urged urging"), WordSet("horse horses")),
    (WordSet("charge charges charged charging"), WordSet("phone battery fee fees")),
    (WordSet("cite cites cited citing"), WordSet("source sources")),
    (WordSet("dismiss dismisses dismissed dismissing"), WordSet("jury staff squad")),
    (
      WordSet("add adds added adding"),
      WordSet("goal goals point points run runs try tries wicket wickets second third penalty")
    ),
    (
      WordSet("conclude concludes concluded repeat repeated continue continued begin began"),
      WordSet("tour deal agreement treaty talks class exercise match game race season")
    ),
    (WordSet("observe observes observed"), WordSet("minute minutes silence sabbath fast")),
    (WordSet("remember remembers remembered"), WordSet("dead fallen victims")),
    (WordSet("dispute disputes disputed"), WordSet("bill fine ticket invoice")),
    (WordSet("judge judges judged"), WordSet("contest competition show race")),
    (WordSet("note notes noted"), WordSet("plate number time registration")),
    (WordSet("argue argues argued arguing"), WordSet("referee umpire linesman")),
  ]
}
