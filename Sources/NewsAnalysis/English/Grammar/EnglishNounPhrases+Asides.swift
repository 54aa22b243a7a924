// Appositions and relative clauses behind a noun phrase, and where they end.
//
//   Ines Vogt, 34, a baker on Hallig Island      the mayor, who left early

import ArticleModel

extension EnglishNounPhrases {
  /// The longest apposition or relative clause.
  private static let longestAside = 30

  /// The end of an apposition or a relative clause that starts at `index`; nil when there is none.
  func asideEnd(_ index: Int, to end: Int) -> Int? {
    guard index < end else { return nil }
    if isRelative(index) { return asideLimit(index + 1, to: end, isClause: true) }
    guard mark(index) == .comma, opensAside(index + 1, to: end) else { return nil }
    return asideLimit(index + 2, to: end, isClause: isRelative(index + 1))
  }

  private func isRelative(_ index: Int) -> Bool { [.who, .whose].contains(known(index)) }

  /// What stands behind a comma and describes the noun before it: "the mayor", "34", "now a baker",
  /// "and a friend".
  private func opensAside(_ index: Int, to end: Int) -> Bool {
    guard index < end else { return false }
    switch known(index) {
    case .who, .whose, .of: return true
    case .and: return known(index + 1) == .a || known(index + 1) == .an
    case .that, .which, .according, .there: return false
    default: break
    }
    if isQuestioned(index) { return true }
    if kind(index) == .number { return true }
    let traits = traits(index)
    let isOffice = !self.traits(index + 1).isDisjoint(with: .role)
    guard kind(index) == .word, grade(index) == nil, isOffice || !isProgressive(index) else {
      return false
    }
    if isAdverb(index) { return known(index + 1) == .a || known(index + 1) == .an }
    if traits.contains(.determiner) || traits.contains(.capitalised) {
      return !isDay(index) && traits.isDisjoint(with: [.preposition, .conjunction])
    }
    return traits.isDisjoint(with: Self.closed) && !traits.contains(.calendar)
  }

  /// "asked if they would do it again": what somebody answers.
  private func isQuestioned(_ index: Int) -> Bool {
    let verb = known(index) == .when ? index + 1 : index
    guard type(verb).map({ Self.questioned.contains($0.lowerHash) }) ?? false else { return false }
    switch known(verb + 1) {
    case .if, .whether, .about, .what, .why, .how, .when, .where, .who, .by: return true
    default: return false
    }
  }

  private static let questioned = WordSet("asked pressed questioned quizzed")

  /// Where an aside ends: at a comma or another mark, or, unless it is a clause, before what tells when and
  /// where it was said.
  private func asideLimit(_ start: Int, to end: Int, isClause: Bool) -> Int {
    var at = start
    let limit = min(end, start + Self.longestAside)
    while at < limit, !endsAside(at), isClause || !tellsOccasion(at) { at += 1 }
    return at
  }

  private func endsAside(_ index: Int) -> Bool {
    guard let mark = mark(index) else { return false }
    return mark == .comma || mark.isDash || mark == .colon || mark == .semicolon
      || mark.endsSentence
  }

  /// "on Monday", "after the vote", "in an interview"
  func tellsOccasion(_ index: Int) -> Bool {
    switch known(index) {
    case .on: return isDay(index + 1)
    case .in:
      guard known(index + 1) == .a || known(index + 1) == .an else { return false }
      return (index + 2..<index + 4).contains { at in
        type(at).map { Self.occasions.contains($0.lowerHash) } ?? false
      }
    case .after, .before, .when, .while, .because, .if, .until: return true
    default: return isDay(index) && !traits(index - 1).contains(.preposition)
    }
  }

  private static let occasions = WordSet(
    "interview statement letter speech email call phone telephone tweet post memo message briefing")

  /// "Monday" and "March" as times, which belong to the verb rather than to a noun.
  func isDay(_ index: Int) -> Bool {
    let traits = traits(index)
    return traits.contains(.calendar) && traits.contains(.capitalised)
      && !traits.contains(.firstName)
  }
}
