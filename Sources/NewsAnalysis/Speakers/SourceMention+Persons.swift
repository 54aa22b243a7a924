// Which of the persons named in the words for a source is the one who speaks.

import ArticleModel

extension SourceMention {
  /// A person's name in or behind a source, and whom it means.
  typealias Person = (tokens: TokenRange, entry: Int)

  /// The last person in the head who is not a possessor: "Trump’s spokesman" is not Trump.
  func head(among persons: [Person], _ words: WordTypes) -> Int? {
    holder(among: persons) ?? plainHead(among: persons) ?? apposition(among: persons, words)
  }

  /// The person whom an apposition names: "the prosecutor, Anna Weber", "its treasurer, Paul Arden",
  /// "her husband, the treasurer Paul Arden", "the mayor of Bath, England, Tom Keller".
  private func apposition(among persons: [Person], _ words: WordTypes) -> Int? {
    guard isPersonDescription,
      let person = persons.first(where: { $0.tokens.lowerBound > bare.upperBound }),
      isAppositionGap(TokenRange(from: bare.upperBound, to: person.tokens.lowerBound), words)
    else { return nil }
    return person.entry
  }

  /// Whether only a comma, words that describe, and a name between commas stand between a description and a
  /// name.
  private func isAppositionGap(_ gap: TokenRange, _ words: WordTypes) -> Bool {
    guard let comma = gap.first, gap.count <= 7, words[segment.tokens[comma]].mark == .comma else {
      return false
    }
    return gap.dropFirst().allSatisfy { index in
      let type = words[segment.tokens[index]]
      return type.mark == .comma || type.mark == .hyphen
        || segment.tokens[index].kind != .mark && Self.describes(index, in: segment, words)
    }
  }

  /// Whether a word may stand between the comma of an apposition and its name: a capital, an article, a title,
  /// an adjective or a noun, but no participle that opens a clause.
  static func describes(_ index: Int, in segment: Segment, _ words: WordTypes) -> Bool {
    let token = segment.tokens[index]
    let type = words[token]
    if type.traits.contains(.capitalised) || type.isPeople || type.roles.contains(.determiner) {
      return true
    }
    if type.traits.contains(.title) || type.roles.contains(.tenure) { return true }
    let isProgressive =
      words.spelling(token).suffixes[2] == words.language.progressiveSuffix
    return token.kind == .word && type.mayDescribe && !isProgressive
  }

  private func plainHead(among persons: [Person]) -> Int? {
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
  private func holder(among persons: [Person]) -> Int? {
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
  func company(among persons: [Person], _ words: WordTypes) -> [Int] {
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
}
