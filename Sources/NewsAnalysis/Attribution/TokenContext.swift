// What the model sees around each token beyond its neighbours: quotation marks, cue verbs to the left
// and right, the place in the sentence. Worked out for a paragraph in a few linear passes.

/// The surroundings of the tokens of one paragraph; index 0 is the paragraph's first token.
struct TokenContext {
  /// A cue verb seen from a token.
  struct Cue {
    /// Index of the cue in the passage; -1 when there is none.
    var index: Int32 = -1
    /// Commas, dashes and the like between the two.
    var breaks: UInt8 = 0
  }

  /// Outside (0), on an opening mark, inside or on a closing mark of a short (1–3) or long stretch (4–6).
  private(set) var quoting: [UInt8] = []
  /// The nearest cue before the token.
  private(set) var left: [Cue] = []
  /// The nearest cue after the token.
  private(set) var right: [Cue] = []
  /// The place in the sentence: tokens from its start, and to its end.
  private(set) var fromStart: [Int32] = []
  private(set) var toEnd: [Int32] = []

  /// Stretches of no more tokens than this, marks included, are short.
  private static let shortStretch = 6

  /// Looks at a paragraph; `stretches` are those of the passage, `next` the first that may concern it.
  mutating func update(
    _ paragraph: Passage.Paragraph, of passage: Passage, words: WordTypes,
    stretches: [QuotedStretch], next: inout Int
  ) {
    let (range, count) = (paragraph.tokens, paragraph.tokens.count)
    quoting = [UInt8](repeating: 0, count: count)
    while next < stretches.count, stretches[next].tokens.lowerBound < range.upperBound {
      mark(stretches[next], from: range.lowerBound)
      next += 1
    }
    fromStart = [Int32](repeating: 0, count: count)
    toEnd = [Int32](repeating: 0, count: count)
    left = [Cue](repeating: Cue(), count: count)
    right = left
    for sentence in paragraph.sentences {
      placeTokens(of: passage.sentences[sentence].tokens, from: range.lowerBound)
    }
    seeCues(range, passage.tokens, words)
  }

  private mutating func mark(_ stretch: QuotedStretch, from base: Int) {
    let isShort = stretch.tokens.count <= Self.shortStretch && !stretch.goesOn
    let state: UInt8 = isShort ? 2 : 5
    for index in stretch.tokens { quoting[index - base] = state }
    quoting[stretch.tokens.lowerBound - base] = state - 1
    if !stretch.goesOn { quoting[stretch.tokens.upperBound - 1 - base] = state + 1 }
  }

  private mutating func placeTokens(of sentence: TokenRange, from base: Int) {
    for index in sentence {
      fromStart[index - base] = Int32(index - sentence.lowerBound)
      toEnd[index - base] = Int32(sentence.upperBound - 1 - index)
    }
  }

  private mutating func seeCues(_ range: TokenRange, _ tokens: [Token], _ words: WordTypes) {
    var seen = Cue()
    for index in range {
      let at = index - range.lowerBound
      if fromStart[at] == 0, quoting[at] < 5 { seen = Cue() }
      left[at] = seen
      look(at: tokens[index], index, words, &seen, isQuoted: quoting[at] == 5)
    }
    seen = Cue()
    for index in range.reversed() {
      let at = index - range.lowerBound
      if toEnd[at] == 0, quoting[at] < 5 { seen = Cue() }
      right[at] = seen
      look(at: tokens[index], index, words, &seen, isQuoted: quoting[at] == 5)
    }
  }

  private func look(
    at token: Token, _ index: Int, _ words: WordTypes, _ seen: inout Cue, isQuoted: Bool
  ) {
    guard !isQuoted else { return }
    let type = words[token]
    if !type.traits.isDisjoint(with: .cueVerb) || type.known == .according {
      seen = Cue(index: Int32(index))
    } else if token.kind == .mark, seen.breaks < 3 {
      seen.breaks += 1
    }
  }
}
