// A person's name in the text with what stands around it: titles, roles, gender.

import ArticleModel

/// A mention of a person by name, read for what tells one person from another.
struct PersonName {
  /// The name without titles.
  var tokens: TokenRange
  /// Hashes of its words in lower case.
  var words: [UInt64]
  /// What the first name or a title tells; empty when nothing does.
  var gender: WordTraits
  /// Hashes of the words for offices and roles before and behind it: "minister", "spokesman".
  var roles: Set<UInt64>

  /// How many tokens before and behind a name are read for roles.
  private static let reach = 6

  /// Reads the name at `tokens`.
  init(
    _ tokens: TokenRange, in segment: Segment, _ types: WordTypes, _ vocabulary: NameVocabulary
  ) {
    self.tokens = tokens
    words = tokens.compactMap {
      let token = segment.tokens[$0]
      return token.kind == .word ? types[token].lowerHash : nil
    }
    gender = tokens.first.map { Self.gender(types[segment.tokens[$0]].traits) } ?? []
    roles = []
    readBefore(segment, types)
    readBehind(segment, types)
    if gender.isEmpty, words.count > 1, let first = tokens.first {
      gender = Self.gender(vocabulary[segment.tokens[first]].traits)
    }
  }

  private mutating func readBefore(_ segment: Segment, _ types: WordTypes) {
    for index in (max(0, tokens.lowerBound - Self.reach)..<tokens.lowerBound).reversed() {
      let type = types[segment.tokens[index]]
      guard !type.traits.isDisjoint(with: [.title, .role, .demonym]) || type.mark == .hyphen else {
        return
      }
      note(type)
    }
  }

  /// Reads an apposition: ", the defence minister," or ", a spokeswoman for".
  private mutating func readBehind(_ segment: Segment, _ types: WordTypes) {
    var index = tokens.upperBound
    guard index < segment.tokens.count, types[segment.tokens[index]].mark == .comma else { return }
    index += 1
    for index in index..<min(index + Self.reach, segment.tokens.count) {
      let type = types[segment.tokens[index]]
      let isPart =
        segment.tokens[index].kind == .word && type.traits.isDisjoint(with: [.cueVerb, .auxiliary])
      guard isPart || type.mark == .hyphen else { return }
      note(type)
      if type.traits.contains(.role) || type.traits.contains(.preposition) { return }
    }
  }

  private mutating func note(_ type: WordType) {
    if type.traits.contains(.role) { roles.insert(type.lowerHash) }
    if gender.isEmpty { gender = Self.gender(type.traits) }
  }

  /// What the lists of given names tell.
  private static func gender(_ traits: NameTraits) -> WordTraits {
    switch traits.intersection(.givenName) {
    case .masculine: .masculine
    case .feminine: .feminine
    default: []
    }
  }

  static func gender(_ traits: WordTraits) -> WordTraits {
    let gender = traits.intersection([.masculine, .feminine])
    return gender == [.masculine, .feminine] ? [] : gender
  }
}
