// Names of several words that the gazetteer knows, within one run.

import ArticleModel

/// The longest names of the gazetteer in a run.
struct NameMatches {
  /// A name of two or more words that the gazetteer knows.
  struct Match {
    let tokens: TokenRange
    let candidates: PlaceCandidates
  }

  private(set) var all: [Match] = []
  private var tags: [UInt64] = []
  /// Longer names are not looked for.
  private static let longest = 6

  /// The part that a word of the run plays in a match: 0 for none.
  func tag(of position: Int) -> UInt64 { tags.isEmpty ? 0 : tags[position] }

  /// Finds the matches of a run.
  static func find(
    _ run: TokenRange, of segment: Segment, _ words: NameVocabulary, _ gazetteer: Gazetteer
  ) -> NameMatches {
    var matches = NameMatches()
    guard run.count > 1 else { return matches }
    segment.text.withBytes { bytes in
      var at = run.lowerBound
      while at < run.upperBound - 1 {
        let match = Self.longestMatch(at, run, segment.tokens, words, gazetteer, bytes)
        if let match { matches.add(match, run, gazetteer) }
        at = match?.tokens.upperBound ?? at + 1
      }
    }
    return matches
  }

  private static func longestMatch(
    _ start: Int, _ run: TokenRange, _ tokens: [Token], _ words: NameVocabulary,
    _ gazetteer: Gazetteer, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Match? {
    guard words.part(of: tokens[start]) == .capitalised else { return nil }
    var found: Match?
    var hash = NameHash()
    for index in start..<min(start + longest, run.upperBound) {
      let token = tokens[index]
      if index > start, token.isSpaced { hash.appendSpace() }
      let word = UnsafeBufferPointer(rebasing: bytes[Int(token.start)..<Int(token.end)])
      PlainSpelling.of(word) { hash.append($0) }
      guard index > start, words.part(of: token) == .capitalised else { continue }
      let candidates = gazetteer.candidates(for: hash.value)
      if !candidates.isEmpty { found = Match(tokens: start..<index + 1, candidates: candidates) }
    }
    return found
  }

  private mutating func add(_ match: Match, _ run: TokenRange, _ gazetteer: Gazetteer) {
    if tags.isEmpty { tags = [UInt64](repeating: 0, count: run.count) }
    all.append(match)
    guard let first = match.candidates.first else { return }
    let place = gazetteer.place(first.place)
    let isDemonym: UInt64 = first.flags.contains(.demonym) ? 1 << 16 : 0
    let kind = UInt64(place.kind.rawValue) << 4 | UInt64(min(place.size / 3, 4)) | isDemonym
    for index in match.tokens {
      let part: UInt64 =
        index == match.tokens.lowerBound ? 1 : index == match.tokens.upperBound - 1 ? 2 : 3
      tags[index - run.lowerBound] = kind << 4 | part
    }
  }
}
