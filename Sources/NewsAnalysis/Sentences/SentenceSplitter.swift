// Finds where sentences end within a paragraph.

import ArticleModel

/// Splits the tokens of a paragraph into sentences.
///
/// A sentence ends behind a period, question mark, exclamation mark or ellipsis and the closing marks
/// after it, unless what follows goes on: a small letter, or "he said" behind a quotation.
struct SentenceSplitter {
  let words: WordTypes

  /// Appends the sentences of a range of tokens to `sentences`.
  func split(_ range: TokenRange, of tokens: [Token], into sentences: inout [Segment.Sentence]) {
    var start = range.lowerBound
    var at = start
    while at < range.upperBound {
      let mayEnd = words[tokens[at]].mayEndSentence
      let next = mayEnd ? afterEnd(at, in: range, tokens: tokens) : nil
      at += 1
      guard let next else { continue }
      sentences.append(Segment.Sentence(tokens: start..<next))
      start = next
      at = next
    }
    if start < range.upperBound {
      sentences.append(Segment.Sentence(tokens: start..<range.upperBound))
    }
  }

  /// Where the next sentence starts when one ends with the token at `index`, whose word may end one; nil when it goes
  /// on.
  private func afterEnd(_ index: Int, in range: TokenRange, tokens: [Token]) -> Int? {
    let type = words[tokens[index]]
    let isAbbreviation = type.traits.contains(.abbreviation)
    var next = index + 1
    while next < range.upperBound, closes(tokens[next]) { next += 1 }
    guard next < range.upperBound else { return next }
    guard tokens[next].isSpaced, startsSentence(next, tokens) else { return nil }
    if isAbbreviation { return endsAfterAbbreviation(type, next, tokens) ? next : nil }
    if tokens[next].kind == .number, index > 0, words[tokens[index - 1]].roles.contains(.numberSign)
    {
      return nil
    }
    if isOrdinal(index, before: next, tokens) { return nil }
    let isQuoted = tokens[next - 1].kind == .quotationMark
    let isStop = type.mark == .period
    return isQuoted && isReportingTail(next, isWhole: isStop, in: range, tokens) ? nil : next
  }

  /// "3. März": a day before its month, in languages that write ordinal numbers with a period.
  private func isOrdinal(_ index: Int, before next: Int, _ tokens: [Token]) -> Bool {
    guard words.language.capitalisesNouns, index > 0, next == index + 1,
      tokens[index - 1].kind == .number, tokens[index - 1].end - tokens[index - 1].start < 3
    else { return false }
    return words[tokens[next]].traits.contains(.calendar)
  }

  /// A mark that belongs to the sentence before it.
  private func closes(_ token: Token) -> Bool {
    guard !token.isSpaced else { return false }
    if token.kind == .quotationMark { return true }
    switch words[token].mark {
    case .closeParenthesis, .closeBracket, .period, .question, .exclamation, .ellipsis, .threeDots:
      return true
    default: return false
    }
  }

  private func startsSentence(_ index: Int, _ tokens: [Token]) -> Bool {
    let token = tokens[index]
    switch token.kind {
    case .number: return true
    case .word: return words[token].traits.contains(.capitalised)
    case .quotationMark: return true
    case .mark: return [.openParenthesis, .openBracket, .emDash].contains(words[token].mark)
    }
  }

  /// After "U.S." or "Inc." only a capitalised function word or a quotation starts a sentence.
  private func endsAfterAbbreviation(_ type: WordType, _ next: Int, _ tokens: [Token]) -> Bool {
    guard !type.traits.contains(.precedesName) else { return false }
    if tokens[next].kind == .quotationMark { return true }
    let traits = words[tokens[next]].traits
    return !traits.isDisjoint(with: [.determiner, .pronoun, .conjunction, .preposition])
      && traits.contains(.capitalised) && !traits.contains(.allCapitals)
  }

  /// "Smith said" and "President Putin told reporters" behind a question in quotation marks; behind a period,
  /// where a sentence of its own may start as well, only when nothing follows the verb.
  private func isReportingTail(
    _ index: Int, isWhole: Bool, in range: TokenRange, _ tokens: [Token]
  ) -> Bool {
    for at in index..<min(index + 5, range.upperBound) {
      let traits = words[tokens[at]].traits
      if traits.contains(.speechVerb), traits.isDisjoint(with: [.baseForm, .gerund]) {
        return at > index && (!isWhole || endsAt(at + 1, in: range, tokens))
      }
      guard traits.contains(.capitalised) || words[tokens[at]].roles.contains(.definiteArticle)
      else { return false }
      if at == index, traits.contains(.pronoun) { continue }
      if at > index, !traits.isDisjoint(with: [.determiner, .conjunction]) { return false }
    }
    return false
  }

  private func endsAt(_ index: Int, in range: TokenRange, _ tokens: [Token]) -> Bool {
    index >= range.upperBound || words[tokens[index]].mark?.endsSentence == true
  }
}

extension WordType {
  /// Whether a sentence may end with it: the mark at its end, or an abbreviation.
  fileprivate var mayEndSentence: Bool {
    traits.contains(.abbreviation) || mark?.endsSentence == true
  }
}
