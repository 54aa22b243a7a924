// Runs of capitalised words: the only stretches of text in which names are looked for.

/// Finds runs of capitalised words with the small words that names hold inside.
///
///     President of the [Republic of Korea] met [Osama bin Laden] in [New York].
struct NameRuns {
  let words: NameVocabulary
  /// Longer runs are cut, so that a text in capitals costs no more than any other.
  private static let longest = 40

  /// Calls `body` with each run of a sentence, in reading order.
  func forEach(
    in sentence: TokenRange, of tokens: [Token], _ body: (TokenRange) -> Void
  ) {
    var at = sentence.lowerBound
    while at < sentence.upperBound {
      guard let start = start(at, sentence, tokens) else {
        at += 1
        continue
      }
      var end = at + 1
      while end < sentence.upperBound, end - start < Self.longest,
        let next = continuation(end, sentence, tokens)
      {
        end = next
      }
      body(start..<end)
      at = end
    }
  }

  /// Whether a run starts at a token: a capitalised word, or a particle before one ("al-Sadr").
  private func start(_ at: Int, _ sentence: TokenRange, _ tokens: [Token]) -> Int? {
    let part = words.part(of: tokens[at])
    guard part == .capitalised || part == .connector else { return nil }
    let word = words[tokens[at]]
    if at == sentence.lowerBound, word.isOrdinaryStart { return nil }
    if part == .capitalised { return at }
    guard word.traits.contains(.particle) else { return nil }
    var next = at + 1
    if next < sentence.upperBound, isHyphen(next, tokens) { next += 1 }
    return next < sentence.upperBound && words.part(of: tokens[next]) == .capitalised ? at : nil
  }

  /// The end of the run when it goes on at `at`; nil when it ends there.
  private func continuation(
    _ at: Int, _ sentence: TokenRange, _ tokens: [Token]
  ) -> Int? {
    switch words.part(of: tokens[at]) {
    case .capitalised: return at + 1
    case .none: return nil
    case .number: return tokens[at].isSpaced ? at + 1 : nil
    case .connector:
      if isInnerHyphen(at, sentence, tokens) { return at + 2 }
      var next = at + 1
      while next < min(at + 3, sentence.upperBound), words.part(of: tokens[next]) == .connector {
        next += 1
      }
      guard next < sentence.upperBound, words.part(of: tokens[next]) == .capitalised else {
        return nil
      }
      return next + 1
    }
  }

  /// Whether a hyphen binds a rare word with a small letter to the name before it: "Kwan-yuen", not
  /// "Israel-led".
  private func isInnerHyphen(_ at: Int, _ sentence: TokenRange, _ tokens: [Token]) -> Bool {
    isHyphen(at, tokens) && !tokens[at].isSpaced && at + 1 < sentence.upperBound
      && !tokens[at + 1].isSpaced && tokens[at + 1].kind == .word
      && words[tokens[at + 1]].traits.commonness < 2
  }

  private func isHyphen(_ at: Int, _ tokens: [Token]) -> Bool {
    words.part(of: tokens[at]) == .connector && tokens[at].end - tokens[at].start == 1
  }
}
