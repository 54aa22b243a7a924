// What the store tells its caller: at the opening, and after each change.

import ArticleModel

/// How a sidecar is opened.
public enum Access: Hashable, Sendable {
  /// To edit it; when somebody else does so already, to read it only, and to say who that is.
  case asking
  /// To read it; nothing is written, no lock taken.
  case readOnly
  /// To edit it whoever else does.
  case regardless
  /// To edit it, after waiting for another writer at most so long.
  case waiting(seconds: Int)
}

/// A sidecar as it was found.
public struct Opening: Sendable {
  /// The annotations, and what undo and redo know of earlier sessions.
  public var annotations: AnnotationSet
  /// Where the annotations stand in the text: an anchor a target, in the order of the targets.
  public var anchors: [AnnotationID: [Anchor]]
  /// A note that was being typed when the last session ended; nil when none was.
  public var draft: NoteDraft?
  /// What the reader should be told.
  public var notices: [StoreNotice]
  /// Why changes cannot be recorded; nil when they can.
  public var readOnlyReason: String?
  /// Who is editing it at this moment.
  public var lockedBy: LockHolder?
  /// When the sidecar was last written; nil when there was none.
  public var lastChanged: Timestamp?

  /// Whether changes cannot be recorded.
  public var isReadOnly: Bool { readOnlyReason != nil }
}

/// What became of a change.
public struct Receipt: Sendable {
  /// The annotations with the changes of others; nil when there were none.
  public var merged: AnnotationSet?
  /// What the reader should be told.
  public var notices: [StoreNotice]

  /// A change that was saved, with nothing to add.
  static let saved = Receipt(merged: nil, notices: [])
}
