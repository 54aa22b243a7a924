// Opening: the lock, the sidecar or what is left of it, and what the journals know beyond it.

import ArticleModel

extension SidecarStore {
  /// Reads the sidecar and what its journal knows beyond it. Where there is none, the set is empty, and
  /// none is made before the first change.
  public func open(_ access: Access = .asking) throws(StoreError) -> Opening {
    var notices: [StoreNotice] = []
    target = files.destination(of: path)
    let (hasLock, holder) = try acquireLock(access, &notices)
    do {
      let (bytes, status) = try readSidecar()
      var work = try begin(with: bytes, status, access, &notices)
      // What a running session has not saved yet was not interrupted.
      if holder != nil { notices.removeAll { if case .recovered = $0 { true } else { false } } }
      work.hasLock = hasLock
      work.isShared = access == .regardless && holder != nil
      if access == .readOnly { work.readOnlyReason = "it was opened for reading" }
      if let holder, access != .regardless {
        work.readOnlyReason = "\(holder) is editing it"
      } else if access != .regardless, let other = otherArticle(of: work.sidecar) {
        work.readOnlyReason = "it has the marks of \(other)"
        notices.append(.ofAnotherArticle(other))
      }
      return finishOpening(&work, lockedBy: access == .regardless ? nil : holder, notices)
    } catch {
      if hasLock { try? lock.release() }
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
      case .asking:
        let holder = try lock.acquire()
        return (holder == nil, holder)
      case .regardless:
        let holder = try lock.acquire()
        if holder != nil { try lock.seize() }
        return (true, holder)
      case .waiting(let seconds):
        return (try acquireLock(waiting: seconds), nil)
      }
    } catch let error as StoreError {
      throw error
    } catch {
      // Where no file can be made, no lock can be; changes will go elsewhere.
      if files.canWrite(inFolder: target.folder) { notices.append(.notLocked("\(error)")) }
      return (false, nil)
    }
  }

  private func acquireLock(waiting seconds: Int) throws -> Bool {
    for turn in 0... {
      guard let holder = try lock.acquire() else { return true }
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
    } catch { throw .notReadable(error) }
  }

  private func begin(
    with bytes: [UInt8]?, _ status: FileStatus?, _ access: Access, _ notices: inout [StoreNotice]
  ) throws(StoreError) -> Work {
    let (sidecar, isDamaged) = try read(bytes, access, &notices)
    if !sidecar.unreadable.isEmpty { notices.append(.unreadableItems(sidecar.unreadable)) }
    var work = Work(
      sidecar: sidecar, bytesOnDisk: bytes?.isEmpty == true ? nil : bytes, statusOnDisk: status,
      journal: Journal(path: target + ".journal", files: files),
      journalElsewhere: Journal(path: pathElsewhere, files: files), past: [], future: [])
    if sidecar.isReadOnly {
      notices.append(.laterVersion)
      work.readOnlyReason = "it is of a later version of the format"
      return work
    }
    do { try replay(into: &work, &notices) } catch { throw .notReadable(error) }
    if isDamaged { try recover(&work, bytes ?? [], &notices) }
    return work
  }

  /// Reads a sidecar. Of one that is damaged or empty, what can still be read, in the frame of the backup
  /// when there is one.
  private func read(
    _ bytes: [UInt8]?, _ access: Access, _ notices: inout [StoreNotice]
  ) throws(StoreError) -> (Sidecar, isDamaged: Bool) {
    var sidecar = Sidecar(
      about: description(ArticleDescription(naming: article)), generated: surroundings.now(),
      id: surroundings.identifiers.annotationID())
    guard let bytes else { return (sidecar, false) }
    do { return (try Sidecar(parsing: bytes), false) } catch {
      if !bytes.isEmpty {
        guard case .notJSON = error, isOurs(bytes) else {
          throw .notASidecar(path: path, error)
        }
        guard access == .asking || access == .regardless else {
          throw .damaged(path: path, error)
        }
      }
      sidecar = backup ?? sidecar
      sidecar.annotations = Salvage.annotations(in: bytes)
      return (sidecar, true)
    }
  }

  /// Whether a text that is no JSON was a sidecar: it says so, or what belongs to one stands beside it.
  private func isOurs(_ bytes: [UInt8]) -> Bool {
    bytes.contains(sequence: "AnnotationSet")
      || [".journal", ".bak"].contains { (try? files.status(of: target + $0)) != nil }
  }

  private var backup: Sidecar? {
    (try? files.contents(of: target + ".bak")).flatMap { try? Sidecar(parsing: $0) }
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
      if try files.status(of: copy) == nil {
        try files.replace(copy, with: bytes, like: try files.status(of: target))
      }
    } catch { throw .notWritable(error) }
    return copy
  }

  // MARK: The journals

  private func replay(
    into work: inout Work, _ notices: inout [StoreNotice]
  ) throws(FileError) {
    let entries = try work.journal.read()
    let others = try work.journalElsewhere.read()
    guard !entries.isEmpty || !others.isEmpty else { return }
    let digest = work.bytesOnDisk.map { bytes in
      bytes.withUnsafeBufferPointer { Digest(of: $0) }
    }
    var replay = JournalReplay(on: work.sidecar.annotations)
    replay.replay(entries, onSidecar: digest)
    let beside = replay.operations
    replay.replay(others, onSidecar: digest)
    work.sidecar.annotations = replay.annotations
    (work.past, work.future, work.draft) = (replay.past, replay.future, replay.draft)
    work.isAhead = replay.operations > 0
    if beside > 0 { notices.append(.recovered(operations: beside)) }
    if replay.operations > beside {
      notices.append(
        .recoveredElsewhere(operations: replay.operations - beside, path: pathElsewhere))
    }
    if !replay.conflicts.isEmpty { notices.append(.conflicts(replay.conflicts)) }
  }

  private func finishOpening(
    _ work: inout Work, lockedBy holder: LockHolder?, _ notices: [StoreNotice]
  ) -> Opening {
    guard work.bytesOnDisk != nil || !work.sidecar.annotations.isEmpty else {
      // Nothing has been marked yet, so the text need not be read for its digest.
      self.work = work
      return Opening(
        annotations: work.set, anchors: [:], draft: work.draft, notices: notices,
        isReadOnly: work.readOnlyReason != nil, lockedBy: holder, lastChanged: nil)
    }
    var notices = notices
    let description = description(ArticleDescription(of: article))
    let anchors = Anchoring.resolve(
      work.sidecar.annotations, in: article,
      isUnchanged: work.sidecar.about.textDigest == description.textDigest)
    if let digest = work.sidecar.about.textDigest, digest != description.textDigest {
      notices.append(.articleChanged)
      work.sidecar.movePositions(anchors, article)
    }
    work.sidecar.about = work.sidecar.about.updated(to: description)
    self.work = work
    return Opening(
      annotations: work.set, anchors: anchors, draft: work.draft, notices: notices,
      isReadOnly: work.readOnlyReason != nil, lockedBy: holder,
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
