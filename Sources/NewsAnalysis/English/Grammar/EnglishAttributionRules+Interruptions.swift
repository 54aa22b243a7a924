// Reported speech without marks around or before its attribution.
//
//   The bridge, she said, would open in May.      The bridge was shut, she said when asked about it (on Monday).

import ArticleModel

extension EnglishAttributionRules {
  /// The longest attribution between two commas, in tokens.
  private static let longestInterruption = 12

  /// "The bridge, she said, would open in May": both halves are said.
  mutating func applyInterruption(_ sentence: TokenRange) {
    var comma: Int?
    for close in sentence where mark(close) == .comma {
      let last = comma
      comma = close
      guard let open = last, close - open <= Self.longestInterruption,
        traits(close + 1).contains(.auxiliary)
      else { continue }
      guard isSaying(close - 1), isSpeaker(open + 1..<close - 1) else { continue }
      let start = contentStart(of: sentence)
      let halves = [
        TokenRange(from: start, to: open),
        TokenRange(from: close + 1, to: contentEnd(of: sentence)),
      ]
      let isSure = close - open == 3 && traits(open + 1).contains(.pronoun)
      guard halves.allSatisfy({ $0.count > 1 && (isSure ? isUnmarked($0) : isUnclaimed($0)) })
      else { continue }
      for half in halves { paint(.content, half) }
      paint(.source, open + 1..<close - 1)
      paint(.cue, close - 1..<close)
      return
    }
  }

  /// "The bridge was shut, the mayor said on Monday": a statement, and behind its last comma who made it and when.
  mutating func applyTrailingOccasion(_ sentence: TokenRange) {
    let end = contentEnd(of: sentence)
    guard
      let comma = TokenRange(from: sentence.lowerBound, to: end).last(where: { mark($0) == .comma }
      ),
      let verb = TokenRange(from: comma + 2, to: end).first(where: { isSaying($0) }),
      verb - comma <= Self.longestInterruption, verb + 1 < end, tellsOccasion(verb + 1),
      isSpeaker(comma + 1..<verb), isStatement(TokenRange(from: sentence.lowerBound, to: comma)),
      isUnclaimed(verb + 1..<end), !(verb + 2..<end).contains(where: { known($0) == .that })
    else { return }
    paint(.content, TokenRange(from: contentStart(of: sentence), to: comma))
    paint(.source, comma + 1..<verb)
    paint(.cue, verb..<verb + 1)
    paint(nil, verb + 1..<end)
  }

  /// Whether words that nobody else claims are a main clause: its subject comes first, and it has a verb.
  private func isStatement(_ range: TokenRange) -> Bool {
    guard let first = range.first, range.count > 2, isUnclaimed(range) else { return false }
    let isSubordinate = !traits(first).isDisjoint(with: [.conjunction, .preposition, .gerund])
    return (!isSubordinate || [.and, .but].contains(known(first)))
      && known(first) != .according && range.contains { traits($0).contains(.auxiliary) }
  }

  /// A short noun phrase or a pronoun.
  private func isSpeaker(_ range: TokenRange) -> Bool {
    guard let first = range.first else { return false }
    let opens: WordTraits = [.determiner, .capitalised, .pronoun, .group, .role]
    return !traits(first).isDisjoint(with: opens)
      && range.allSatisfy {
        segment.tokens[$0].kind != .quotationMark && mark($0) == nil
          && traits($0).isDisjoint(with: [.auxiliary, .conjunction, .gerund])
      }
  }

  /// Whether no quotation marks stand in a range.
  private func isUnmarked(_ range: TokenRange) -> Bool {
    range.allSatisfy { segment.tokens[$0].kind != .quotationMark }
  }

  /// Whether no cue or source and no quotation marks stand in a range.
  private func isUnclaimed(_ range: TokenRange) -> Bool {
    range.allSatisfy {
      (self[$0].part == nil || self[$0].part == .content)
        && segment.tokens[$0].kind != .quotationMark
    }
  }

  /// "…, she said when asked about it": behind what is said already, a clause of time or reason tells when and
  /// why it was said.
  mutating func clearOccasion(_ sentence: TokenRange) {
    for index in sentence.dropFirst(2) where self[index] == .beginContent {
      guard tellsOccasion(index), self[index - 1].part == .cue,
        let cue = (sentence.lowerBound..<index).last(where: { self[$0].part != .cue }),
        self[cue].part == .source,
        let source = (sentence.lowerBound..<cue).last(where: { self[$0].part != .source }),
        mark(source) == .comma, source > sentence.lowerBound, self[source - 1].part == .content
      else { continue }
      var end = index + 1
      while end < sentence.upperBound, self[end] == .content { end += 1 }
      paint(nil, index..<end)
    }
  }

  private func tellsOccasion(_ index: Int) -> Bool {
    Self.occasions.contains(known(index))
      || traits(index).contains(.calendar) && traits(index).contains(.capitalised)
  }

  private static let occasions: Set<EnglishWord?> = [
    .when, .while, .because, .if, .after, .before, .as, .until, .since, .in, .at, .on,
  ]
}
