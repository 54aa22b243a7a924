// Teams that are named after places: "Georgetown" before "beat Villanova 71-66", "Leeds" before "midfielder". National
// teams stand for their countries, which stay places.

import ArticleModel

/// Tells names of teams from names of places by the words of games around them.
struct TeamNames {
  let segment: Segment
  let types: WordTypes
  let vocabulary: NameVocabulary
  let gazetteer: Gazetteer
  /// More words do not stand between a verb and the team that it is about.
  private static let reach = 5

  /// Which of the names, by their place in the list, are those of teams.
  func teams(among names: [NameMention]) -> Set<Int> {
    var teams: Set<Int> = []
    var (sentence, lastRead, isGame) = (0, -1, false)
    for (index, name) in names.enumerated()
    where name.kind == .location && !isCountry(name.tokens) {
      sentence = segment.sentence(of: name.tokens, from: sentence)
      let tokens = segment.sentences[sentence].tokens
      if lastRead != sentence { (lastRead, isGame) = (sentence, self.isGame(tokens)) }
      if hasPlayers(name.tokens, isGame: isGame) || (isGame && plays(name.tokens, in: tokens)) {
        teams.insert(index)
      }
    }
    return teams
  }

  private var words: GameWords { types.language.games }

  private func type(_ index: Int) -> WordType? {
    segment.tokens.indices.contains(index) ? types[segment.tokens[index]] : nil
  }

  private func isAny(of words: WordSet, _ index: Int) -> Bool {
    guard let type = type(index), !type.traits.contains(.capitalised) else { return false }
    return words.contains(type.lowerHash)
  }

  /// Whether a sentence gives a score, or has a word of games.
  private func isGame(_ sentence: TokenRange) -> Bool {
    sentence.contains { index in
      segment.tokens[index].kind == .number
        ? isScore(index, in: sentence) : isAny(of: words.signs, index)
    }
  }

  /// Whether two small numbers with a dash between them begin here.
  private func isScore(_ index: Int, in sentence: TokenRange) -> Bool {
    guard index >= sentence.lowerBound, index + 2 < sentence.upperBound,
      let mark = type(index + 1)?.mark, mark == .hyphen || mark == .enDash
    else { return false }
    return [index, index + 2].allSatisfy {
      segment.tokens[$0].kind == .number && segment.tokens[$0].end - segment.tokens[$0].start <= 3
    }
  }

  /// "Leeds midfielder", "Leeds's goalkeeper", "the Dallas defence", but not "Berlin defence minister".
  private func hasPlayers(_ name: TokenRange, isGame: Bool) -> Bool {
    let isPossessive = type(name.upperBound)?.roles.contains(.possessive) == true
    let next = isPossessive ? name.upperBound + 1 : name.upperBound
    if isAny(of: words.possessions, next) { return true }
    guard isAny(of: words.commonPossessions, next) else { return false }
    let isDefinite = type(name.lowerBound - 1)?.roles.contains(.definiteArticle) == true
    guard isGame || (isDefinite && isCity(name)) else { return false }
    return type(next + 1)?.isPartOfOffice != true
  }

  /// Whether a name is one word, and that of a city above all.
  private func isCity(_ name: TokenRange) -> Bool {
    name.count == 1 && vocabulary[segment.tokens[name.lowerBound]].placeKind == .city
  }

  private func isCountry(_ name: TokenRange) -> Bool {
    if name.count == 1 { return vocabulary[segment.tokens[name.lowerBound]].placeKind == .country }
    let candidates = gazetteer.candidates(for: NameHash(segment.string(of: name)).value)
    return candidates.first.map { gazetteer.place($0.place).kind == .country } ?? false
  }

  /// Whether a name in a sentence about a game is who plays: beside a score or a verb of games.
  private func plays(_ name: TokenRange, in sentence: TokenRange) -> Bool {
    if isAny(of: words.verbs, name.upperBound) || isBesideScore(name, in: sentence) { return true }
    return isPlayed(name.lowerBound, in: sentence)
  }

  /// Whether a verb of games stands before, or another word of games and a particle: "striker from Leeds".
  private func isPlayed(_ name: Int, in sentence: TokenRange) -> Bool {
    var isBehindParticle = false
    for at in (max(sentence.lowerBound, name - Self.reach)..<name).reversed() {
      if isAny(of: words.verbs, at) || (isBehindParticle && isAny(of: words.signs, at)) {
        return true
      }
      if isAny(of: words.particles, at), !isBehindParticle {
        isBehindParticle = true
      } else if segment.tokens[at].kind == .word {
        return false
      }
    }
    return false
  }

  /// "Leeds 2-1 Dallas": a score with a name on its other side.
  private func isBesideScore(_ name: TokenRange, in sentence: TokenRange) -> Bool {
    func isName(_ index: Int) -> Bool {
      sentence.contains(index) && type(index)?.traits.contains(.capitalised) == true
    }
    return isScore(name.upperBound, in: sentence) && isName(name.upperBound + 3)
      || isScore(name.lowerBound - 3, in: sentence) && isName(name.lowerBound - 4)
  }
}

extension Segment {
  /// The number of the sentence that words stand in, which is not before another one.
  fileprivate func sentence(of words: TokenRange, from first: Int) -> Int {
    var sentence = first
    while sentence + 1 < sentences.count,
      sentences[sentence].tokens.upperBound <= words.lowerBound
    {
      sentence += 1
    }
    return sentence
  }
}

extension NameWord {
  /// What the most important place of the name is.
  fileprivate var placeKind: GazetteerPlace.Kind? {
    placeClass == 0 ? nil : GazetteerPlace.Kind(rawValue: UInt8((placeClass - 1) >> 3 & 0xF))
  }
}

extension WordType {
  /// Whether it is a noun for a body or somebody: "ministry" behind "defence".
  fileprivate var isPartOfOffice: Bool {
    !traits.isDisjoint(with: [.role, .organisation, .group])
      || !roles.isDisjoint(with: [.bodyNoun, .personNoun])
  }
}
