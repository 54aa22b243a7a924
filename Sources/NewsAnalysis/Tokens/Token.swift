// The smallest unit of the analysis: a word, a number, a mark. Made by the Tokenizer.

import ArticleModel

/// A word, number or mark of the text. Small, because a long article has millions of them.
struct Token {
  /// What a token is made of.
  enum Kind: UInt8 {
    case word, number, mark, quotationMark
  }

  /// Its first byte in the text.
  var start: Int32
  /// The byte after its last one.
  var end: Int32
  /// Index into the `WordTypes` that it was interned in.
  var type: Int32
  /// What it is made of.
  var kind: Kind
  /// Whether white space stands before it.
  var isSpaced: Bool

  /// Its bytes.
  var span: TextSpan { TextSpan(Int(start)..<Int(end)) }
}

/// A stretch of tokens: indices into a segment's `tokens`, half-open.
typealias TokenRange = Range<Int>

extension TokenRange {
  /// From one token up to another; empty when the second does not lie behind the first.
  init(from start: Int, to end: Int) { self = start..<Swift.max(start, end) }
}
