// Whose words a mark is about: for the groups of a review, and for statistics.

import ArticleModel
import NewsAnalysis

extension AnnotatedArticle {
  /// The voice of each mark: the one that its maker named, else the speaker of the quotation that its
  /// first words lie in, else the outlet. Marks without a place are left out.
  package func speakersOfMarks() -> [AnnotationID: String] {
    guard let article else { return [:] }
    let analysis = CorrectedAnalysis(
      NewsAnalyzer().analyze(article), annotations: annotations, anchors: anchors,
      text: article.text
    ).analysis
    var voices: [AnnotationID: String] = [:]
    for mark in annotations where mark.kind != .review {
      guard let span = anchors[mark.id]?.lazy.compactMap(\.span).first else { continue }
      voices[mark.id] = mark.voice ?? analysis.speaker(of: span) ?? "outlet"
    }
    return voices
  }

  /// The article with some of its annotations alone.
  package func keeping(_ ids: Set<AnnotationID>) -> AnnotatedArticle {
    var copy = self
    copy.annotations = annotations.filter {
      ids.contains($0.id) || ($0.kind == .review && $0.repliesTo.map(ids.contains) ?? false)
    }
    return copy
  }
}

extension Analysis {
  /// Who says the words of a span; nil when they are nobody's quotation, or nobody is named.
  func speaker(of span: TextSpan) -> String? {
    let quotation = quotations.first { $0.spans.contains { $0.overlaps(span) } }
    guard let speaker = quotation?.speaker, speakers.indices.contains(speaker) else { return nil }
    return speakers[speaker].name
  }
}
