// What can be saved of a sidecar that is no longer JSON, or of which nothing is left.

import ArticleModel
import LosslessJSON

/// Annotations found whole in a damaged text, and those that backup and journal know beyond them.
enum Salvage {
  /// What is lost of a sidecar whose remaining annotations are `found`: what the backup has and the
  /// history did not take out since, and what the history put in.
  static func lost(
    beyond found: [Annotation], backup: [Annotation], history: [Change]
  ) -> [Annotation] {
    var latest: [AnnotationID: Annotation?] = [:]
    var order = backup.map(\.id)
    for edit in history.flatMap(\.edits) {
      order.append(edit.id)
      switch edit {
      case .insert(let annotation), .replace(_, let annotation): latest[edit.id] = annotation
      case .remove: latest[edit.id] = .some(nil)
      }
    }
    let saved = Dictionary(backup.map { ($0.id, $0) }) { first, _ in first }
    var known = Set(found.map(\.id))
    return order.compactMap { id in
      guard known.insert(id).inserted else { return nil }
      return latest[id] ?? saved[id]
    }
  }

  /// The annotations that can still be read, each at its first occurrence.
  static func annotations(in bytes: [UInt8]) -> [Annotation] {
    var found: [Annotation] = []
    var ids: Set<AnnotationID> = []
    bytes.withUnsafeBufferPointer { buffer in
      var fragments = JSONFragments(of: buffer, having: ["id", "target"])
      fragments.visit { range in
        guard let annotation = Annotation(reading: Array(buffer[range])) else { return false }
        if ids.insert(annotation.id).inserted { found.append(annotation) }
        return true
      }
    }
    return found
  }
}
