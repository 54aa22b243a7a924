// Where words stand in a text, for commands that are told a passage by its words.

extension ArticleText {
  /// Every place where `words` stand, byte for byte, in reading order; none for no words.
  public func places(of words: String) -> [TextSpan] {
    let bytes = Array(words.utf8)
    return ByteSearch.places(of: bytes, in: self, limit: .max)
      .map { TextSpan($0, $0 + bytes.count) }
  }
}
