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
  func check(_ status: FileStatus, ofCompanion path: String) throws(FileError) {
    guard status.kind == .file else { throw .unusual(path, status.kind.rawValue) }
    guard status.links <= 1 else {
      throw .unusual(path, "a second name of another file (a hard link)")
    }
    guard status.owner != geteuid(), let folder = try self.status(of: path.folder),
      folder.permissions & 0o1002 == 0o1002, status.owner != folder.owner
    else { return }
    throw .unusual(path, "a file of someone else, in a folder where anyone may make files")
  }

  /// Follows symbolic links to the file at their end.
  public func destination(of path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Reads a folder.
  public func names(inFolder path: String) throws(FileError) -> [String] {
    try entries(inFolder: path).map(\.name)
  }

  /// Reads a folder with the types that stand in it.
  public func entries(inFolder path: String) throws(FileError) -> [FolderEntry] {
    guard let folder = opendir(path) else { throw failure("read the folder", path) }
    defer { closedir(folder) }
    var entries: [FolderEntry] = []
    while let entry = readdir(folder) {
      entries.append(FolderEntry(name: Self.name(of: entry), kind: Self.kind(of: entry)))
    }
    return entries
  }

  /// The name of an entry. A record is only as long as its name needs (readdir(3)), so it is never read with all
  /// of the 256 bytes that the type has for names.
  private static func name(of entry: UnsafeMutablePointer<dirent>) -> String {
    guard let place = MemoryLayout<dirent>.offset(of: \.d_name) else { return "" }
    let name = UnsafeRawPointer(entry).advanced(by: place)
    return String(cString: name.assumingMemoryBound(to: CChar.self))
  }

  /// What an entry stands for; nil where the file system does not say.
  private static func kind(of entry: UnsafeMutablePointer<dirent>) -> FileStatus.Kind? {
    guard let place = MemoryLayout<dirent>.offset(of: \.d_type) else { return nil }
    return switch Int(UnsafeRawPointer(entry).load(fromByteOffset: place, as: UInt8.self)) {
    case DT_REG: .file
    case DT_DIR: .folder
    case DT_LNK: .link
    default: nil
    }
  }

  /// Asks the system for leave to write and search.
  public func canWrite(inFolder path: String) -> Bool { access(path, W_OK | X_OK) == 0 }

  /// The failure of the call that was made last.
  func failure(_ operation: String, _ path: String) -> FileError {
    let code = errno
    return FileError(operation, path, code: code, reason: String(cString: strerror(code)))
  }
}

extension FileStatus {
  /// What the system says of a file.
  init(_ information: stat) {
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
  /// The folder of a path: `.` for a name alone. A slash is a byte, as it is to the system.
  package var folder: String {
    guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }

  /// The last part of a path.
  package var fileName: String { pathParts.last.map(String.init) ?? self }

  /// What stands between the slashes of a path.
  var pathParts: [Substring] { utf8.split(separator: UInt8(ascii: "/")).map(Substring.init) }
}
