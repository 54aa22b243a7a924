// The record of a mark: all that it says, as it is edited.

import ArticleModel
import Interface

extension ReaderState {
  /// Opens a mark for editing.
  mutating func editRecord(_ id: AnnotationID) -> [Effect] {
    if let annotation = annotations[id] { write(annotation, dropsWhenEmpty: false) }
    return []
  }
}
