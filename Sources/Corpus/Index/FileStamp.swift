// What is compared of a file instead of reading it.

import CSystem
import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// What tells without reading a file that it is the one that was read, and that nobody has written to it since.
///
/// Whoever writes to a file can set the time of its contents back, but not that of the change, which the system alone
/// sets (`st_ctime` in inode(7)). Not every file system keeps one: see `tellsChanges`.
struct FileStamp: Hashable, Sendable {
  /// Where it is in the file system, its length and its rights, and the two times in seconds and nanoseconds.
  private let numbers: [Int]
  /// When the contents, or anything else about it, last changed, in seconds since 1970.
  private let lastChange: Int
  /// Whether the user owns it.
  let isOwn: Bool
  /// Whether its file system is one that keeps the time of the last change by itself.
  let tellsChanges: Bool

  /// What has a name.
  enum Finding: Sendable {
    case nothing
    case file(FileStamp)
    /// A link, a folder or a pipe, or something that the system does not tell about.
    case other
  }

  private static let user = geteuid()

  /// Asks for the name itself; links are not followed.
  static func ofFile(named path: String) -> Finding {
    var status = stat()
    guard lstat(path, &status) == 0 else { return errno == ENOENT ? .nothing : .other }
    guard status.st_mode & S_IFMT == S_IFREG else { return .other }
    let tellsChanges = FileSystemKinds.keepChangeTime(status.st_dev, path)
    return .file(FileStamp(status, tellsChanges: tellsChanges))
  }

  /// Whether the file of a name has it.
  func isOfFile(named path: String) -> Bool {
    if case .file(let stamp) = Self.ofFile(named: path) { stamp == self } else { false }
  }

  private init(_ status: stat, tellsChanges: Bool) {
    self.tellsChanges = tellsChanges
    numbers = [
      Int(truncatingIfNeeded: status.st_dev), Int(truncatingIfNeeded: status.st_ino),
      Int(status.st_size), Int(status.st_mode), Int(status.st_uid), Int(status.st_nlink),
      status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec, status.st_ctim.tv_nsec,
    ]
    lastChange = max(status.st_mtim.tv_sec, status.st_ctim.tv_sec)
    isOwn = status.st_uid == Self.user
  }

  /// Appends all that is compared.
  func pack(into bytes: inout PackedWriter) { numbers.pack(into: &bytes) }

  /// A file that changes twice within this many seconds may have the same times after both changes.
  private static let grain = 2

  /// Whether what is written to it after a point in time, in seconds since 1970, will show.
  func isSettled(at now: Int) -> Bool { lastChange < now - Self.grain }

  /// The time, in seconds since 1970.
  static func now() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return now.tv_sec
  }
}

/// Which file systems keep the time of the last change of a file, so that nobody can set it. Others, such as FAT and
/// those of a network, give the time of the contents for it, or may answer from memory.
private enum FileSystemKinds {
  /// ext2 to ext4, XFS, Btrfs, tmpfs, OverlayFS, F2FS, ZFS and bcachefs (statfs(2)).
  private static let trusted: Set<UInt32> = [
    0xEF53, 0x5846_5342, 0x9123_683E, 0x0102_1994, 0x794C_7630, 0xF2F5_2010, 0x2FC1_2FC1,
    0xCA45_1A4E,
  ]

  private static let known = Mutex<[dev_t: Bool]>([:])

  /// Whether the one with that device number does, in which there is a file at `path`.
  static func keepChangeTime(_ device: dev_t, _ path: String) -> Bool {
    known.withLock { known in
      if let answer = known[device] { return answer }
      let answer = trusted.contains(csystem_file_system(path))
      known[device] = answer
      return answer
    }
  }
}
