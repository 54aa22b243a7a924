// What the store tells its caller: at the opening, and after each change.

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
  /// What the reader should be told.
  public var notices: [StoreNotice]
  /// Whether changes can be recorded.
  public var isReadOnly: Bool
  /// Who is editing it at this moment.
  public var lockedBy: LockHolder?
  /// When the sidecar was last written; nil when there was none.
  public var lastChanged: Timestamp?
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

/// Something that the reader should be told about the sidecar.
public enum StoreNotice: Hashable, Sendable, CustomStringConvertible {
  /// The sidecar holds items that this version cannot read; they are kept.
  case unreadableItems([UnreadableItem])
  /// It is of a later version and is not written.
  case laterVersion
  /// The text has changed since the annotations were made.
  case articleChanged

  /// What to tell.
  public var description: String {
    switch self {
    case .unreadableItems(let items):
      "\(items.count) item\(items.count == 1 ? "" : "s") kept but not understood: "
        + items.map(\.description).joined(separator: "; ")
    case .laterVersion: "the sidecar is of a later version of the format and opens read-only"
    case .articleChanged: "the article has changed since it was annotated"
    }
  }
}
