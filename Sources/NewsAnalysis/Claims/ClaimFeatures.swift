// What the model of claims sees of a sentence: words and pairs of words, signs, figures, names, length.

/// Gives the features of sentences, in one pass over their tokens.
///
/// Names and figures stand for their kind: the model is to know how claims are worded, not whom they are about.
struct ClaimFeatures {
  let segment: Segment
  let words: WordTypes

  private enum Template {
    static let word: UInt64 = 1
    static let pair: UInt64 = 2
    static let sign: UInt64 = 3
    static let figures: UInt64 = 4
    static let names: UInt64 = 5
    static let length: UInt64 = 6
  }

  /// What a name counts as, wherever it does not begin a sentence.
  private static let name: UInt64 = 1
  /// What stands before the first word and behind the last.
  private static let edge: UInt64 = 2
  /// So many tokens make a sentence longer than the last step.
  private static let lengths = [4, 7, 10, 14, 19, 25, 33]

  /// Adds the features of a sentence to `sink`.
  @inline(__always)
  func add(_ sentence: TokenRange, to sink: inout some FeatureSink) {
    var evidence = ClaimEvidence()
    var previous = Self.edge
    for index in sentence {
      evidence.note(index, in: sentence, of: segment, words)
      let key = key(of: index, isFirst: index == sentence.lowerBound)
      sink.add(Template.word, key)
      sink.add(Template.pair, joined(previous, key))
      previous = key
    }
    sink.add(Template.pair, joined(previous, Self.edge))
    add(evidence, length: sentence.count, to: &sink)
  }

  /// Adds a word as one that begins a sentence, whether it is a name or not.
  func addWord(at index: Int, to sink: inout some FeatureSink) {
    sink.add(Template.word, key(of: index, isFirst: true))
  }

  private func add(_ evidence: ClaimEvidence, length: Int, to sink: inout some FeatureSink) {
    evidence.signs.forEach { sink.add(Template.sign, UInt64($0.rawValue)) }
    for figure in 0..<min(evidence.figures, 4) { sink.add(Template.figures, UInt64(figure)) }
    for name in 0..<min(evidence.names, 5) { sink.add(Template.names, UInt64(name)) }
    for step in Self.lengths where length >= step { sink.add(Template.length, UInt64(step)) }
  }

  /// The word, or the kind of what stands for its kind.
  @inline(__always)
  private func key(of index: Int, isFirst: Bool) -> UInt64 {
    let type = words[segment.tokens[index]]
    return isFirst || !type.isNameLike ? type.claimKey : Self.name
  }
}

/// Makes the key by which the model of claims knows a word.
enum ClaimKey {
  /// Figures of one digit, years and the like, other figures.
  private static let digit: UInt64 = 3
  private static let year: UInt64 = 4
  private static let figure: UInt64 = 5

  /// The key of a word; "don’t" and "don't" are one.
  static func of(_ word: UnsafeBufferPointer<UInt8>, _ lowerHash: UInt64) -> UInt64 {
    if let first = word.first, CharacterClasses.isDigit(first) { return figure(word) }
    guard word.contains(0xE2) else { return lowerHash }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: word.count) { plain in
      var (from, to) = (0, 0)
      while from < word.count {
        let isApostrophe =
          from + 2 < word.count && word[from] == 0xE2 && word[from + 1] == 0x80
          && word[from + 2] == 0x99
        plain[to] = isApostrophe ? 0x27 : word[from]
        from += isApostrophe ? 3 : 1
        to += 1
      }
      return LowercaseHash.of(UnsafeBufferPointer(rebasing: plain[..<to]))
    }
  }

  private static func figure(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    if word.count == 1 { return digit }
    let isYear = word.count == 4 && word[0] <= 0x32 && word.allSatisfy(CharacterClasses.isDigit)
    return isYear ? year : figure
  }
}
