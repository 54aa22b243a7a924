// The note editor below the text.

import ArticleModel
import Interface

/// A note that is being written.
package struct NoteEditing: Hashable, Sendable {
  /// The annotation that it belongs to.
  package var id: AnnotationID
  /// The text as it stands.
  package var text: EditableText
  /// Whether the annotation is nothing without a note, so that it goes when none is written.
  package var dropsWhenEmpty: Bool
  /// What has the keys: the text, or a field below it.
  package var field = Field.text
  /// When the text was last written to the disk; nil while it has not been.
  package var keptAt: Timestamp?
  /// Whether the text as it stands is on the disk.
  package var isKept = false

  /// What can be filled in while a note is written.
  package enum Field: CaseIterable, Sendable { case text, term, status, evidence }

  /// Opens the editor on a text.
  package init(id: AnnotationID, text: EditableText, dropsWhenEmpty: Bool) {
    (self.id, self.text, self.dropsWhenEmpty) = (id, text, dropsWhenEmpty)
  }
}
