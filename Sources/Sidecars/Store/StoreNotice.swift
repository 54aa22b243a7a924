// What a reader should be told about the sidecar, in words for the message line.

import ArticleModel

/// Something that the reader should be told about the sidecar.
public enum StoreNotice: Hashable, Sendable, CustomStringConvertible {
  /// The sidecar holds items that this version cannot read; they are kept.
  case unreadableItems([UnreadableItem])
  /// It is of a later version and is not written.
  case laterVersion
  /// The text is another one than that which the annotations were made on.
  case reread(Rereading)
  /// The last session ended early; so many operations came from its journal.
  case recovered(operations: Int)
  /// Operations that could not be saved beside the article came from the user's own folder.
  case recoveredElsewhere(operations: Int, path: String)
  /// So many lines of the journal cannot be read.
  case damagedJournal(lines: Int)
  /// The journal cannot be read: it is somebody else's, or no file of its own.
  case journalNotRead(String)
  /// Somebody else edits the sidecar as well.
  case sharedWith(LockHolder)
  /// The sidecar was damaged; so many annotations were recovered, and it was copied.
  case salvaged(Int, copy: String)
  /// The sidecar was there, but had no byte; so many annotations were recovered from backup and journal.
  case emptied(recovered: Int)
  /// The sidecar cannot be written at the moment; the journal at that path has everything.
  case onlyInJournal(path: String, reason: String)
  /// No lock could be made, so that nothing keeps others from writing.
  case notLocked(String)
  /// Somebody else changed the sidecar; their changes were taken in.
  case changedOutside
  /// Somebody else removed the sidecar; the next change makes it again.
  case removedOutside
  /// Somebody else left the sidecar unreadable; it was copied, and ours takes its place.
  case brokenOutside(copy: String)
  /// The sidecar was made for that other article, which is still there.
  case ofAnotherArticle(String)
  /// The sidecar was taken over, but its old file could not be removed.
  case oldSidecarStays(String)
  /// Changes that do not go together; both versions are kept.
  case conflicts([ThreeWayMerge.Conflict])

  /// Whether somebody should look at it, or has to put something right.
  public var needsAttention: Bool {
    switch self {
    case .unreadableItems, .salvaged, .emptied, .onlyInJournal, .brokenOutside, .conflicts,
      .ofAnotherArticle:
      true
    case .laterVersion, .reread, .recovered, .recoveredElsewhere, .notLocked,
      .changedOutside, .removedOutside, .oldSidecarStays, .damagedJournal, .journalNotRead,
      .sharedWith:
      false
    }
  }

  /// What to tell.
  public var description: String {
    switch self {
    case .unreadableItems(let items):
      "\(counted(items.count, "item")) kept but not understood: "
        + items.map(\.description).joined(separator: "; ")
    case .laterVersion: "the sidecar has a later version of the format and opens read-only"
    case .reread(let rereading): rereading.description
    case .recovered(let count): "recovered \(counted(count, "change")) of an interrupted session"
    case .recoveredElsewhere(let count, let path):
      "recovered \(counted(count, "change")) that could not be saved here, from "
        + SidecarStore.shortened(path)
    case .damagedJournal(let lines):
      "\(counted(lines, "line")) of the journal cut short or damaged; what the sidecar has is safe"
    case .journalNotRead(let reason):
      "what others have not saved yet may be missing: \(reason)"
    case .sharedWith(let holder): "\(holder) edits the marks too; what both save is merged"
    case .salvaged(let count, let copy):
      "damaged sidecar: \(counted(count, "mark")) recovered; a copy of it ends in "
        + copy.suffix(".damaged-".count + 8)
    case .emptied(0): "the sidecar was empty, and no backup or journal has marks of it"
    case .emptied(let count):
      "the sidecar was empty: \(counted(count, "mark")) recovered from backup and journal"
    case .onlyInJournal(let path, let reason):
      "\(reason): kept in \(SidecarStore.shortened(path)) for now"
    case .notLocked(let reason): "other programs may write at the same time: \(reason)"
    case .changedOutside: "merged what someone else changed"
    case .removedOutside: "someone else removed the sidecar; the next change restores it"
    case .brokenOutside(let copy):
      "someone else left the sidecar unreadable; it is kept as \(copy)"
    case .ofAnotherArticle(let path): "these are the marks of \(path), not of this article"
    case .oldSidecarStays(let reason):
      "the marks were taken over, but the old file remains: \(reason)"
    case .conflicts(let conflicts):
      "\(counted(conflicts.count, "conflict")), both versions kept: "
        + conflicts.map(\.description).joined(separator: "; ")
    }
  }
}
