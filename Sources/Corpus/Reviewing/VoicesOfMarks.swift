// Whose words marks are about, as lists group them.

import ArticleModel
import NewsAnalysis

extension Sequence<AnnotatedArticle> {
  /// The voice of each mark, by the sidecar's path and the mark's id. Each article is analysed once, and
  /// the corrections of all its sidecars count. Marks of which nothing says whose words they are about
  /// are left out.
  package func voicesOfMarks(
    by analyzer: any ArticleAnalyzer
  ) -> [String: [AnnotationID: String]] {
    var voices: [String: [AnnotationID: String]] = [:]
    for (_, sidecars) in grouped(by: \.name) {
      guard let article = sidecars.first?.article else { continue }
      let finder = Voices(CorrectedAnalysis(article, sidecars, by: analyzer).analysis)
      for sidecar in sidecars {
        for mark in sidecar.annotations where mark.kind.isMark && mark.kind != .correction {
          let places = sidecar.anchors[mark.id]?.compactMap(\.span) ?? []
          voices[sidecar.sidecarPath, default: [:]][mark.id] =
            finder.voice(of: mark, at: places)?.name
        }
      }
    }
    return voices
  }
}

extension CorrectedAnalysis {
  /// Analyses an article, and applies the corrections of its sidecars.
  init(
    _ article: Article, _ sidecars: [AnnotatedArticle], by analyzer: any ArticleAnalyzer
  ) {
    var anchors: [AnnotationID: [Anchor]] = [:]
    for sidecar in sidecars { anchors.merge(sidecar.anchors) { first, _ in first } }
    self.init(
      analyzer.analyze(article), annotations: sidecars.flatMap(\.annotations),
      anchors: anchors, text: article.text)
  }
}
