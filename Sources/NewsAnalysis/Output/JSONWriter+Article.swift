// The words of an article as a JSON string, without making a String of them.

import ArticleModel
import LosslessJSON

extension JSONWriter {
  /// Writes the words of a span of a text as a string.
  mutating func string(_ span: TextSpan, of text: ArticleText) {
    text.withBytes { string(utf8: UnsafeBufferPointer(rebasing: $0[text.clamp(span).range])) }
  }
}
