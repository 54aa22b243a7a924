// What stands before "who": the noun phrase that the relative clause goes on from.
//
//   [two diplomats], who asked not to be named, said …      [a grocer] from Lund who said …

import ArticleModel

/// Finds the noun phrase before a relative pronoun.
struct Antecedent {
  let segment: Segment
  let words: WordTypes

  /// A noun phrase is at most this long, in tokens.
  private static let longest = 14

  /// The words before the relative pronoun at `relative`; nil when none can be meant.
  func phrase(before relative: Int) -> TokenRange? {
    var end = relative
    if end > 0, type(end - 1).mark == .comma { end -= 1 }
    var start = end
    while start > 0, end - start < Self.longest, belongs(start - 1) { start -= 1 }
    guard start < end else { return nil }
    let phrase = start..<end
    let openings = phrase.reversed().filter(opens)
    guard let nearest = openings.first else { return plainPhrase(in: phrase) }
    let isBound = nearest > start && type(nearest - 1).traits.contains(.preposition)
    let isSpeaker = type(end - 1).isPeople || type(end - 1).isBody
    return isBound && !isSpeaker ? (openings.last ?? nearest)..<end : nearest..<end
  }

  /// The end of a phrase without a determiner: a name, or one noun.
  private func plainPhrase(in phrase: TokenRange) -> TokenRange {
    let last = phrase.upperBound - 1
    var start = last
    guard type(last).traits.contains(.capitalised) else { return last..<phrase.upperBound }
    while start > phrase.lowerBound, isNamePart(start - 1) { start -= 1 }
    return start..<phrase.upperBound
  }

  private func isNamePart(_ index: Int) -> Bool {
    let type = type(index)
    return type.traits.contains(.capitalised) || type.mark == .hyphen
      || type.roles.contains(.genitive) && index > 0
        && self.type(index - 1).traits.contains(.capitalised)
  }

  private func type(_ index: Int) -> WordType { words[segment.tokens[index]] }

  /// Whether a token may stand inside a noun phrase.
  private func belongs(_ index: Int) -> Bool {
    let token = segment.tokens[index]
    let type = type(index)
    if token.kind == .mark { return type.mark == .hyphen }
    let isVerb =
      !type.traits.isDisjoint(with: .cueVerb)
      && !type.traits.isDisjoint(with: [.past, .thirdPerson]) && !type.isPeople
      && !isParticiple(index)
    return token.kind != .quotationMark && !isVerb
      && type.traits.isDisjoint(with: [.auxiliary, .conjunction])
  }

  /// "briefed" in "two officials briefed on the talks": it describes the people before it.
  private func isParticiple(_ index: Int) -> Bool {
    index > 0 && self.type(index - 1).isPeople && index + 1 < segment.tokens.count
      && self.type(index + 1).traits.contains(.preposition)
      && self.type(index).traits.contains(.past)
  }

  private func opens(_ index: Int) -> Bool {
    type(index).traits.contains(.determiner) || type(index).roles.contains(.indefinite)
  }
}
