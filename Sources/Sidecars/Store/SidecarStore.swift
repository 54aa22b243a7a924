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
    /// The journal for when the other one cannot be written, or is somebody else's.
    var journalElsewhere: Journal
    /// Journals elsewhere of sessions that ended early; they go when the sidecar has what they held.
    var abandoned: [Journal] = []
    /// What undo and redo know.
    var past: [Change]
    var future: [Change]
    /// What the journal keeps of history that is not for whoever opened it now.
    var setAside = OwnHistory.Rest()
    /// Who opened it; nil when nobody said.
    var person: Creator?
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
    /// Whether the journal beside the sidecar is not ours to write.
    var journalIsOthers = false
    /// What this session changed and no other writer is known to have seen, as it was before; nil for what
    /// was not there. A file that has it as before was written without our change, not against it.
    var unseen: [AnnotationID: Annotation?] = [:]
    /// Whether a file was found that lacks what this session had saved.
    var wasOverwritten = false
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
    do {
      let receipt = try section.perform { hold throws(FileError) in
        try record(change, as: entry, resulting: set, in: &work, hold)
      }
      self.work = work
      return receipt
    } catch {
      self.work?.journal = work.journal
      self.work?.journalElsewhere = work.journalElsewhere
      throw .notWritable(work.journalFailure ?? error)
    }
  }

  private func record(
    _ change: Change, as entry: JournalEntry, resulting set: AnnotationSet, in work: inout Work,
    _ hold: CriticalSection.Hold
  ) throws(FileError) -> Receipt {
    var receipt = Receipt.saved
    receipt.notices += keepLock(&work)
    let isShort = (work.bytesOnDisk?.count ?? 0) < longestSavedAtOnce
    if isShort || work.isShared || work.journal.growth > Self.longestJournal {
      try recordAndSave(change, as: entry, resulting: set, in: &work, hold, &receipt)
    } else {
      let conflicts = work.adopt(change, set)
      if !conflicts.isEmpty { receipt.notices.append(.conflicts(conflicts)) }
      try append([entry], to: &work)
    }
    if work.hasOutsideChanges { receipt.merged = work.set }
    return receipt
  }

  /// Notes the change and the sidecar that is to have it in one line of the journal, then writes that.
  private func recordAndSave(
    _ change: Change, as entry: JournalEntry, resulting set: AnnotationSet, in work: inout Work,
    _ hold: CriticalSection.Hold, _ receipt: inout Receipt
  ) throws(FileError) {
    var failure: FileError?
    do throws(FileError) { receipt.notices += try mergeOutsideChanges(&work) ?? [] } catch {
      failure = error
    }
    let conflicts = work.adopt(change, set)
    if !conflicts.isEmpty { receipt.notices.append(.conflicts(conflicts)) }
    let bytes = work.sidecar.serialized()
    let coming = failure == nil && bytes != work.bytesOnDisk ? bytes : nil
    try append([entry] + (coming.map { [.base($0.digest)] } ?? []), to: &work)
    do throws(FileError) {
      if let failure { throw failure }
      receipt.notices += try write(bytes, &work, hold)
      if work.journal.growth > Self.longestJournal { try fold(&work) }
    } catch {
      if let coming, work.bytesOnDisk != coming { try? retract(&work) }
      receipt.notices.append(.onlyInJournal(path: work.lastJournal, reason: error.reason))
    }
  }

  /// Keeps a note that is being typed, in case that something happens before it is done; nil when it was
  /// kept or given up.
  public func keepDraft(_ draft: NoteDraft?) throws(StoreError) {
    var work = try writableWork()
    guard work.draft != draft else { return }
    defer { self.work = work }
    do {
      try section.perform { _ throws(FileError) in
        _ = keepLock(&work)
        try append([.draft(draft)], to: &work)
      }
    } catch { throw .notWritable(work.journalFailure ?? error) }
    work.draft = draft
  }

  /// Looks whether somebody else changed the sidecar; when so, returns the annotations with the changes
  /// of both. Costs one look at the file's status when nothing happened.
  public func checkForOutsideChange(_ set: AnnotationSet) throws(StoreError) -> Receipt? {
    guard var work else { throw .notOpen(path: path) }
    do {
      guard try files.status(of: target) != work.statusOnDisk else { return nil }
      guard var notices = try mergeOutsideChanges(&work) else {
        self.work?.statusOnDisk = work.statusOnDisk
        return nil
      }
      if work.wasOverwritten, work.readOnlyReason == nil { notices += try saveAgain(&work) }
      self.work = work
      return Receipt(merged: work.set, notices: notices)
    } catch { throw .notReadable(error) }
  }

  /// Puts back what somebody wrote over without having seen it.
  private func saveAgain(_ work: inout Work) throws(FileError) -> [StoreNotice] {
    do throws(FileError) {
      return try section.perform { hold throws(FileError) in try save(&work, hold) }
    } catch {
      return [.onlyInJournal(path: work.lastJournal, reason: error.reason)]
    }
  }

  /// Ends the work on the sidecar: what the journal holds goes into the sidecar, and the lock is given
  /// back. Closing twice does no harm. When the sidecar cannot be written, the journal keeps the work.
  public func close() throws(StoreError) {
    guard var work else { return }
    self.work = nil
    defer { if work.hasLock { releaseLock() } }
    guard work.readOnlyReason == nil, work.isAhead || work.hasWritten else { return }
    do {
      try section.perform { hold throws(FileError) in
        _ = try save(&work, hold)
        try fold(&work)
      }
    } catch { throw .onlyInJournal(path: work.lastJournal, error) }
  }

  var section: CriticalSection {
    CriticalSection(target: target, files: files, surroundings: surroundings)
  }

  var lock: SidecarLock {
    SidecarLock(
      path: target + ".lock", files: files, surroundings: surroundings,
      model: work?.statusOnDisk ?? (try? files.status(of: target)) ?? nil)
  }

  /// Gives the lock back.
  func releaseLock() {
    try? section.perform { _ throws(FileError) in try lock.release() }
  }

  /// Makes sure, within a section, that the lock is still ours. When somebody else has it, both write from
  /// now on: at once, and with a journal each.
  private func keepLock(_ work: inout Work) -> [StoreNotice] {
    guard work.hasLock, !work.isShared else { return [] }
    guard let holder = try? lock.holder() else {
      _ = try? lock.acquire()
      return []
    }
    guard holder != surroundings.holder, case .taken(let other)? = try? lock.acquire() else {
      return []
    }
    (work.hasLock, work.isShared) = (false, true)
    work.journalElsewhere = sharedJournal
    return [.sharedWith(other)]
  }
}

extension SidecarStore.Work {
  /// The journal that was written last.
  var lastJournal: String { journalElsewhere.isEmpty ? journal.path : journalElsewhere.path }

  /// The annotations with their history.
  var set: AnnotationSet {
    var set = AnnotationSet(sidecar.annotations, past: past, future: future)
    set.author = person
    return set
  }

  /// Takes a change in; where others have changed the sidecar, without what the caller does not know.
  /// Returns what did not go together with their changes.
  fileprivate mutating func adopt(
    _ change: Change, _ set: AnnotationSet
  ) -> [ThreeWayMerge.Conflict] {
    for edit in change.edits where unseen[edit.id] == nil {
      switch edit {
      case .insert: unseen[edit.id] = .some(nil)
      case .remove(let before), .replace(let before, _): unseen[edit.id] = before
      }
    }
    (past, future) = (set.past, set.future)
    guard hasOutsideChanges else {
      sidecar.annotations = set.annotations
      return []
    }
    var replay = JournalReplay(on: sidecar.annotations)
    replay.perform(change)
    sidecar.annotations = replay.annotations
    return replay.conflicts
  }

  /// What the history of the set says that the change was.
  fileprivate func entry(for change: Change, resulting set: AnnotationSet) -> JournalEntry {
    let hasShifted = set.future.count == future.count + 1 && set.past.count == past.count - 1
    if hasShifted, let last = past.last, last.inverse == change { return .undo(of: last.sum) }
    let isBack = set.future.count == future.count - 1 && set.past.count == past.count + 1
    if isBack, future.last == change { return .redo(of: change.sum) }
    // The set knows in whose name it was made.
    return .change(set.past.last.flatMap { $0 == change ? $0 : nil } ?? change)
  }
}
