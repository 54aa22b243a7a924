// Describes a passage so well that it can be found again: its words, and enough of those around them.

extension Passage {
  /// The words before and after are at least this many code points where there are as many.
  private static let shortestContext = 32
  /// Words that even this much does not tell apart have no context that would.
  private static let longestContext = 1024
  /// A word at the end of a context is taken whole when it is no longer than this.
  private static let longestWord = 24
  /// Sentences are looked at for so many bytes on either side.
  private static let longestSentence = 600
  /// So many code points beyond the end of a sentence show that it ends there.
  private static let sentenceMargin = 8
  /// Whether a context is unique is looked up in this many bytes on either side.
  private static let searchRadius = 4 << 20

  /// Describes a span of an article, rounded to whole characters, with as much context as sets it apart.
  public init(of span: TextSpan, in article: Article) {
    let text = article.text
    let words = text.roundedToGraphemes(span)
    var context = TextSpan(words.start, words.end)
    let sentence = Self.restOfSentence(around: words, in: text)
    var length = Self.shortestContext
    repeat {
      context = TextSpan(
        Self.contextStart(before: words.start, max(length, sentence.before), in: text),
        Self.contextEnd(after: words.end, max(length, sentence.after), in: text))
      length *= 2
    } while length <= Self.longestContext && !Self.isUnique(context, in: text)
    self.init(
      exact: text.string(in: words), prefix: text.string(in: TextSpan(context.start, words.start)),
      suffix: text.string(in: TextSpan(words.end, context.end)),
      position: text.codePointSpan(of: words))
  }

  /// How many code points before and after the words belong to their own sentence, with the end of the
  /// neighbouring ones, so that what is put into the sentence shows.
  private static func restOfSentence(
    around words: TextSpan, in text: ArticleText
  ) -> (before: Int, after: Int) {
    let area = text.roundedToGraphemes(
      TextSpan(words.start - longestSentence, words.end + longestSentence))
    let before = text.string(in: TextSpan(area.start, words.start))
    let after = text.string(in: TextSpan(words.end, area.end))
    let start = SentenceEnds.sentenceStart(in: before, before: text.string(in: words))
    let end = SentenceEnds.sentenceEnd(in: after)
    let head = before[start...].unicodeScalars.count
    let tail =
      SentenceEnds.endsSentence(text.string(in: words)) && !SentenceEnds.goesOn(after)
      ? 0 : after[..<end].unicodeScalars.count
    return (head == 0 ? 0 : head + sentenceMargin, tail == 0 ? 0 : tail + sentenceMargin)
  }

  private static func isUnique(_ span: TextSpan, in text: ArticleText) -> Bool {
    let area = TextSpan(span.start - searchRadius, span.end + searchRadius)
    let words = Array(text.string(in: span).utf8)
    return ByteSearch.places(of: words, in: text, within: area, limit: 2).count < 2
  }

  /// The start of the context: `length` code points back, then on to where a word begins.
  private static func contextStart(
    before offset: ByteOffset, _ length: Int, in text: ArticleText
  ) -> ByteOffset {
    text.withBytes { bytes in
      var at = offset.value
      for _ in 0..<length { at = previous(at, in: bytes) }
      var wordStart = at
      for _ in 0..<longestWord where wordStart > 0 && !bytes[wordStart - 1].isASCIIWhitespace {
        wordStart = previous(wordStart, in: bytes)
      }
      let isWhole = wordStart == 0 || bytes[wordStart - 1].isASCIIWhitespace
      return isWhole ? ByteOffset(wordStart) : text.graphemeStart(at: ByteOffset(at))
    }
  }

  /// The end of the context: `length` code points on, then to where a word ends.
  private static func contextEnd(
    after offset: ByteOffset, _ length: Int, in text: ArticleText
  ) -> ByteOffset {
    text.withBytes { bytes in
      var at = offset.value
      for _ in 0..<length { at = next(at, in: bytes) }
      var wordEnd = at
      for _ in 0..<longestWord where wordEnd < bytes.count && !bytes[wordEnd].isASCIIWhitespace {
        wordEnd = next(wordEnd, in: bytes)
      }
      let isWhole = wordEnd == bytes.count || bytes[wordEnd].isASCIIWhitespace
      return isWhole
        ? ByteOffset(wordEnd) : text.roundedToGraphemes(TextSpan(offset, ByteOffset(at))).end
    }
  }

  private static func previous(_ offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var at = max(offset - 1, 0)
    while at > 0, bytes[at].isUTF8Continuation { at -= 1 }
    return at
  }

  private static func next(_ offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var at = min(offset + 1, bytes.count)
    while at < bytes.count, bytes[at].isUTF8Continuation { at += 1 }
    return at
  }
}
