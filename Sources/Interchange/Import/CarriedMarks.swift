// Marks that files of other programs carry along whole, in members that those keep and do not show.

import ArticleModel
import LosslessJSON

/// Marks that a file carries along whole, beside what the other tool shows of them.
struct CarriedMarks {
  /// In the order of the file.
  private(set) var annotations: [Annotation]

  init(_ json: JSONValue?) {
    annotations = json?.elements.compactMap(WebAnnotationImport.annotation) ?? []
  }

  /// The marks as they came back: each with those of its passages that are still there. One that had
  /// passages and has none any more was deleted.
  /// - Parameter left: says whether a passage is still there, and takes it off the list.
  func kept(_ left: (Annotation, Int, Range<Int>) -> Range<Int>?) -> [ImportedMark] {
    annotations.compactMap { annotation in
      let positions = annotation.targets.compactMap { $0.passage?.position }
      guard !positions.isEmpty else { return ImportedMark(annotation: annotation) }
      let there = positions.enumerated().compactMap { index, position in
        left(annotation, index, position.start.value..<position.end.value)
      }
      guard !there.isEmpty else { return nil }
      return ImportedMark(annotation: annotation, places: there.map(ImportedPlace.offsets))
    }
  }
}
