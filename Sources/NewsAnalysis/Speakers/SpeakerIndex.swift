// Everybody who speaks or is named in an article, each once.

import ArticleModel

/// The persons, organisations, groups and outlets met so far, with what is known of each.
struct SpeakerIndex {
  /// What is known of one of them.
  struct Entry {
    var name: String
    var kind: Speaker.Kind
    /// Hashes of the words of the longest name or of the description.
    var words: [UInt64]
    /// Hash of the first letter of a person's name with a period.
    var initial: UInt64 = 0
    var gender: WordTraits = []
    var roles: Set<UInt64> = []
    /// Whether it is one person, named or not.
    var isPerson = false
    /// Whether it is a description that may mean somebody with a name.
    var mayBeNamed = false
    /// Whether it was introduced as somebody new: "several residents".
    var isIntroduced = false
    /// Whether a person's name begins with a given name.
    var hasGivenName = false
    /// Hash of "Jr." and the like behind the name; 0 without.
    var generation: UInt64 = 0
    /// Whether the article has called the person by the surname alone, when nobody else could be meant.
    var isCalledBySurname = false
    /// Whether it is a body that "it" may stand for.
    var isBody = false
    var mentions: [TextSpan] = []
    var aliases: [String] = []
    var quotations: [Int] = []
    var verbatimWords = 0
    var paraphraseWords = 0
  }

  /// All of them, in the order of the first mention.
  private(set) var entries: [Entry] = []
  private var bySurname: [UInt64: [Int]] = [:]
  private var byFirstName: [UInt64: [Int]] = [:]
  private var byDescription: [UInt64: Int] = [:]

  subscript(index: Int) -> Entry { entries[index] }

  // MARK: Persons

  /// The entry of the person that a name means, made when it is the first mention.
  mutating func person(_ name: PersonName, called text: String) -> Int {
    guard let surname = name.words.last else { return description(text, 0, kind: .unnamed) }
    let isCalled = name.words.count == 1 && doubtful(name) == nil
    let index = match(name, surname) ?? newPerson(name, surname, text)
    if isCalled { entries[index].isCalledBySurname = true }
    if name.isFuller(than: entries[index]) {
      addAlias(entries[index].name, to: index)
      let hadFirstName = entries[index].words.count > 1
      entries[index].name = text
      entries[index].words = name.words
      entries[index].initial = name.initial
      entries[index].hasGivenName = name.hasGivenName
      if !hadFirstName { noteFirstName(of: index) }
    } else {
      addAlias(text, to: index)
    }
    if entries[index].gender.isEmpty { entries[index].gender = name.gender }
    if name.generation != 0 { entries[index].generation = name.generation }
    entries[index].roles.formUnion(name.roles)
    return index
  }

  /// Of people with one surname, no more are compared with a name: the last ones met.
  private static let mostNamesakes = 100

  /// The person who may bear the name: of those with its surname whom nothing else tells apart, the one
  /// mentioned last; else the only one with it as first name, as in "Ines said", "Ban said".
  private func match(_ name: PersonName, _ surname: UInt64) -> Int? {
    let candidates = (bySurname[surname] ?? []).suffix(Self.mostNamesakes)
    if name.words.count > 1 {
      let same = candidates.filter { entries[$0].words == name.words && name.mayMean(entries[$0]) }
      if let same = same.last(where: { entries[$0].generation == name.generation }) ?? same.last {
        return same
      }
    }
    let fitting = fitting(name, among: candidates)
    if fitting.count > 1, name.words.count == 1 {
      let called = fitting.filter { entries[$0].isCalledBySurname }
      if called.count == 1 { return called[0] }
    }
    if let last = fitting.max(by: { lastMention($0) < lastMention($1) }) { return last }
    guard name.words.count == 1, let called = byFirstName[surname], called.count == 1 else {
      return nil
    }
    return called[0]
  }

  private func fitting(_ name: PersonName, among candidates: ArraySlice<Int>) -> [Int] {
    candidates.filter { index in
      let known = entries[index]
      let isSameGender =
        known.gender.isEmpty || name.gender.isEmpty || known.gender == name.gender
      return isSameGender && name.mayMean(known)
    }
  }

  /// Who was named last of several whom a surname alone may mean, father and son; nil when only one may be
  /// meant, or when the last one is whom the article calls so.
  func doubtful(_ name: PersonName) -> Int? {
    guard name.words.count == 1, let surname = name.words.last,
      let namesakes = bySurname[surname], namesakes.count > 1
    else { return nil }
    let fitting = fitting(name, among: namesakes.suffix(Self.mostNamesakes)).filter {
      entries[$0].hasGivenName || !name.gender.isEmpty
    }
    guard fitting.count > 1, let last = fitting.max(by: { lastMention($0) < lastMention($1) })
    else { return nil }
    let isKnown = name.gender.isEmpty || entries[last].gender == name.gender
    return entries[last].isCalledBySurname && isKnown ? nil : last
  }

  private func lastMention(_ index: Int) -> ByteOffset {
    entries[index].mentions.last?.start ?? .zero
  }

  private mutating func newPerson(_ name: PersonName, _ surname: UInt64, _ text: String) -> Int {
    entries.append(
      Entry(
        name: text, kind: .person, words: name.words, initial: name.initial, isPerson: true,
        hasGivenName: name.hasGivenName))
    bySurname[surname, default: []].append(entries.count - 1)
    noteFirstName(of: entries.count - 1)
    return entries.count - 1
  }

  /// The person with this surname, else the only one with this first name.
  func person(called word: UInt64) -> Int? {
    if let last = bySurname[word]?.last, entries[last].words.count > 1 { return last }
    guard let called = byFirstName[word], called.count == 1 else { return nil }
    return called[0]
  }

  private mutating func noteFirstName(of index: Int) {
    guard entries[index].words.count > 1, let first = entries[index].words.first else { return }
    byFirstName[first, default: []].append(index)
  }

  // MARK: Others

  /// The entry of somebody who is known by a description, such as "security experts".
  mutating func description(
    _ text: String, _ key: UInt64, kind: Speaker.Kind, words: [UInt64] = []
  ) -> Int {
    if let known = byDescription[key] { return known }
    entries.append(Entry(name: text, kind: kind, words: words))
    byDescription[key] = entries.count - 1
    return entries.count - 1
  }

  /// Notes that a description means one person.
  mutating func setPerson(_ index: Int, gender: WordTraits, head: UInt64) {
    entries[index].isPerson = true
    if entries[index].gender.isEmpty { entries[index].gender = gender }
    entries[index].roles.insert(head)
  }

  /// Notes that a description introduces somebody new.
  mutating func setIntroduced(_ index: Int) { entries[index].isIntroduced = true }

  /// Notes that a description may mean somebody whom the article names.
  mutating func setMayBeNamed(_ index: Int) { entries[index].mayBeNamed = true }

  /// Notes that a description means a body of people.
  mutating func setBody(_ index: Int) { entries[index].isBody = true }

  /// Notes a noun by which a body was introduced: "company" of "the ferry company Norlund".
  mutating func setCalled(_ noun: UInt64, _ index: Int) { entries[index].roles.insert(noun) }

  /// How many of the last entries "the ministry" may mean.
  private static let organisationMemory = 64

  /// The only organisation or outlet whose longer name has a word, or which was introduced by it: whom "the
  /// ministry" means.
  func organisation(with word: UInt64) -> Int? {
    var only: Int?
    for index in entries.indices.suffix(Self.organisationMemory) {
      let entry = entries[index]
      let isBody = entry.isBody || entry.kind == .organisation || entry.kind == .outlet
      let isNamed = entry.words.count > 1 && entry.words.contains(word)
      guard isBody, isNamed || entry.roles.contains(word) else { continue }
      if only != nil { return nil }
      only = index
    }
    return only
  }

  /// Notes where somebody is mentioned, and how.
  mutating func addMention(_ span: TextSpan, called text: String, to index: Int) {
    guard entries[index].mentions.last != span else { return }
    entries[index].mentions.append(span)
    addAlias(text, to: index)
  }

  private mutating func addAlias(_ text: String, to index: Int) {
    guard text != entries[index].name, entries[index].aliases.count < 32,
      !entries[index].aliases.contains(text)
    else { return }
    entries[index].aliases.append(text)
  }

  /// Counts the words of a quotation.
  mutating func addQuotation(_ number: Int, verbatim: Int, paraphrase: Int, to index: Int) {
    entries[index].quotations.append(number)
    entries[index].verbatimWords += verbatim
    entries[index].paraphraseWords += paraphrase
  }

  /// As the analysis gives them.
  var speakers: [Speaker] {
    entries.map { entry in
      var speaker = Speaker(
        name: entry.name, kind: entry.kind,
        aliases: entry.aliases.filter { $0 != entry.name }, mentions: entry.mentions)
      speaker.quotations = entry.quotations
      speaker.verbatimWords = entry.verbatimWords
      speaker.paraphraseWords = entry.paraphraseWords
      speaker.mayBeNamed = entry.mayBeNamed
      return speaker
    }
  }
}
