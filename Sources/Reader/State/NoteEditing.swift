// The note editor below the text.

import ArticleModel

/// A note that is being written.
public struct NoteEditing: Hashable, Sendable {
  /// The annotation that it belongs to.
  public var id: AnnotationID
  /// The text as it stands.
  public var text: EditableText
  /// Whether the annotation is nothing without a note, so that it goes when none is written.
  public var dropsWhenEmpty: Bool
  /// What has the keys: the text, or a field below it.
  public var field = Field.text
  /// When the text was last written to the disk; nil while it has not been.
  public var keptAt: Timestamp?
  /// Whether the text as it stands is on the disk.
  public var isKept = false

  /// What can be filled in while a note is written.
  public enum Field: CaseIterable, Sendable { case text, term, status, evidence }

  /// Opens the editor on a text.
  public init(id: AnnotationID, text: EditableText, dropsWhenEmpty: Bool) {
    (self.id, self.text, self.dropsWhenEmpty) = (id, text, dropsWhenEmpty)
  }
}
