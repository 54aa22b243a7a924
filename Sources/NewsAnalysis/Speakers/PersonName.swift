// A person's name in the text with what stands around it: titles, roles, gender.

import ArticleModel

/// A mention of a person by name, read for what tells one person from another.
struct PersonName {
  /// The name without titles.
  var tokens: TokenRange
  /// Hashes of its words in lower case, without "Jr." and the like.
  var words: [UInt64]
  /// Hash of the first letter with a period: "j." of "James".
  var initial: UInt64
  /// Hash of "Jr." and the like behind the name; 0 without.
  var generation: UInt64
  /// Whether it is a name of several words that begins with a given name.
  var hasGivenName: Bool
  /// What the first name or a title tells; empty when nothing does.
  var gender: WordTraits
  /// Hashes of the words for offices, trades and peoples before and behind it: "minister", "baker".
  var roles: Set<UInt64>

  /// How many tokens before and behind a name are read for roles.
  private static let reach = 8

  /// Reads the name at `tokens`.
  init(
    _ tokens: TokenRange, in segment: Segment, _ types: WordTypes, _ vocabulary: NameVocabulary
  ) {
    self.tokens = tokens
    let bare = Self.withoutHonours(tokens, in: segment, types)
    words = Self.words(of: bare, in: segment, types) {
      !vocabulary[segment.tokens[$0]].traits.contains(.suffix)
        && !types[segment.tokens[$0]].roles.contains(.generation)
    }
    if words.isEmpty { words = Self.words(of: tokens, in: segment, types) { _ in true } }
    generation = Self.generation(tokens, in: segment, types)
    initial = tokens.first.map { Self.initial(of: segment.tokens[$0], in: segment.text) } ?? 0
    hasGivenName =
      words.count > 1
      && tokens.first.map {
        let traits = vocabulary[segment.tokens[$0]].traits
        return !traits.isDisjoint(with: .givenName) && !traits.contains(.particle)
      } ?? false
    gender = tokens.first.map { Self.gender(types[segment.tokens[$0]].traits) } ?? []
    roles = []
    readBefore(segment, types)
    readBehind(segment, types)
    if gender.isEmpty, words.count > 1, let first = tokens.first {
      gender = Self.gender(vocabulary[segment.tokens[first]].traits)
    }
  }

  /// What tells a son from his father, at the end of a name or behind it.
  private static func generation(
    _ name: TokenRange, in segment: Segment, _ types: WordTypes
  ) -> UInt64 {
    for index in name.upperBound - 1...name.upperBound where index < segment.tokens.count {
      let type = types[segment.tokens[index]]
      if type.roles.contains(.generation) { return type.lowerHash }
    }
    return 0
  }

  /// A name without the rank before it and the letters behind it: "DI Anna Weber KC".
  private static func withoutHonours(
    _ name: TokenRange, in segment: Segment, _ types: WordTypes
  ) -> TokenRange {
    var (start, end) = (name.lowerBound, name.upperBound)
    while end > start + 1, types[segment.tokens[end - 1]].roles.contains(.postnominal) { end -= 1 }
    while start + 1 < end, types[segment.tokens[start]].isRank { start += 1 }
    return start..<end
  }

  /// A name of which nothing but its words is known.
  init(words: [UInt64]) {
    tokens = 0..<0
    self.words = words
    generation = 0
    initial = 0
    hasGivenName = false
    gender = []
    roles = []
  }

  private static func words(
    of tokens: TokenRange, in segment: Segment, _ types: WordTypes, where belongs: (Int) -> Bool
  ) -> [UInt64] {
    var words: [UInt64] = []
    words.reserveCapacity(tokens.count)
    for index in tokens where segment.tokens[index].kind == .word && belongs(index) {
      words.append(types[segment.tokens[index]].lowerHash)
    }
    return words
  }

  private static func initial(of token: Token, in text: ArticleText) -> UInt64 {
    text.withBytes { bytes in
      let first = bytes[Int(token.start)..<min(Int(token.start) + 1, bytes.count)]
      return LowercaseHash.of(UnsafeBufferPointer(rebasing: first), ".")
    }
  }

  /// Whether a person of this name may be `known`: one name ends as the other does, or they share the
  /// surname and the first name or its initial. A son with his father's name is somebody else.
  func mayMean(_ known: SpeakerIndex.Entry) -> Bool {
    if generation != 0, known.words.count > 1, known.generation != generation { return false }
    let (short, long) =
      words.count < known.words.count ? (words, known.words) : (known.words, words)
    if long.suffix(short.count) == short[...] {
      let isWhole = words.count < known.words.count ? hasGivenName : known.hasGivenName
      return !isWhole || long.count - short.count <= 1
    }
    guard short.count > 1, let first = words.first, let other = known.words.first else {
      return false
    }
    return first == other || first == known.initial || other == initial
  }

  /// Whether it says more than the name that is known: more words, or "John" where there was "J.".
  func isFuller(than known: SpeakerIndex.Entry) -> Bool {
    if words.count != known.words.count { return words.count > known.words.count }
    return words.count > 1 && known.words.first == initial && words.first != initial
  }

  // MARK: Roles

  /// Reads what stands directly before the name – "Greek tennis player", "Prime Minister" –, or the
  /// description that it is an apposition to: "the mayor of Bath, ".
  private mutating func readBefore(_ segment: Segment, _ types: WordTypes) {
    guard tokens.lowerBound > 0 else { return }
    let last = types[segment.tokens[tokens.lowerBound - 1]]
    if last.mark == .comma { return readDescription(before: tokens.lowerBound - 1, segment, types) }
    for index in (max(0, tokens.lowerBound - Self.reach)..<tokens.lowerBound).reversed() {
      let type = types[segment.tokens[index]]
      let isKnown = !type.traits.isDisjoint(with: [.title, .role, .demonym])
      let isNoun = segment.tokens[index].kind == .word && type.mayDescribe
      guard isKnown || isNoun || type.mark == .hyphen else { return }
      note(type, isHead: index == tokens.lowerBound - 1 && !type.traits.contains(.capitalised))
    }
  }

  /// Reads a description up to a comma; only one that a determiner or a possessor opens.
  private mutating func readDescription(before comma: Int, _ segment: Segment, _ types: WordTypes) {
    var index = comma - 1
    while index >= 0, comma - index <= Self.reach + 4 {
      let type = types[segment.tokens[index]]
      if segment.tokens[index].kind == .mark, type.mark != .hyphen { return }
      let isPossessor = type.roles.contains(.possessive)
      if !isPossessor, !type.traits.isDisjoint(with: [.auxiliary, .conjunction]) { return }
      let isOf = index > 0 && types[segment.tokens[index - 1]].traits.contains(.preposition)
      if isPossessor || type.traits.contains(.determiner) && !isOf {
        let start = isPossessor ? index + 1 : index
        guard start < comma else { return }
        let mention = SourceMention(start..<comma, in: segment, types)
        guard let head = mention.head, !head.traits.contains(.group) else { return }
        for type in mention.modifiers { note(type) }
        return note(head, isHead: true)
      }
      index -= 1
    }
  }

  /// Reads an apposition: ", the defence minister," or ", a 41-year-old baker from Lund".
  private mutating func readBehind(_ segment: Segment, _ types: WordTypes) {
    var index = tokens.upperBound
    guard index < segment.tokens.count, types[segment.tokens[index]].mark == .comma else { return }
    index += 1
    let start = index
    var head: WordType?
    let isDescription =
      start < segment.tokens.count && types[segment.tokens[start]].traits.contains(.determiner)
    while index < segment.tokens.count, index < start + Self.reach {
      let type = types[segment.tokens[index]]
      let isPart =
        segment.tokens[index].isSpoken && type.traits.isDisjoint(with: [.cueVerb, .auxiliary])
      guard isPart || type.mark == .hyphen else { break }
      if type.traits.contains(.preposition) { break }
      note(type)
      head = type
      if type.traits.contains(.role), !isDescription { break }
      index += 1
    }
    if isDescription, let head { note(head, isHead: true) }
  }

  private mutating func note(_ type: WordType, isHead: Bool = false) {
    let isOffice = !type.traits.isDisjoint(with: [.role, .title, .demonym]) || type.isPeople
    if isOffice || isHead { roles.insert(type.lowerHash) }
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

extension WordType {
  /// Whether it is a rank before a name; one of two or three letters only in capitals, as "Di" is a name.
  fileprivate var isRank: Bool {
    roles.contains(.rank) || roles.contains(.shortRank) && traits.contains(.allCapitals)
  }

  /// Whether it may be a noun or an adjective before a name: a word in small letters without a
  /// grammatical job.
  var mayDescribe: Bool {
    traits.isDisjoint(with: [
      .capitalised, .cueVerb, .determiner, .preposition, .conjunction, .pronoun, .auxiliary,
      .adverb, .calendar,
    ])
  }
}
