// Noun phrases that name speakers, by the classes of their words: "der Sprecher der Polizei", "le maire de Lyon".

import ArticleModel

/// Finds where phrases begin and end that name somebody.
struct NounPhrases {
  let segment: Segment
  let words: WordTypes
  /// The names of persons in the segment, in reading order.
  let persons: [TokenRange]

  /// A phrase has no more tokens.
  private static let longest = 12
  /// How far behind a phrase an apposition may name the person.
  private static let reach = 6

  func type(_ index: Int) -> WordType { words[segment.tokens[index]] }

  /// The source that begins at a token, before `limit`: a pronoun, a person with titles, a description. An
  /// apposition that names the person is the source.
  func source(at start: Int, before limit: Int) -> TokenRange? {
    guard start < limit, segment.tokens[start].kind == .word else { return nil }
    let first = type(start)
    if isPronoun(first) { return start..<start + 1 }
    guard begins(first) else { return nil }
    let phrase = start..<phraseEnd(from: start, before: limit)
    guard !phrase.isEmpty else { return nil }
    if let person = person(in: phrase) { return titled(person, in: phrase) }
    if let person = apposition(behind: phrase.upperBound, before: limit) { return person }
    return phrase.allSatisfy({ type($0).traits.contains(.determiner) }) ? nil : phrase
  }

  /// "er", "elle", "ella": somebody who can be the subject.
  func isPronoun(_ type: WordType) -> Bool {
    !type.roles.isDisjoint(with: [.subject, .pluralPronoun]) || type.roles.contains(.subject)
  }

  private func begins(_ type: WordType) -> Bool {
    type.traits.contains(.capitalised)
      || !type.traits.isDisjoint(with: [.determiner, .title, .role, .group])
        && !type.traits.contains(.preposition)
  }

  private func phraseEnd(from start: Int, before limit: Int) -> Int {
    var end = start
    var hasName = false
    while end < min(limit, start + Self.longest), goesOn(end, from: start, hasName: hasName) {
      if endsName(end, from: start) { hasName = true }
      end += 1
    }
    while end > start, isLoose(end - 1) { end -= 1 }
    return end
  }

  private func goesOn(_ index: Int, from start: Int, hasName: Bool) -> Bool {
    let token = segment.tokens[index]
    let type = type(index)
    if token.kind == .mark { return type.mark == .hyphen && !token.isSpaced }
    guard token.kind == .word else { return false }
    if index == start { return true }
    if type.traits.contains(.capitalised), !type.traits.contains(.calendar) { return true }
    if !type.roles.isDisjoint(with: [.genitive, .nameConnector]) {
      return !hasName || isInName(index)
    }
    if type.traits.contains(.determiner) {
      return self.type(index - 1).roles.contains(.genitive)
    }
    let isClosed: WordTraits = [
      .preposition, .conjunction, .pronoun, .auxiliary, .adverb, .calendar,
    ]
    guard type.traits.isDisjoint(with: isClosed), !hasName else { return false }
    return type.traits.isDisjoint(with: .cueVerb)
      || !type.traits.isDisjoint(with: [.title, .role, .group])
  }

  /// Whether a token is the last of a name that begins in the phrase.
  private func endsName(_ index: Int, from start: Int) -> Bool {
    let found = persons.partition { $0.upperBound > index }
    return found < persons.count && persons[found].upperBound == index + 1
      && persons[found].lowerBound >= start
  }

  private func isInName(_ index: Int) -> Bool {
    let found = persons.partition { $0.upperBound > index }
    return found < persons.count && persons[found].contains(index)
  }

  /// A small word at the end of a phrase is no part of it.
  private func isLoose(_ index: Int) -> Bool {
    let type = type(index)
    return type.mark == .hyphen
      || !type.traits.contains(.capitalised)
        && !type.traits.isDisjoint(with: [.determiner, .preposition, .conjunction, .adverb])
  }

  /// Whether words are sure to name somebody: a person, an office, a group or an organisation.
  func isSomebody(_ source: TokenRange) -> Bool {
    if person(in: source) != nil { return true }
    let traits = source.reduce(WordTraits()) { $0.union(type($1).traits) }
    return !traits.isDisjoint(with: [.title, .role, .group, .organisation, .outlet])
  }

  // MARK: Persons

  /// The last person within some tokens.
  func person(in range: TokenRange) -> TokenRange? {
    let first = persons.partition { $0.lowerBound >= range.lowerBound }
    return persons[first...].prefix { $0.upperBound <= range.upperBound }.last
  }

  /// A name with the titles right before it.
  func titled(_ person: TokenRange, in range: TokenRange) -> TokenRange {
    var start = person.lowerBound
    while start > range.lowerBound, !type(start - 1).traits.isDisjoint(with: [.title, .role]) {
      start -= 1
    }
    return start..<person.upperBound
  }

  /// The person whom an apposition behind a comma names: ", Anna Kern,".
  private func apposition(behind end: Int, before limit: Int) -> TokenRange? {
    guard end + 1 < limit, type(end).mark == .comma else { return nil }
    let first = persons.partition { $0.lowerBound > end }
    guard first < persons.count, persons[first].upperBound <= limit,
      persons[first].lowerBound - end <= Self.reach
    else { return nil }
    let between = end + 1..<persons[first].lowerBound
    let isDirect = between.allSatisfy {
      type($0).traits.contains(.capitalised)
        || !type($0).traits.isDisjoint(with: [.title, .role, .determiner, .demonym])
    }
    return isDirect ? persons[first] : nil
  }

  /// The subject before a verb: the last person that is no possessor and behind no preposition, a pronoun, or
  /// the phrase at the beginning.
  func subject(before verb: Int, from start: Int) -> TokenRange? {
    let range = TokenRange(from: start, to: verb)
    let first = persons.partition { $0.lowerBound >= start }
    let named = persons[first...].prefix { $0.upperBound <= verb }.last { !isBound($0, in: range) }
    let pronoun = range.last { isPronoun(type($0)) }
    if let named, pronoun.map({ $0 < named.lowerBound }) ?? true {
      return titled(named, in: range)
    }
    if let pronoun { return pronoun..<pronoun + 1 }
    let head = range.first { type($0).traits.isDisjoint(with: [.conjunction, .adverb]) }
    return head.flatMap { source(at: $0, before: verb) }
  }

  private func isBound(_ person: TokenRange, in range: TokenRange) -> Bool {
    let named = titled(person, in: range)
    guard named.lowerBound > range.lowerBound else { return false }
    var before = named.lowerBound - 1
    if type(before).traits.contains(.determiner), before > range.lowerBound { before -= 1 }
    let type = type(before)
    return type.traits.contains(.preposition)
      || type.roles.contains(.genitive) && !type.traits.contains(.determiner)
  }
}
