// A quotation of a story, as it is looked for in sources: its words, and what stands between them.

import ArticleModel

/// Words that a story gives as somebody's.
public struct StoryQuotation: Hashable, Sendable {
  /// The words that are given verbatim, part by part, without quotation marks; for indirect speech, its
  /// words.
  public var parts: [TextSpan]
  /// The same as text; an attribution that interrupts them is left out.
  public var text: String
  /// The names that the story has for the speaker, the fullest one first; empty when it names nobody.
  public var speakerNames: [String]
  /// Whether the words are the story's own, so that they can only be a paraphrase of what was said.
  public var isIndirect: Bool

  /// Makes a quotation.
  public init(
    parts: [TextSpan], text: String, speakerNames: [String] = [], isIndirect: Bool = false
  ) {
    self.parts = parts
    self.text = text
    self.speakerNames = speakerNames
    self.isIndirect = isIndirect
  }

  /// From the first word to the last one.
  public var extent: TextSpan {
    guard let first = parts.first, let last = parts.last else { return TextSpan(.zero, .zero) }
    return TextSpan(first.start, last.end)
  }

  /// Whom the story gives the words to; nil when it names nobody.
  public var speaker: String? { speakerNames.first }
}

/// A word of a quotation.
struct QuotedWord: Hashable {
  /// What it is compared by.
  var hash: UInt64
  /// Where it stands in the story, brackets included.
  var start: Int
  var end: Int
  /// Whether the writer put it in square brackets, so that it says what others said in other words.
  var isWriters = false
  /// Whether a mark before it says that words were left out: “…”, “[…]”, “. . .”.
  var followsGap = false
  /// Whether it is the first word of a part of the quotation.
  var opensPart = false
  /// Whether brackets stand at its ends.
  var isOpened = false
  var isClosed = false
  /// Whether a question mark follows it, before the next word.
  var endsQuestion = false
  /// Whether a sentence or a part of the quotation ends behind it.
  var endsSentence = false

  /// Where it stands with its brackets.
  var shownStart: Int { isOpened ? start - 1 : start }
  var shownEnd: Int { isClosed ? end + 1 : end }
}
