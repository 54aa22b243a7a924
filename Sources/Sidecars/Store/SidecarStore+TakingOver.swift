// Taking over the marks of an article that was moved or renamed, when its reader says so.
//
//   the sidecar at its new place → its history → then alone the files at the old place go

import ArticleModel

extension SidecarStore {
  /// Takes over a sidecar that was left behind: its annotations come to this store's place with all that
  /// the file has, unknown members and the history for undo included, and the old files go. Marks that
  /// are here already stay. The text as it was becomes the backup. The store must be open for writing.
  /// - Returns: the annotations and their anchors as an opening would give them.
  public func takeOver(sidecarAt path: String) throws(StoreError) -> Opening {
    var work = try writableWork()
    let stray = SidecarStore(
      article: article, sidecarPath: path, fileSystem: files, surroundings: surroundings)
    var opening = try stray.open(.waiting(seconds: 5))
    guard var taken = stray.work, taken.readOnlyReason == nil, let bytes = taken.bytesOnDisk,
      stray.target != target
    else {
      try stray.close()
      throw .readOnly(path: path, reason: "there is nothing to take over")
    }
    let former = [
      taken.sidecar.about.path?.fileName, String(path.fileName.dropLast(Self.suffix.count)),
    ]
    taken.sidecar.belong(
      to: description(ArticleDescription(of: article)), article.source.name,
      insteadOf: Set(former.compactMap(\.self)))
    work.adopt(taken)
    work.keepHistory(of: work.person)
    do {
      try files.createFolder(target.folder)
      try section.perform { hold throws(FileError) in
        try files.replace(
          target + ".bak", with: bytes, like: taken.statusOnDisk, drafts: surroundings.drafts)
        work.hasBackup = true
        _ = try save(&work, hold)
        try fold(&work)
      }
    } catch {
      // The stray stays as it is: it is the one that has everything.
      try stray.close()
      throw .notWritable(error)
    }
    do {
      try stray.section.perform { _ throws(FileError) in try stray.removeAll(taken) }
    } catch {
      opening.notices.append(.oldSidecarStays("\(error)"))
    }
    stray.work = nil
    stray.releaseLock()
    work.hasWritten = true
    self.work = work
    opening.annotations = work.set
    opening.anchors = Anchoring.resolve(work.sidecar.annotations, in: article)
    return opening
  }

  /// Removes the files of a sidecar that is at another place now.
  private func removeAll(_ work: Work) throws(FileError) {
    var work = work
    try files.remove(target)
    try files.remove(target + ".bak")
    try work.journal.remove()
    try work.journalElsewhere.remove()
    try files.syncFolder(of: target)
  }
}

extension SidecarStore.Work {
  /// Adopts what another store has: all of it when there is nothing here, and its annotations otherwise.
  fileprivate mutating func adopt(_ other: Self) {
    guard bytesOnDisk != nil || !sidecar.annotations.isEmpty else {
      sidecar = other.sidecar
      (past, future, draft) = (other.past, other.future, other.draft)
      return
    }
    var empty = sidecar
    empty.annotations = []
    sidecar = ThreeWayMerge(base: empty, ours: sidecar, theirs: other.sidecar).sidecar.rebased
    hasOutsideChanges = true
  }
}

extension Sidecar {
  /// Lets the sidecar and its annotations name another article.
  fileprivate mutating func belong(
    to article: ArticleDescription, _ name: String, insteadOf former: Set<String>
  ) {
    about = about.updated(to: article)
    for annotation in annotations.indices {
      for target in annotations[annotation].targets.indices
      where former.contains(annotations[annotation].targets[target].source) {
        annotations[annotation].targets[target].source = name
      }
    }
  }
}
