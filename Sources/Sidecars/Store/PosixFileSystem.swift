// The file system of the machine.

import ArticleModel

#if canImport(Glibc)
  import Glibc
#endif

/// The files of the machine, through the system's own calls.
public struct PosixFileSystem: FileSystem {
  /// Brings a file, or the names in a folder, to the disk (fsync(2)); tests look over its shoulder.
  var sync: @Sendable (Int32) -> Int32 = { fsync($0) }
  /// Brings the contents of a file to the disk (fdatasync(2)).
  var syncData: @Sendable (Int32) -> Int32 = { fdatasync($0) }

  /// The files of the machine.
  public init() {}

  /// Reads a file to its end.
  public func contents(of path: String) throws(FileError) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw failure("read", path)
    }
    defer { _ = Glibc.close(file) }
    var information = stat()
    let isKnown = fstat(file, &information) == 0
    var bytes: [UInt8] = []
    // One more than the file has, so that usually its end is met in the first room.
    var room = max(isKnown ? Int(information.st_size) : 0, 4095) + 1
    while true {
      var outcome = 0
      let part = [UInt8](unsafeUninitializedCapacity: room) { memory, count in
        repeat {
          outcome = Glibc.read(file, memory.baseAddress, room)
        } while outcome < 0 && errno == EINTR
        count = max(outcome, 0)
      }
      guard outcome >= 0 else { throw failure("read", path) }
      if outcome == 0 { return bytes }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      room = 4096
    }
  }

  /// Asks the system, symbolic links followed.
  public func status(of path: String) throws(FileError) -> FileStatus? {
    var information = stat()
    guard stat(path, &information) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw failure("examine", path)
    }
    let time = information.st_mtim
    return FileStatus(
      size: Int(information.st_size),
      modified: Instant(seconds: time.tv_sec, nanoseconds: time.tv_nsec),
      number: UInt64(information.st_ino), permissions: information.st_mode & 0o7777,
      owner: information.st_uid, group: information.st_gid)
  }

  /// Follows symbolic links to the file at their end.
  public func destination(of path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Reads a folder.
  public func names(inFolder path: String) throws(FileError) -> [String] {
    guard let folder = opendir(path) else { throw failure("read the folder", path) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        names.append(String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self))
      }
    }
    return names
  }

  /// Asks the system for leave to write and search.
  public func canWrite(inFolder path: String) -> Bool { access(path, W_OK | X_OK) == 0 }

  /// Writes and syncs; a failure may leave a part of the bytes.
  public func write(_ bytes: [UInt8], to path: String, like model: FileStatus?) throws(FileError) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw failure("write", path) }
    defer { _ = Glibc.close(file) }
    if let model {
      // Only the superuser may give a file away; where that fails the file stays ours.
      _ = fchown(file, model.owner, model.group)
      _ = fchmod(file, mode_t(model.permissions))
    }
    try write(bytes, to: file, path)
    guard sync(file) == 0 else { throw failure("write", path) }
  }

  /// Makes the file exclusively (O_EXCL).
  public func create(_ path: String, with bytes: [UInt8]) throws(FileError) -> Bool {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else {
      if errno == EEXIST { return false }
      throw failure("write", path)
    }
    defer { _ = Glibc.close(file) }
    try write(bytes, to: file, path)
    return true
  }

  /// Appends in one go and syncs the data.
  public func append(_ bytes: [UInt8], to path: String) throws(FileError) {
    let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw failure("write", path) }
    defer { _ = Glibc.close(file) }
    try write(bytes, to: file, path)
    guard syncData(file) == 0 else { throw failure("write", path) }
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
    if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    let parent = path.folder
    guard errno == ENOENT, parent != path else { throw failure("make the folder", path) }
    try createFolder(parent)
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw failure("make the folder", path)
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

  private func failure(_ operation: String, _ path: String) -> FileError {
    let code = errno
    return FileError(operation, path, code: code, reason: String(cString: strerror(code)))
  }
}

extension String {
  /// The folder of a path: `.` for a name alone.
  var folder: String {
    guard let slash = lastIndex(of: "/") else { return "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }

  /// The last part of a path.
  var fileName: String { split(separator: "/").last.map(String.init) ?? self }
}
