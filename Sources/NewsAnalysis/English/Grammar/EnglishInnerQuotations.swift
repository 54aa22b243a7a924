// Quotations within quotations: “He told me, ‘No.’” and “I think that it will work.”

import ArticleModel

/// Finds what is quoted or reported within the words between quotation marks.
struct EnglishInnerQuotations {
  let segment: Segment
  let words: WordTypes
  let stretches: QuotedStretchFinder

  init(segment: Segment, words: WordTypes) {
    self.segment = segment
    self.words = words
    stretches = QuotedStretchFinder(segment: segment, words: words)
  }

  /// How sure these rules are.
  private static let confidence = 0.8

  /// The attributions within a stretch, in reading order.
  func attributions(in stretch: QuotedStretch) -> [Attribution] {
    let inner = TokenRange(
      from: stretch.tokens.lowerBound + 1,
      to: stretch.tokens.upperBound - (stretch.goesOn ? 0 : 1))
    let marked = stretches.stretches(inside: stretch.tokens).compactMap {
      attribution(of: $0.tokens, in: inner)
    }
    let reported = reported(in: inner).filter { other in
      !marked.contains { $0.contents[0].overlaps(other.contents[0]) }
    }
    return (marked + reported).sorted { $0.contents[0].lowerBound < $1.contents[0].lowerBound }
  }

  // MARK: Between marks

  /// How many words may stand between a cue and the marks, or in a subject.
  private static let reach = 5

  /// The attribution of marked words, when somebody says them; titles and scare quotes have no cue.
  private func attribution(of content: TokenRange, in range: TokenRange) -> Attribution? {
    guard let (cue, source) = before(content, in: range) ?? behind(content, in: range) else {
      return nil
    }
    return Attribution(
      contents: [content], source: source, cue: cue, confidence: Self.confidence)
  }

  /// "He told me, ‘…’"
  private func before(_ content: TokenRange, in range: TokenRange) -> (TokenRange, TokenRange)? {
    let first = max(range.lowerBound, content.lowerBound - Self.reach)
    for index in TokenRange(from: first, to: content.lowerBound).reversed() {
      if isCue(index) { return subject(before: index, in: range).map { (index..<index + 1, $0) } }
      let mark = words[segment.tokens[index]].mark
      guard segment.tokens[index].isSpoken || mark == .comma || mark == .colon else { return nil }
    }
    return nil
  }

  /// "‘…,’ he said" and "‘…,’ said the mayor"
  private func behind(_ content: TokenRange, in range: TokenRange) -> (TokenRange, TokenRange)? {
    let end = min(content.upperBound + Self.reach, range.upperBound)
    let tail = TokenRange(from: content.upperBound, to: end).prefix { segment.tokens[$0].isSpoken }
    guard
      let verb = tail.first(where: {
        isCue($0)
          && !words[segment.tokens[$0]].traits.isDisjoint(with: [.past, .thirdPerson])
      })
    else { return nil }
    if verb > tail.lowerBound { return (verb..<verb + 1, tail.lowerBound..<verb) }
    let source = TokenRange(from: verb + 1, to: tail.upperBound)
    return source.isEmpty ? nil : (verb..<verb + 1, source)
  }

  private func isCue(_ index: Int) -> Bool {
    let traits = words[segment.tokens[index]].traits
    return traits.contains(.speechVerb)
      && !traits.isDisjoint(with: [.past, .thirdPerson, .baseForm, .gerund])
  }

  /// The subject before a verb: a pronoun, or the words back to a mark, a conjunction or another verb.
  private func subject(before verb: Int, in range: TokenRange) -> TokenRange? {
    var end = verb
    while end > range.lowerBound, isLight(end - 1) { end -= 1 }
    var start = end
    while start > range.lowerBound, end - start < Self.reach {
      let token = segment.tokens[start - 1]
      let traits = words[token].traits
      guard token.isSpoken, traits.isDisjoint(with: [.conjunction, .auxiliary, .cueVerb]) else {
        break
      }
      start -= 1
      if traits.contains(.pronoun) { break }
    }
    return start < end ? start..<end : nil
  }

  /// Auxiliaries and adverbs between a subject and its verb.
  private func isLight(_ index: Int) -> Bool {
    !words[segment.tokens[index]].traits.isDisjoint(with: [.auxiliary, .adverb])
  }

  // MARK: I think that

  /// Clauses behind "I think" and "we believe".
  private func reported(in range: TokenRange) -> [Attribution] {
    var found: [Attribution] = []
    var at = range.lowerBound
    while at < range.upperBound {
      defer { at += 1 }
      guard isFirstPerson(at) else { continue }
      var verb = at + 1
      while verb < range.upperBound, isLight(verb), verb - at < Self.reach { verb += 1 }
      guard verb < range.upperBound, takesClause(verb),
        opensClause(verb + 1, behind: verb, in: range)
      else { continue }
      let content = verb + 1..<clauseEnd(from: verb + 1, in: range)
      guard content.count > 2 else { continue }
      found.append(
        Attribution(
          contents: [content], source: at..<at + 1, cue: verb..<verb + 1,
          confidence: Self.confidence))
      at = content.upperBound - 1
    }
    return found
  }

  private func isFirstPerson(_ index: Int) -> Bool {
    let known = words[segment.tokens[index]].known
    return known == .i || known == .we
  }

  private func takesClause(_ index: Int) -> Bool {
    let traits = words[segment.tokens[index]].traits
    return !traits.isDisjoint(with: [.speechVerb, .thoughtVerb])
      && !traits.isDisjoint(with: [.baseForm, .past])
  }

  /// Behind "I think" nearly everything is a clause, behind "I said" what begins like one.
  private func opensClause(_ index: Int, behind verb: Int, in range: TokenRange) -> Bool {
    guard range.contains(index) else { return false }
    let type = words[segment.tokens[index]]
    if Self.opinions.contains(words[segment.tokens[verb]].lowerHash) {
      return !type.traits.isDisjoint(with: [.determiner, .capitalised, .pronoun, .group])
        || type.known == .that
    }
    switch type.known {
    case .that, .he, .she, .it, .they, .we, .i, .you, .there: return true
    default: return false
    }
  }

  private static let opinions = WordSet(
    "think thought believe believed guess suppose reckon")

  /// The end of the sentence within the quotation, without its final mark.
  private func clauseEnd(from start: Int, in range: TokenRange) -> Int {
    var end = start
    while end < range.upperBound {
      let type = words[segment.tokens[end]]
      if type.mark?.endsSentence == true || type.mark == .semicolon { break }
      end += 1
    }
    while end > start, segment.tokens[end - 1].kind == .mark { end -= 1 }
    return end
  }
}
