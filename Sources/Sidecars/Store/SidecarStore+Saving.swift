// Saving: an entry to the journal for each operation, and from time to time the whole sidecar.
//
//   lock the folder → take in what others wrote → append the operation and the new sidecar's digest to the
//   journal → draft → sync → rename → sync of the folder → unlock → (acknowledged)

import ArticleModel

#if canImport(Glibc)
  import Glibc
#endif

extension SidecarStore {
  /// A journal that has grown by more than this is folded into the sidecar.
  static let longestJournal = 1 << 20
  /// So many operations stay in the journal for undo when it is folded.
  static let longestHistory = 1000

  /// The journal in the user's own folder, for when the one beside the sidecar cannot be written.
  var pathElsewhere: String { pathPrefixElsewhere + ".journal" }

  /// Where earlier versions had that journal; nil when it was there already.
  var formerPathElsewhere: String? {
    guard isInDataFolder, path.fileName != target else { return nil }
    return prefixElsewhere(of: target) + ".journal"
  }

  /// Sidecars in the user's own folder have names that no two share, and keep their journal when that folder
  /// is moved.
  private var pathPrefixElsewhere: String {
    prefixElsewhere(of: isInDataFolder ? path.fileName : target)
  }

  private var isInDataFolder: Bool { path.folder == Self.dataFolder }

  private func prefixElsewhere(of place: String) -> String {
    surroundings.stateFolder + "/" + Self.nameElsewhere(of: place)
  }

  /// What the names of journals elsewhere begin with, for the sidecar at a place.
  static func nameElsewhere(of place: String) -> String {
    let name = Array(place.utf8).withUnsafeBufferPointer { Digest(of: $0) }.description
    return String(name.prefix(32))
  }

  /// A journal in the user's own folder that no other writer has, for when the one beside the sidecar is
  /// somebody else's: its name says whose it is.
  var sharedJournal: Journal {
    let holder = surroundings.holder
    return Journal(
      path:
        "\(pathPrefixElsewhere)-\(holder.hostTag)-\(holder.processID)-\(holder.started ?? 0).journal",
      files: files, drafts: surroundings.drafts, like: .privateFile)
  }

  /// The journals of that kind whose writers are gone.
  func abandonedJournals() -> [Journal] {
    let prefix = pathPrefixElsewhere.fileName + "-"
    let names = files.names(ofFolder: surroundings.stateFolder) ?? []
    let former = formerPathElsewhere.flatMap { files.exists($0) ? [$0] : nil } ?? []
    let others = names.filter { $0.hasPrefix(prefix) && $0.hasSuffix(".journal") }.sorted()
      .filter { name in
        let parts = name.dropFirst(prefix.count).dropLast(".journal".count).split(separator: "-")
        guard parts.count == 3, parts[0] == surroundings.holder.hostTag,
          let processID = Int(parts[1]), let started = Int(parts[2])
        else { return false }
        let holder = LockHolder(
          host: surroundings.holder.host, processID: processID,
          started: started == 0 ? nil : started)
        return holder.processID != surroundings.holder.processID
          && !surroundings.isAlive(holder)
      }
      .map { surroundings.stateFolder + "/" + $0 }
    return (former + others).map {
      Journal(path: $0, files: files, drafts: surroundings.drafts, like: .privateFile)
    }
  }

  /// Brings entries to the disk in one line, to the journal beside the sidecar or, when that fails,
  /// elsewhere.
  func append(_ entries: [JournalEntry], to work: inout Work) throws(FileError) {
    do throws(FileError) {
      if work.journalElsewhere.isEmpty, !work.isShared, !work.journalIsOthers {
        if work.journal.isEmpty { work.journal.model = try files.status(of: target) }
        try write(entries, to: &work.journal, work.bytesOnDisk)
        return noteKept(&work)
      }
    } catch {
      work.journalFailure = error
      if error.isForbidden || error.isAboutKind { work.journalIsOthers = true }
    }
    do throws(FileError) {
      try files.createFolder(surroundings.stateFolder)
      try write(entries, to: &work.journalElsewhere, work.bytesOnDisk)
      noteKept(&work)
    } catch {
      throw work.journalFailure ?? error
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
    if journal.isEmpty { try journal.append([.base(sidecar?.digest)]) }
    try journal.append(entries)
  }

  /// Writes the sidecar in one step, after taking in what others wrote into it.
  func save(
    _ work: inout Work, _ hold: CriticalSection.Hold
  ) throws(FileError) -> [StoreNotice] {
    let notices = try mergeOutsideChanges(&work) ?? []
    let bytes = work.sidecar.serialized()
    guard bytes != work.bytesOnDisk else { return notices + (try write(bytes, &work, hold)) }
    try announce(bytes, &work)
    do throws(FileError) { return notices + (try write(bytes, &work, hold)) } catch {
      if work.bytesOnDisk != bytes { try? retract(&work) }
      throw error
    }
  }

  /// Writes a text of the sidecar that the journal knows about. When somebody who asks for no lock was
  /// quicker, their work is taken in and the text made again.
  func write(
    _ bytes: [UInt8], _ work: inout Work, _ hold: CriticalSection.Hold
  ) throws(FileError) -> [StoreNotice] {
    var bytes = bytes
    var notices: [StoreNotice] = []
    var tries = 0
    while bytes != work.bytesOnDisk {
      do throws(FileError) {
        try put(bytes, &work, hold)
      } catch {
        tries += 1
        guard error.isRace, tries < 8 else { throw error }
        try retract(&work)
        notices += try mergeOutsideChanges(&work) ?? []
        bytes = work.sidecar.serialized()
        try announce(bytes, &work)
      }
    }
    (work.isAhead, work.wasOverwritten) = (false, false)
    if !work.journalElsewhere.isEmpty || !work.abandoned.isEmpty { try bringBack(&work) }
    return notices
  }

  /// Puts a text in the place of the sidecar that is there, when that is still the one that we saw.
  private func put(
    _ bytes: [UInt8], _ work: inout Work, _ hold: CriticalSection.Hold
  ) throws(FileError) {
    try files.createFolder(target.folder)
    try backUp(&work)
    let seen = work.statusOnDisk
    try files.replace(
      target, with: bytes, like: seen, drafts: surroundings.drafts,
      check: { () throws(FileError) in
        try hold.check()
        guard try files.status(ofName: target) == seen else {
          throw FileError("replace", target, code: EAGAIN, reason: "Another program was quicker")
        }
      })
    work.bytesOnDisk = bytes
    work.statusOnDisk = try files.status(of: target)
  }

  /// Notes in the journals which sidecar is about to be written, so that after a crash it is known
  /// whether the entries before are in it.
  private func announce(_ bytes: [UInt8], _ work: inout Work) throws(FileError) {
    try note(.base(bytes.digest), &work)
  }

  /// Notes in the journals that the sidecar which was announced last was not written.
  func retract(_ work: inout Work) throws(FileError) { try note(.unsaved, &work) }

  private func note(_ entry: JournalEntry, _ work: inout Work) throws(FileError) {
    if !work.journal.isEmpty, !work.isShared, !work.journalIsOthers {
      try work.journal.append([entry])
    }
    if !work.journalElsewhere.isEmpty { try work.journalElsewhere.append([entry]) }
  }

  /// Keeps the sidecar as it was before this session.
  private func backUp(_ work: inout Work) throws(FileError) {
    guard let bytes = work.bytesOnDisk, !work.hasBackup else { return }
    let path = target + ".bak"
    if let status = try files.status(ofName: path), status.kind != .file || status.links > 1 {
      throw .unusual(path, status.kind == .file ? "a hard link" : status.kind.rawValue)
    }
    try files.replace(path, with: bytes, like: work.statusOnDisk, drafts: surroundings.drafts)
    work.hasBackup = true
  }

  /// Moves the history of the journal elsewhere to the one beside the sidecar, now that the sidecar has
  /// been written.
  private func bringBack(_ work: inout Work) throws(FileError) {
    try fold(&work)
    try work.journalElsewhere.remove()
    while var journal = work.abandoned.popLast() { try journal.remove() }
    work.journalFailure = nil
  }

  /// Writes the journal anew: what is in the sidecar stays in it for undo alone.
  func fold(_ work: inout Work) throws(FileError) {
    guard !work.isShared, !work.journalIsOthers else {
      return try work.journalElsewhere.remove()
    }
    let (past, future) = work.wholeHistory
    var entries: [JournalEntry] = past.suffix(Self.longestHistory).map { .past($0) }
    entries += future.suffix(Self.longestHistory).map { .future($0) }
    if let draft = work.draft { entries.append(.draft(draft)) }
    let base = JournalEntry.base(work.bytesOnDisk?.digest)
    work.journal.model = work.statusOnDisk
    try work.journal.rewrite(entries.isEmpty ? [] : [base] + entries)
  }

  // MARK: Others

  /// Merges what others wrote into the sidecar since we last saw it; nil when nobody did.
  func mergeOutsideChanges(_ work: inout Work) throws(FileError) -> [StoreNotice]? {
    let status = try files.status(of: target)
    let bytes = try files.contents(of: target).flatMap { $0.isEmpty ? nil : $0 }
    work.statusOnDisk = status
    guard bytes != work.bytesOnDisk else { return nil }
    let base = work.bytesOnDisk.flatMap { try? Sidecar(parsing: $0) }
    work.bytesOnDisk = bytes
    work.hasOutsideChanges = true
    guard let bytes else { return [.removedOutside] }
    guard let theirs = try? Sidecar(parsing: bytes) else {
      return work.readOnlyReason == nil ? try setAside(bytes) : nil
    }
    let empty = Sidecar(
      about: work.sidecar.about, generated: surroundings.now(),
      id: surroundings.identifiers.annotationID())
    let merge = ThreeWayMerge(
      base: work.seen(base ?? empty, by: theirs), ours: work.sidecar, theirs: theirs)
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

extension SidecarStore.Work {
  /// What we and a writer of the sidecar have in common: what we saved, without those of our changes that
  /// this writer has not seen. Nothing that was written over counts as deleted.
  fileprivate mutating func seen(_ base: Sidecar, by theirs: Sidecar) -> Sidecar {
    guard !unseen.isEmpty else { return base }
    let found = KeyedAnnotations(theirs.annotations)
    var common = KeyedAnnotations(base.annotations)
    for (id, before) in unseen {
      guard found[id]?.fullJSON == before?.fullJSON else {
        unseen[id] = nil
        continue
      }
      if common[id]?.fullJSON != before?.fullJSON { wasOverwritten = true }
      if let before { common.put(before) } else { common.remove(id) }
    }
    var result = base
    result.annotations = common.all
    return result
  }
}

extension FileError {
  /// Whether it is about permissions.
  var isForbidden: Bool { code == EACCES || code == EPERM }
  /// Whether a name or a path is too long.
  var isAboutLength: Bool { code == ENAMETOOLONG }
  /// Whether somebody else was quicker.
  fileprivate var isRace: Bool { code == EAGAIN && operation == "replace" }
}

extension LockHolder {
  /// The machine, as a part of a file's name.
  fileprivate var hostTag: String {
    let digest = Array(host.utf8).withUnsafeBufferPointer { Digest(of: $0) }
    return String(digest.description.prefix(8))
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
