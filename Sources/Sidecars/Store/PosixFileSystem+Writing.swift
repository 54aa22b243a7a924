// What the store writes to the machine: exclusively made files, companions, names, and the lock of a folder.

import ArticleModel

#if canImport(Glibc)
  import Glibc
#endif

extension PosixFileSystem {
  /// Makes the file exclusively (O_EXCL); what could not be written whole is removed.
  public func create(
    _ path: String, with bytes: [UInt8], like model: FileStatus?, isLasting: Bool
  ) throws(FileError) -> Bool {
    // Nobody else may look into it before it has the permissions that it should have.
    let file = open(
      path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, model == nil ? 0o666 : 0o600)
    guard file >= 0 else {
      if errno == EEXIST { return false }
      throw failure("write", path)
    }
    defer { _ = Glibc.close(file) }
    do throws(FileError) {
      if let model { adopt(model, file) }
      try write(bytes, to: file, path)
      guard !isLasting || sync(file) == 0 else { throw failure("write", path) }
    } catch {
      unlink(path)
      throw error
    }
    return true
  }

  /// Only the superuser may give a file away; where that fails the file stays ours. A group that cannot
  /// be kept must not open the file to another one.
  private func adopt(_ model: FileStatus, _ file: Int32) {
    var permissions = model.permissions & 0o777
    if fchown(file, model.owner, model.group) != 0, fchown(file, .max, model.group) != 0 {
      permissions &= 0o707 | permissions << 3
    }
    _ = fchmod(file, mode_t(permissions))
  }

  /// Appends in one go and syncs the data.
  public func append(
    _ bytes: [UInt8], to path: String, like model: FileStatus?
  ) throws(FileError) {
    if let status = try status(ofName: path) { try check(status, ofCompanion: path) }
    var file = open(path, Self.appending)
    if file < 0, errno == ENOENT {
      file = open(path, Self.appending | O_CREAT | O_EXCL, model == nil ? 0o666 : 0o600)
      if file >= 0, let model { adopt(model, file) }
    }
    guard file >= 0 else { throw failure("write", path) }
    defer { _ = Glibc.close(file) }
    var information = stat()
    guard fstat(file, &information) == 0 else { throw failure("write", path) }
    try check(FileStatus(information), ofCompanion: path)
    try write(bytes, to: file, path)
    guard syncData(file) == 0 else { throw failure("write", path) }
  }

  private static var appending: Int32 {
    O_WRONLY | O_APPEND | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
  }

  /// Makes a hard link.
  public func link(_ path: String, to newPath: String) throws(FileError) -> Bool {
    if Glibc.link(path, newPath) == 0 { return true }
    if errno == EEXIST { return false }
    throw failure("write", newPath)
  }

  /// Renames in one step.
  public func rename(_ path: String, to newPath: String) throws(FileError) {
    guard Glibc.rename(path, newPath) == 0 else { throw failure("replace", newPath) }
  }

  /// Removes a name.
  public func remove(_ path: String) throws(FileError) {
    guard unlink(path) == 0 || errno == ENOENT else { throw failure("remove", path) }
  }

  /// Makes folders with mode 700.
  public func createFolder(_ path: String) throws(FileError) {
    // The folders that are missing, the innermost first.
    var missing = [path]
    while let folder = missing.last, mkdir(folder, 0o700) != 0, errno != EEXIST {
      guard errno == ENOENT, folder.folder != folder else {
        throw failure("make the folder", path)
      }
      missing.append(folder.folder)
    }
    for folder in missing.dropLast().reversed() {
      guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
        throw failure("make the folder", path)
      }
    }
  }

  /// Syncs the folder, where the file system knows how to.
  public func syncFolder(of path: String) throws(FileError) {
    let folder = open(path.folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw failure("examine the folder of", path) }
    defer { _ = Glibc.close(folder) }
    // Some network file systems know no such call and keep names by themselves.
    guard sync(folder) == 0 || errno == EINVAL else { throw failure("write the folder of", path) }
  }

  /// Locks the folder itself (flock(2)), which nobody replaces.
  public func lockFolder(of path: String) throws(FileError) -> FolderLock {
    let folder = open(path.folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return .unsupported }
    while lock(folder) != 0 {
      if errno == EINTR { continue }
      let isBusy = errno == EWOULDBLOCK
      _ = Glibc.close(folder)
      return isBusy ? .busy : .unsupported
    }
    return .held { _ = Glibc.close(folder) }
  }

  private func write(_ bytes: [UInt8], to file: Int32, _ path: String) throws(FileError) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(file, buffer.baseAddress?.advanced(by: done), bytes.count - done)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure("write", path) }
      done += count
    }
  }
}
