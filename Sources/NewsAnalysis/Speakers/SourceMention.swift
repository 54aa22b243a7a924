// The words that name a source, taken apart: head, determiner, pronoun, office.

import ArticleModel

/// A source as its own words describe it.
struct SourceMention {
  /// All its words.
  let tokens: TokenRange
  /// Without determiners before it and clauses behind it.
  let bare: TokenRange
  /// Whether it begins with "the" or "this".
  let isDefinite: Bool
  /// Whether it introduces somebody who was not spoken of before: "a grocer", "two diplomats".
  let isIndefinite: Bool
  /// Identifies the description, whatever its case.
  let key: UInt64
  /// The words of `bare`.
  let types: [WordType]
  /// The place in `types` of the noun that the others describe.
  let headPlace: Int
  /// The noun before a name: "company" of "the ferry company Norlund".
  let bodyNoun: UInt64?
  /// What stands before `bare`.
  let determiners: [WordType]
  let segment: Segment
  private let isOutlet: Bool

  init(_ source: TokenRange, in segment: Segment, _ words: WordTypes) {
    let tokens = Self.withoutClause(source, in: segment, words)
    self.tokens = tokens
    self.segment = segment
    let all = tokens.map { words[segment.tokens[$0]] }
    var start = 0
    while start < all.count - 1, all[start].traits.contains(.determiner) { start += 1 }
    isDefinite = all.first?.roles.contains(.definite) ?? false
    isIndefinite = Self.isIndefinite(all)
    let end = Self.headEnd(all, from: start)
    isOutlet = all.contains { $0.traits.contains(.outlet) }
    determiners = Array(all[..<start])
    let name = Self.properName(in: all[start..<end])
    bodyNoun = name.map { all[$0 - 1].lowerHash }
    start = name ?? start
    types = Array(all[start..<end])
    headPlace = Self.headPlace(types)
    bare = tokens.lowerBound + start..<tokens.lowerBound + end
    key = types.reduce(LowercaseHash.seed) { ($0 ^ $1.lowerHash) &* 0x100_0000_01B3 }
  }

  /// "who" of "who asked not to be named": whom it means is told by what stands before it, not by its clause.
  private static func withoutClause(
    _ source: TokenRange, in segment: Segment, _ words: WordTypes
  ) -> TokenRange {
    guard let first = source.first, source.count > 1 else { return source }
    let isClause = words[segment.tokens[first]].roles.contains(.personalRelative)
    return isClause ? first..<first + 1 : source
  }

  /// Whether the words before the noun, or a plain number, introduce somebody; so do "people briefed on
  /// the matter", but not "officials" alone.
  private static func isIndefinite(_ types: [WordType]) -> Bool {
    guard let first = types.first else { return false }
    if first.roles.contains(.indefinite) || first.traits.contains(.hasDigit) { return true }
    return first.traits.contains(.group) && types.count > 2
  }

  /// Where a comma, a relative clause or a preposition after the head ends the description.
  private static func headEnd(_ types: [WordType], from start: Int) -> Int {
    for index in start + 1..<max(types.count, start + 1) {
      if types[index].roles.contains(.relativeSubject) { return index }
      switch types[index].mark {
      case .comma, .openParenthesis, .emDash: return index
      default: continue
      }
    }
    return types.count
  }

  /// Where the name starts in "the German news website Merkur": behind the last plain noun, when that
  /// noun is one for outlets or organisations.
  private static func properName(
    in types: ArraySlice<WordType>
  ) -> Int? {
    let isName = { (type: WordType) in
      type.traits.contains(.capitalised) || type.looksLikeDomain || type.mark == .hyphen
    }
    guard let noun = types.lastIndex(where: { !isName($0) }), noun + 1 < types.endIndex,
      types[noun].isBody
    else { return nil }
    return noun + 1
  }

  // MARK: The head

  /// The last word before a preposition, but "person" in "person familiar with the talks".
  private static func headPlace(_ types: [WordType]) -> Int {
    let limit =
      types.indices.dropFirst().first { types[$0].traits.contains(.preposition) } ?? types.count
    if limit < types.count, let last = types.last, last.traits.contains(.role),
      !last.traits.contains(.capitalised), types[limit - 1].traits.contains(.capitalised)
    {
      return types.count - 1
    }
    let isAdjective =
      limit >= 2 && limit < types.count && types[limit - 1].isPlain && types[limit - 2].isPeople
    return max(limit - (isAdjective ? 2 : 1), 0)
  }

  /// The noun that the others describe.
  var head: WordType? { types.indices.contains(headPlace) ? types[headPlace] : nil }

  /// The words before the head.
  var modifiers: ArraySlice<WordType> { types[..<min(headPlace, types.count)] }

  /// Hashes of its bare words.
  var hashes: [UInt64] { types.map(\.lowerHash) }

  // MARK: Pronouns

  var single: WordType? { types.count == 1 ? types[0] : nil }

  var singleRoles: WordRoles { single?.roles ?? [] }

  /// The gender of "he" or "she"; nil for other words.
  var personalPronoun: WordTraits? {
    if singleRoles.contains(.masculinePronoun) { return .masculine }
    return singleRoles.contains(.femininePronoun) ? .feminine : nil
  }

  /// "they", "them", "their".
  var isPlural: Bool { singleRoles.contains(.pluralPronoun) }

  /// "it".
  var isThing: Bool { singleRoles.contains(.thing) }

  /// "who", "whom", "which".
  var isRelative: Bool { singleRoles.contains(.relative) }

  /// "who", which is somebody.
  var isPersonalRelative: Bool { singleRoles.contains(.personalRelative) }

  /// "I", "we", "you": somebody within a quotation, the article itself, or nobody.
  var isUnnamed: Bool { !singleRoles.isDisjoint(with: [.firstPerson, .impersonal]) }

  /// "I", "we" and their forms: within a quotation, whoever speaks it.
  var isSpeakerOfQuotation: Bool { singleRoles.contains(.firstPerson) }

  // MARK: Kind

  /// What the words say about the kind.
  var kind: Speaker.Kind {
    guard let head else { return .unnamed }
    let isNamed = types.contains { $0.looksLikeDomain || $0.isNameWord }
    let isIntroduced = isIndefinite && !head.roles.contains(.writing) && !head.isNameWord
    if !isNamed || isIntroduced || head.isPeople { return .unnamed }
    let isBody = head.isBody || head.isNameWord
    guard isBody || types.contains(where: \.looksLikeDomain) else { return .unnamed }
    if isOutlet || types.contains(where: { $0.looksLikeDomain || $0.traits.contains(.outlet) }) {
      return .outlet
    }
    return .organisation
  }

  /// Whether a description means one person: "an official", "the baker", "one of them".
  var isPersonDescription: Bool {
    guard let head, kind == .unnamed else { return false }
    if head.traits.contains(.role) || head.roles.contains(.personNoun) { return true }
    if head.roles.contains(.indefinite) { return head.roles.contains(.other) }
    let others: WordTraits = [
      .group, .organisation, .outlet, .document, .speechNoun, .calendar, .capitalised, .hasDigit,
    ]
    guard head.traits.isDisjoint(with: others), !head.isBody, !head.roles.contains(.writing) else {
      return false
    }
    let isSingled = !determiners.isEmpty || types.first?.roles.contains(.other) == true
    return isSingled && !looksPlural || head.roles.contains(.other)
  }

  /// Identifies whom a description means: "a minister" may be another one than "the minister".
  var entryKey: UInt64 {
    isIndefinite && isPersonDescription ? key ^ 0x9E37_79B9_7F4A_7C15 : key
  }

  /// Whether the head ends in "s".
  private var looksPlural: Bool {
    let end = Int(segment.tokens[bare.lowerBound + headPlace].end)
    return segment.text[ByteOffset(end - 1)] == UInt8(ascii: "s")
  }

  /// What the words tell about the gender: "the spokeswoman".
  var gender: WordTraits { head.map { PersonName.gender($0.traits) } ?? [] }

  /// The word in "the ministry" that a longer name of an organisation has.
  var organisationHead: UInt64? {
    guard let single, single.isBody else { return nil }
    return single.lowerHash
  }

  /// The word for the office or people in "the minister", "the former governor", "the Greek".
  var office: UInt64? {
    if let single, single.traits.contains(.demonym), isDefinite { return single.lowerHash }
    guard let head, types.count <= 4, isPersonDescription else { return nil }
    return head.lowerHash
  }

  /// Whether it calls somebody by something else than an office alone: "the Florida senator", "the Greek",
  /// "the 41-year-old". News does so with people whom it has named.
  var isEpithet: Bool {
    guard isDefinite, let head else { return false }
    if isAge || single?.traits.contains(.demonym) == true { return true }
    let names = modifiers.contains {
      $0.traits.contains(.capitalised) && $0.traits.isDisjoint(with: .title)
    }
    return names && head.traits.contains(.role)
  }

  /// "the 41-year-old": somebody by age alone.
  var isAge: Bool { types.count > 2 && types.last?.roles.contains(.age) == true }
}

extension WordType {
  /// Whether it means one person or several: "minister", "grocer", "officials".
  var isPeople: Bool {
    !traits.isDisjoint(with: [.role, .group]) || roles.contains(.personNoun)
  }

  /// Whether it means a body that speaks as one: "ministry", "charity".
  var isBody: Bool {
    !traits.isDisjoint(with: [.organisation, .outlet]) || roles.contains(.bodyNoun)
  }

  /// Whether it has its capital as a name has, not as the first word of a sentence.
  fileprivate var isNameWord: Bool {
    traits.contains(.capitalised) && traits.isDisjoint(with: [.demonym, .determiner])
      && !roles.contains(.indefinite)
  }

  /// A word in small letters that no list of people and bodies has.
  fileprivate var isPlain: Bool {
    !traits.contains(.capitalised) && !isPeople && !isBody
  }
}
