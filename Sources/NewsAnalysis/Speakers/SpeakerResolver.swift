// Finds out whom the words for a speaker mean: a name, a description, a pronoun.

import ArticleModel

/// Resolves mentions of speakers in reading order; remembers who was spoken of last.
struct SpeakerResolver {
  /// Everybody met so far.
  private(set) var index = SpeakerIndex()
  private var referents = Referents()
  /// The last entries that spoke, by kind, and in which sentence.
  private var lastPerson: (entry: Int, sentence: Int)?
  private var lastGroup: (entry: Int, sentence: Int)?
  /// Persons that were last named together, as in "Keller and Berger", and in which sentence.
  private var lastCompany: (entries: [Int], sentence: Int)?
  /// The last name of this segment with those that it is strung together with.
  private var chain: (end: Int, entries: [Int]) = (-1, [])
  private var sentence = 0
  /// Where names of this segment begin that several persons bear.
  private var shared: Set<Int> = []

  // MARK: Reading on

  /// Goes on to the next segment, whose tokens are numbered anew.
  mutating func startSegment() {
    chain = (-1, [])
    shared = []
  }

  /// Goes on to the next sentence; notes whom it introduces without a name.
  mutating func startSentence(introducing introduction: Introduction?) {
    sentence += 1
    guard let introduction else { return }
    referents.add(Referents.Referent(whom: .introduced(introduction), sentence: sentence))
  }

  /// Notes a person's name; gives the entry. A name within quoted words is `isQuoted`.
  mutating func meet(_ name: TokenRange, isQuoted: Bool, in reading: SegmentVoices) -> Int {
    let person = PersonName(name, in: reading.segment, reading.words, reading.vocabulary)
    let whole = reading.withGeneration(name)
    let text = NameInCapitals(whole, in: reading.segment, reading.vocabulary).mixedCase
    let doubtful = index.doubtful(person)
    let isShared = doubtful != nil && doubtful != lastPerson?.entry
    let entry = index.person(person, called: text)
    index.addMention(reading.segment.span(of: name), called: text, to: entry)
    if isShared { shared.insert(name.lowerBound) }
    referents.add(
      Referents.Referent(
        whom: .entry(entry), sentence: sentence, isSubject: reading.isSubject(name),
        isQuoted: isQuoted, isShared: isShared))
    string(name, entry, in: reading.segment, reading.words)
    return entry
  }

  /// Strings names together that only commas, "and" and titles separate.
  private mutating func string(
    _ name: TokenRange, _ entry: Int, in segment: Segment, _ words: WordTypes
  ) {
    let between = TokenRange(from: max(chain.end, 0), to: name.lowerBound)
    let isStrung =
      chain.end >= 0 && SourceMention.joinsNames(between, in: segment, words)
    chain = (name.upperBound, isStrung ? chain.entries + [entry] : [entry])
    let hasAnd = between.contains { words[segment.tokens[$0]].roles.contains(.additive) }
    if isStrung, hasAnd { lastCompany = (chain.entries, sentence) }
  }

  /// Counts a quotation for its speaker.
  mutating func addQuotation(_ number: Int, verbatim: Int, paraphrase: Int, to entry: Int) {
    index.addQuotation(number, verbatim: verbatim, paraphrase: paraphrase, to: entry)
  }

  /// The entry of somebody whom the layout makes speak; `label` are the words that stand for them here.
  mutating func resolve(
    _ voice: TurnVoice, mentioned label: TokenRange, in segment: Segment
  ) -> Int? {
    let entry: Int
    switch voice {
    case .nobody: return nil
    case .person(let words, let name):
      entry = index.person(PersonName(words: words), called: name)
      lastPerson = (entry, sentence)
    case .described(let name, let kind):
      entry = index.description(name, LowercaseHash.of(name), kind: kind)
    }
    if !label.isEmpty {
      index.addMention(segment.span(of: label), called: segment.spelling(of: label), to: entry)
    }
    return entry
  }

  // MARK: Resolving

  /// The entries that the words of a source mean, several when they speak together. None when the source
  /// is a pronoun that nobody fits. A source within a quotation does not become whom the article speaks
  /// of.
  mutating func resolve(
    _ source: TokenRange, isInner: Bool = false, in reading: SegmentVoices
  ) -> [Int] {
    let mention = SourceMention(source, in: reading.segment, reading.words)
    let entries = entries(mention, in: reading)
    for entry in entries { note(entry, mention, reading.segment) }
    if !isInner, let first = entries.first { remember(first, mention) }
    return entries
  }

  private mutating func entries(_ mention: SourceMention, in reading: SegmentVoices) -> [Int] {
    let persons = reading.persons(in: reading.withApposition(mention.tokens))
    let company = mention.company(among: persons, reading.words)
    if company.count > 1 { return company }
    if let author = mention.author, let entries = self.author(author, in: reading) {
      return entries
    }
    if let person = mention.head(among: persons, reading.words) {
      return isShared(person, among: persons) ? [] : [person]
    }
    if let gender = mention.personalPronoun { return person(of: gender).map { [$0] } ?? [] }
    if mention.isPlural { return group() }
    if mention.isThing { return body().map { [$0] } ?? [] }
    if mention.isRelative { return antecedent(of: mention, in: reading) }
    if mention.isUnnamed { return [] }
    return [
      person(inOffice: mention) ?? onlyPerson(called: mention)
        ?? described(mention, in: reading.segment)
    ]
  }

  /// Whether a person is named here only by what somebody else is called, too.
  private func isShared(_ entry: Int, among persons: [SourceMention.Person]) -> Bool {
    !shared.isEmpty
      && persons.allSatisfy { $0.entry != entry || shared.contains($0.tokens.lowerBound) }
  }

  private mutating func note(_ entry: Int, _ mention: SourceMention, _ segment: Segment) {
    let span = segment.span(of: mention.tokens)
    let isNamed = index[entry].mentions.last.map { span.contains($0) } ?? false
    let text = segment.spelling(of: mention.tokens)
    if !isNamed { index.addMention(span, called: text, to: entry) }
  }

  private mutating func remember(_ entry: Int, _ mention: SourceMention) {
    if index[entry].kind == .person {
      lastPerson = (entry, sentence)
    } else if index[entry].isPerson {
      lastPerson = (entry, sentence)
      referents.add(Referents.Referent(whom: .entry(entry), sentence: sentence))
    } else {
      lastGroup = (entry, sentence)
    }
  }

  // MARK: Pronouns

  /// Whom "they" means: somebody without a name who spoke last, the group that did, or persons that were
  /// named together since.
  private func group() -> [Int] {
    if let lastPerson, index[lastPerson.entry].kind == .unnamed,
      lastPerson.sentence > max(lastGroup?.sentence ?? -1, lastCompany?.sentence ?? -1)
    {
      return [lastPerson.entry]
    }
    guard let lastGroup else { return lastCompany?.entries ?? [] }
    if let lastCompany, lastCompany.sentence > lastGroup.sentence { return lastCompany.entries }
    return [lastGroup.entry]
  }

  /// Whom "it" means: the body that spoke last, a few sentences ago at most.
  private func body() -> Int? {
    guard let lastGroup, sentence - lastGroup.sentence <= Self.attention,
      index[lastGroup.entry].isBody
    else { return nil }
    return lastGroup.entry
  }

  /// For how many sentences the last speaker stays whom "he" or "she" means.
  private static let attention = 3

  /// Whom "he" or "she" means: the last subject in this sentence, the last speaker unless somebody else
  /// has become the subject since, the last named. Whoever fits both is meant; a gender that nothing
  /// tells fits.
  mutating func person(of gender: WordTraits) -> Int? {
    let subject = referents.last {
      $0.isSubject && !($0.isQuoted && $0.sentence == sentence) && fits($0, gender)
    }
    if let subject, referents[subject].isShared { return nil }
    if let subject, referents[subject].sentence == sentence { return entry(at: subject) }
    if isOneOfGroup(since: subject.map { referents[$0].sentence } ?? -1) { return nil }
    if let lastPerson, fits(lastPerson.entry, gender) {
      let isOutdated = sentence - lastPerson.sentence > Self.attention
      guard let subject, referents[subject].sentence > lastPerson.sentence,
        isOutdated || referents[subject].isIntroduced || isAtHand(referents[subject])
      else { return lastPerson.entry }
      return entry(at: subject)
    }
    let other = referents.last { !($0.isQuoted && $0.sentence == sentence) && fits($0, gender) }
    return (subject ?? other).map { entry(at: $0) }
  }

  /// Whether somebody of known gender was the subject of the sentence before this one: "Quaye, of the university,
  /// reviewed the paper. She called …" goes on with Quaye, whoever spoke before.
  private func isAtHand(_ referent: Referents.Referent) -> Bool {
    guard case .entry(let entry) = referent.whom, !referent.isQuoted else { return false }
    return referent.sentence == sentence - 1 && !index[entry].gender.isEmpty
  }

  /// Whether people without names spoke last, so that "he" may be one of them.
  private func isOneOfGroup(since subject: Int) -> Bool {
    guard let lastGroup, index[lastGroup.entry].kind == .unnamed,
      index[lastGroup.entry].isIntroduced,
      (1...Self.attention).contains(sentence - lastGroup.sentence)
    else { return false }
    return lastGroup.sentence >= max(lastPerson?.sentence ?? -1, subject)
  }

  private func fits(_ referent: Referents.Referent, _ gender: WordTraits) -> Bool {
    switch referent.whom {
    case .entry(let entry): fits(entry, gender)
    case .introduced(let person):
      gender.isEmpty || person.gender.isEmpty || person.gender == gender
    }
  }

  private func fits(_ entry: Int, _ gender: WordTraits) -> Bool {
    gender.isEmpty || index[entry].gender.isEmpty || index[entry].gender == gender
  }

  /// The entry of a referent, made when somebody who was introduced speaks for the first time.
  private mutating func entry(at place: Int) -> Int {
    switch referents[place].whom {
    case .entry(let entry): return entry
    case .introduced(let person):
      let entry = index.description(person.text, person.key, kind: .unnamed)
      index.setPerson(entry, gender: person.gender, head: person.head)
      referents.setEntry(entry, at: place)
      return entry
    }
  }

  // MARK: Descriptions

  /// Whom "who" means: the name before it, or the description.
  private mutating func antecedent(of mention: SourceMention, in reading: SegmentVoices) -> [Int] {
    let finder = Antecedent(segment: reading.segment, words: reading.words)
    guard let phrase = finder.phrase(before: mention.tokens.lowerBound) else { return [] }
    if let named = reading.person(before: phrase) { return [named] }
    let antecedent = SourceMention(phrase, in: reading.segment, reading.words)
    let isPlace = antecedent.single?.traits.contains(.abbreviation) ?? false
    guard !antecedent.isRelative, !isPlace else { return [] }
    let isBody = antecedent.kind != .unnamed || antecedent.head?.isBody == true
    guard mention.isPersonalRelative || isBody else { return [] }
    return entries(antecedent, in: reading)
  }

  /// Whom a statement stands for; nil when its author is nobody who can speak.
  private mutating func author(_ words: TokenRange, in reading: SegmentVoices) -> [Int]? {
    let author = SourceMention(words, in: reading.segment, reading.words)
    let isPlace =
      author.kind == .organisation && author.single?.isBody == false
      && reading.persons(in: words).isEmpty
    if isPlace || author.author != nil { return nil }
    let found = entries(author, in: reading)
    return found.isEmpty ? nil : found
  }

  /// Whom "the minister" means: the last person named or introduced with that office.
  private mutating func person(inOffice mention: SourceMention) -> Int? {
    guard mention.isDefinite, let office = mention.office else { return nil }
    let wanted = mention.modifiers.filter {
      $0.traits.contains(.title) && !$0.roles.contains(.tenure)
    }
    .map(\.lowerHash)
    func holds(_ entry: Int) -> Bool {
      let roles = index[entry].roles
      return roles.contains(office) && wanted.allSatisfy(roles.contains)
        && fits(entry, mention.gender)
    }
    if let lastPerson, holds(lastPerson.entry) { return lastPerson.entry }
    let place = referents.last { referent in
      switch referent.whom {
      case .entry(let entry): holds(entry)
      case .introduced(let person): person.head == office && wanted.isEmpty
      }
    }
    return place.map { entry(at: $0) }
  }

  /// Whom "the Florida senator" means: the one person named in these sentences, unless another office or
  /// gender is known.
  private func onlyPerson(called mention: SourceMention) -> Int? {
    guard mention.isEpithet, let only = referents.onlyPerson(since: sentence - Self.epithetReach)
    else { return nil }
    let roles = index[only].roles
    let isOther = !mention.isAge && !roles.isEmpty && mention.office.map(roles.contains) != true
    return index[only].kind == .person && !isOther && fits(only, mention.gender) ? only : nil
  }

  /// How many sentences before an epithet are looked through.
  private static let epithetReach = 2

  private mutating func described(_ mention: SourceMention, in segment: Segment) -> Int {
    if mention.isDefinite, let head = mention.organisationHead,
      let known = index.organisation(with: head)
    {
      return known
    }
    if let single = mention.single, single.traits.contains(.capitalised),
      let known = index.person(called: single.lowerHash)
    {
      return known
    }
    let entry = index.description(
      segment.spelling(of: mention.bare), mention.entryKey, kind: mention.kind,
      words: mention.hashes)
    if let noun = mention.bodyNoun { index.setCalled(noun, entry) }
    if mention.isIndefinite { index.setIntroduced(entry) }
    if let head = mention.head {
      if mention.isPersonDescription {
        index.setPerson(entry, gender: mention.gender, head: head.lowerHash)
        if !mention.isIndefinite { index.setMayBeNamed(entry) }
      }
      if head.isBody || mention.kind == .organisation { index.setBody(entry) }
    }
    return entry
  }
}
