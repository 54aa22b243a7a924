// Sidecars of a corpus as agreement and adjudication take them.

import Agreement
import ArticleModel
import Corpus

extension SidecarMarks {
  /// The marks of a sidecar that was read.
  init(_ sidecar: AnnotatedArticle) {
    self.init(
      article: sidecar.article, named: sidecar.name, sidecarPath: sidecar.sidecarPath,
      annotations: sidecar.annotations, anchors: sidecar.anchors)
  }
}

extension [AnnotatedArticle] {
  /// The marks to compare. Where an article has several sidecars, private marks are no part of it: nobody else
  /// was ever given them.
  var compared: [SidecarMarks] {
    let counts = Dictionary(map { ($0.name, 1) }, uniquingKeysWith: +)
    return map { SidecarMarks(counts[$0.name] == 1 ? $0 : $0.withoutPrivateMarks) }
  }
}
