// The text of an article with its marks and quotations, cut where one of them begins or ends, since
// elements of HTML cannot overlap.

import ArticleModel
import Corpus
import NewsAnalysis

/// Writes spans of an article's text.
struct HTMLHighlights {
  private let text: ArticleText
  private let notes: [HTMLNote]
  private let marks: [(span: TextSpan, note: HTMLNote)]
  private let quotations: [(span: TextSpan, speaker: String)]

  init(_ article: CorpusArticle, _ notes: [HTMLNote]) {
    text = article.annotated.article?.text ?? ArticleText("")
    self.notes = notes
    marks = notes.flatMap { note in note.row.spans.map { (span: $0, note: note) } }
      .sorted { $0.span < $1.span }
    let analysis = article.analysis
    quotations = analysis.quotations.flatMap { quotation in
      quotation.spans.map { span in
        (span: span, speaker: analysis.voice(of: quotation).name)
      }
    }
    .sorted { $0.span < $1.span }
  }

  /// A block's text. Behind the last word of a mark stands its number.
  func html(of block: TextSpan) -> String {
    let marks = marks.filter { $0.span.overlaps(block) }
    let quotations = quotations.filter { $0.span.overlaps(block) }
    let ends = (marks.map(\.span) + quotations.map(\.span)).flatMap { [$0.start, $0.end] }
    let cuts = Set(ends + [block.start, block.end]).filter { block.start <= $0 && $0 <= block.end }
      .sorted()
    return zip(cuts, cuts.dropFirst()).map { start, end in
      let piece = TextSpan(start, end)
      let above = marks.filter { $0.span.contains(piece) }.map(\.note)
      let speaker = quotations.first { $0.span.contains(piece) }?.speaker
      let numbers = notes.filter { $0.end == end }.map(\.reference)
      return Self.piece(text.string(in: piece), above, speaker)
        + (numbers.isEmpty ? "" : "<sup>\(numbers.joined(separator: " "))</sup>")
    }
    .joined()
  }

  private static func piece(_ words: String, _ notes: [HTMLNote], _ speaker: String?) -> String {
    var html = HTML.escaped(words)
    if !notes.isEmpty {
      let kinds = notes.map(\.row.annotation.kind.cssClass).uniqued().joined(separator: " ")
      let ids = notes.map { String($0.number) }.joined(separator: " ")
      html = HTML.element("mark", [("class", kinds), ("data-notes", ids)], html)
    }
    guard let speaker else { return html }
    return HTML.element("span", [("class", "said"), ("title", "quoted: \(speaker)")], html)
  }
}

extension AnnotationKind {
  /// The class of what belongs to marks of the kind.
  var cssClass: String { "k-\(rawValue)" }
}
