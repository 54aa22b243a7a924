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

  /// Locks a file or folder that is open, without waiting (flock(2)).
  var lock: @Sendable (Int32) -> Int32 = { flock($0, LOCK_EX | LOCK_NB) }

  /// No file that is read whole may be longer, in bytes.
  static let longestFile = 1 << 30

  /// The files of the machine.
  public init() {}

  /// Reads a file to its end.
  public func contents(of path: String) throws(FileError) -> [UInt8]? {
    guard let status = try status(of: path) else { return nil }
    guard status.kind == .file else { throw .unusual(path, status.kind.rawValue) }
    return try contents(of: path, following: true) { status throws(FileError) in
      guard status.kind == .file else { throw .unusual(path, status.kind.rawValue) }
    }
  }

  /// Reads a companion to its end.
  public func contents(ofCompanion path: String) throws(FileError) -> [UInt8]? {
    guard let status = try status(ofName: path) else { return nil }
    try check(status, ofCompanion: path)
    return try contents(of: path, following: false) { status throws(FileError) in
      try check(status, ofCompanion: path)
    }
  }

  private func contents(
    of path: String, following: Bool, _ check: (FileStatus) throws(FileError) -> Void
  ) throws(FileError) -> [UInt8]? {
    // A pipe that took the place of a file meanwhile must not keep us waiting for its writer.
    let flags = O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK | (following ? 0 : O_NOFOLLOW)
    let file = open(path, flags)
    guard file >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw failure("read", path)
    }
    defer { _ = Glibc.close(file) }
    var information = stat()
    guard fstat(file, &information) == 0 else { throw failure("read", path) }
    let status = FileStatus(information)
    try check(status)
    return try contents(of: file, path, expecting: min(status.size, Self.longestFile))
  }

  private func contents(
    of file: Int32, _ path: String, expecting size: Int
  ) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    // One more than the file has, so that usually its end is met in the first room.
    var room = max(size, 4095) + 1
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
      guard bytes.count <= Self.longestFile else {
        throw FileError("read", path, code: EFBIG, reason: "more than 1 GB")
      }
      room = max(4096, min(bytes.count, 1 << 20))
    }
  }

  /// Asks the system, symbolic links followed.
  public func status(of path: String) throws(FileError) -> FileStatus? {
    var information = stat()
    return try status(of: path, stat(path, &information), information)
  }

  /// Asks the system for the name itself.
  public func status(ofName path: String) throws(FileError) -> FileStatus? {
    var information = stat()
    return try status(of: path, lstat(path, &information), information)
  }

  private func status(
    of path: String, _ result: Int32, _ information: @autoclosure () -> stat
  ) throws(FileError) -> FileStatus? {
    guard result == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw failure("examine", path)
    }
    return FileStatus(information())
  }

  /// A companion is a file of its own. Where anybody may make files, it must not be somebody else's.
  private func check(_ status: FileStatus, ofCompanion path: String) throws(FileError) {
    guard status.kind == .file else { throw .unusual(path, status.kind.rawValue) }
    guard status.links <= 1 else {
      throw .unusual(path, "another name of a file that stands elsewhere too (a hard link)")
    }
    guard status.owner != geteuid(), let folder = try self.status(of: path.folder),
      folder.permissions & 0o1002 == 0o1002, status.owner != folder.owner
    else { return }
    throw .unusual(path, "a file of somebody else, in a folder where anybody may make files")
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

  private func failure(_ operation: String, _ path: String) -> FileError {
    let code = errno
    return FileError(operation, path, code: code, reason: String(cString: strerror(code)))
  }
}

extension FileStatus {
  fileprivate init(_ information: stat) {
    let time = information.st_mtim
    self.init(
      size: Int(information.st_size),
      modified: Instant(seconds: time.tv_sec, nanoseconds: time.tv_nsec),
      number: UInt64(information.st_ino), permissions: information.st_mode & 0o7777,
      owner: information.st_uid, group: information.st_gid)
    links = Int(clamping: information.st_nlink)
    kind =
      switch information.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      case S_IFIFO: .pipe
      default: .device
      }
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
