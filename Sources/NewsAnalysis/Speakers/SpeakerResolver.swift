// Finds out whom the words for a speaker mean: a name, a description, a pronoun.

import ArticleModel

/// Resolves mentions of speakers in reading order; remembers who was spoken of last.
struct SpeakerResolver {
  /// Everybody met so far.
  private(set) var index = SpeakerIndex()
  /// The persons named last, the latest at the end.
  private var recent: [(entry: Int, sentence: Int, isSubject: Bool)] = []
  /// The last entries that spoke, by kind, and in which sentence.
  private var lastPerson: (entry: Int, sentence: Int)?
  private var lastGroup: (entry: Int, sentence: Int)?
  /// Persons that were last named together, as in "Keller and Berger", and in which sentence.
  private var lastCompany: (entries: [Int], sentence: Int)?
  /// The last name of this segment with those that it is strung together with.
  private var chain: (end: Int, entries: [Int]) = (-1, [])
  private var sentence = 0

  private static let memory = 24

  // MARK: Reading on

  /// Goes on to the next segment, whose tokens are numbered anew.
  mutating func startSegment() { chain = (-1, []) }

  /// Goes on to the next sentence.
  mutating func startSentence() { sentence += 1 }

  /// Notes a person's name; gives the entry.
  mutating func meet(
    _ name: TokenRange, in segment: Segment, _ words: WordTypes, _ vocabulary: NameVocabulary
  ) -> Int {
    let person = PersonName(name, in: segment, words, vocabulary)
    let text = segment.string(of: name)
    let entry = index.person(person, called: text)
    index.addMention(segment.span(of: name), called: text, to: entry)
    if recent.count >= Self.memory { recent.removeFirst(Self.memory / 2) }
    recent.append((entry, sentence, isSubject(name, in: segment, words)))
    string(name, entry, in: segment, words)
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

  /// Whether a name is likely to be the subject of its clause: no possessor, behind no preposition.
  func isSubject(_ name: TokenRange, in segment: Segment, _ words: WordTypes) -> Bool {
    if name.upperBound < segment.tokens.count,
      words[segment.tokens[name.upperBound]].roles.contains(.possessive)
    {
      return false
    }
    guard name.lowerBound > 0 else { return true }
    return !words[segment.tokens[name.lowerBound - 1]].traits.contains(.preposition)
  }

  // MARK: Resolving

  /// The entries that the words of a source mean, several when they speak together; `persons` are the
  /// names of persons in it. None when the source is a pronoun that nobody fits. A source within a
  /// quotation does not become whom the article speaks of.
  mutating func resolve(
    _ source: TokenRange, persons: [(tokens: TokenRange, entry: Int)], isInner: Bool = false,
    in segment: Segment, _ words: WordTypes
  ) -> [Int] {
    let mention = SourceMention(source, in: segment, words)
    let entries = entries(mention, persons, in: segment, words)
    for entry in entries { note(entry, mention, segment) }
    if !isInner, let first = entries.first { remember(first) }
    return entries
  }

  private mutating func entries(
    _ mention: SourceMention, _ persons: [(tokens: TokenRange, entry: Int)], in segment: Segment,
    _ words: WordTypes
  ) -> [Int] {
    let company = mention.company(among: persons, in: segment, words)
    if company.count > 1 { return company }
    if let person = mention.head(among: persons) { return [person] }
    if let gender = mention.personalPronoun { return person(of: gender).map { [$0] } ?? [] }
    if mention.isPlural { return group() }
    if mention.isRelative { return recent.last.map { [$0.entry] } ?? [] }
    if mention.isUnnamed { return [] }
    return [person(inOffice: mention) ?? described(mention, in: segment)]
  }

  private mutating func note(_ entry: Int, _ mention: SourceMention, _ segment: Segment) {
    let span = segment.span(of: mention.tokens)
    let isNamed = index[entry].mentions.last.map { span.contains($0) } ?? false
    let text = segment.string(of: mention.tokens)
    if !isNamed { index.addMention(span, called: text, to: entry) }
  }

  private mutating func remember(_ entry: Int) {
    if index[entry].kind == .person {
      lastPerson = (entry, sentence)
    } else {
      lastGroup = (entry, sentence)
    }
  }

  /// Whom "they" means: the group that spoke last, or persons that were named together since.
  private func group() -> [Int] {
    guard let lastGroup else { return lastCompany?.entries ?? [] }
    if let lastCompany, lastCompany.sentence > lastGroup.sentence { return lastCompany.entries }
    return [lastGroup.entry]
  }

  /// Whom "he" or "she" means: the last subject in this sentence, the last speaker unless somebody else
  /// has become the subject since, the last named.
  func person(of gender: WordTraits) -> Int? {
    func fits(_ entry: Int) -> Bool {
      index[entry].gender.isEmpty || index[entry].gender == gender
    }
    if let here = recent.last(where: { $0.sentence == sentence && $0.isSubject && fits($0.entry) })
    {
      return here.entry
    }
    let subject = recent.last { $0.isSubject && fits($0.entry) }
    if let lastPerson, fits(lastPerson.entry) {
      let isOutdated = sentence - lastPerson.sentence > Self.attention
      if let subject, isOutdated, subject.sentence > lastPerson.sentence { return subject.entry }
      return lastPerson.entry
    }
    return (subject ?? recent.last { fits($0.entry) })?.entry
  }

  /// For how many sentences the last speaker stays whom "he" or "she" means.
  private static let attention = 3

  /// Whom "the minister" means: the last person named with that office.
  private func person(inOffice mention: SourceMention) -> Int? {
    guard mention.isDefinite, let office = mention.office else { return nil }
    func fits(_ entry: Int) -> Bool {
      index[entry].roles.contains(office)
        && (mention.gender.isEmpty || index[entry].gender.isEmpty
          || index[entry].gender == mention.gender)
    }
    if let lastPerson, fits(lastPerson.entry) { return lastPerson.entry }
    return recent.last { fits($0.entry) }?.entry
  }

  private mutating func described(_ mention: SourceMention, in segment: Segment) -> Int {
    if mention.isDefinite, let head = mention.organisationHead,
      let known = index.organisation(with: head)
    {
      return known
    }
    return index.description(
      segment.string(of: mention.bare), mention.key, kind: mention.kind, words: mention.hashes)
  }
}
