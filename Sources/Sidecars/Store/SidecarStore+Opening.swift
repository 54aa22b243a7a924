// Opening: the lock, the sidecar or what is left of it, and what the journals know beyond it.

import ArticleModel

extension SidecarStore {
  /// Whether a sidecar or a journal is there that `open` would read.
  package func hasTraces() -> Bool {
    target = files.destination(of: path)
    return [target, target + ".journal", pathElsewhere].contains(where: files.exists)
      || !abandonedJournals().isEmpty
  }

  /// Reads the sidecar and what its journal knows beyond it. Where there is none, the set is empty, and
  /// none is made before the first change.
  /// - Parameter person: whose changes undo and redo are to know; nil for everybody's.
  public func open(
    _ access: Access = .asking, by person: Creator? = nil
  ) throws(StoreError) -> Opening {
    var notices: [StoreNotice] = []
    target = files.destination(of: path)
    let obstacle = try self.obstacle(for: access)
    let (hasLock, holder) =
      obstacle == nil ? try acquireLock(access, &notices) : (false, nil)
    do {
      let (bytes, status) = try readSidecar()
      var work = try begin(with: bytes, status, access, canRecover: obstacle == nil, &notices)
      work.keepHistory(of: person)
      // What a running session has not saved yet was not interrupted.
      if holder != nil { notices.removeAll { if case .recovered = $0 { true } else { false } } }
      work.hasLock = hasLock
      work.isShared = access == .regardless && holder != nil
      if work.isShared { work.journalElsewhere = sharedJournal }
      if access == .readOnly { work.readOnlyReason = "it was opened for reading" }
      if let holder, access != .regardless {
        work.readOnlyReason = "\(holder) is editing it"
      } else if access != .regardless, let other = otherArticle(of: work.sidecar) {
        work.readOnlyReason = "it has the marks of \(other)"
        notices.append(.ofAnotherArticle(other))
      }
      if let obstacle {
        work.readOnlyReason = obstacle
        notices.removeAll { if case .journalNotRead = $0 { true } else { false } }
      }
      return finishOpening(&work, lockedBy: access == .regardless ? nil : holder, notices)
    } catch {
      if hasLock { releaseLock() }
      throw error
    }
  }

  /// The article that a sidecar was made for, when it is there and is not this one.
  private func otherArticle(of sidecar: Sidecar) -> String? {
    guard let path = article.source.path, let named = sidecar.about.path,
      named.fileName != path.fileName,
      let file = RelativePath.file(at: named, from: target.folder),
      (try? files.status(of: file)) != nil, files.place(of: file) != files.place(of: path),
      sidecar.about.textDigest != Digest(of: article.text)
    else { return nil }
    return file
  }

  // MARK: The lock

  /// Acquires the lock as `access` asks for; returns whether it is ours, and who else has it.
  private func acquireLock(
    _ access: Access, _ notices: inout [StoreNotice]
  ) throws(StoreError) -> (Bool, LockHolder?) {
    do {
      if access != .readOnly, target.hasPrefix(Self.dataFolder) {
        try files.createFolder(target.folder)
      }
      switch access {
      case .readOnly: return (false, nil)
      case .asking: return try claimLock(seizing: false)
      case .regardless: return try claimLock(seizing: true)
      case .waiting(let seconds): return (try acquireLock(waiting: seconds), nil)
      }
    } catch let error as StoreError {
      throw error
    } catch {
      // Where no file can be made, no lock can be; changes will go elsewhere.
      if files.canWrite(inFolder: target.folder) { notices.append(.notLocked("\(error)")) }
      return (false, nil)
    }
  }

  /// Acquires the lock, from somebody who has it when `seizing`; returns whether it is ours, and who had
  /// or has it. What a process that is gone left half-written is removed.
  private func claimLock(seizing: Bool) throws(FileError) -> (Bool, LockHolder?) {
    let claim = try section.perform { _ throws(FileError) in
      let claim = try lock.acquire()
      if case .taken = claim, seizing { try lock.seize() }
      return claim
    }
    switch claim {
    case .ours: return (true, nil)
    case .taken(let holder): return (seizing, holder)
    case .oursAfter(let former):
      DraftNames(writer: former.text).removeLeftovers(
        inFolder: target.folder, of: files, now: surroundings.now().instant)
      return (true, nil)
    }
  }

  private func acquireLock(waiting seconds: Int) throws -> Bool {
    for turn in 0... {
      guard let holder = try claimLock(seizing: false).1 else { return true }
      guard turn < seconds * 20 else { throw StoreError.locked(path: path, holder) }
      surroundings.wait(50)
    }
    return false
  }

  // MARK: The sidecar

  private func readSidecar() throws(StoreError) -> ([UInt8]?, FileStatus?) {
    do {
      let status = try files.status(of: target)
      let bytes = try files.contents(of: target)
      return (bytes, status)
    } catch { throw .notReadable(target == path ? error : error.said(of: path)) }
  }

  private func begin(
    with bytes: [UInt8]?, _ status: FileStatus?, _ access: Access, canRecover: Bool,
    _ notices: inout [StoreNotice]
  ) throws(StoreError) -> Work {
    let canRecover = canRecover && (access == .asking || access == .regardless)
    let (sidecar, isDamaged) = try read(bytes, canRecover: canRecover)
    if !sidecar.unreadable.isEmpty { notices.append(.unreadableItems(sidecar.unreadable)) }
    let drafts = surroundings.drafts
    var work = Work(
      sidecar: sidecar, bytesOnDisk: bytes?.isEmpty == true ? nil : bytes, statusOnDisk: status,
      journal: Journal(path: target + ".journal", files: files, drafts: drafts, like: status),
      journalElsewhere: Journal(
        path: pathElsewhere, files: files, drafts: drafts, like: .privateFile),
      past: [], future: [])
    if sidecar.isReadOnly {
      notices.append(.laterVersion)
      work.readOnlyReason = "it has a later version of the format"
      return work
    }
    do {
      try replay(into: &work, isWhole: bytes?.isEmpty == false && !isDamaged, &notices)
    } catch { throw .notReadable(error) }
    if isDamaged { try recover(&work, bytes ?? [], &notices) }
    return work
  }

  /// Reads a sidecar. Of one that is damaged or empty, what can still be read, in the frame of the backup
  /// when there is one.
  private func read(
    _ bytes: [UInt8]?, canRecover: Bool
  ) throws(StoreError) -> (Sidecar, isDamaged: Bool) {
    guard let bytes else { return (emptySidecar, false) }
    do { return (try Sidecar(parsing: bytes), false) } catch {
      if !bytes.isEmpty {
        guard case .notJSON = error, isOurs(bytes) else {
          throw .notASidecar(path: path, error)
        }
        guard canRecover else { throw .damaged(path: path, error) }
      }
      var sidecar = backup ?? emptySidecar
      sidecar.annotations = Salvage.annotations(in: bytes)
      return (sidecar, true)
    }
  }

  private var emptySidecar: Sidecar {
    Sidecar(
      about: description(ArticleDescription(naming: article)), generated: surroundings.now(),
      id: surroundings.identifiers.annotationID())
  }

  /// Whether a text that is no JSON was a sidecar: it says so, or what belongs to one stands beside it.
  private func isOurs(_ bytes: [UInt8]) -> Bool {
    bytes.contains(sequence: "AnnotationSet")
      || [".journal", ".bak"].contains { ((try? files.status(ofName: target + $0)) ?? nil) != nil }
  }

  private var backup: Sidecar? {
    ((try? files.contents(ofCompanion: target + ".bak")) ?? nil)
      .flatMap { try? Sidecar(parsing: $0) }
  }

  /// Adds what backup and journal know beyond what is left of a sidecar, and copies that aside.
  private func recover(
    _ work: inout Work, _ bytes: [UInt8], _ notices: inout [StoreNotice]
  ) throws(StoreError) {
    let found = work.sidecar.annotations
    work.sidecar.annotations += Salvage.lost(
      beyond: found, backup: backup?.annotations ?? [], history: work.past)
    let count = work.sidecar.annotations.count
    // The next save must not put a damaged text in the place of a good backup.
    work.hasBackup = true
    guard !bytes.isEmpty else { return notices.append(.emptied(recovered: count)) }
    let copy = try copyAside(bytes)
    notices.append(.salvaged(count, copy: copy.fileName))
  }

  /// Copies a damaged sidecar to a name made of its contents, so that it is copied once.
  func copyAside(_ bytes: [UInt8]) throws(StoreError) -> String {
    let digest = bytes.withUnsafeBufferPointer { Digest(of: $0) }
    let copy = target + ".damaged-" + digest.description.prefix(8)
    do {
      let draft = try files.draft(
        of: bytes, for: copy, like: try files.status(of: target), surroundings.drafts,
        isLasting: true)
      defer { try? files.remove(draft) }
      // What has the name already is a copy of the same, or somebody else's.
      if try files.status(ofName: copy) == nil { try files.rename(draft, to: copy) }
      try files.syncFolder(of: copy)
    } catch { throw .notWritable(error) }
    return copy
  }

  // MARK: The journals

  private func replay(
    into work: inout Work, isWhole: Bool, _ notices: inout [StoreNotice]
  ) throws(FileError) {
    let entries = try readJournal(&work, &notices)
    let own = try work.journalElsewhere.read()
    let others = try readAbandoned(&work)
    guard work.journal.damagedLines > 0 || !(entries.isEmpty && own.isEmpty && others.isEmpty)
    else { return }
    let digest = work.bytesOnDisk.map { bytes in
      bytes.withUnsafeBufferPointer { Digest(of: $0) }
    }
    let isDamaged = work.journal.damagedLines > 0
    var replay = JournalReplay(on: work.sidecar.annotations)
    replay.replay(entries, onSidecar: digest, isWhole: isWhole, isDamaged: isDamaged)
    let beside = replay.operations
    replay.replay(own, onSidecar: digest, isWhole: false)
    for entries in others { replay.replay(entries, onSidecar: digest, isWhole: isWhole) }
    work.sidecar.annotations = replay.annotations
    (work.past, work.future, work.draft) = (replay.past, replay.future, replay.draft)
    work.isAhead = replay.operations > 0
    if isDamaged { notices.append(.damagedJournal(lines: work.journal.damagedLines)) }
    if beside > 0 { notices.append(.recovered(operations: beside)) }
    if replay.operations > beside {
      notices.append(
        .recoveredElsewhere(operations: replay.operations - beside, path: pathElsewhere))
    }
    if !replay.conflicts.isEmpty { notices.append(.conflicts(replay.conflicts)) }
  }

  /// Reads the journal beside the sidecar. One that cannot be read counts as none: the sidecar has all that
  /// others have saved.
  private func readJournal(
    _ work: inout Work, _ notices: inout [StoreNotice]
  ) throws(FileError) -> [JournalEntry] {
    do throws(FileError) { return try work.journal.read() } catch {
      work.journalIsOthers = true
      notices.append(.journalNotRead(error.description))
      return []
    }
  }

  /// Reads what sessions that wrote beside others left when they ended early.
  private func readAbandoned(_ work: inout Work) throws(FileError) -> [[JournalEntry]] {
    var all: [[JournalEntry]] = []
    for var journal in abandonedJournals() {
      all.append(try journal.read())
      work.abandoned.append(journal)
    }
    return all
  }

  private func finishOpening(
    _ work: inout Work, lockedBy holder: LockHolder?, _ notices: [StoreNotice]
  ) -> Opening {
    guard work.bytesOnDisk != nil || !work.sidecar.annotations.isEmpty else {
      // Nothing has been marked yet, so the text need not be read for its digest.
      self.work = work
      return Opening(
        annotations: work.set, anchors: [:], draft: work.draft, notices: notices,
        readOnlyReason: work.readOnlyReason, lockedBy: holder, lastChanged: nil)
    }
    var notices = notices
    let description = description(ArticleDescription(of: article))
    let anchors = Anchoring.resolve(
      work.sidecar.annotations, in: article,
      isUnchanged: work.sidecar.about.textDigest == description.textDigest)
    if let digest = work.sidecar.about.textDigest, digest != description.textDigest {
      let cause = work.sidecar.about.causeOfChange(to: description)
      notices.append(.reread(Rereading(cause, work.sidecar.annotations, anchors)))
      work.sidecar.movePositions(anchors, article)
    }
    work.sidecar.about = work.sidecar.about.updated(to: description)
    self.work = work
    return Opening(
      annotations: work.set, anchors: anchors, draft: work.draft, notices: notices,
      readOnlyReason: work.readOnlyReason, lockedBy: holder,
      lastChanged: work.statusOnDisk.map {
        Timestamp($0.modified)
      })
  }
}

extension [UInt8] {
  /// Whether the bytes of `text` occur in it.
  fileprivate func contains(sequence text: StaticString) -> Bool {
    let words = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    return indices.contains { self[$0] == words.first && self[$0...].starts(with: words) }
  }
}
