// Ranks sentences by how much there is to check in them.

import ArticleModel

#if canImport(Glibc)
  import Glibc
#endif

/// Scores sentences by signs of checkable facts: figures, dates, comparisons, cause and effect, what
/// somebody is said to have stated, names and events; against signs of opinion, questions and the
/// future.
struct ClaimRules {
  let segment: Segment
  let words: WordTypes

  /// Sentences with a lower score are no claims.
  static let threshold = 0.5
  private static let shortest = 5

  /// The check-worthy sentences of the segment that are no credits.
  func claims(besides credits: [Credit]) -> [Claim] {
    var claims: [Claim] = []
    for paragraph in segment.paragraphs where paragraph.kind.makesStatements {
      for index in paragraph.sentences {
        let tokens = segment.sentences[index].tokens
        if credits.touching(tokens) != nil { continue }
        let score = score(tokens)
        if score >= Self.threshold {
          claims.append(Claim(span: segment.span(of: tokens), score: score))
        }
      }
    }
    return claims
  }

  /// From 0 to 1: each sign counts once, figures and names up to twice.
  private func score(_ sentence: TokenRange) -> Double {
    guard sentence.count >= Self.shortest, let last = sentence.last,
      segment.tokens[last].kind == .mark || segment.tokens[last].kind == .quotationMark
    else { return 0 }
    var signs = ClaimEvidence()
    for index in sentence { signs.note(index, in: sentence, of: segment, words) }
    if words[segment.tokens[last]].mark == .question { signs.signs.insert(.question) }
    return 1 / (1 + exp(-signs.sum))
  }
}

/// What one sentence shows.
private struct ClaimEvidence {
  private static let start = -1.7
  var signs = ClaimSigns()
  private var figures = 0
  private var names = 0
  private var isInName = false

  mutating func note(
    _ index: Int, in sentence: TokenRange, of segment: Segment, _ words: WordTypes
  ) {
    let token = segment.tokens[index]
    let type = words[token]
    if type.traits.contains(.hasDigit) { figures += 1 }
    noteName(type, isFirst: index == sentence.lowerBound)
    let isState = type.traits.contains(.allCapitals)
    if let sign = type.claimSign, sign != .self || !isState { signs.insert(sign) }
    noteTraits(type, index, segment, words)
  }

  /// A run of capitalised words counts once.
  private mutating func noteName(_ type: WordType, isFirst: Bool) {
    let isName =
      type.traits.contains(.capitalised) && type.traits.isDisjoint(with: [.calendar, .pronoun])
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
      words.spellings[Int(segment.tokens[index + 1].type)].suffixes[2]
        == words.language.progressiveSuffix
    {
      signs.insert(.cause)
    }
  }

  /// The sum of what the signs count, on the logistic scale.
  var sum: Double {
    Self.start + Double(min(figures, 2)) + Double(min(names, 3)) * 0.35 + signs.weight
  }
}
