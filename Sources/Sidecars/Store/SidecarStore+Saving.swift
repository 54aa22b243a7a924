// Saving: an entry to the journal for each operation, and from time to time the whole sidecar.
//
//   append to the journal → (acknowledged) → note the new sidecar's digest in the journal
//   → temporary file → sync → rename → sync of the folder → fold the journal

import ArticleModel

extension SidecarStore {
  /// A journal that has grown by more than this is folded into the sidecar.
  static let longestJournal = 1 << 20
  /// So many operations stay in the journal for undo when it is folded.
  static let longestHistory = 1000

  /// The journal in the user's own folder, for when the one beside the sidecar cannot be written.
  var pathElsewhere: String {
    let name = Array(target.utf8).withUnsafeBufferPointer { Digest(of: $0) }.description
    return surroundings.stateFolder + "/" + name.prefix(32) + ".journal"
  }

  /// Brings entries to the disk, to the journal beside the sidecar or, when that fails, elsewhere.
  func append(_ entries: [JournalEntry], to work: inout Work) throws(StoreError) {
    do {
      if work.journalElsewhere.isEmpty, !work.isShared {
        try write(entries, to: &work.journal, work.bytesOnDisk)
        return noteKept(&work)
      }
    } catch {
      work.journalFailure = error
    }
    do {
      try files.createFolder(surroundings.stateFolder)
      try write(entries, to: &work.journalElsewhere, work.bytesOnDisk)
      noteKept(&work)
    } catch {
      throw .notWritable(work.journalFailure ?? error)
    }
  }

  /// Remembers that a journal has something that the sidecar has not: nothing else may be called kept.
  private func noteKept(_ work: inout Work) {
    work.isAhead = true
    work.hasWritten = true
  }

  private func write(
    _ entries: [JournalEntry], to journal: inout Journal, _ sidecar: [UInt8]?
  ) throws(FileError) {
    try journal.append((journal.isEmpty ? [.base(sidecar?.digest)] : []) + entries)
  }

  /// Saves the sidecar. That may fail without harm, since the journal has everything; then the receipt
  /// says so.
  func saveSoon(_ work: inout Work, _ receipt: inout Receipt) {
    do {
      receipt.notices += try save(&work)
      if work.journal.growth > Self.longestJournal { try fold(&work) }
    } catch {
      receipt.notices.append(.onlyInJournal(path: work.lastJournal, reason: error.reason))
    }
  }

  /// Writes the sidecar in one step, after taking in what others wrote into it.
  func save(_ work: inout Work) throws(FileError) -> [StoreNotice] {
    let notices = try mergeOutsideChanges(&work) ?? []
    let bytes = work.sidecar.serialized()
    if bytes != work.bytesOnDisk {
      try files.createFolder(target.folder)
      try mark(bytes, &work)
      try backUp(&work)
      try files.replace(target, with: bytes, like: try files.status(of: target))
      work.bytesOnDisk = bytes
      work.statusOnDisk = try files.status(of: target)
    }
    work.isAhead = false
    if !work.journalElsewhere.isEmpty { try bringBack(&work) }
    return notices
  }

  /// Notes in the journal which sidecar is about to be written, so that after a crash it is known
  /// whether the entries before are in it.
  private func mark(_ bytes: [UInt8], _ work: inout Work) throws(FileError) {
    let entry = JournalEntry.base(bytes.digest)
    if !work.journal.isEmpty { try work.journal.append([entry]) }
    if !work.journalElsewhere.isEmpty { try work.journalElsewhere.append([entry]) }
  }

  /// Keeps the sidecar as it was before this session.
  private func backUp(_ work: inout Work) throws(FileError) {
    guard let bytes = work.bytesOnDisk, !work.hasBackup else { return }
    try files.replace(target + ".bak", with: bytes, like: try files.status(of: target))
    work.hasBackup = true
  }

  /// Moves the history of the journal elsewhere to the one beside the sidecar, now that the sidecar has
  /// been written.
  private func bringBack(_ work: inout Work) throws(FileError) {
    try fold(&work)
    try work.journalElsewhere.remove()
    work.journalFailure = nil
  }

  /// Writes the journal anew: what is in the sidecar stays in it for undo alone.
  func fold(_ work: inout Work) throws(FileError) {
    guard !work.isShared else { return try work.journalElsewhere.remove() }
    var entries: [JournalEntry] = work.past.suffix(Self.longestHistory).map { .past($0) }
    entries += work.future.suffix(Self.longestHistory).map { .future($0) }
    if let draft = work.draft { entries.append(.draft(draft)) }
    let base = JournalEntry.base(work.bytesOnDisk?.digest)
    try work.journal.rewrite(entries.isEmpty ? [] : [base] + entries)
  }

  // MARK: Others

  /// Merges what others wrote into the sidecar since we last saw it; nil when nobody did.
  func mergeOutsideChanges(_ work: inout Work) throws(FileError) -> [StoreNotice]? {
    let bytes = try files.contents(of: target).flatMap { $0.isEmpty ? nil : $0 }
    guard bytes != work.bytesOnDisk else { return nil }
    let base = work.bytesOnDisk.flatMap { try? Sidecar(parsing: $0) }
    work.statusOnDisk = try files.status(of: target)
    work.bytesOnDisk = bytes
    work.hasOutsideChanges = true
    guard let bytes else { return [.removedOutside] }
    guard let theirs = try? Sidecar(parsing: bytes) else {
      return work.readOnlyReason == nil ? try setAside(bytes) : nil
    }
    let empty = Sidecar(
      about: work.sidecar.about, generated: surroundings.now(),
      id: surroundings.identifiers.annotationID())
    let merge = ThreeWayMerge(base: base ?? empty, ours: work.sidecar, theirs: theirs)
    work.sidecar = merge.sidecar.rebased
    let conflicts: [StoreNotice] = merge.conflicts.isEmpty ? [] : [.conflicts(merge.conflicts)]
    return [.changedOutside] + conflicts
  }

  /// Copies a sidecar aside that somebody else broke; ours takes its place.
  private func setAside(_ bytes: [UInt8]) throws(FileError) -> [StoreNotice] {
    do {
      return [.brokenOutside(copy: try copyAside(bytes).fileName)]
    } catch {
      throw FileError("copy", target, code: 0, reason: "\(error)")
    }
  }
}

extension Sidecar {
  /// The sidecar as a text of its own, with all that was merged into it.
  var rebased: Sidecar { (try? Sidecar(parsing: serialized())) ?? self }
}

extension [UInt8] {
  /// The digest of the bytes.
  var digest: Digest { withUnsafeBufferPointer { Digest(of: $0) } }
}
