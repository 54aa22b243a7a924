// Noun phrases and verbs beside direct speech, without a parser: what kinds of words follow each other.

import ArticleModel

/// Reads subjects and verbs from word classes, endings and punctuation.
struct EnglishNounPhrases {
  let segment: Segment
  let words: WordTypes

  /// The longest subject, in tokens, appositions and relative clauses included.
  private static let longest = 40
  /// The longest apposition or relative clause.
  private static let longestAside = 30

  // MARK: Words

  func type(_ index: Int) -> WordType? {
    segment.tokens.indices.contains(index) ? words[segment.tokens[index]] : nil
  }

  func known(_ index: Int) -> EnglishWord? { type(index)?.known }

  func mark(_ index: Int) -> Mark? { type(index)?.mark }

  func traits(_ index: Int) -> WordTraits { type(index)?.traits ?? [] }

  private func kind(_ index: Int) -> Token.Kind? {
    segment.tokens.indices.contains(index) ? segment.tokens[index].kind : nil
  }

  /// Whether a word ends in -ed or -ly, without being one of the few that do so by chance.
  private func hasSuffix(_ index: Int, _ suffix: UInt64) -> Bool {
    words.spellings[Int(segment.tokens[index].type)].suffixes[1] == suffix
  }

  private static let ed = LowercaseHash.of("ed") &+ 2
  private static let ly = LowercaseHash.of("ly") &+ 2

  /// Words of closed classes, which are no nouns and no full verbs.
  private static let closed: WordTraits = [
    .determiner, .preposition, .conjunction, .pronoun, .auxiliary, .adverb,
  ]

  // MARK: Verbs

  /// How well a word would do as the verb of a reporting clause; nil when it cannot be one.
  func grade(_ index: Int) -> EnglishReportingClauses.Grade? {
    guard kind(index) == .word, let type = type(index),
      type.traits.isDisjoint(with: [.capitalised, .determiner, .auxiliary, .pronoun])
    else { return nil }
    let isFinite = !type.traits.isDisjoint(with: [.past, .thirdPerson])
    if isFinite, type.traits.contains(.speechVerb) { return .saying }
    if ReportingVerbs.manners.contains(type.lowerHash) { return .manner }
    if isFinite, !type.traits.isDisjoint(with: .cueVerb) { return .manner }
    guard type.traits.isDisjoint(with: Self.closed) else { return nil }
    if ReportingVerbs.irregularPasts.contains(type.lowerHash) { return .finite }
    return hasSuffix(index, Self.ed) && !ReportingVerbs.unverbal.contains(type.lowerHash)
      ? .finite : nil
  }

  /// Whether a clause has its verb here.
  func isFinite(_ index: Int) -> Bool {
    grade(index).map { $0 > .finite } ?? traits(index).contains(.auxiliary)
  }

  func isNaming(_ index: Int) -> Bool {
    type(index).map { ReportingVerbs.naming.contains($0.lowerHash) } ?? false
  }

  func isParticle(_ index: Int) -> Bool {
    type(index).map { ReportingVerbs.particles.contains($0.lowerHash) } ?? false
  }

  /// The first word from `index` on that is no adverb.
  func behindAdverbs(_ index: Int, to end: Int) -> Int {
    var at = index
    while at < end, at < index + 3, isAdverb(at) { at += 1 }
    return at
  }

  private func isAdverb(_ index: Int) -> Bool {
    guard kind(index) == .word else { return false }
    return traits(index).contains(.adverb)
      || hasSuffix(index, Self.ly) && traits(index).isDisjoint(with: [.capitalised, .firstName])
  }

  // MARK: Subjects

  /// Whether a noun phrase may start here; a bare noun in the plural only where a clause is sure.
  func startsSubject(_ index: Int, to end: Int, isSure: Bool) -> Bool {
    guard index < end, let kind = kind(index), kind == .word || kind == .number else { return false }
    if kind == .number { return index + 1 < end }
    let traits = traits(index)
    if traits.contains(.calendar), !traits.contains(.firstName) { return false }
    switch known(index) {
    case .him, .them, .me, .us, .himself, .herself, .themselves, .whom, .whose: return false
    case .who, .which, .what, .that, .when, .where, .why, .how, .whether, .if, .to: return false
    case .her: return index + 1 < end && isNounLike(index + 1)
    default: break
    }
    if !traits.isDisjoint(with: [.determiner, .pronoun]) { return true }
    guard traits.isDisjoint(with: [.preposition, .conjunction, .auxiliary, .adverb]) else {
      return false
    }
    if traits.contains(.capitalised) { return true }
    if !traits.isDisjoint(with: Self.people) || isQuantity(index) { return true }
    return isSure && grade(index) == nil
  }

  private static let people: WordTraits = [
    .role, .group, .title, .organisation, .outlet, .document, .demonym, .firstName,
  ]

  private func isQuantity(_ index: Int) -> Bool {
    type(index).map { Self.quantities.contains($0.lowerHash) } ?? false
  }

  private static let quantities = WordSet(
    """
    one two three four five six seven eight nine ten eleven twelve dozens hundreds thousands several many
    few some others another both most all nobody everybody somebody everyone someone
    """)

  /// An open-class word: a noun or an adjective.
  private func isNounLike(_ index: Int) -> Bool {
    guard let kind = kind(index), kind == .word || kind == .number else { return false }
    return traits(index).isDisjoint(with: Self.closed) && traits(index).isDisjoint(with: .calendar)
  }

  /// The subject that starts at `start`, with its appositions and relative clauses.
  func subject(from start: Int, to end: Int) -> TokenRange? {
    let limit = min(end, start + Self.longest)
    var at = phraseEnd(start, to: limit)
    guard at > start else { return nil }
    while let next = asideEnd(at, to: end), next <= limit {
      at = next
      if mark(at) == .comma { break }
    }
    return start..<at
  }

  /// Where the noun phrase ends that starts at `start`.
  private func phraseEnd(_ start: Int, to end: Int) -> Int {
    var at = start
    if isBarePronoun(start, to: end) { return start + 1 }
    while at < end, goesOn(at, from: start, to: end) { at = behindNickname(at) ?? at + 1 }
    while at > start + 1, kind(at - 1) == .mark, mark(at - 1) != .closeParenthesis { at -= 1 }
    return at
  }

  /// "he", "nobody", but not "some of them" and "one islander".
  private func isBarePronoun(_ index: Int, to end: Int) -> Bool {
    guard traits(index).contains(.pronoun) else { return false }
    switch known(index) {
    case .he, .she, .they, .it, .we, .i: return true
    default:
      guard index + 1 < end else { return true }
      return !isNounLike(index + 1) && known(index + 1) != .of
    }
  }

  private func goesOn(_ index: Int, from start: Int, to end: Int) -> Bool {
    guard let kind = kind(index) else { return false }
    switch kind {
    case .quotationMark: return index > start && !segment.tokens[index].isSpaced
    case .mark:
      return index > start && (mark(index) == .hyphen || isAmpersand(index) || isBracketed(index))
    case .number: return true
    case .word: break
    }
    let traits = traits(index)
    if known(index)?.isPossessive == true { return true }
    if index == start { return true }
    if traits.contains(.calendar), !traits.contains(.firstName) { return false }
    if traits.contains(.preposition) { return attaches(index, from: start, to: end) }
    if known(index) == .and || known(index) == .or {
      return startsSubject(index + 1, to: end, isSure: false) && grade(index + 1) == nil
    }
    if traits.contains(.determiner) || traits.contains(.pronoun) {
      return self.traits(index - 1).contains(.preposition) || known(index - 1) == .and
        || isQuantity(index) || isQuantity(index - 1)
    }
    if isAdverb(index), !self.traits(index - 1).contains(.determiner) { return false }
    return traits.isDisjoint(with: [.conjunction, .auxiliary])
  }

  private func isAmpersand(_ index: Int) -> Bool {
    type(index)?.lowerHash == Self.ampersand
  }

  private static let ampersand = LowercaseHash.of("&")

  /// "(CDU)": a short bracket behind a name.
  private func isBracketed(_ index: Int) -> Bool {
    if mark(index) == .openParenthesis {
      return (index + 1..<index + 6).contains { mark($0) == .closeParenthesis }
    }
    return mark(index) == .closeParenthesis
  }

  /// A short name in marks between the parts of a name: Ines “the Wave” Vogt.
  private func behindNickname(_ index: Int) -> Int? {
    guard kind(index) == .quotationMark, traits(index - 1).contains(.capitalised),
      let close = (index + 2..<index + 6).first(where: { kind($0) == .quotationMark }),
      traits(close + 1).contains(.capitalised)
    else { return nil }
    return close + 1
  }

  /// Whether a preposition belongs to the noun before it: "of", and where people work or live.
  private func attaches(_ index: Int, from start: Int, to end: Int) -> Bool {
    guard index + 1 < end else { return false }
    let next = traits(index + 1)
    guard next.isDisjoint(with: .calendar), kind(index + 1) != .number else { return false }
    let isNamed = next.contains(.capitalised)
    switch known(index) {
    case .of: return true
    case .for: return true
    case .at, .from, .with:
      return isNamed || known(index + 1) == .the && traits(index + 2).contains(.capitalised)
    case .in: return isNamed && !traits(index - 1).contains(.capitalised)
    default: return false
    }
  }

  // MARK: Asides

  /// The end of an apposition or a relative clause that starts at `index`; nil when there is none.
  private func asideEnd(_ index: Int, to end: Int) -> Int? {
    guard index < end else { return nil }
    let isRelative = [.who, .whose].contains(known(index))
    if isRelative { return asideLimit(index + 1, to: end) }
    guard mark(index) == .comma, opensAside(index + 1, to: end) else { return nil }
    let limit = asideLimit(index + 1, to: end)
    let isClosed = limit < end && mark(limit) == .comma
    if isClosed || [.who, .whose, .which].contains(known(index + 1)) { return limit }
    return max(phraseEnd(index + 1, to: limit), index + 2)
  }

  /// What stands behind a comma and describes the noun before it.
  private func opensAside(_ index: Int, to end: Int) -> Bool {
    guard index < end else { return false }
    switch known(index) {
    case .who, .whose, .which, .of: return true
    default: break
    }
    if kind(index) == .number { return true }
    let traits = traits(index)
    guard traits.isDisjoint(with: [.calendar, .conjunction, .preposition, .auxiliary, .adverb]),
      kind(index) == .word, !isAdverb(index), grade(index) == nil, !traits.contains(.gerund)
    else { return false }
    if traits.contains(.pronoun) && !traits.contains(.determiner) { return false }
    return traits.contains(.determiner) || traits.contains(.capitalised)
      || !traits.isDisjoint(with: Self.people)
  }

  private func asideLimit(_ start: Int, to end: Int) -> Int {
    var at = start
    let limit = min(end, start + Self.longestAside)
    while at < limit {
      if let mark = mark(at), mark == .comma || mark.isDash || mark == .colon || mark == .semicolon
        || mark.endsSentence
      {
        return at
      }
      if at > start, isDay(at) { return traits(at - 1).contains(.preposition) ? at - 1 : at }
      at += 1
    }
    return at
  }

  /// "Monday" and "March" as times, which belong to the verb rather than to a noun.
  private func isDay(_ index: Int) -> Bool {
    let traits = traits(index)
    return traits.contains(.calendar) && traits.contains(.capitalised)
      && !traits.contains(.firstName)
  }

  // MARK: Subject and verb

  /// The subject that starts at `start` and the verb behind it.
  func subjectAndVerb(from start: Int, to end: Int) -> (source: TokenRange, verb: TokenRange)? {
    let limit = min(end, start + Self.longest)
    var at = start + (traits(start).contains(.determiner) ? 1 : 0)
    if isBarePronoun(start, to: limit) {
      return verb(from: start + 1, to: end).map { (start..<start + 1, $0) }
    }
    at = max(at, start + 1)
    while at < limit {
      if let verb = verb(from: at, to: end) { return (start..<trimmed(at, from: start), verb) }
      if let next = behindAside(at, to: limit, end) {
        at = next
        continue
      }
      guard goesOn(at, from: start, to: limit) || attachesBeforeVerb(at) else { return nil }
      at = behindNickname(at) ?? at + 1
    }
    return nil
  }

  /// Where the clause goes on behind an aside that starts at `index`: behind its closing comma when a verb
  /// follows, else within it: "Karl Brandt, the mayor asked".
  private func behindAside(_ index: Int, to limit: Int, _ end: Int) -> Int? {
    guard let aside = asideEnd(index, to: limit), aside > index else { return nil }
    guard mark(index) == .comma else { return mark(aside) == .comma ? aside + 1 : aside }
    if mark(aside) == .comma, aside + 1 < end,
      verb(from: aside + 1, to: end) != nil || asideEnd(aside, to: limit) != nil
    {
      return verb(from: aside + 1, to: end) != nil ? aside + 1 : aside
    }
    return index + 1
  }

  private func trimmed(_ end: Int, from start: Int) -> Int {
    var end = end
    while end > start + 1, mark(end - 1) == .comma { end -= 1 }
    return end
  }

  /// Before a verb every preposition belongs to the subject: "a man in the crowd shouted".
  private func attachesBeforeVerb(_ index: Int) -> Bool {
    traits(index).contains(.preposition) || self.traits(index - 1).contains(.preposition)
  }

  /// The verb that starts at `index`, auxiliaries and adverbs before it and a particle behind it included.
  private func verb(from index: Int, to end: Int) -> TokenRange? {
    var at = index
    while at < end, at < index + 5, isLight(at) { at += 1 }
    guard at < end, let grade = grade(at), isVerb(at, grade, isAuxiliary: at > index, to: end) else {
      return nil
    }
    let hasAuxiliary = (index..<at).contains { traits($0).contains(.auxiliary) }
    if hasAuxiliary, grade < .manner { return nil }
    let isParticle = isParticle(at + 1) && !startsSubject(at + 2, to: end, isSure: false)
    let first = (index..<at).first { traits($0).contains(.auxiliary) } ?? at
    return first..<at + (isParticle ? 2 : 1)
  }

  private func isLight(_ index: Int) -> Bool {
    traits(index).contains(.auxiliary) && known(index)?.isPossessive != true || isAdverb(index)
  }

  /// Whether a word that may be a verb is one rather than a participle before a noun.
  private func isVerb(
    _ index: Int, _ grade: EnglishReportingClauses.Grade, isAuxiliary: Bool, to end: Int
  ) -> Bool {
    if known(index) == .said || known(index) == .told || known(index) == .says { return true }
    if traits(index - 1).contains(.determiner), !traits(index - 1).contains(.pronoun) {
      return false
    }
    guard index + 1 < end else { return true }
    if let next = self.grade(index + 1), next >= grade, !traits(index + 1).contains(.thirdPerson) {
      return false
    }
    return grade > .finite || !isNounLike(index + 1) || traits(index + 1).contains(.capitalised)
  }
}
