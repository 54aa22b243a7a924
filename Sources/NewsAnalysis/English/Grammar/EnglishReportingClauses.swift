// Clauses beside direct speech, read from the form of their words: a verb and a noun phrase, in either order.
//
//   “…,” vowed the mayor      “…,” the mayor later told reporters      The mayor shrugged: “…”

import ArticleModel

/// Finds reporting clauses in English, whatever their verb.
struct EnglishReportingClauses: ReportingClauseReader {
  let phrases: EnglishNounPhrases

  init(segment: Segment, words: WordTypes) {
    phrases = EnglishNounPhrases(segment: segment, words: words)
  }

  /// How well a word would do as the verb of a reporting clause.
  enum Grade: Int, Comparable {
    /// A past form, whatever it means.
    case finite
    /// A way of speaking or thinking.
    case manner
    /// A verb of saying.
    case saying

    static func < (a: Grade, b: Grade) -> Bool { a.rawValue < b.rawValue }
  }

  // MARK: Behind

  func clause(behind index: Int, to end: Int, quoted: QuotedForm) -> ReportingClause? {
    let found = according(index, to: end) ?? inverted(index, to: end) ?? straight(index, to: end)
    guard var found, isEnough(found, at: index, quoted) else { return nil }
    found.via = TokenRange(from: found.end + 1, to: end).first {
      phrases.known($0) == .according && phrases.mark($0 - 1) == .comma
    }.flatMap { according($0, to: end)?.source }
    return found
  }

  /// Whether a clause proves that the words between marks are spoken. A comma before the closing mark, or a
  /// question mark before a small letter, leaves little else; a title or a full stop asks for more.
  private func isEnough(_ clause: ReportingClause, at index: Int, _ quoted: QuotedForm) -> Bool {
    guard let grade = grade(of: clause) else { return true }
    let isObjectless = !takesObject(clause)
    switch quoted.ending {
    case .comma, .question, .exclamation, .emDash, .enDash, .doubleHyphen, .ellipsis, .threeDots:
      if quoted.isTitleLike || !quoted.opensClause {
        return grade >= .manner && isObjectless
      }
      return grade > .finite || !startsAnew(index)
    default:
      return grade == .saying && isObjectless && quoted.opensClause && !startsAnew(index)
    }
  }

  private func grade(of clause: ReportingClause) -> Grade? {
    clause.cue.compactMap { phrases.grade($0) }.max()
  }

  /// Whether the word is written like the first of a sentence: “It hurts!” She left.
  private func startsAnew(_ index: Int) -> Bool {
    let traits = phrases.traits(index)
    let mark = phrases.known(index - 1) == nil ? phrases.mark(index - 2) : nil
    return traits.contains(.capitalised) && mark?.endsSentence == true
      && !traits.isDisjoint(with: [.determiner, .pronoun, .conjunction, .preposition, .adverb])
  }

  /// "describes a harbour", "won the prize": a verb behind its subject that takes a noun phrase.
  private func takesObject(_ clause: ReportingClause) -> Bool {
    guard clause.source.lowerBound < clause.cue.lowerBound else { return false }
    let next = clause.cue.upperBound
    return phrases.traits(next).contains(.determiner)
      && !phrases.traits(next - 1).contains(.addressingVerb)
  }

  /// "according to the mayor"
  private func according(_ index: Int, to end: Int) -> ReportingClause? {
    guard phrases.known(index) == .according, phrases.known(index + 1) == .to else { return nil }
    let source = phrases.subject(from: index + 2, to: end)
    return source.map { ReportingClause(cue: index..<index + 2, source: $0) }
  }

  /// "vowed the mayor", "quietly added Ines Vogt", "chimed in a neighbour"
  private func inverted(_ index: Int, to end: Int) -> ReportingClause? {
    let verb = phrases.behindAdverbs(index, to: end)
    guard verb < end, let grade = phrases.grade(verb), !phrases.isNaming(verb),
      phrases.known(verb) != .told
    else { return nil }
    var next = verb + 1
    if phrases.isParticle(next), next + 1 < end { next += 1 }
    guard phrases.startsSubject(next, to: end, isSure: grade > .finite),
      let source = phrases.subject(from: next, to: end)
    else { return nil }
    return ReportingClause(cue: verb..<next, source: source)
  }

  /// "the mayor vowed", "Ines Vogt, the mayor, later told reporters"
  private func straight(_ index: Int, to end: Int) -> ReportingClause? {
    let start = phrases.behindAdverbs(index, to: end)
    guard phrases.startsSubject(start, to: end, isSure: true),
      let (source, verb) = phrases.subjectAndVerb(from: start, to: end)
    else { return nil }
    return ReportingClause(cue: verb, source: source)
  }

  // MARK: Before

  func clause(before index: Int, from start: Int, quoted: QuotedForm) -> ReportingClause? {
    let starts = TokenRange(from: start, to: index).reversed().filter {
      $0 == start || phrases.mark($0 - 1) == .comma
    }
    for start in starts.prefix(4) {
      if let found = straight(start, to: index),
        !TokenRange(from: found.cue.upperBound, to: index).contains(where: phrases.isFinite),
        !quoted.isTitleLike || grade(of: found) == .saying
      {
        return found
      }
    }
    return nil
  }

  // MARK: Referring to

  func isPointer(_ cue: TokenRange) -> Bool {
    cue.first.flatMap { phrases.type($0) }.map { Self.pointers.contains($0.lowerHash) } ?? false
  }

  private static let pointers = WordSet("referring alluding speaking gesturing pointing nodding")
}
