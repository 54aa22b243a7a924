// Words that are signed instead of introduced: pull quotes and mottoes.
//
//   “The sea decides.” – Ida Kern          The sea decides. We only listen. Ida Kern, harbour master

import ArticleModel

/// Finds paragraphs that are a quotation with the name of the speaker at their end.
struct SignatureRule {
  let segment: Segment
  let words: WordTypes
  /// The names of persons in the segment, in reading order.
  let persons: [TokenRange]

  /// The longest signature, in tokens: a name and an office.
  private static let longest = 14
  /// The shortest signed text without quotation marks.
  private static let shortest = 6

  /// The attribution that a whole paragraph is, if it is one.
  func attribution(
    of paragraph: Segment.Paragraph, _ stretches: ArraySlice<QuotedStretch>
  ) -> Attribution? {
    if let stretch = stretches.first, stretch.tokens.lowerBound == paragraph.tokens.lowerBound {
      return dashed(stretch.tokens, in: paragraph.tokens)
    }
    return stretches.isEmpty ? plain(paragraph) : nil
  }

  /// “…” – Ida Kern
  private func dashed(_ content: TokenRange, in paragraph: TokenRange) -> Attribution? {
    let dash = content.upperBound
    guard dash + 1 < paragraph.upperBound, segment.tokens[dash].isSpaced,
      let mark = words[segment.tokens[dash]].mark, mark.isDash || mark == .hyphen,
      isSignature(dash + 1..<paragraph.upperBound)
    else { return nil }
    return signed(content, by: dash + 1..<paragraph.upperBound, confidence: 0.9)
  }

  /// A paragraph whose last sentence is a name without a period.
  private func plain(_ paragraph: Segment.Paragraph) -> Attribution? {
    guard paragraph.sentences.count > 1, let last = paragraph.sentences.last else { return nil }
    let tail = segment.sentences[last].tokens
    let content = paragraph.tokens.lowerBound..<tail.lowerBound
    guard content.count >= Self.shortest, startsWithName(tail), isSignature(tail) else {
      return nil
    }
    return signed(content, by: tail, confidence: 0.7)
  }

  private func startsWithName(_ range: TokenRange) -> Bool {
    let first = persons.partition { $0.lowerBound >= range.lowerBound }
    return first < persons.count && persons[first].lowerBound == range.lowerBound
      && persons[first].count > 1 && persons[first].upperBound <= range.upperBound
  }

  /// A name, perhaps with an office: no verb, no sentence mark at the end.
  private func isSignature(_ range: TokenRange) -> Bool {
    guard range.count <= Self.longest, let first = range.first, let last = range.last,
      words[segment.tokens[first]].traits.contains(.capitalised),
      words[segment.tokens[last]].mark?.endsSentence != true
    else { return false }
    return range.allSatisfy { index in
      let type = words[segment.tokens[index]]
      return segment.tokens[index].kind != .quotationMark
        && type.traits.isDisjoint(with: [.auxiliary, .pronoun])
        && (type.traits.contains(.capitalised) || type.traits.isDisjoint(with: .cueVerb))
    }
  }

  /// The source is the name up to a comma.
  private func signed(
    _ content: TokenRange, by tail: TokenRange, confidence: Double
  ) -> Attribution {
    let name = tail.prefix { words[segment.tokens[$0]].mark != .comma }
    return Attribution(contents: [content], source: name, confidence: confidence)
  }
}
