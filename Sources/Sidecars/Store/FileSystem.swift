// The few things that the store asks of a file system, so that tests can make each of them fail.

import ArticleModel

/// What the store needs of a file system. What an operation has written is on the disk when it returns;
/// names that were made, changed or removed are only after `syncFolder`.
///
/// A *companion* is a file that belongs to a sidecar under a name that anybody can predict: journal, lock,
/// backup. Somebody may have put something else there, so it must be a file of its own: no link, no second
/// name of another file, no pipe or device.
public protocol FileSystem: Sendable {
  /// All bytes of a file; nil when there is none. Links are followed; what is no file is not read.
  func contents(of path: String) throws(FileError) -> [UInt8]?
  /// All bytes of a companion; nil when there is none.
  func contents(ofCompanion path: String) throws(FileError) -> [UInt8]?
  /// What is known of a file, symbolic links followed; nil when there is none.
  func status(of path: String) throws(FileError) -> FileStatus?
  /// What is known of what has this very name, which may be a symbolic link; nil when nothing has it.
  func status(ofName path: String) throws(FileError) -> FileStatus?
  /// The file that a symbolic link leads to in the end; other paths as they are.
  func destination(of path: String) -> String
  /// The names of the files in a folder, in no order.
  func names(inFolder path: String) throws(FileError) -> [String]
  /// The same names with what they stand for, as far as the folder itself says so.
  func entries(inFolder path: String) throws(FileError) -> [FolderEntry]
  /// Whether files can be made in a folder.
  func canWrite(inFolder path: String) -> Bool
  /// Makes a file unless something has its name; false when something had. With `isLasting` it is on the
  /// disk afterwards. `model` lends its permissions and, as far as the system lets it, its owner and group.
  func create(
    _ path: String, with bytes: [UInt8], like model: FileStatus?, isLasting: Bool
  ) throws(FileError) -> Bool
  /// Writes at the end of a companion, which is made like `model` when there is none, and brings it to
  /// the disk.
  func append(_ bytes: [UInt8], to path: String, like model: FileStatus?) throws(FileError)
  /// Gives a file a second name unless something has that; false when something had.
  func link(_ path: String, to newPath: String) throws(FileError) -> Bool
  /// Gives a file another name in one step; a file that had it is gone.
  func rename(_ path: String, to newPath: String) throws(FileError)
  /// Removes a file; nothing happens when there is none.
  func remove(_ path: String) throws(FileError)
  /// Makes a folder and those above it, for the user alone.
  func createFolder(_ path: String) throws(FileError)
  /// Brings the names in a file's folder to the disk.
  func syncFolder(of path: String) throws(FileError)
  /// Tries to lock the folder of a file against everybody else who asks for the same; the lock ends with
  /// the process at the latest.
  func lockFolder(of path: String) throws(FileError) -> FolderLock
}

extension FileSystem {
  /// Names of which nothing is known.
  public func entries(inFolder path: String) throws(FileError) -> [FolderEntry] {
    try names(inFolder: path).map { FolderEntry(name: $0) }
  }
}

/// A name in a folder.
public struct FolderEntry: Hashable, Sendable {
  /// The name.
  public var name: String
  /// What it stands for; nil where only `status(ofName:)` tells.
  public var kind: FileStatus.Kind?

  /// Describes a name.
  public init(name: String, kind: FileStatus.Kind? = nil) { (self.name, self.kind) = (name, kind) }
}

/// What came of the wish to lock a folder.
public enum FolderLock: Sendable {
  /// It is locked until `release` is called.
  case held(release: @Sendable () -> Void)
  /// Somebody else has it at this moment.
  case busy
  /// The file system knows no locks.
  case unsupported
}

/// What is known of a file without reading it.
public struct FileStatus: Hashable, Sendable {
  /// Its length in bytes.
  public var size: Int
  /// When it was last written.
  public var modified: Instant
  /// Its number in the file system: a file that was put in its place has another one.
  public var number: UInt64
  /// Its permission bits.
  public var permissions: UInt32
  /// Its owner.
  public var owner: UInt32
  /// Its group.
  public var group: UInt32
  /// What it is.
  public var kind = Kind.file
  /// How many names it has.
  public var links = 1

  /// What a name stands for.
  public enum Kind: String, Hashable, Sendable {
    /// A file with bytes of its own.
    case file = "a file"
    /// A folder.
    case folder = "a folder"
    /// A symbolic link.
    case link = "a symbolic link"
    /// A pipe (FIFO).
    case pipe = "a pipe"
    /// A device or a socket.
    case device = "a device"
  }

  /// Describes a file.
  public init(
    size: Int, modified: Instant, number: UInt64, permissions: UInt32 = 0o644, owner: UInt32 = 0,
    group: UInt32 = 0
  ) {
    self.size = size
    self.modified = modified
    self.number = number
    self.permissions = permissions
    self.owner = owner
    self.group = group
  }
}

/// An operation on a file that failed.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was tried, as a verb: `write`.
  public var operation: String
  /// On which file.
  public var path: String
  /// Why it failed (errno).
  public var code: Int32
  /// The reason in the system's words.
  public var reason: String

  /// Describes a failure.
  public init(_ operation: String, _ path: String, code: Int32, reason: String) {
    self.operation = operation
    self.path = path
    self.code = code
    self.reason = reason
  }

  /// What stands under a path is not what belongs there: `a symbolic link`.
  public static func unusual(_ path: String, _ what: String) -> FileError {
    FileError("use", path, code: unusualCode, reason: what)
  }

  /// Whether something else has the name, which somebody has to take away.
  public var isAboutKind: Bool { code == Self.unusualCode }

  private static let unusualCode: Int32 = -1

  /// The error, said of another file.
  func said(of path: String) -> FileError {
    FileError(operation, path, code: code, reason: reason)
  }

  /// `No space left on device: cannot write article.txt.annotations.json`; the reason first, since the
  /// path may be cut where room is short.
  public var description: String {
    isAboutKind ? "\(path) is \(reason)" : "\(reason): cannot \(operation) \(path)"
  }
}
