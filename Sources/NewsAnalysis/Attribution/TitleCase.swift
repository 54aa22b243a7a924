// Tells names of works between quotation marks from what somebody says.

import ArticleModel

extension Segment {
  /// Whether every word has a capital but for the small ones: “Harbour Lights”, “Rules of the Sea”, “Yes”.
  func hasTitleCase(_ range: TokenRange, _ words: WordTypes) -> Bool {
    range.allSatisfy { index in
      let type = words[tokens[index]]
      return !tokens[index].isSpoken || tokens[index].kind == .number
        || !type.traits.isDisjoint(with: [.capitalised, .determiner, .preposition])
        || type.roles.contains(.coordinator) || type.roles.contains(.possessive)
    }
  }

  /// Whether marks hold several words written like a title.
  func isTitle(_ stretch: TokenRange, _ words: WordTypes) -> Bool {
    let inner = stretch.dropFirst().dropLast()
    return inner.filter { tokens[$0].isSpoken }.count > 1 && hasTitleCase(inner, words)
  }
}
