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
  /// Identifies the description, whatever its case.
  let key: UInt64
  private let isOutlet: Bool
  private let types: [WordType]
  private let segment: Segment

  init(_ tokens: TokenRange, in segment: Segment, _ words: WordTypes) {
    self.tokens = tokens
    self.segment = segment
    let all = tokens.map { words[segment.tokens[$0]] }
    var start = 0
    while start < all.count - 1, all[start].traits.contains(.determiner) { start += 1 }
    isDefinite = all.first?.roles.contains(.definite) ?? false
    let end = Self.headEnd(all, from: start)
    isOutlet = all.contains { $0.traits.contains(.outlet) }
    start = Self.properName(in: all[start..<end]) ?? start
    types = Array(all[start..<end])
    bare = tokens.lowerBound + start..<tokens.lowerBound + end
    key = types.reduce(LowercaseHash.seed) { ($0 ^ $1.lowerHash) &* 0x100_0000_01B3 }
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
      !types[noun].traits.isDisjoint(with: [.outlet, .organisation])
    else { return nil }
    return noun + 1
  }

  /// Hashes of its bare words.
  var hashes: [UInt64] { types.map(\.lowerHash) }

  /// The last person in the head who is not a possessor: "Trump’s spokesman" is not Trump.
  func head(among persons: [(tokens: TokenRange, entry: Int)]) -> Int? {
    holder(among: persons) ?? plainHead(among: persons) ?? apposition(among: persons)
  }

  /// The person whom an apposition names behind an office: "the prosecutor, Anna Weber".
  private func apposition(among persons: [(tokens: TokenRange, entry: Int)]) -> Int? {
    guard isDefinite, types.last?.traits.contains(.role) == true else { return nil }
    return persons.first { $0.tokens.lowerBound == bare.upperBound + 1 }?.entry
  }

  private func plainHead(among persons: [(tokens: TokenRange, entry: Int)]) -> Int? {
    let limit = types.firstIndex { $0.traits.contains(.preposition) }.map { bare.lowerBound + $0 }
    return persons.last { person in
      guard bare.lowerBound <= person.tokens.lowerBound, person.tokens.lowerBound < limit ?? .max,
        person.tokens.upperBound <= bare.upperBound
      else { return false }
      let next = person.tokens.upperBound - bare.lowerBound
      return next >= types.count || !types[next].roles.contains(.possessive)
        || next == types.count - 1
    }?.entry
  }

  /// The person at the end of an office: "the chief of the Harbour Council Anna Weber", "University of
  /// Bern president Anna Weber"; but not in "a friend of Mayor Anna Weber".
  private func holder(among persons: [(tokens: TokenRange, entry: Int)]) -> Int? {
    guard let person = persons.last(where: { $0.tokens.upperBound == bare.upperBound }),
      let first = types.firstIndex(where: { $0.traits.contains(.preposition) }),
      !types[first].roles.contains(.service)
    else { return nil }
    let start = person.tokens.lowerBound - bare.lowerBound
    guard start > first + 1 else { return nil }
    let before = types[start - 1].traits
    let opening = types[..<first].reduce(WordTraits()) { $0.union($1.traits) }
    if !before.isDisjoint(with: [.title, .role]) {
      return opening.contains(.organisation) ? person.entry : nil
    }
    let isOffice = !opening.isDisjoint(with: [.title, .role])
    return before.contains(.capitalised) && isOffice ? person.entry : nil
  }

  /// Persons who speak together: "Anna Weber and Tom Berger", "Weber, Berger and Minister Kern".
  func company(
    among persons: [(tokens: TokenRange, entry: Int)], in segment: Segment, _ words: WordTypes
  ) -> [Int] {
    guard let first = persons.first, let last = persons.last, persons.count > 1,
      last.tokens.upperBound == tokens.upperBound,
      (tokens.lowerBound..<first.tokens.lowerBound).allSatisfy({
        !words[segment.tokens[$0]].traits.isDisjoint(with: Self.beforeNames)
      })
    else { return [] }
    var hasAnd = false
    for (one, next) in zip(persons, persons.dropFirst()) {
      let between = TokenRange(from: one.tokens.upperBound, to: next.tokens.lowerBound)
      guard Self.joinsNames(between, in: segment, words) else { return [] }
      hasAnd = between.contains { words[segment.tokens[$0]].roles.contains(.additive) }
    }
    return hasAnd ? persons.map(\.entry) : []
  }

  private static let beforeNames: WordTraits = [.determiner, .title, .role, .demonym]

  /// Whether words between two names string them together: commas, "and", titles.
  static func joinsNames(_ range: TokenRange, in segment: Segment, _ words: WordTypes) -> Bool {
    guard !range.isEmpty, range.count <= 6 else { return false }
    var joins = false
    for index in range {
      let type = words[segment.tokens[index]]
      if type.mark == .comma || type.roles.contains(.additive) {
        joins = true
      } else if type.traits.isDisjoint(with: beforeNames) {
        return false
      }
    }
    return joins
  }

  private var single: WordType? { types.count == 1 ? types[0] : nil }

  private var singleRoles: WordRoles { single?.roles ?? [] }

  /// The gender of "he" or "she"; nil for other words.
  var personalPronoun: WordTraits? {
    if singleRoles.contains(.masculinePronoun) { return .masculine }
    return singleRoles.contains(.femininePronoun) ? .feminine : nil
  }

  /// "they", "them", "their".
  var isPlural: Bool { singleRoles.contains(.pluralPronoun) }

  /// "who", "whom", "which".
  var isRelative: Bool { singleRoles.contains(.relative) }

  /// "I", "we", "you", "it": somebody within a quotation, the article itself, or nobody.
  var isUnnamed: Bool { !singleRoles.isDisjoint(with: [.firstPerson, .impersonal]) }

  /// "I", "we" and their forms: within a quotation, whoever speaks it.
  var isSpeakerOfQuotation: Bool { singleRoles.contains(.firstPerson) }

  /// What the words tell about the gender: "the spokeswoman".
  var gender: WordTraits { types.last.map { PersonName.gender($0.traits) } ?? [] }

  /// The word in "the ministry" that a longer name of an organisation has.
  var organisationHead: UInt64? {
    guard let single, !single.traits.isDisjoint(with: [.organisation, .outlet]) else { return nil }
    return single.lowerHash
  }

  /// The word for the office in "the minister", "the former governor".
  var office: UInt64? {
    guard let last = types.last, last.traits.contains(.role), types.count <= 4 else { return nil }
    return last.lowerHash
  }

  /// What the words say about the kind.
  var kind: Speaker.Kind {
    let traits = types.reduce(WordTraits()) { $0.union($1.traits) }
    let head = types.last?.traits ?? []
    let isNamed = types.contains {
      $0.looksLikeDomain
        || $0.traits.contains(.capitalised) && $0.traits.isDisjoint(with: [.demonym, .determiner])
    }
    if !isNamed || !head.isDisjoint(with: [.group, .role]) { return .unnamed }
    if isOutlet || traits.contains(.outlet) || types.contains(where: \.looksLikeDomain) {
      return .outlet
    }
    return .organisation
  }
}
