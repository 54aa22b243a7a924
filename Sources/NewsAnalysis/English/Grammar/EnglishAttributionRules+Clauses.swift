// Reported clauses that no comma, "that" or quotation mark introduces, or that stand apart from their verb.
//
//   X claims she was sent away.      X explained, in a letter, that …      X told the paper that …
//   According to the ministry 300 people …      in the words of X, “…”

import ArticleModel

extension EnglishAttributionRules {
  // MARK: X claims she was

  /// "Paris claims she was sent away": a clause directly behind a verb that hardly takes anything else.
  mutating func applyBareClause(_ sentence: TokenRange) {
    for verb in sentence.dropFirst() {
      guard self[verb].part == nil || self[verb].part == .cue,
        let start = clauseStart(behind: verb, in: sentence)
      else { continue }
      let clause = TokenRange(from: start, to: clauseEnd(from: start, in: sentence))
      guard clause.count > 2, clause.allSatisfy({ self[$0].part == nil }) else { continue }
      paint(.cue, verb..<verb + 1)
      paint(.content, clause)
      paintSubject(before: verb, in: sentence)
      return
    }
  }

  /// Where the clause starts that a verb takes: behind it, or behind whom "told" names.
  private func clauseStart(behind verb: Int, in sentence: TokenRange) -> Int? {
    guard isFiniteVerb(verb) else { return nil }
    var start = verb + 1
    if known(verb) == .told {
      start = addresseeEnd(start, in: sentence)
      guard start > verb + 1 else { return nil }
    } else if !takesClause(verb) {
      return nil
    }
    return startsClause(start, in: sentence) ? start : nil
  }

  /// The end of "reporters", "her", "the BBC News" behind "told".
  private func addresseeEnd(_ start: Int, in sentence: TokenRange) -> Int {
    if !traits(start).isDisjoint(with: [.pronoun, .group]) { return start + 1 }
    var end = traits(start).contains(.determiner) ? start + 1 : start
    let first = end
    while end < sentence.upperBound, isNamePart(end) { end += 1 }
    return end > first ? end : start
  }

  private func takesClause(_ verb: Int) -> Bool {
    type(verb).map { Self.clauseVerbs.contains($0.lowerHash) } ?? false
  }

  private static let clauseVerbs = finiteForms(
    """
    say claim state argue assert insist maintain declare announce explain warn suggest stress
    emphasize emphasise admit acknowledge concede reveal note add observe predict allege contend
    affirm confirm testify complain conclude estimate believe think show
    """)

  /// The finite forms of verbs.
  private static func finiteForms(_ verbs: String) -> WordSet {
    var hashes = WordSet("")
    for verb in verbs.split(whereSeparator: \.isWhitespace) {
      Array(verb.utf8).withUnsafeBufferPointer { verb in
        VerbForms.forEach(of: verb) { form, trait in
          if trait != .gerund { hashes.insert(form) }
        }
      }
    }
    return hashes
  }

  /// Whether a clause starts at `index`: a pronoun as its subject, or a short noun phrase and a verb.
  private func startsClause(_ index: Int, in sentence: TokenRange) -> Bool {
    switch known(index) {
    case .he, .she, .they, .it, .we, .i, .there: return sentence.contains(index + 1)
    default: break
    }
    guard sentence.contains(index),
      segment.tokens[index].kind == .number || !traits(index).isDisjoint(with: Self.phraseStart)
    else { return false }
    return hasFiniteVerb(behind: index, in: sentence)
  }

  private static let phraseStart: WordTraits = [.determiner, .capitalised, .group]
  private static let longestSubject = 14

  private func hasFiniteVerb(behind start: Int, in sentence: TokenRange) -> Bool {
    let end = min(start + Self.longestSubject, sentence.upperBound)
    for index in TokenRange(from: start + 1, to: end) {
      let isHyphen = mark(index) == .hyphen
      if segment.tokens[index].kind == .quotationMark { return false }
      if segment.tokens[index].kind == .mark, !isHyphen { return false }
      if [.who, .which, .whom, .whose, .that, .to, .and].contains(known(index)) { return false }
      if traits(index).contains(.auxiliary) { return true }
    }
    return false
  }

  // MARK: X explained, in a letter, that

  /// "that" at a distance from its verb: behind "told the paper" or ", in a letter,".
  mutating func applyDistantThat(_ index: Int, in sentence: TokenRange) {
    guard self[index].part == nil, let verb = verb(before: index, in: sentence),
      self[verb].part == nil || self[verb].part == .cue
    else { return }
    let clause = TokenRange(from: index, to: clauseEnd(from: index, in: sentence))
    guard clause.count > 3, clause.allSatisfy({ self[$0].part == nil }) else { return }
    paint(nil, verb + 1..<index)
    paint(.cue, verb..<verb + 1)
    paint(.content, clause)
    paintSubject(before: verb, in: sentence)
  }

  private static let longestAside = 12

  /// The verb of saying before an aside between commas, or before the one who was told.
  private func verb(before that: Int, in sentence: TokenRange) -> Int? {
    let isAside = mark(that - 1) == .comma
    let first = max(sentence.lowerBound + 1, that - Self.longestAside)
    for index in TokenRange(from: first, to: that - 1).reversed() {
      if isAside {
        guard mark(index) == .comma else { continue }
        return isFiniteCue(index - 1) && takesClause(index - 1) ? index - 1 : nil
      }
      let traits = traits(index)
      if isFiniteCue(index), !traits.isDisjoint(with: .addressingVerb) || isReported(index) {
        return index
      }
      guard segment.tokens[index].isSpoken, traits.isDisjoint(with: [.auxiliary, .conjunction])
      else { return nil }
    }
    return nil
  }

  /// "said on Monday that", "wrote to her that": the verb, then a preposition or a day.
  private func isReported(_ verb: Int) -> Bool {
    takesClause(verb) && !traits(verb + 1).isDisjoint(with: [.preposition, .calendar])
  }

  // MARK: In the words of X

  /// "in the words of X, “…”": `index` is the "of".
  mutating func applyWordsOf(_ index: Int, in sentence: TokenRange) {
    guard known(index - 2) == .the, known(index - 3) == .in,
      type(index - 1)?.lowerHash == Self.words,
      let mark = TokenRange(from: index + 1, to: min(index + 14, sentence.upperBound)).first(
        where: {
          segment.tokens[$0].kind == .quotationMark
        })
    else { return }
    let source = TokenRange(from: index + 1, to: trimmedEnd(mark, from: index + 1))
    guard !source.isEmpty else { return }
    paint(nil, source)
    paint(.cue, index - 3..<index + 1)
    paint(.source, source)
  }

  private static let words = LowercaseHash.of("words")

  // MARK: According to X

  /// Whom "according to" names: up to a comma, over an apposition, or as far as a name goes.
  func reporter(from start: Int, in sentence: TokenRange, isOpening: Bool) -> TokenRange {
    let end = phraseEnd(start, in: sentence)
    guard isOpening else { return TokenRange(from: start, to: end) }
    let runsOn = TokenRange(from: start, to: end).contains { traits($0).contains(.auxiliary) }
    if mark(end) == .comma, !runsOn {
      let isOffice = traits(end - 1).contains(.role)
      return TokenRange(from: start, to: isOffice ? appositionEnd(end, in: sentence) : end)
    }
    return TokenRange(from: start, to: nameEnd(start, in: sentence) ?? end)
  }

  /// The end of ", Anna Weber," behind an office; `comma` when no name follows it.
  private func appositionEnd(_ comma: Int, in sentence: TokenRange) -> Int {
    var end = comma + 1
    while end < sentence.upperBound, end < comma + 6, isNamePart(end) { end += 1 }
    return end > comma + 1 && mark(end) == .comma ? end : comma
  }

  private func isNamePart(_ index: Int) -> Bool {
    traits(index).contains(.capitalised) || mark(index) == .hyphen
  }

  /// Where a name ends that no comma sets off: "the Interior Ministry | 300 people".
  private func nameEnd(_ start: Int, in sentence: TokenRange) -> Int? {
    var index = start
    if traits(index).contains(.determiner) { index += 1 }
    let first = index
    while index < sentence.upperBound {
      let joins =
        ([.of, .for].contains(known(index)) || mark(index) == .hyphen) && isNamePart(index + 1)
      guard isNamePart(index) || joins else { break }
      index += 1
    }
    if index == first, traits(index).contains(.group) { index += 1 }
    let next = traits(index)
    let startsClause =
      segment.tokens.indices.contains(index) && segment.tokens[index].kind == .number
      || !next.isDisjoint(with: [.determiner, .pronoun, .preposition])
    return index > first && startsClause ? index : nil
  }
}
