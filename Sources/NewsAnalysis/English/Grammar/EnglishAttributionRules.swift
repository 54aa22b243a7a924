// Forms of reported speech that grammar makes sure, painted over what the model said.
//
//   According to X, …          …, according to X.          According to X, he said: …
//   X expressed concern about …      X expressed his willingness to …      … and called on Y to …
//   X claimed (, in a letter,) that …      X claimed he was …      in the words of X, “…”

import ArticleModel

/// Amends the labels of one paragraph.
struct EnglishAttributionRules {
  let segment: Segment
  let words: WordTypes
  let paragraph: TokenRange
  /// The labels, one a token of the paragraph.
  private(set) var labels: [AttributionLabel]
  /// Those who passed on what is said in their sentence.
  private(set) var via: [TokenRange] = []

  init(
    _ labels: [AttributionLabel], of paragraph: Segment.Paragraph, in segment: Segment,
    words: WordTypes
  ) {
    self.segment = segment
    self.words = words
    self.labels = labels
    self.paragraph = paragraph.tokens
    for index in paragraph.sentences { apply(to: segment.sentences[index].tokens) }
  }

  /// Rules look through the whole sentence; longer ones are no prose, and would take square time.
  private static let longestSentence = 200

  private mutating func apply(to sentence: TokenRange) {
    guard sentence.count <= Self.longestSentence else { return }
    for index in sentence {
      switch words[segment.tokens[index]].known {
      case .according: applyAccording(index, in: sentence)
      case .express, .expresses, .expressed, .expressing: applyExpression(index, in: sentence)
      case .and: applyCoordination(index, in: sentence)
      case .reported: applyReportedBy(index, in: sentence)
      case .that: applyThatClause(index, in: sentence)
      case .of: applyWordsOf(index, in: sentence)
      default: break
      }
    }
    if sentence.contains(where: { isFiniteVerb($0) }) {
      applyBareClause(sentence)
      applyTrailing(sentence)
      applyTrailingOccasion(sentence)
      applyInterruption(sentence)
    }
    clearOccasion(sentence)
  }

  // MARK: Labels

  subscript(index: Int) -> AttributionLabel {
    paragraph.contains(index) ? labels[index - paragraph.lowerBound] : .outside
  }

  mutating func paint(_ part: AttributionLabel.Part?, _ range: TokenRange) {
    for index in range where paragraph.contains(index) {
      let label = part.map { index == range.lowerBound ? $0.first : $0.rest } ?? .outside
      labels[index - paragraph.lowerBound] = label
    }
  }

  func type(_ index: Int) -> WordType? {
    paragraph.contains(index) ? words[segment.tokens[index]] : nil
  }

  func known(_ index: Int) -> EnglishWord? { type(index)?.known }

  func mark(_ index: Int) -> Mark? { type(index)?.mark }

  func traits(_ index: Int) -> WordTraits { type(index)?.traits ?? [] }

  func has(_ part: AttributionLabel.Part, in range: TokenRange) -> Bool {
    range.contains { self[$0].part == part }
  }

  // MARK: According to

  private mutating func applyAccording(_ index: Int, in sentence: TokenRange) {
    guard known(index + 1) == .to, index + 2 < sentence.upperBound else { return }
    let isOpening = (sentence.lowerBound..<index).allSatisfy { !isSubstance($0) }
    let source = reporter(from: index + 2, in: sentence, isOpening: isOpening)
    guard !source.isEmpty, source.count <= 16 else { return }
    let hasComma = mark(source.upperBound) == .comma
    let after = TokenRange(
      from: source.upperBound + (hasComma ? 1 : 0), to: contentEnd(of: sentence))
    if isOpening, hasComma || after.count > 3 && !isRelative(source.upperBound) {
      if has(.source, in: after), has(.cue, in: after) {
        paint(nil, index..<source.upperBound)
        via.append(source)
        return
      }
      if !after.isEmpty, !has(.content, in: after) { paint(.content, after) }
    } else if let start = statementStart(before: index, in: sentence) {
      paint(.content, TokenRange(from: start, to: trimmedEnd(index, from: start)))
    }
    paint(.cue, index..<index + 2)
    if !has(.source, in: source) { paint(.source, source) }
  }

  /// Where the statement begins that "…, according to X" reports: with the sentence, unless somebody else says
  /// part of it.
  private func statementStart(before index: Int, in sentence: TokenRange) -> Int? {
    guard has(.content, in: sentence) else { return contentStart(of: sentence) }
    let end = trimmedEnd(index, from: sentence.lowerBound)
    let start = contentStart(of: sentence)
    let isAllOne =
      mark(index - 1) == .comma && self[end - 1].part == .content
      && !(start..<end).contains { [.source, .cue].contains(self[$0].part) }
    return isAllOne ? start : nil
  }

  /// A word that says something by itself, unlike "However," at the start of a sentence.
  func isSubstance(_ index: Int) -> Bool {
    let isWord = segment.tokens[index].kind != .mark
    return isWord && traits(index).isDisjoint(with: [.conjunction, .adverb])
      && ![.however, .meanwhile, .but, .and, .so].contains(known(index))
  }

  /// Where a noun phrase that starts at `index` ends: at a comma, a verb, a mark.
  func phraseEnd(_ index: Int, in sentence: TokenRange) -> Int {
    var end = index
    while end < sentence.upperBound {
      if segment.tokens[end].kind == .mark, mark(end) != .hyphen { break }
      if isRelative(end) { break }
      end += 1
    }
    return end
  }

  private func isRelative(_ index: Int) -> Bool { [.who, .which, .that].contains(known(index)) }

  func contentStart(of sentence: TokenRange) -> Int {
    sentence.first { isSubstance($0) && segment.tokens[$0].kind != .mark } ?? sentence.lowerBound
  }

  /// The sentence's end without its final marks.
  func contentEnd(of sentence: TokenRange) -> Int {
    trimmedEnd(sentence.upperBound, from: sentence.lowerBound)
  }

  func trimmedEnd(_ end: Int, from start: Int) -> Int {
    var end = end
    while end > start, segment.tokens[end - 1].kind == .mark { end -= 1 }
    return end
  }

  // MARK: Expressed concern

  private mutating func applyExpression(_ verb: Int, in sentence: TokenRange) {
    guard let noun = speechNoun(after: verb, in: sentence) else { return }
    let isOwn = [.his, .her, .their, .its].contains(known(verb + 1))
    let topic = isOwn ? verb + 1 : topicStart(after: noun, in: sentence)
    guard let topic else { return }
    let end = clauseEnd(from: max(topic, noun), in: sentence)
    guard topic < end else { return }
    paint(.cue, isOwn ? verb..<verb + 1 : verb..<noun + 1)
    paint(nil, TokenRange(from: isOwn ? verb + 1 : noun + 1, to: topic))
    paint(.content, topic..<end)
    if known(end) == .and { paint(nil, end..<end + 1) }
    clearAdverbs(before: verb, in: sentence)
    paintSubject(before: verb, in: sentence)
    if known(verb - 1) == .and { paint(nil, verb - 1..<verb) }
  }

  /// The noun of "expressed (great) concern": at most three words on.
  private func speechNoun(after verb: Int, in sentence: TokenRange) -> Int? {
    TokenRange(from: verb + 1, to: min(verb + 5, sentence.upperBound)).first {
      traits($0).contains(.speechNoun)
    }
  }

  /// The preposition or "that" with which the matter of the concern begins.
  private func topicStart(after noun: Int, in sentence: TokenRange) -> Int? {
    let limit = min(noun + 14, sentence.upperBound)
    for index in TokenRange(from: noun + 1, to: limit) {
      if [.about, .over, .that].contains(known(index)) { return index }
      if segment.tokens[index].kind == .mark || known(index) == .and { return nil }
    }
    return [.to, .at, .with, .of, .for].contains(known(noun + 1)) ? noun + 1 : nil
  }

  /// Where a clause ends: with the sentence, or before "and" with another cue.
  func clauseEnd(from start: Int, in sentence: TokenRange) -> Int {
    for index in TokenRange(from: start, to: sentence.upperBound)
    where known(index) == .and && isFiniteCue(index + 1) { return index }
    return contentEnd(of: sentence)
  }

  /// Whether a word is a verb of saying or thinking with a subject.
  func isFiniteVerb(_ index: Int) -> Bool {
    let traits = traits(index)
    return !traits.isDisjoint(with: [.past, .thirdPerson])
      && !traits.isDisjoint(with: [.speechVerb, .thoughtVerb])
  }

  func isFiniteCue(_ index: Int) -> Bool {
    let traits = traits(index)
    return traits.contains(.speechVerb) && !traits.isDisjoint(with: [.past, .thirdPerson])
  }

  /// What stands between the subject and the verb is no content: "has so far only".
  private mutating func clearAdverbs(before verb: Int, in sentence: TokenRange) {
    var index = verb - 1
    while index >= sentence.lowerBound, self[index].part == .content,
      !traits(index).isDisjoint(with: [.auxiliary, .adverb])
    {
      paint(nil, index..<index + 1)
      index -= 1
    }
  }

  /// Takes the beginning of the sentence up to the verb as the source when the model saw none.
  mutating func paintSubject(before verb: Int, in sentence: TokenRange) {
    guard !has(.source, in: sentence.lowerBound..<verb) else { return }
    let start = contentStart(of: sentence)
    let end = TokenRange(from: start, to: verb).first {
      !traits($0).isDisjoint(with: [.auxiliary, .cueVerb, .adverb])
    }
    guard let end = end ?? (verb > start ? verb : nil), end > start, end - start <= 8,
      !(start..<end).contains(where: { segment.tokens[$0].kind == .mark })
    else { return }
    paint(.source, start..<end)
  }

  // MARK: And called on

  /// "… and called on Y to …" behind an attribution of the same subject.
  private mutating func applyCoordination(_ index: Int, in sentence: TokenRange) {
    let verb = index + 1
    let end = contentEnd(of: sentence)
    guard isFiniteCue(verb), has(.cue, in: sentence.lowerBound..<index),
      self[verb].part != .cue || !has(.content, in: TokenRange(from: verb, to: end)),
      let previous = (sentence.lowerBound..<index).last(where: { self[$0].part == .cue }),
      sharesForm(previous, verb), !(previous..<index).contains(where: { known($0) == .that })
    else { return }
    let isCall = [.called, .calls].contains(known(verb)) && [.on, .for].contains(known(verb + 1))
    let start = verb + (isCall ? 2 : 1)
    guard start < end, isCall || opensContent(start) else { return }
    paint(nil, index..<verb)
    paint(.cue, verb..<start)
    paint(.content, start..<end)
  }

  private func sharesForm(_ a: Int, _ b: Int) -> Bool {
    !traits(a).intersection(traits(b)).isDisjoint(with: [.past, .thirdPerson])
  }

  private func opensContent(_ index: Int) -> Bool {
    [.that, .whether, .to].contains(known(index)) || segment.tokens[index].kind == .quotationMark
  }

  // MARK: X said that

  /// "X claimed that …": the clause goes on to the end of the sentence, or to the next cue.
  private mutating func applyThatClause(_ index: Int, in sentence: TokenRange) {
    let verb = index - 1
    guard verb > sentence.lowerBound, isSaying(verb), self[verb].part != .content else {
      return applyDistantThat(index, in: sentence)
    }
    if self[index].part == .content { return extendClause(index, in: sentence) }
    guard self[verb].part == nil, self[index].part == nil else { return }
    let end = clauseEnd(from: index, in: sentence)
    let clause = TokenRange(from: index, to: end)
    guard clause.count > 2, clause.allSatisfy({ self[$0].part == nil }) else { return }
    paint(.cue, verb..<index)
    paint(.content, clause)
    if ![.and, .but].contains(known(verb - 1)) { paintSubject(before: verb, in: sentence) }
  }

  /// Completes a clause that the model cut short, when nothing else claims the rest of the sentence.
  private mutating func extendClause(_ index: Int, in sentence: TokenRange) {
    var end = index
    while end < sentence.upperBound, self[end].part == .content { end += 1 }
    let rest = TokenRange(from: end, to: clauseEnd(from: end, in: sentence))
    guard !rest.isEmpty, rest.allSatisfy({ self[$0].part == nil }) else { return }
    for index in rest { labels[index - paragraph.lowerBound] = .content }
  }

  // MARK: …, X said

  /// "…, the mayor said." and "…, said the mayor." behind what the model left alone.
  private mutating func applyTrailing(_ sentence: TokenRange) {
    let end = contentEnd(of: sentence)
    guard !has(.content, in: sentence),
      let comma = TokenRange(from: sentence.lowerBound, to: end).last(where: { mark($0) == .comma }
      )
    else { return }
    let tail = TokenRange(from: comma + 1, to: end)
    guard (2...9).contains(tail.count), let first = tail.first, let last = tail.last else { return }
    let verb = isSaying(last) ? last : first
    let source = verb == last ? first..<last : TokenRange(from: first + 1, to: end)
    guard isSaying(verb), isNounPhrase(source) else { return }
    let start = contentStart(of: sentence)
    guard comma - start > 2 else { return }
    paint(.content, start..<comma)
    paint(.cue, verb..<verb + 1)
    paint(.source, source)
  }

  func isSaying(_ index: Int) -> Bool {
    isFiniteCue(index) && !traits(index).contains(.thoughtVerb)
  }

  private func isNounPhrase(_ range: TokenRange) -> Bool {
    guard let first = range.first else { return false }
    let opens: WordTraits = [.determiner, .capitalised, .pronoun, .group, .role]
    return !traits(first).isDisjoint(with: opens)
      && range.allSatisfy { traits($0).isDisjoint(with: [.auxiliary, .conjunction, .gerund]) }
  }

  // MARK: As reported by

  /// Paints a clause that begins with a subject and its verb of saying: "Vogt stressed the importance of …", where
  /// all of it was taken for what somebody else reported.
  private mutating func statesSource(_ clause: TokenRange) -> Bool {
    guard let verb = clause.prefix(8).dropFirst().first(where: { isSaying($0) }) else {
      return false
    }
    let subject = clause.lowerBound..<verb
    let end = trimmedEnd(clause.upperBound, from: verb + 1)
    guard isNounPhrase(subject), end > verb + 1 else { return false }
    paint(.source, subject)
    paint(.cue, verb..<verb + 1)
    paint(.content, verb + 1..<end)
    return true
  }

  private mutating func applyReportedBy(_ index: Int, in sentence: TokenRange) {
    guard known(index + 1) == .by, known(index - 1) == .as || mark(index - 1) == .comma else {
      return
    }
    let source = TokenRange(from: index + 2, to: phraseEnd(index + 2, in: sentence))
    guard !source.isEmpty, has(.content, in: sentence.lowerBound..<index) else { return }
    let clause = sentence.lowerBound..<(known(index - 1) == .as ? index - 1 : index)
    guard has(.source, in: clause) || statesSource(clause) else { return }
    paint(nil, (known(index - 1) == .as ? index - 1 : index)..<source.upperBound)
    via.append(source)
  }
}
