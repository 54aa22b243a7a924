// Places where some words stand, in the open article and in the others that are read in one go.

import ArticleModel

/// A place in another of the articles that are read in one go.
package struct PlaceElsewhere: Hashable, Sendable {
  /// The article, by its index in the queue.
  package let article: Int
  /// The words.
  package let span: TextSpan

  /// Points into another article.
  package init(article: Int, span: TextSpan) { (self.article, self.span) = (article, span) }
}

/// A place where some words stand, with what its sentence says around them.
package struct Occurrence: Hashable, Sendable {
  /// Where it stands in its article.
  package let span: TextSpan
  /// What its sentence says before it.
  package let before: String
  /// The words, as they stand there.
  package let words: String
  /// What its sentence says behind it.
  package let after: String
  /// The mark that it has already; nil when it has none.
  package let mark: String?
  /// The other article, by its index in the queue; nil for the open one.
  package let article: Int?

  /// Finds the words around a place, within its line.
  /// - Parameter sentence: what is shown of the text around it.
  package init(
    at span: TextSpan, in text: ArticleText, sentence: TextSpan, mark: String? = nil,
    article: Int? = nil
  ) {
    func words(_ start: ByteOffset, _ end: ByteOffset) -> String {
      text.string(in: TextSpan(start, max(start, end)))
        .map { $0.isNewline ? " " : String($0) }.joined()
    }
    (self.span, self.mark, self.article) = (span, mark, article)
    before = words(min(sentence.start, span.start), span.start)
    self.words = words(span.start, span.end)
    after = words(span.end, sentence.end)
  }
}
