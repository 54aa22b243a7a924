// What the model sees around each token beyond its neighbours: quotation marks, cue verbs to the left
// and right, the place in the sentence. Worked out for a paragraph in a few linear passes.

/// The surroundings of one token.
struct TokenSurroundings {
  /// A cue verb seen from the token.
  struct Cue {
    /// Index of the cue in the segment; -1 when there is none.
    var index: Int32 = -1
    /// Commas, dashes and the like between the two.
    var breaks: UInt8 = 0
  }

  /// Outside (0), on an opening mark, inside or on a closing mark of a short (1–3) or long stretch (4–6).
  var quoting: UInt8 = 0
  /// The nearest cue before the token.
  var left = Cue()
  /// The nearest cue after the token.
  var right = Cue()
  /// The place in the sentence: tokens from its start, and to its end.
  var fromStart: Int32 = 0
  var toEnd: Int32 = 0
}

/// The surroundings of the tokens of one paragraph.
struct TokenContext {
  /// One for each token; index 0 is the paragraph's first token.
  private(set) var surroundings: [TokenSurroundings] = []

  /// Whether quoted words or a cue stand in it; without either, nobody is said to speak.
  private(set) var hasSpeech = false

  /// What cues see of each token: nothing, a mark or a cue.
  private var signs: [Sign] = []

  private enum Sign: UInt8 { case none, mark, cue }

  /// Stretches of no more tokens than this, marks included, are short.
  private static let shortStretch = 6

  /// Looks at a paragraph; `stretches` are those of the segment, `next` the first that may concern it.
  mutating func update(
    _ paragraph: Segment.Paragraph, of segment: Segment, words: WordTypes,
    stretches: [QuotedStretch], next: inout Int
  ) {
    let range = paragraph.tokens
    surroundings.removeAll(keepingCapacity: true)
    hasSpeech = false
    for sentence in paragraph.sentences { place(segment.sentences[sentence].tokens) }
    while next < stretches.count, stretches[next].tokens.lowerBound < range.upperBound {
      mark(stretches[next], from: range.lowerBound)
      next += 1
    }
    seeCues(range, segment.tokens, words)
  }

  private mutating func place(_ sentence: TokenRange) {
    for place in 0..<sentence.count {
      surroundings.append(
        TokenSurroundings(fromStart: Int32(place), toEnd: Int32(sentence.count - 1 - place)))
    }
  }

  private mutating func mark(_ stretch: QuotedStretch, from base: Int) {
    let isShort = stretch.tokens.count <= Self.shortStretch && !stretch.goesOn
    let state: UInt8 = isShort ? 2 : 5
    // A turn may begin within a stretch, behind a stage direction.
    let (first, end) = (stretch.tokens.lowerBound - base, stretch.tokens.upperBound - base)
    let inside = max(first, 0)..<max(min(end, surroundings.count), max(first, 0))
    guard !inside.isEmpty, inside.upperBound <= surroundings.count else { return }
    hasSpeech = true
    for index in inside { surroundings[index].quoting = state }
    if first >= 0 { surroundings[first].quoting = state - 1 }
    if !stretch.goesOn, end <= surroundings.count { surroundings[end - 1].quoting = state + 1 }
  }

  private mutating func seeCues(_ range: TokenRange, _ tokens: [Token], _ words: WordTypes) {
    noteSigns(range, tokens, words)
    let sees = Self.see(signs, from: range.lowerBound, in: &surroundings)
    hasSpeech = hasSpeech || sees
  }

  private mutating func noteSigns(_ range: TokenRange, _ tokens: [Token], _ words: WordTypes) {
    let count = surroundings.count
    if signs.count < count { signs = [Sign](repeating: .none, count: count) }
    for (place, token) in tokens[range.lowerBound..<range.lowerBound + count].enumerated() {
      let type = words[token]
      let isCue =
        !type.traits.isDisjoint(with: .cueVerb) || type.roles.contains(.sourceIntroduction)
      signs[place] = isCue ? .cue : token.kind == .mark ? .mark : .none
    }
  }

  /// Notes the nearest cues on either side of each token; `base` is the index of the first one. Returns whether
  /// there is any.
  private static func see(
    _ signs: [Sign], from base: Int, in surroundings: inout [TokenSurroundings]
  ) -> Bool {
    var sees = false
    surroundings.withUnsafeMutableBufferPointer { surroundings in
      var seen = TokenSurroundings.Cue()
      for at in surroundings.indices {
        let (quoting, isStart) = (surroundings[at].quoting, surroundings[at].fromStart == 0)
        if isStart, quoting < 5 { seen = TokenSurroundings.Cue() }
        surroundings[at].left = seen
        if quoting != 5 { look(at: at, signs[at], from: base, &seen) }
        if seen.index >= 0 { sees = true }
      }
      seen = TokenSurroundings.Cue()
      for at in surroundings.indices.reversed() {
        let (quoting, isEnd) = (surroundings[at].quoting, surroundings[at].toEnd == 0)
        if isEnd, quoting < 5 { seen = TokenSurroundings.Cue() }
        surroundings[at].right = seen
        if quoting != 5 { look(at: at, signs[at], from: base, &seen) }
      }
    }
    return sees
  }

  @inline(__always)
  private static func look(
    at place: Int, _ sign: Sign, from base: Int, _ seen: inout TokenSurroundings.Cue
  ) {
    switch sign {
    case .cue: seen = TokenSurroundings.Cue(index: Int32(base + place))
    case .mark where seen.breaks < 3: seen.breaks += 1
    default: break
    }
  }
}
