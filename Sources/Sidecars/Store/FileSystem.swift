// The few things that the store asks of a file system, so that tests can make each of them fail.

import ArticleModel

/// What the store needs of a file system. What an operation has written is on the disk when it returns;
/// names that were made, changed or removed are only after `syncFolder`.
public protocol FileSystem: Sendable {
  /// All bytes of a file; nil when there is none.
  func contents(of path: String) throws(FileError) -> [UInt8]?
  /// What is known of a file, symbolic links followed; nil when there is none.
  func status(of path: String) throws(FileError) -> FileStatus?
  /// The file that a symbolic link leads to in the end; other paths as they are.
  func destination(of path: String) -> String
  /// The names of the files in a folder, in no order.
  func names(inFolder path: String) throws(FileError) -> [String]
  /// Whether files can be made in a folder.
  func canWrite(inFolder path: String) -> Bool
  /// Makes a file, or writes an existing one anew, and brings it to the disk. `model` lends its
  /// permissions and, as far as the system lets it, its owner.
  func write(_ bytes: [UInt8], to path: String, like model: FileStatus?) throws(FileError)
  /// Makes a file unless there is one; false when there was.
  func create(_ path: String, with bytes: [UInt8]) throws(FileError) -> Bool
  /// Writes at the end of a file, which is made when there is none, and brings it to the disk.
  func append(_ bytes: [UInt8], to path: String) throws(FileError)
  /// Gives a file another name in one step; a file that had it is gone.
  func rename(_ path: String, to newPath: String) throws(FileError)
  /// Removes a file; nothing happens when there is none.
  func remove(_ path: String) throws(FileError)
  /// Makes a folder and those above it, for the user alone.
  func createFolder(_ path: String) throws(FileError)
  /// Brings the names in a file's folder to the disk.
  func syncFolder(of path: String) throws(FileError)
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

  /// `No space left on device: cannot write article.txt.annotations.json`; the reason first, since the
  /// path may be cut where room is short.
  public var description: String {
    // Files are written under another name first, which means nothing to whoever reads this.
    let named = path.hasSuffix(".new") ? String(path.dropLast(4)) : path
    return "\(reason): cannot \(operation) \(named)"
  }
}
