// A run of paragraphs, cut into tokens and sentences: what every later step of the analysis reads.

import ArticleModel

/// Some paragraphs of an article with their tokens and sentences, in reading order. A single reference, because every
/// rule that looks at a paragraph holds a copy.
struct Segment {
  private var contents: Contents

  init(
    text: ArticleText, tokens: [Token] = [], paragraphs: [Paragraph] = [],
    sentences: [Sentence] = []
  ) {
    contents = Contents(
      text: text, tokens: tokens, paragraphs: paragraphs, sentences: sentences)
  }

  /// The text that the tokens point into.
  var text: ArticleText { contents.text }
  /// All tokens of the segment.
  var tokens: [Token] { contents.tokens }
  /// Its paragraphs.
  var paragraphs: [Paragraph] { contents.paragraphs }
  /// Its sentences; each lies in one paragraph.
  var sentences: [Sentence] { contents.sentences }

  /// A class to be shared; it never changes.
  private final class Contents {
    let text: ArticleText
    let tokens: [Token]
    let paragraphs: [Paragraph]
    let sentences: [Sentence]

    init(
      text: ArticleText, tokens: [Token], paragraphs: [Paragraph], sentences: [Sentence]
    ) {
      (self.text, self.tokens) = (text, tokens)
      (self.paragraphs, self.sentences) = (paragraphs, sentences)
    }
  }

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

extension Segment {
  /// Ends sentences before some tokens, in reading order: behind the labels of turns.
  mutating func endSentences(before starts: [Int]) {
    guard !starts.isEmpty else { return }
    var (split, paragraphs) = ([Sentence](), paragraphs)
    var next = 0
    for paragraph in paragraphs.indices {
      let first = split.count
      for index in paragraphs[paragraph].sentences {
        var rest = sentences[index].tokens
        while next < starts.count, starts[next] < rest.upperBound {
          if starts[next] > rest.lowerBound {
            split.append(Sentence(tokens: rest.lowerBound..<starts[next]))
            rest = starts[next]..<rest.upperBound
          }
          next += 1
        }
        split.append(Sentence(tokens: rest))
      }
      paragraphs[paragraph].sentences = first..<split.count
    }
    self = Segment(text: text, tokens: tokens, paragraphs: paragraphs, sentences: split)
  }

  /// A paragraph without what stands before a token at which a sentence begins.
  func paragraph(_ index: Int, from start: Int) -> Paragraph {
    var paragraph = paragraphs[index]
    paragraph.tokens = start..<max(start, paragraph.tokens.upperBound)
    let first = paragraph.sentences.first { sentences[$0].tokens.lowerBound >= start }
    paragraph.sentences = (first ?? paragraph.sentences.upperBound)..<paragraph.sentences.upperBound
    return paragraph
  }
}
