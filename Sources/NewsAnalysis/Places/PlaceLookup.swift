// Finds the entries of the gazetteer for a name that was recognised in the text.

import ArticleModel

/// Looks names up as they are, then without the words that may surround them.
struct PlaceLookup {
  let gazetteer: Gazetteer
  let words: NameVocabulary

  /// The folded hash of a name and the places that it may mean, the most important first.
  func places(
    for range: TokenRange, of passage: Passage
  ) -> (key: UInt64, places: [GazetteerPlace]) {
    let key = hash(of: range, passage)
    var range = range
    if range.count > 1, words[passage.tokens[range.lowerBound]].roles.contains(.definiteArticle) {
      range = range.dropFirst()
    }
    let found = places(named: range, passage)
    if !found.isEmpty || range.count < 2 { return (key, found) }
    for shorter in shortened(range, passage) {
      let found = places(named: shorter, passage)
      if !found.isEmpty { return (key, found) }
    }
    return (key, [])
  }

  private func places(named range: TokenRange, _ passage: Passage) -> [GazetteerPlace] {
    let inCapitals = passage.text.withBytes { bytes in
      bytes[passage.span(of: range).range].allSatisfy { $0 < 0x61 }
    }
    let isAcronym = inCapitals && isAcronym(range, passage)
    return gazetteer.candidates(for: hash(of: range, passage)).compactMap { candidate in
      if candidate.flags.contains(.demonym) { return nil }
      if isAcronym, candidate.flags.isDisjoint(with: [.capitals, .short]) { return nil }
      if candidate.flags.contains(.capitals), !inCapitals { return nil }
      return gazetteer.place(candidate.place)
    }
  }

  /// Two or three capital letters in text that is not all capitals: "EU" is not the town of Eu.
  private func isAcronym(_ range: TokenRange, _ passage: Passage) -> Bool {
    guard range.count == 1, passage.span(of: range).count <= 3 else { return false }
    let neighbours = [range.lowerBound - 1, range.upperBound].filter(
      passage.tokens.indices.contains)
    return !neighbours.contains { words[passage.tokens[$0]].isAllCapitals }
  }

  /// The name without a word like "southern" before it or "province" behind it.
  private func shortened(_ range: TokenRange, _ passage: Passage) -> [TokenRange] {
    var forms: [TokenRange] = []
    let first = words[passage.tokens[range.lowerBound]].traits
    let last = words[passage.tokens[range.upperBound - 1]].traits
    if !last.isDisjoint(with: [.placeHead, .facility]) { forms.append(range.dropLast()) }
    if first.contains(.compass) || first.contains(.placeHead) { forms.append(range.dropFirst()) }
    let of = range.lastIndex { words[passage.tokens[$0]].roles.contains(.genitive) }
    if let of, of > range.lowerBound, of + 1 < range.upperBound {
      forms.append(of + 1..<range.upperBound)
    }
    return forms
  }

  private func hash(of range: TokenRange, _ passage: Passage) -> UInt64 {
    passage.text.withBytes { bytes in
      var hash = NameHash()
      for index in range {
        let token = passage.tokens[index]
        if index > range.lowerBound, token.isSpaced { hash.appendSpace() }
        hash.append(UnsafeBufferPointer(rebasing: bytes[Int(token.start)..<Int(token.end)]))
      }
      return hash.value
    }
  }
}
