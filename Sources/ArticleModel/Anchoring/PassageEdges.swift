// Whether a passage begins and ends with a sentence: there its neighbours may change without it.

/// The edges of a passage.
struct PassageEdges {
  /// Whether no word of the same sentence comes before it.
  let startsSentence: Bool
  /// Whether no word of the same sentence comes after it.
  let endsSentence: Bool

  /// Looks at a passage as it was described.
  init(of passage: Passage) {
    startsSentence = passage.prefix.isEmpty || Self.endsSentence(passage.prefix)
    endsSentence =
      passage.suffix.isEmpty || Self.endsSentence(passage.exact) || Self.startsLine(passage.suffix)
  }

  /// Whether words end with a line, or with what ends sentences, quotation marks aside.
  private static func endsSentence(_ words: String) -> Bool {
    for scalar in words.unicodeScalars.reversed() {
      switch scalar {
      case "\n", ".", "!", "?", "…", ":", "。", "！", "？": return true
      case " ", "\u{A0}", "\t", "\"", "'", "“", "”", "‘", "’", "«", "»", "„", ")", "(": continue
      default: return false
      }
    }
    return true
  }

  private static func startsLine(_ words: String) -> Bool {
    for scalar in words.unicodeScalars {
      if scalar == "\n" { return true }
      if scalar != " " && scalar != "\u{A0}" && scalar != "\t" { return false }
    }
    return true
  }
}
