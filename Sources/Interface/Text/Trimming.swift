// Text as people type it, without what they did not mean.

extension Substring {
  /// The text without white space at its ends.
  package var trimmed: String {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
