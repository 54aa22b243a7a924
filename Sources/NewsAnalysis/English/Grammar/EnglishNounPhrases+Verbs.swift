// Verbs beside direct speech, told by their forms, and the subjects before them.
//
//   growled      later told      has said      was quoted as saying

import ArticleModel

extension EnglishNounPhrases {
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

  func isAdverb(_ index: Int) -> Bool {
    guard kind(index) == .word else { return false }
    return traits(index).contains(.adverb)
      || hasSuffix(index, Self.ly) && traits(index).isDisjoint(with: [.capitalised, .firstName])
        && !(type(index).map { ReportingVerbs.unadverbial.contains($0.lowerHash) } ?? false)
  }

  // MARK: Subject and verb

  /// The subject that starts at `start` and the verb behind it.
  func subjectAndVerb(from start: Int, to end: Int) -> (source: TokenRange, verb: TokenRange)? {
    let limit = min(end, start + Self.longest)
    var at = start + (traits(start).contains(.determiner) ? 1 : 0)
    if isBarePronoun(start, to: limit), let verb = verb(from: start + 1, to: end) {
      return (start..<start + 1, verb)
    }
    at = max(at, start + 1)
    while at < limit {
      if let verb = verb(from: at, to: end) { return (start..<trimmed(at, from: start), verb) }
      if let verb = verb(behindInsertion: at, to: end) { return (start..<at, verb) }
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
    return index + (traits(index + 1).contains(.determiner) ? 2 : 1)
  }

  /// The verb behind a reporting clause between commas: "one diver, he said, had asked".
  private func verb(behindInsertion comma: Int, to end: Int) -> TokenRange? {
    guard mark(comma) == .comma, startsSubject(comma + 1, to: end, isSure: false),
      let saying = TokenRange(from: comma + 2, to: min(end, comma + 6)).first(where: {
        grade($0) == .saying
      }), mark(saying + 1) == .comma,
      TokenRange(from: comma + 1, to: saying).allSatisfy({
        segment.tokens[$0].isSpoken && traits($0).isDisjoint(with: [.auxiliary, .conjunction])
      })
    else { return nil }
    return verb(from: saying + 2, to: end)
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
    guard at < end, let grade = grade(at), isVerb(at, grade, to: end)
    else {
      return nil
    }
    let hasAuxiliary = (index..<at).contains { traits($0).contains(.auxiliary) }
    if hasAuxiliary, grade < .manner || isPassive(at, from: index) { return nil }
    let isParticle = isParticle(at + 1) && !startsSubject(at + 2, to: end, isSure: false)
    let first = (index..<at).first { traits($0).contains(.auxiliary) } ?? at
    return first..<at + (isParticle ? 2 : 1)
  }

  /// "was asked", "has been told": the subject is not who speaks, but for "was quoted as saying".
  private func isPassive(_ verb: Int, from start: Int) -> Bool {
    let isPassive = (start..<verb).contains {
      switch known($0) {
      case .is, .are, .was, .were, .be, .been, .being: true
      default: false
      }
    }
    return isPassive && known(verb + 1) != .as
  }

  private func isLight(_ index: Int) -> Bool {
    traits(index).contains(.auxiliary) && known(index)?.isPossessive != true || isAdverb(index)
  }

  /// Whether a word that may be a verb is one rather than a participle before a noun.
  private func isVerb(
    _ index: Int, _ grade: EnglishReportingClauses.Grade, to end: Int
  ) -> Bool {
    if known(index) == .said || known(index) == .told || known(index) == .says { return true }
    if traits(index - 1).contains(.determiner), !traits(index - 1).contains(.pronoun) {
      return false
    }
    guard index + 1 < end else { return true }
    if let next = self.grade(index + 1), next >= grade, !traits(index + 1).contains(.thirdPerson) {
      return false
    }
    if isParticle(index + 1) { return true }
    return grade > .finite || !isNounLike(index + 1) || traits(index + 1).contains(.capitalised)
  }
}
