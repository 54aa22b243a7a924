// What stands around a name and shows that it is none, or one of another kind: "John F. Kennedy" before "Airport",
// "Georgetown" before "beat Villanova 71-66", "N. Y." behind a town.

import ArticleModel

/// Amends the names of a segment by the words around them.
struct NameSetting {
  let segment: Segment
  let types: WordTypes
  let words: NameVocabulary
  let gazetteer: Gazetteer

  /// The names without those that the words around them rule out, in reading order.
  func amended(_ names: [NameMention]) -> [NameMention] {
    let scores = scoringSentences()
    return names.compactMap { name in
      switch name.kind {
      case .person:
        if isStateAbbreviation(name.tokens) {
          var state = name
          state.kind = .location
          return state
        }
        return namesFacility(name.tokens) ? nil : name
      case .location:
        let isTeam = scores.contains { $0.contains(name.tokens.lowerBound) } && plays(name.tokens)
        return isTeam ? nil : name
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

  /// Whether all words are initials that abbreviate a state: "N. Y.".
  private func isStateAbbreviation(_ name: TokenRange) -> Bool {
    guard name.count == 2,
      name.allSatisfy({ segment.tokens[$0].end - segment.tokens[$0].start == 2 })
    else { return false }
    let first = gazetteer.candidates(for: NameHash(segment.string(of: name)).value).first
    return first.map { gazetteer.place($0.place).kind == .division } ?? false
  }

  // MARK: Teams

  /// The sentences that give the score of a game: two numbers with a dash between them.
  private func scoringSentences() -> [TokenRange] {
    segment.sentences.map(\.tokens).filter { sentence in
      sentence.contains { index in
        segment.tokens[index].kind == .number && isScore(index, in: sentence)
      }
    }
  }

  private func isScore(_ index: Int, in sentence: TokenRange) -> Bool {
    guard index + 2 < sentence.upperBound, segment.tokens[index + 2].kind == .number,
      let mark = type(index + 1)?.mark, mark == .hyphen || mark == .enDash
    else { return false }
    return [index, index + 2].allSatisfy {
      segment.tokens[$0].end - segment.tokens[$0].start <= 3
    }
  }

  /// Whether a name stands directly before or behind a verb for winning or losing.
  private func plays(_ name: TokenRange) -> Bool {
    let games = types.language.gameVerbs
    func isGame(_ index: Int) -> Bool { type(index).map { games.contains($0.lowerHash) } ?? false }
    return isGame(name.upperBound) || isGame(name.lowerBound - 1)
  }
}
