// What an introduction with a colon makes somebody's words, although no mark does.
//
//   She also said:                        Senator Browne replied: No, I don't.
//   - The levy would stay until 2030.

import ArticleModel

/// Finds words behind a verb of saying and a colon: in the same sentence, in a list, in a block quotation.
struct IntroducedWords {
  let segment: Segment
  let words: WordTypes
  let stretches: [QuotedStretch]

  /// How sure these rules are.
  private static let confidence = 0.85
  /// A source has no more tokens.
  private static let longestSource = 10

  /// Of a list no more items are looked at.
  private static let longestList = 64

  private typealias Cue = (cue: TokenRange, source: TokenRange)

  private func type(_ index: Int) -> WordType { words[segment.tokens[index]] }

  /// The attribution that a whole paragraph is, if it is one.
  func attribution(of index: Int) -> Attribution? {
    let paragraph = segment.paragraphs[index]
    if paragraph.kind == .listItem || paragraph.kind == .blockQuotation {
      return introduced(paragraph, at: index)
    }
    return replied(paragraph)
  }

  // MARK: Lists and block quotations

  private func introduced(_ paragraph: Segment.Paragraph, at index: Int) -> Attribution? {
    var before = index - 1
    let limit = max(0, index - Self.longestList)
    while before >= limit, segment.paragraphs[before].kind == paragraph.kind { before -= 1 }
    guard before >= limit, let last = segment.paragraphs[before].sentences.last else { return nil }
    let sentence = segment.sentences[last].tokens
    guard let colon = sentence.last, type(colon).mark == .colon, !isQuoted(paragraph.tokens),
      let found = cue(before: colon, in: sentence), !hasCue(paragraph.tokens)
    else { return nil }
    let start = paragraph.tokens.first { type($0).lowerHash != Self.sign }
    let content = (start ?? paragraph.tokens.upperBound)..<contentEnd(of: paragraph.tokens)
    guard !content.isEmpty else { return nil }
    var attribution = Attribution(
      contents: [content], source: found.source, cue: found.cue, confidence: Self.confidence)
    attribution.isTurn = paragraph.kind == .blockQuotation
    return attribution
  }

  private static let sign = LowercaseHash.of(">")

  private func contentEnd(of range: TokenRange) -> Int {
    guard let last = range.last, type(last).mark == .period || type(last).mark == .semicolon else {
      return range.upperBound
    }
    return last
  }

  private func isQuoted(_ range: TokenRange) -> Bool {
    let index = stretches.partition { $0.tokens.upperBound > range.lowerBound }
    return index < stretches.count && stretches[index].tokens.lowerBound == range.lowerBound
  }

  /// Whether an item has a subject that says something itself.
  private func hasCue(_ range: TokenRange) -> Bool {
    range.dropFirst().contains { isCue($0) && type($0 - 1).traits.contains(.capitalised) }
  }

  // MARK: Sentences

  /// "Senator Browne replied: No, I don't, and I've said this before.", a whole paragraph.
  private func replied(_ paragraph: Segment.Paragraph) -> Attribution? {
    guard let first = paragraph.sentences.first else { return nil }
    let sentence = segment.sentences[first].tokens
    guard
      let colon = sentence.prefix(Self.longestSource + 4).first(where: { type($0).mark == .colon }),
      colon + 2 < sentence.upperBound, !isQuoted(colon + 1..<sentence.upperBound),
      let found = cue(before: colon, in: sentence), found.cue.upperBound == colon,
      found.source.lowerBound == sentence.lowerBound,
      type(colon + 1).traits.contains(.capitalised)
    else { return nil }
    let content = colon + 1..<paragraph.tokens.upperBound
    guard content.contains(where: { type($0).roles.contains(.firstPerson) }),
      !content.contains(where: { segment.tokens[$0].kind == .quotationMark })
    else { return nil }
    var attribution = Attribution(
      contents: [content], source: found.source, cue: found.cue, confidence: Self.confidence)
    attribution.isTurn = true
    return attribution
  }

  // MARK: Cues

  /// The last verb of saying before a colon, and its subject.
  private func cue(before colon: Int, in sentence: TokenRange) -> Cue? {
    guard let verb = (sentence.lowerBound..<colon).last(where: isCue) else { return nil }
    var end = verb
    while end > sentence.lowerBound,
      !type(end - 1).traits.isDisjoint(with: [.adverb, .auxiliary])
    {
      end -= 1
    }
    var start = end
    while start > sentence.lowerBound, end - start < Self.longestSource, isPartOfSource(start - 1) {
      start -= 1
    }
    return start < end ? (verb..<verb + 1, start..<end) : nil
  }

  private func isCue(_ index: Int) -> Bool {
    let traits = type(index).traits
    return traits.contains(.speechVerb) && !traits.isDisjoint(with: [.past, .thirdPerson])
      && traits.isDisjoint(with: [.capitalised, .gerund])
  }

  private func isPartOfSource(_ index: Int) -> Bool {
    let type = type(index)
    if segment.tokens[index].kind != .word { return type.mark == .hyphen }
    return type.traits.isDisjoint(with: [.conjunction, .auxiliary])
      && (type.traits.isDisjoint(with: .cueVerb) || type.traits.contains(.capitalised))
  }
}
