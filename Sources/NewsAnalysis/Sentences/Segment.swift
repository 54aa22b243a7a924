// A run of paragraphs, cut into tokens and sentences: what every later step of the analysis reads.

import ArticleModel

/// Some paragraphs of an article with their tokens and sentences, in reading order.
struct Segment {
  /// The text that the tokens point into.
  let text: ArticleText
  /// All tokens of the segment.
  var tokens: [Token] = []
  /// Its paragraphs.
  var paragraphs: [Paragraph] = []
  /// Its sentences; each lies in one paragraph.
  var sentences: [Sentence] = []

  /// A block of the article.
  struct Paragraph {
    var tokens: TokenRange
    var kind: Block.Kind
    /// Indices of its sentences.
    var sentences: Range<Int>
  }

  /// A sentence, a headline, a caption.
  struct Sentence {
    var tokens: TokenRange
  }

  /// The text from the first to the last of some tokens.
  func span(of range: TokenRange) -> TextSpan {
    guard let first = range.first, let last = range.last else { return TextSpan(.zero, .zero) }
    return TextSpan(Int(tokens[first].start)..<Int(tokens[last].end))
  }

  /// The words of some tokens, as the text has them.
  func string(of range: TokenRange) -> String { text.string(in: span(of: range)) }

  /// The same as they are spelled, without signs that nobody sees.
  func spelling(of range: TokenRange) -> String { string(of: range).asSpelled }
}
