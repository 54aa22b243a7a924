// What several annotators marked in one article, ready to be compared.

import ArticleModel

/// An article with the marks of each annotator.
struct CodedText {
  /// A stretch of an article that is drawn as a whole in a bootstrap.
  struct Paragraph {
    var span: Range<Int>
    var sentences: [Range<Int>]
  }

  /// A mark on one passage.
  struct Mark {
    var span: Range<Int>
    var kind: AnnotationKind
    var terms: [TermReference]
  }

  /// The paragraphs, in code points of the text.
  let paragraphs: [Paragraph]
  /// The marks of each annotator, in the order of the study; nil for one who did not work on it.
  var marks: [[Mark]?]

  /// Takes an article apart into its paragraphs and these sentences.
  init(_ article: Article, sentences: [TextSpan], annotators: Int) {
    let text = article.text
    var next = 0
    paragraphs = article.blocks.map { block in
      var inside: [Range<Int>] = []
      while next < sentences.count, sentences[next].start < block.span.end {
        inside.append(text.codePoints(of: sentences[next]))
        next += 1
      }
      // A byline or a dateline is no sentence that anybody could have marked.
      return Paragraph(
        span: text.codePoints(of: block.span), sentences: block.kind.isCredit ? [] : inside)
    }
    marks = Array(repeating: nil, count: annotators)
  }

  /// Adds what somebody marked; replies and links are about marks. What has lost its place, and marks on the article as a whole, cannot be
  /// compared and are left out.
  mutating func add(_ annotations: [Annotation], in article: SidecarMarks, by annotator: Int) {
    guard let text = article.article?.text else { return }
    let marks = annotations.filter { !$0.kind.row.use.pointsAtAnnotation }
    let found = marks.flatMap { annotation -> [Mark] in
      (article.anchors[annotation.id] ?? []).compactMap(\.span).map { span in
        Mark(span: text.codePoints(of: span), kind: annotation.kind, terms: annotation.terms)
      }
    }
    self.marks[annotator] = (self.marks[annotator] ?? []) + found
  }
}

extension ArticleText {
  fileprivate func codePoints(of span: TextSpan) -> Range<Int> {
    let span = codePointSpan(of: span)
    return span.start.value..<max(span.start.value, span.end.value)
  }
}
