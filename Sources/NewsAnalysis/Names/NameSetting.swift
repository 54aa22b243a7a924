// What stands around a name and shows that it is none, or one of another kind: "John F. Kennedy" before "Airport",
// "N. Y." behind a town.

import ArticleModel

/// Amends the names of a segment by the words around them.
struct NameSetting {
  let segment: Segment
  let types: WordTypes
  let words: NameVocabulary
  let gazetteer: Gazetteer

  /// The names without those that the words around them rule out, in reading order.
  func amended(_ names: [NameMention]) -> [NameMention] {
    let teams = TeamNames(
      segment: segment, types: types, vocabulary: words, gazetteer: gazetteer
    ).teams(among: names)
    let bearers = PlaceNameBearers(names, segment, types, words)
    return names.enumerated().compactMap { index, name in
      switch name.kind {
      case .person:
        if isStateAbbreviation(name.tokens) || bearers.isPlace(name.tokens) {
          var state = name
          state.kind = .location
          return state
        }
        return namesFacility(name.tokens) ? nil : name
      case .location:
        if teams.contains(index) || namesOutlet(name.tokens) { return nil }
        guard bearers.isPerson(name.tokens) else { return name }
        var bearer = name
        bearer.kind = .person
        return bearer
      }
    }
  }

  private func type(_ index: Int) -> WordType? {
    segment.tokens.indices.contains(index) ? types[segment.tokens[index]] : nil
  }

  // MARK: Persons

  /// Whether a facility is named after somebody: "Bush Intercontinental Airport".
  private func namesFacility(_ name: TokenRange) -> Bool {
    if name.count > 1, let last = name.last {
      let traits = words[segment.tokens[last]].traits
      let isFacility = traits.contains(.facility)
      if isFacility, traits.isDisjoint(with: [.commonSurname, .givenName]) { return true }
    }
    var at = name.upperBound
    while at < min(name.upperBound + 3, segment.tokens.count) {
      let word = words[segment.tokens[at]]
      guard word.part == .capitalised, segment.tokens[at].isSpaced else { return false }
      if word.traits.contains(.facility) {
        return word.traits.isDisjoint(with: [.commonSurname, .givenName]) || at > name.upperBound
      }
      at += 1
    }
    return false
  }

  /// Whether an outlet is named after a place: "Moscow Times".
  private func namesOutlet(_ name: TokenRange) -> Bool {
    if name.count > 1, isOutlet(name.upperBound - 1) { return true }
    return isOutlet(name.upperBound) && segment.tokens[name.upperBound].isSpaced
      && type(name.upperBound + 1)?.traits.contains(.capitalised) != true
  }

  private func isOutlet(_ index: Int) -> Bool {
    guard let type = type(index) else { return false }
    return type.traits.isSuperset(of: [.capitalised, .outlet])
      && !type.traits.contains(.organisation)
      && !types.language.knownBodies.contains(type.lowerHash)
  }

  /// Whether all words are initials that abbreviate a state: "N. Y.".
  private func isStateAbbreviation(_ name: TokenRange) -> Bool {
    guard name.count == 2,
      name.allSatisfy({ segment.tokens[$0].end - segment.tokens[$0].start == 2 })
    else { return false }
    let first = gazetteer.candidates(for: NameHash(segment.string(of: name)).value).first
    return first.map { gazetteer.place($0.place).kind == .division } ?? false
  }
}
