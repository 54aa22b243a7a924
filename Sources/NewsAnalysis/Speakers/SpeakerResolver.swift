// Finds out whom the words for a speaker mean: a name, a description, a pronoun.

import ArticleModel

/// Resolves mentions of speakers in reading order; remembers who was spoken of last.
struct SpeakerResolver {
  /// Everybody met so far.
  private(set) var index = SpeakerIndex()
  /// The persons named last, the latest at the end.
  private var recent: [(entry: Int, sentence: Int, isSubject: Bool)] = []
  /// The last entries that spoke, by kind.
  private var lastPerson: Int?
  private var lastGroup: Int?
  private var sentence = 0

  private static let memory = 24

  // MARK: Reading on

  /// Goes on to the next sentence.
  mutating func startSentence() { sentence += 1 }

  /// Notes a person's name; gives the entry.
  mutating func meet(_ name: TokenRange, in passage: Passage, _ words: WordTypes) -> Int {
    let person = PersonName(name, in: passage, words)
    let text = passage.string(of: name)
    let entry = index.person(person, called: text)
    index.addMention(passage.span(of: name), called: text, to: entry)
    if recent.count >= Self.memory { recent.removeFirst(Self.memory / 2) }
    recent.append((entry, sentence, isSubject(name, in: passage, words)))
    return entry
  }

  /// Counts a quotation for its speaker.
  mutating func addQuotation(_ number: Int, verbatim: Int, paraphrase: Int, to entry: Int) {
    index.addQuotation(number, verbatim: verbatim, paraphrase: paraphrase, to: entry)
  }

  private func isSubject(_ name: TokenRange, in passage: Passage, _ words: WordTypes) -> Bool {
    if name.upperBound < passage.tokens.count,
      words[passage.tokens[name.upperBound]].known?.isPossessive == true
    {
      return false
    }
    guard name.lowerBound > 0 else { return true }
    return !words[passage.tokens[name.lowerBound - 1]].traits.contains(.preposition)
  }

  // MARK: Resolving

  /// The entry that the words of a source mean; `persons` are the names of persons in it. Nil when the
  /// source is a pronoun that nobody fits.
  mutating func resolve(
    _ source: TokenRange, persons: [(tokens: TokenRange, entry: Int)], in passage: Passage,
    _ words: WordTypes
  ) -> Int? {
    let mention = SourceMention(source, in: passage, words)
    let entry: Int?
    if let person = mention.head(among: persons) {
      entry = person
    } else if let gender = mention.personalPronoun {
      entry = person(of: gender)
    } else if mention.isPlural {
      entry = lastGroup
    } else if mention.isRelative {
      entry = recent.last?.entry
    } else if mention.isFirstPerson {
      entry = nil
    } else {
      entry = person(inOffice: mention) ?? described(mention, in: passage)
    }
    if let entry { note(entry, mention, passage) }
    return entry
  }

  private mutating func note(_ entry: Int, _ mention: SourceMention, _ passage: Passage) {
    let span = passage.span(of: mention.tokens)
    let isNamed = index[entry].mentions.last.map { span.contains($0) } ?? false
    let text = passage.string(of: mention.tokens)
    if !isNamed { index.addMention(span, called: text, to: entry) }
    if index[entry].kind == .person { lastPerson = entry } else { lastGroup = entry }
  }

  /// Whom "he" or "she" means: the last subject in this sentence, the last speaker, the last named.
  private func person(of gender: WordTraits) -> Int? {
    func fits(_ entry: Int) -> Bool {
      index[entry].gender.isEmpty || index[entry].gender == gender
    }
    if let here = recent.last(where: { $0.sentence == sentence && $0.isSubject && fits($0.entry) })
    {
      return here.entry
    }
    if let lastPerson, fits(lastPerson) { return lastPerson }
    let subject = recent.last { $0.isSubject && fits($0.entry) }
    return (subject ?? recent.last { fits($0.entry) })?.entry
  }

  /// Whom "the minister" means: the last person named with that office.
  private func person(inOffice mention: SourceMention) -> Int? {
    guard mention.isDefinite, let office = mention.office else { return nil }
    if let lastPerson, index[lastPerson].roles.contains(office) { return lastPerson }
    return recent.last { index[$0.entry].roles.contains(office) }?.entry
  }

  private mutating func described(_ mention: SourceMention, in passage: Passage) -> Int {
    index.description(
      passage.string(of: mention.bare), mention.key, kind: mention.kind)
  }
}
