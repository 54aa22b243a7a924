// What name recognition knows about each distinct word; looked up once per word, not per occurrence.

import ArticleModel

/// A distinct word as name recognition sees it.
struct NameWord {
  /// How the word may take part in a name.
  enum Part {
    /// Starts or continues a name.
    case capitalised
    /// May stand inside a name: "of", "-", "van".
    case connector
    /// A number, which may end a name: "Highway 61".
    case number
    case none
  }

  /// The word whatever its case, for look-ups and features.
  let lower: UInt64
  let traits: NameTraits
  /// What the word does in a sentence.
  let roles: WordRoles
  /// The places that the word alone may mean.
  let candidates: PlaceCandidates
  /// A summary of the most important of them: 0 for none, else kind and size.
  let placeClass: UInt16
  let isDemonym: Bool
  let isAllCapitals: Bool
  /// Whether it ends like a verb as it goes on: in "ing".
  let isParticiple: Bool
  let part: Part
  /// Traits, place and spelling in one number, for the model.
  let signature: UInt64
  /// The same, coarser; function words and marks stand for themselves.
  let coarse: UInt64
}

extension NameWord {
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, token: Token, type: WordType, spelling: WordSpelling,
    lists: WordLists, gazetteer: Gazetteer, language: Language
  ) {
    var hash = NameHash()
    hash.append(bytes)
    lower = type.lowerHash
    roles = type.roles
    isAllCapitals = type.traits.contains(.allCapitals)
    let isCapitalised = token.kind == .word && type.traits.contains(.capitalised)
    traits = token.kind == .mark ? [] : lists.traits(of: hash.value)
    candidates = isCapitalised ? gazetteer.candidates(for: hash.value) : .none
    let dotted = bytes.contains(UInt8(ascii: "."))
    let capitals = isAllCapitals || dotted
    (placeClass, isDemonym) = Self.summary(of: candidates, inCapitals: capitals, gazetteer)
    isParticiple = spelling.suffixes[2] == language.progressiveSuffix
    part = Self.part(isCapitalised: isCapitalised, token: token, type: type, traits: traits)
    let isKnownWord = traits.commonness >= 5 || token.kind != .word
    let shape = isCapitalised ? spelling.shape : 0
    signature =
      UInt64(traits.rawValue) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(placeClass) << 40 ^ shape
      ^ (isDemonym ? 1 << 39 : 0)
    coarse =
      isCapitalised
      ? Self.coarseClass(traits: traits, placeClass: placeClass, isDemonym: isDemonym)
      : isKnownWord ? type.lowerHash : UInt64(traits.rawValue & 0xFFFF) | 1 << 60
  }

  /// Kind and size of the most important place of the name, and whether it names a people.
  private static func summary(
    of candidates: PlaceCandidates, inCapitals: Bool, _ gazetteer: Gazetteer
  ) -> (UInt16, Bool) {
    let isDemonym = candidates.contains { $0.flags.contains(.demonym) }
    let usable = candidates.first {
      !$0.flags.contains(.demonym) && (inCapitals || !$0.flags.contains(.capitals))
    }
    guard let usable else { return (0, isDemonym) }
    let place = gazetteer.place(usable.place)
    var summary = 1 + UInt16(place.kind.rawValue) << 3 + UInt16(min(place.size / 3, 4))
    if usable.flags.contains(.short) { summary |= 1 << 9 }
    if usable.flags.contains(.alternate) { summary |= 1 << 10 }
    if usable.flags.contains(.ambiguous) { summary |= 1 << 11 }
    return (summary, isDemonym)
  }

  private static func part(
    isCapitalised: Bool, token: Token, type: WordType, traits: NameTraits
  ) -> Part {
    if isCapitalised { return .capitalised }
    switch token.kind {
    case .number: return .number
    case .mark: return type.mark == .hyphen ? .connector : .none
    case .quotationMark: return .none
    case .word:
      if traits.contains(.particle) { return .connector }
      return type.roles.contains(.nameConnector) ? .connector : .none
    }
  }

  /// One of a few dozen classes of capitalised words.
  private static func coarseClass(
    traits: NameTraits, placeClass: UInt16, isDemonym: Bool
  ) -> UInt64 {
    var kind: UInt64 = 0
    let order: [NameTraits] = [
      .calendar, .title, .organisation, .facility, .placeHead, .compass, .suffix, .givenName,
      .surname,
    ]
    if let first = order.firstIndex(where: { !traits.isDisjoint(with: $0) }) {
      kind = UInt64(first) + 1
    }
    if isDemonym { kind = 15 }
    let common: UInt64 = traits.commonness >= 4 ? 2 : traits.commonness >= 1 ? 1 : 0
    return kind | UInt64(placeClass) << 8 | common << 24 | 1 << 61
  }
}

/// The distinct words met so far, in the order of their `WordTypes`.
struct NameVocabulary {
  private(set) var words: [NameWord] = []
  /// The part of each of them, in a row of its own, which fits into a cache: every token is asked for it.
  private var parts: [NameWord.Part] = []
  private let lists: WordLists
  private let gazetteer: Gazetteer

  init(lists: WordLists, gazetteer: Gazetteer) {
    self.lists = lists
    self.gazetteer = gazetteer
  }

  subscript(token: Token) -> NameWord { words[Int(token.type)] }

  /// How the word of a token may take part in a name.
  func part(of token: Token) -> NameWord.Part { parts[Int(token.type)] }

  /// Looks at the words of a segment that were not met before.
  mutating func add(_ segment: Segment, _ types: WordTypes) {
    segment.text.withBytes { bytes in
      for token in segment.tokens {
        if words.count == types.count { return }
        guard Int(token.type) >= words.count else { continue }
        while words.count < Int(token.type) { append(.unknown) }
        let word = UnsafeBufferPointer(rebasing: bytes[Int(token.start)..<Int(token.end)])
        PlainSpelling.of(word) { plain in
          append(
            NameWord(
              plain, token: token, type: types[token],
              spelling: types.spelling(token), lists: lists, gazetteer: gazetteer,
              language: types.language))
        }
      }
    }
  }

  private mutating func append(_ word: NameWord) {
    words.append(word)
    parts.append(word.part)
  }
}

extension NameWord {
  /// Whether it is likely to have its capital only because a sentence starts there.
  var isOrdinaryStart: Bool {
    guard placeClass == 0, !isDemonym, !roles.contains(.definiteArticle),
      traits.isDisjoint(with: Self.parts)
    else { return false }
    return traits.commonness >= 2 || (isParticiple && !traits.contains(.surname))
  }

  private static let parts: NameTraits = [
    .masculine, .feminine, .title, .organisation, .facility, .placeHead, .calendar, .compass,
    .particle, .commonSurname,
  ]

  /// A word that nothing is known about.
  static let unknown = NameWord(
    lower: 0, traits: [], roles: [], candidates: .none, placeClass: 0, isDemonym: false,
    isAllCapitals: false, isParticiple: false, part: .none, signature: 0, coarse: 0)
}
