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
}
