// What one sentence shows for or against something to check in it.

/// The signs, figures and names of a sentence, gathered token by token.
struct ClaimEvidence {
  /// Each sign once.
  private(set) var signs = ClaimSigns()
  /// How many tokens have a digit.
  private(set) var figures = 0
  /// How many names there are; a run of capitalised words counts once, the first word never.
  private(set) var names = 0
  private var isInName = false

  /// Notes a token of a sentence.
  @inline(__always)
  mutating func note(
    _ index: Int, in sentence: TokenRange, of segment: Segment, _ words: WordTypes
  ) {
    let type = words[segment.tokens[index]]
    guard type.bearsOnClaims else {
      isInName = false
      return
    }
    if type.traits.contains(.hasDigit) { figures += 1 }
    noteName(type.isNameLike, isFirst: index == sentence.lowerBound)
    let isState = type.traits.contains(.allCapitals)
    if let sign = type.claimSign, sign != .self || !isState { signs.insert(sign) }
    noteTraits(type, index, segment, words)
    if type.mark == .question, index == sentence.upperBound - 1 { signs.insert(.question) }
  }

  private mutating func noteName(_ isName: Bool, isFirst: Bool) {
    if isName, !isInName, !isFirst { names += 1 }
    isInName = isName
  }

  private mutating func noteTraits(
    _ type: WordType, _ index: Int, _ segment: Segment, _ words: WordTypes
  ) {
    let traits = type.traits
    if traits.contains(.document) { signs.insert(.source) }
    if traits.contains(.calendar), traits.contains(.capitalised) { signs.insert(.date) }
    if traits.contains(.speechVerb), !traits.isDisjoint(with: [.past, .thirdPerson]) {
      signs.insert(.statement)
    }
    if type.roles.contains(.sourceIntroduction) { signs.insert(.statement) }
    if type.roles.contains(.means), index + 1 < segment.tokens.count,
      words.spelling(segment.tokens[index + 1]).suffixes[2]
        == words.language.progressiveSuffix
    {
      signs.insert(.cause)
    }
  }
}

extension WordType {
  /// Whether `ClaimEvidence` may note anything but that no name goes on.
  var mayBearOnClaims: Bool {
    isNameLike || claimSign != nil || mark == .question
      || !traits.isDisjoint(with: [.hasDigit, .document, .calendar, .speechVerb])
      || !roles.isDisjoint(with: [.sourceIntroduction, .means])
  }

  /// Whether it is capitalised, and neither "I" nor a day or month.
  var isNameLike: Bool {
    traits.contains(.capitalised) && traits.isDisjoint(with: [.calendar, .pronoun])
  }
}
