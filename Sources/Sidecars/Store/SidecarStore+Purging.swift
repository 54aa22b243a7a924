// Purging: nothing that was deleted is left, for a source that must not be found.

import ArticleModel

extension SidecarStore {
  /// Saves the sidecar now, positions of passages that moved included; nothing is written when it is up
  /// to date.
  public func save() throws(StoreError) -> Receipt {
    var work = try writableWork()
    defer { self.work = work }
    do {
      let notices = try section.perform { hold throws(FileError) in try save(&work, hold) }
      return Receipt(merged: work.hasOutsideChanges ? work.set : nil, notices: notices)
    } catch { throw .onlyInJournal(path: work.lastJournal, error) }
  }

  /// Removes whatever still holds content that was deleted or changed: the journal with its history, the
  /// backup, copies of damaged sidecars. The sidecar itself holds the present annotations alone.
  /// - Returns: the names of the files that are gone. Undo knows nothing afterwards.
  public func purge() throws(StoreError) -> [String] {
    _ = try save()
    var work = try writableWork()
    defer { self.work = work }
    (work.past, work.future, work.draft) = ([], [], nil)
    work.setAside = OwnHistory.Rest()
    work.hasWritten = false
    do {
      return try section.perform { _ throws(FileError) in try removeRemnants(&work) }
    } catch { throw .notWritable(error) }
  }

  private func removeRemnants(_ work: inout Work) throws(FileError) -> [String] {
    var removed: [String] = []
    for name in try files.names(inFolder: target.folder) where isRemnant(name) {
      try files.remove(target.folder + "/" + name)
      removed.append(name)
    }
    surroundings.drafts.removeLeftovers(
      inFolder: target.folder, of: files, now: surroundings.now().instant)
    try work.journal.forget()
    try work.journalElsewhere.remove()
    if !removed.isEmpty { try files.syncFolder(of: target) }
    return removed.sorted()
  }

  /// The open sidecar, when it may be written.
  func writableWork() throws(StoreError) -> Work {
    guard let work else { throw .notOpen(path: path) }
    if let reason = work.readOnlyReason { throw .readOnly(path: path, reason: reason) }
    return work
  }

  private func isRemnant(_ name: String) -> Bool {
    let own = target.fileName
    return [".journal", ".bak", ".new", ".bak.new", ".journal.new"].contains { name == own + $0 }
      || name.hasPrefix(own + ".damaged-")
  }
}
