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

extension AnnotatedArticle {
  /// Whether the sidecar holds the decisions of a comparison, and nothing else.
  var isOfDecisions: Bool {
    !annotations.isEmpty && annotations.allSatisfy { $0.adjudication != nil }
  }
}
