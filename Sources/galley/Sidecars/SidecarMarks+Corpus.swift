// Sidecars of a corpus as agreement and adjudication take them.

import Agreement
import Corpus

extension SidecarMarks {
  /// The marks of a sidecar that was read.
  init(_ sidecar: AnnotatedArticle) {
    self.init(
      article: sidecar.article, named: sidecar.name, sidecarPath: sidecar.sidecarPath,
      annotations: sidecar.annotations, anchors: sidecar.anchors)
  }
}
