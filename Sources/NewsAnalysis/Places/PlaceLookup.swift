// Finds the entries of the gazetteer for a name that was recognised in the text.

import ArticleModel

/// Looks names up as they are, then without the words that may surround them.
struct PlaceLookup {
  let gazetteer: Gazetteer
  let words: NameVocabulary

  /// The folded hash of a name and the places that it may mean, the most important first.
  func places(
    for range: TokenRange, of segment: Segment
  ) -> (key: UInt64, places: [GazetteerPlace]) {
    let key = hash(of: range, segment)
    var range = range
    if range.count > 1, words[segment.tokens[range.lowerBound]].roles.contains(.definiteArticle) {
      range = range.dropFirst()
    }
    let found = places(named: range, segment)
    if !found.isEmpty || range.count < 2 || isStreet(range, segment) { return (key, found) }
    for shorter in shortened(range, segment) {
      let found = places(named: shorter, segment)
      if !found.isEmpty { return (key, found) }
    }
    return (key, [])
  }

  /// Whether a name is that of a street, which lies wherever the article is and not in the town that it may be
  /// called after: "Mill Lane".
  private func isStreet(_ range: TokenRange, _ segment: Segment) -> Bool {
    range.count > 1 && words[segment.tokens[range.upperBound - 1]].roles.contains(.street)
  }

  private func places(named range: TokenRange, _ segment: Segment) -> [GazetteerPlace] {
    let inCapitals = segment.text.withBytes { bytes in
      bytes[segment.span(of: range).range].allSatisfy { $0 < 0x61 }
    }
    let isAcronym = inCapitals && isAcronym(range, segment)
    return gazetteer.candidates(for: hash(of: range, segment)).compactMap { candidate in
      if candidate.flags.contains(.demonym) { return nil }
      if isAcronym, candidate.flags.isDisjoint(with: [.capitals, .short]) { return nil }
      if candidate.flags.contains(.capitals), !inCapitals { return nil }
      return gazetteer.place(candidate.place)
    }
  }

  /// Two or three capital letters in text that is not all capitals: "EU" is not the town of Eu.
  private func isAcronym(_ range: TokenRange, _ segment: Segment) -> Bool {
    guard range.count == 1, segment.span(of: range).count <= 3 else { return false }
    let neighbours = [range.lowerBound - 1, range.upperBound].filter(
      segment.tokens.indices.contains)
    return !neighbours.contains { words[segment.tokens[$0]].isAllCapitals }
  }

  /// The name without a word like "southern" before it or "province" behind it.
  private func shortened(_ range: TokenRange, _ segment: Segment) -> [TokenRange] {
    var forms: [TokenRange] = []
    let first = words[segment.tokens[range.lowerBound]].traits
    let last = words[segment.tokens[range.upperBound - 1]].traits
    if !last.isDisjoint(with: [.placeHead, .facility]) { forms.append(range.dropLast()) }
    if first.contains(.compass) || first.contains(.placeHead) { forms.append(range.dropFirst()) }
    let of = range.lastIndex { words[segment.tokens[$0]].roles.contains(.genitive) }
    if let of, of > range.lowerBound, of + 1 < range.upperBound {
      forms.append(of + 1..<range.upperBound)
    }
    return forms
  }

  private func hash(of range: TokenRange, _ segment: Segment) -> UInt64 {
    segment.text.withBytes { bytes in
      var hash = NameHash()
      for index in range {
        let token = segment.tokens[index]
        if index > range.lowerBound, token.isSpaced { hash.appendSpace() }
        let word = UnsafeBufferPointer(rebasing: bytes[Int(token.start)..<Int(token.end)])
        PlainSpelling.of(word) { hash.append($0) }
      }
      return hash.value
    }
  }
}
