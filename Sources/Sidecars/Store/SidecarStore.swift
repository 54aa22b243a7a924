// The store: one sidecar on the disk, opened, changed and closed. All its files are touched here alone:
// the sidecar, and beside it the journal, the lock and a backup.

import ArticleModel

/// The annotations of an article on the disk. One thread uses it.
///
/// A class because it stands for files: two copies of it would not be two files.
public final class SidecarStore {
  /// The sidecar's path.
  public let path: String

  let article: Article
  let files: any FileSystem
  let surroundings: Surroundings
  /// The file itself, symbolic links followed when it is opened.
  var target: String
  /// A sidecar of so many bytes is written after every change; a longer one when the journal has grown.
  var longestSavedAtOnce = 256 << 10
  /// What is known between opening and closing.
  var work: Work?

  /// A sidecar that is open.
  struct Work {
    /// The sidecar as it should be on the disk.
    var sidecar: Sidecar
    /// The sidecar as we last saw it on the disk; nil when there was none.
    var bytesOnDisk: [UInt8]?
    var statusOnDisk: FileStatus?
    var journal: Journal
    /// The journal for when the other one cannot be written.
    var journalElsewhere: Journal
    /// What undo and redo know.
    var past: [Change]
    var future: [Change]
    var draft: NoteDraft?
    /// Whether the journal holds more than the sidecar.
    var isAhead = false
    /// Why the journal beside the sidecar cannot be written; nil when it can.
    var journalFailure: FileError?
    /// Whether the sidecar as it was before this session is in the backup.
    var hasBackup = false
    /// Whether this session wrote anything.
    var hasWritten = false
    /// Whether changes of others have come in, so that a caller's set may lack them.
    var hasOutsideChanges = false
    /// Why nothing may be written; nil when it may.
    var readOnlyReason: String?
    var hasLock = false
    /// Whether somebody else may be writing too.
    var isShared = false
  }

  /// Makes a store for an article; nothing is read or written yet.
  /// - Parameter sidecarPath: the sidecar's path; nil for `defaultPath(for:)`.
  public convenience init(
    article: Article, sidecarPath: String? = nil, fileSystem: any FileSystem = PosixFileSystem()
  ) {
    self.init(
      article: article, sidecarPath: sidecarPath, fileSystem: fileSystem, surroundings: .current)
  }

  /// Makes a store that asks `surroundings` for the process, the machine and the time.
  public init(
    article: Article, sidecarPath: String?, fileSystem: any FileSystem, surroundings: Surroundings
  ) {
    self.article = article
    self.surroundings = surroundings
    files = fileSystem
    path = sidecarPath ?? Self.defaultPath(for: article, fileSystem: fileSystem)
    target = path
  }

  /// Saves a change: when this returns, it is on the disk.
  /// - Parameter set: the annotations after the change, whose history tells a change from an undo.
  @discardableResult
  public func record(
    _ change: Change, resulting set: AnnotationSet
  ) throws(StoreError) -> Receipt {
    var work = try writableWork()
    describeArticle(in: &work)
    let entry = work.entry(for: change, resulting: set)
    defer { self.work = work }
    try append([entry], to: &work)
    work.past = set.past
    work.future = set.future
    if work.hasOutsideChanges {
      var replay = JournalReplay(on: work.sidecar.annotations)
      replay.perform(change)
      work.sidecar.annotations = replay.annotations
    } else {
      work.sidecar.annotations = set.annotations
    }
    var receipt = Receipt.saved
    let isShort = (work.bytesOnDisk?.count ?? 0) < longestSavedAtOnce
    if isShort || work.isShared || work.journal.growth > Self.longestJournal {
      saveSoon(&work, &receipt)
    }
    if work.hasOutsideChanges { receipt.merged = work.set }
    return receipt
  }

  /// Keeps a note that is being typed, in case that something happens before it is done; nil when it was
  /// kept or given up.
  public func keepDraft(_ draft: NoteDraft?) throws(StoreError) {
    var work = try writableWork()
    guard work.draft != draft else { return }
    defer { self.work = work }
    try append([.draft(draft)], to: &work)
    work.draft = draft
  }

  /// Looks whether somebody else changed the sidecar; when so, returns the annotations with the changes
  /// of both. Costs one look at the file's status when nothing happened.
  public func checkForOutsideChange(_ set: AnnotationSet) throws(StoreError) -> Receipt? {
    guard var work else { throw .notOpen(path: path) }
    do {
      let status = try files.status(of: target)
      guard status != work.statusOnDisk else { return nil }
      guard let notices = try mergeOutsideChanges(&work) else {
        self.work?.statusOnDisk = status
        return nil
      }
      self.work = work
      return Receipt(merged: work.set, notices: notices)
    } catch { throw .notReadable(error) }
  }

  /// Ends the work on the sidecar: what the journal holds goes into the sidecar, and the lock is given
  /// back. Closing twice does no harm. When the sidecar cannot be written, the journal keeps the work.
  public func close() throws(StoreError) {
    guard var work else { return }
    self.work = nil
    defer { if work.hasLock { try? lock.release() } }
    guard work.readOnlyReason == nil, work.isAhead || work.hasWritten else { return }
    do {
      _ = try save(&work)
      try fold(&work)
    } catch { throw .onlyInJournal(path: work.lastJournal, error) }
  }

  var lock: SidecarLock {
    SidecarLock(path: target + ".lock", files: files, surroundings: surroundings)
  }
}

extension SidecarStore.Work {
  /// The journal that was written last.
  var lastJournal: String { journalElsewhere.isEmpty ? journal.path : journalElsewhere.path }

  /// The annotations with their history.
  var set: AnnotationSet { AnnotationSet(sidecar.annotations, past: past, future: future) }

  /// What the history of the set says that the change was.
  fileprivate func entry(for change: Change, resulting set: AnnotationSet) -> JournalEntry {
    let hasShifted = set.future.count == future.count + 1 && set.past.count == past.count - 1
    if hasShifted, past.last?.inverse == change { return .undo }
    let isBack = set.future.count == future.count - 1 && set.past.count == past.count + 1
    return isBack && future.last == change ? .redo : .change(change)
  }
}
