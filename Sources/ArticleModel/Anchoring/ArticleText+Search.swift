// Where words stand in a text, for commands that are told a passage by its words.

extension ArticleText {
  /// Every place where `words` stand, byte for byte, in reading order; none for no words.
  public func places(of words: String) -> [TextSpan] {
    let bytes = Array(words.utf8)
    return ByteSearch.places(of: bytes, in: self, limit: .max)
      .map { TextSpan($0, $0 + bytes.count) }
  }

  /// Every place that shows `words`, however it writes them: over the end of a line, with ligatures or soft
  /// hyphens, with quotation marks of another kind.
  public func places(showing words: String) -> [TextSpan] {
    guard !words.isEmpty, let pattern = try? TextPattern(words: words) else { return [] }
    return pattern.matches(in: self, within: span, limit: .max)
  }
}
