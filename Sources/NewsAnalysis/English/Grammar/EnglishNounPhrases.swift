// Noun phrases and verbs beside direct speech, without a parser: what kinds of words follow each other.

import ArticleModel

/// Reads subjects and verbs from word classes, endings and punctuation.
struct EnglishNounPhrases {
  let segment: Segment
  let words: WordTypes

  /// The longest subject, in tokens, appositions and relative clauses included.
  static let longest = 40

  // MARK: Words

  func type(_ index: Int) -> WordType? {
    segment.tokens.indices.contains(index) ? words[segment.tokens[index]] : nil
  }

  func known(_ index: Int) -> EnglishWord? { type(index)?.known }

  func mark(_ index: Int) -> Mark? { type(index)?.mark }

  func traits(_ index: Int) -> WordTraits { type(index)?.traits ?? [] }

  func kind(_ index: Int) -> Token.Kind? {
    segment.tokens.indices.contains(index) ? segment.tokens[index].kind : nil
  }

  /// Whether the last two letters of a word have a hash: -ed, -ly.
  func hasSuffix(_ index: Int, _ suffix: UInt64) -> Bool {
    words.spelling(segment.tokens[index]).suffixes[1] == suffix
  }

  static let ed = LowercaseHash.of("ed") &+ 2
  static let ly = LowercaseHash.of("ly") &+ 2
  private static let ing = LowercaseHash.of("ing") &+ 3

  func isProgressive(_ index: Int) -> Bool {
    words.spelling(segment.tokens[index]).suffixes[2] == Self.ing
  }

  /// Words of closed classes, which are no nouns and no full verbs.
  static let closed: WordTraits = [
    .determiner, .preposition, .conjunction, .pronoun, .auxiliary, .adverb,
  ]

  // MARK: Subjects

  /// Whether a noun phrase may start here; a bare noun in the plural only where a clause is sure.
  func startsSubject(_ index: Int, to end: Int, isSure: Bool) -> Bool {
    guard index < end, let kind = kind(index), kind == .word || kind == .number else {
      return false
    }
    if kind == .number { return index + 1 < end }
    let traits = traits(index)
    if traits.contains(.calendar), !traits.contains(.firstName) { return false }
    if isObject(index) { return known(index) == .her && isNounLike(index + 1) }
    if !traits.isDisjoint(with: [.determiner, .pronoun]) { return true }
    guard traits.isDisjoint(with: [.preposition, .conjunction, .auxiliary, .adverb]) else {
      return false
    }
    if traits.contains(.capitalised) { return true }
    if !traits.isDisjoint(with: Self.people) || isQuantity(index) { return true }
    return isSure && grade(index) == nil
  }

  /// Whether a pronoun or a conjunction can be no subject of a reporting clause.
  private func isObject(_ index: Int) -> Bool {
    switch known(index) {
    case .him, .her, .them, .me, .us, .himself, .herself, .themselves, .whom, .whose: true
    case .who, .which, .what, .that, .when, .where, .why, .how, .whether, .if, .to: true
    default: false
    }
  }

  static let people: WordTraits = [
    .role, .group, .title, .organisation, .outlet, .document, .demonym, .firstName,
  ]

  func isQuantity(_ index: Int) -> Bool {
    type(index).map { Self.quantities.contains($0.lowerHash) } ?? false
  }

  private static let quantities = WordSet(
    """
    one two three four five six seven eight nine ten eleven twelve dozens hundreds thousands several many
    few some others another both most all nobody everybody somebody everyone someone
    """)

  /// An open-class word: a noun or an adjective.
  func isNounLike(_ index: Int) -> Bool {
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
    }
    return start..<at
  }

  /// Where the noun phrase ends that starts at `start`.
  func phraseEnd(_ start: Int, to end: Int) -> Int {
    var at = start
    if isBarePronoun(start, to: end) { return start + 1 }
    while at < end, goesOn(at, from: start, to: end) { at = behindNickname(at) ?? at + 1 }
    while at > start + 1, kind(at - 1) == .mark, mark(at - 1) != .closeParenthesis { at -= 1 }
    return at
  }

  /// "he", "nobody", but not "some of them" and "one islander".
  func isBarePronoun(_ index: Int, to end: Int) -> Bool {
    guard traits(index).contains(.pronoun) else { return false }
    switch known(index) {
    case .he, .she, .they, .it, .we, .i: return true
    default:
      guard index + 1 < end else { return true }
      return !isNounLike(index + 1) && known(index + 1) != .of
    }
  }

  /// Whether the noun phrase that starts at `start` goes on with a token.
  func goesOn(_ index: Int, from start: Int, to end: Int) -> Bool {
    switch kind(index) {
    case .word: return index == start || goesOn(withWord: index, from: start, to: end)
    case .number: return true
    case .quotationMark:
      return index > start && (!segment.tokens[index].isSpaced || behindNickname(index) != nil)
    case .mark:
      return index > start && (mark(index) == .hyphen || isAmpersand(index) || isBracketed(index))
    case nil: return false
    }
  }

  private func goesOn(withWord index: Int, from start: Int, to end: Int) -> Bool {
    let (traits, before) = (traits(index), self.traits(index - 1))
    if known(index)?.isPossessive == true { return true }
    if traits.contains(.calendar), !traits.contains(.firstName) {
      return mark(index - 1) == .hyphen
    }
    if traits.contains(.capitalised), traits.isDisjoint(with: [.pronoun, .adverb]) { return true }
    if traits.contains(.preposition) { return attaches(index, from: start, to: end) }
    if known(index) == .and || known(index) == .or {
      return startsSubject(index + 1, to: end, isSure: false) && grade(index + 1) == nil
    }
    if !traits.isDisjoint(with: [.determiner, .pronoun]) {
      return before.contains(.preposition) || known(index - 1) == .and || isQuantity(index)
        || isQuantity(index - 1)
    }
    if isAdverb(index), !before.contains(.determiner) { return false }
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
  func behindNickname(_ index: Int) -> Int? {
    guard kind(index) == .quotationMark, traits(index - 1).contains(.capitalised),
      let close = (index + 2..<index + 6).first(where: { kind($0) == .quotationMark }),
      traits(close + 1).contains(.capitalised)
    else { return nil }
    return close + 1
  }

  /// Whether a preposition belongs to the noun before it: "of", and where people work or live.
  private func attaches(_ index: Int, from start: Int, to end: Int) -> Bool {
    guard index + 1 < end, !tellsOccasion(index) else { return false }
    let next = traits(index + 1)
    guard next.isDisjoint(with: .calendar), kind(index + 1) != .number else { return false }
    let isNamed = next.contains(.capitalised)
    switch known(index) {
    case .of: return true
    case .for: return true
    case .at, .from, .with:
      return isNamed || isIndefinite(start)
        || known(index + 1) == .the && traits(index + 2).contains(.capitalised)
    case .to: return !self.traits(index - 1).isDisjoint(with: .role) || isClose(index - 1)
    case .in, .on:
      return isIndefinite(start) || isNamed && !traits(index - 1).contains(.capitalised)
    default: return false
    }
  }

  /// "a person close to the mayor"
  private func isClose(_ index: Int) -> Bool { type(index)?.lowerHash == Self.close }

  private static let close = LowercaseHash.of("close")

  /// "a retired welder from the islands": whoever is new is described.
  private func isIndefinite(_ start: Int) -> Bool {
    [.a, .an, .one, .another].contains(known(start)) || isQuantity(start)
  }
}
