// Reads direct speech from the form of a paragraph: marks, the punctuation at them, a clause beside them.

import ArticleModel

/// Finds the quotations of a paragraph whose form tells who speaks.
struct DirectSpeechReader {
  let segment: Segment
  let words: WordTypes
  let paragraph: Segment.Paragraph
  let stretches: ArraySlice<QuotedStretch>
  private let clauses: any ReportingClauseReader

  init(
    _ paragraph: Segment.Paragraph, _ stretches: ArraySlice<QuotedStretch>, in segment: Segment,
    words: WordTypes
  ) {
    self.segment = segment
    self.words = words
    self.paragraph = paragraph
    self.stretches = stretches
    clauses = words.language.grammar.reportingClauses(in: segment, words: words)
  }

  /// The direct speech of the paragraph, in reading order; `parts` are what the model saw: where form leaves
  /// a choice, they decide.
  func speech(besides parts: [AttributionPart]) -> [DirectSpeech] {
    var found: [DirectSpeech] = []
    var free = paragraph.tokens.lowerBound
    for index in stretches.indices {
      let stretch = stretches[index].tokens
      if let last = found.last, last.contents.last == stretch { continue }
      let start = max(free, sentence(of: stretch.lowerBound).lowerBound)
      if let speech = speech(behind: index, from: start, parts)
        ?? speech(before: index, from: start, parts)
      {
        found.append(speech)
        free = max(free, speech.extent.upperBound)
      }
    }
    return found
  }

  // MARK: “…,” said the mayor

  private func speech(
    behind index: Int, from start: Int, _ parts: [AttributionPart]
  ) -> DirectSpeech? {
    let stretch = stretches[index]
    guard !stretch.goesOn, let form = form(of: stretch, from: start),
      let content = content(of: stretch.tokens, form, from: start, parts)
    else { return nil }
    var first = stretch.tokens.upperBound
    if let mark = mark(first), mark == .comma || mark.isDash { first += 1 }
    let end = limit(of: index, from: first)
    guard first < end, var clause = clauses.clause(behind: first, to: end, quoted: form) else {
      return nil
    }
    clause.source = source(of: clause, before: end, behind: index, parts)
    let next = continuation(of: clause, behind: index, to: end, parts)
    return DirectSpeech(
      contents: [content] + (next.map { [$0] } ?? []), clause: clause,
      extent: stretch.tokens.upperBound..<max(end, clause.end),
      pointers: parts.overlapping(first..<end).map(\.tokens).filter(clauses.isPointer))
  }

  /// Where the clause behind a stretch ends at the latest: with its sentence or before the next stretch.
  private func limit(of index: Int, from first: Int) -> Int {
    guard first < paragraph.tokens.upperBound else { return first }
    let end = sentence(of: first).upperBound
    let next = stretches[(index + 1)...].first { !isNickname($0.tokens) }
    return next.map { min(end, max($0.tokens.lowerBound, first)) } ?? end
  }

  /// Whether marks hold a name between the parts of a name: Ines “the Wave” Vogt.
  private func isNickname(_ stretch: TokenRange) -> Bool {
    stretch.count <= 5 && stretch.upperBound < paragraph.tokens.upperBound
      && mark(stretch.upperBound - 2) == nil
      && [stretch.lowerBound - 1, stretch.upperBound].allSatisfy {
        words[segment.tokens[$0]].traits.contains(.capitalised)
      }
  }

  /// What is said: the words between the marks, and those that lead to them when they are part of the same
  /// statement, as in "The levy “hurts the islands,” said Vogt"; nil when somebody else says that part.
  private func content(
    of stretch: TokenRange, _ form: QuotedForm, from start: Int, _ parts: [AttributionPart]
  ) -> TokenRange? {
    if form.opensClause { return stretch }
    let lead = start..<stretch.lowerBound
    let leading = parts.overlapping(lead)
    if leading.contains(where: { $0.part == .cue }) { return nil }
    let seen = leading.first {
      $0.part == .content && $0.tokens.upperBound + 1 >= lead.upperBound
    }
    if let seen { return max(seen.tokens.lowerBound, start)..<stretch.upperBound }
    if form.followsPause { return stretch }
    return form.isTitleLike ? nil : statementStart(lead)..<stretch.upperBound
  }

  /// Where a statement begins behind "Still," and "But".
  private func statementStart(_ lead: TokenRange) -> Int {
    lead.first { opensClause($0 + 1, from: lead.lowerBound) == false } ?? lead.lowerBound
  }

  /// The source without a relative clause in which somebody says something else, and with the title of a
  /// work at its end: "co-author of “Harbour Lights.”"
  private func source(
    of clause: ReportingClause, before end: Int, behind index: Int, _ parts: [AttributionPart]
  ) -> TokenRange {
    let source = clause.source
    let other = parts.overlapping(source).first {
      $0.part == .cue && source.contains($0.tokens.lowerBound) && $0.tokens != clause.cue
    }
    if let other, let cut = cut(of: source, before: other.tokens.lowerBound) {
      return source.lowerBound..<cut
    }
    let next = stretches.index(after: index)
    if next < stretches.endIndex, stretches[next].tokens.lowerBound == end,
      (min(source.upperBound, end - 1)..<end).allSatisfy({
        !words[segment.tokens[$0]].traits.isDisjoint(with: [.preposition, .determiner])
      })
    {
      return source.lowerBound..<stretches[next].tokens.upperBound
    }
    return source
  }

  /// Where the aside begins that holds a token: before a comma or "who".
  private func cut(of source: TokenRange, before token: Int) -> Int? {
    TokenRange(from: source.lowerBound + 1, to: token).last {
      mark($0) == .comma
        || words[segment.tokens[$0]].roles.contains(.relativeSubject)
          && mark($0 - 1) != .comma
    }
  }

  /// The second half of "“…,” she said, “…”", when nothing else is said between the two.
  private func continuation(
    of clause: ReportingClause, behind index: Int, to end: Int, _ parts: [AttributionPart]
  ) -> TokenRange? {
    guard clause.end < end,
      let next = stretches[(index + 1)...].first(where: { $0.tokens.lowerBound >= end })?.tokens,
      next.lowerBound == end, endsInPause(clause.end..<end)
    else { return nil }
    let isFree = !parts.overlapping(clause.end..<end).contains { $0.part == .cue }
    let isTitle = end > clause.end + 1 && segment.isTitle(next, words)
    return isFree && !isTitle ? next : nil
  }

  /// Whether words end in a comma, a colon or a dash, but for "and" and the like.
  private func endsInPause(_ range: TokenRange) -> Bool {
    guard let pause = range.last(where: { segment.tokens[$0].kind == .mark }) else { return false }
    let isPause: Bool =
      switch mark(pause) {
      case .comma, .colon, .semicolon, .enDash, .emDash, .doubleHyphen: true
      default: false
      }
    return isPause
      && TokenRange(from: pause + 1, to: range.upperBound).allSatisfy {
        words[segment.tokens[$0]].roles.contains(.coordinator)
      }
  }

  // MARK: The mayor vowed: “…”

  private func speech(
    before index: Int, from start: Int, _ parts: [AttributionPart]
  ) -> DirectSpeech? {
    let stretch = stretches[index]
    let open = stretch.tokens.lowerBound
    let start = max(
      start, index > stretches.startIndex ? stretches[index - 1].tokens.upperBound : 0)
    guard start < open, let mark = mark(open - 1), mark == .comma || mark == .colon,
      !stretch.goesOn, let form = form(of: stretch, from: start),
      mark == .colon || form.ending?.endsSentence == true,
      let clause = clauses.clause(before: open - 1, from: start, quoted: form),
      isIntroduction(clause, before: open - 1, from: start)
        || !parts.overlapping(start..<open).contains(where: { $0.part == .cue })
    else { return nil }
    return DirectSpeech(
      contents: [stretch.tokens], clause: clause, extent: clause.end..<open, pointers: [])
  }

  /// Whether a clause fills the space up to the pause before the marks, and nothing else stands there.
  private func isIntroduction(
    _ clause: ReportingClause, before pause: Int, from start: Int
  ) -> Bool {
    clause.source.lowerBound == start
      && TokenRange(from: clause.end, to: pause).allSatisfy {
        words[segment.tokens[$0]].traits.contains(.pronoun)
      }
  }

  // MARK: Form

  /// How the words of a stretch stand; nil when there are none.
  private func form(of stretch: QuotedStretch, from start: Int) -> QuotedForm? {
    let inner = stretch.tokens.dropFirst().dropLast(stretch.goesOn ? 0 : 1)
    guard inner.contains(where: { segment.tokens[$0].isSpoken }) else { return nil }
    return QuotedForm(
      ending: ending(of: stretch, inner), isTitleLike: segment.hasTitleCase(inner, words),
      opensClause: opensClause(stretch.tokens.lowerBound, from: start),
      followsPause: followsPause(stretch.tokens.lowerBound))
  }

  private func ending(of stretch: QuotedStretch, _ inner: TokenRange) -> Mark? {
    if mark(stretch.tokens.upperBound) == .comma { return .comma }
    var last = inner.upperBound - 1
    while last > inner.lowerBound, segment.tokens[last].kind == .quotationMark { last -= 1 }
    return mark(last)
  }

  /// Whether only conjunctions, adverbs and marks stand before a stretch.
  private func opensClause(_ open: Int, from start: Int) -> Bool {
    TokenRange(from: start, to: open).allSatisfy {
      segment.tokens[$0].kind == .mark
        || !words[segment.tokens[$0]].traits.isDisjoint(with: [.conjunction, .adverb])
    }
  }

  private func followsPause(_ open: Int) -> Bool {
    guard let mark = mark(open - 1) else { return false }
    return mark == .comma || mark == .colon || mark.isDash
  }

  private func mark(_ index: Int) -> Mark? {
    paragraph.tokens.contains(index) ? words[segment.tokens[index]].mark : nil
  }

  private func sentence(of token: Int) -> TokenRange {
    let at = segment.sentences.partition { $0.tokens.upperBound > token }
    return segment.sentences[at].tokens
  }
}
