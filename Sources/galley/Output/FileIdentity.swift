// Which file a name means, however it is spelt, and names that mean a descriptor of this program.

import ArticleModel
import Sidecars

#if canImport(Glibc)
  import Glibc
#endif

/// What a path leads to in the end.
struct FileIdentity {
  /// What sort of file.
  enum Kind {
    case file, folder
    /// A pipe, a terminal, another device, a socket.
    case stream
  }

  let kind: Kind
  /// Its length in bytes.
  let size: Int
  private let device: UInt
  private let number: UInt

  /// Follows links; nil when there is nothing.
  init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// What a descriptor is open on.
  init?(of descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    default: kind = .stream
    }
    size = Int(status.st_size)
    device = UInt(status.st_dev)
    number = UInt(status.st_ino)
  }

  /// Whether both are one file: under two names, through links, or with capitals that do not count.
  func isSameFile(as other: FileIdentity) -> Bool {
    device == other.device && number == other.number
  }

  /// What is at a place where a file is looked for, when it is none and nothing good comes of opening it;
  /// nil for a file, and where there is nothing.
  static func obstacle(at path: String) -> String? {
    if let there = FileIdentity(of: path) {
      return there.kind == .stream ? "a pipe or a device, not a file" : nil
    }
    var link = stat()
    return lstat(path, &link) == 0 ? "a link that leads to no file" : nil
  }

  /// The path with its folder's links followed, so that two spellings of a name compare equal.
  static func place(of path: String) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let name = parts.last.map(String.init) ?? path
    let folder = parts.count > 1 ? parts.dropLast().joined(separator: "/") + "/" : "."
    return PosixFileSystem().destination(of: folder) + "/" + name
  }
}

/// Names such as /dev/stdout, /dev/fd/3 and /proc/self/fd/3, also through links.
enum NamedDescriptor {
  /// More links than the system itself follows.
  private static let mostLinks = 40

  /// The number of the descriptor that a path names; nil for every other path. The descriptor is written
  /// to as it is: opening what is behind it would cut a file short, or fail.
  static func number(of path: String) -> Int32? {
    var path = path
    for _ in 0..<mostLinks {
      let place = FileIdentity.place(of: path)
      if let number = number(named: place) { return number }
      guard let next = destination(ofLink: place) else { return nil }
      let folder = place.split(separator: "/").dropLast().joined(separator: "/")
      path = next.hasPrefix("/") ? next : "/\(folder)/\(next)"
    }
    return nil
  }

  /// A place is `/proc/1234/fd/3` when links in it have been followed.
  private static func number(named place: String) -> Int32? {
    let parts = place.split(separator: "/")
    guard parts.count >= 4, parts[0] == "proc", parts[1] == "\(getpid())",
      parts[parts.count - 2] == "fd"
    else { return nil }
    return parts.last.flatMap { Int32($0) }
  }

  private static func destination(ofLink path: String) -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink(path, &buffer, buffer.count)
    let bytes = buffer.prefix(max(length, 0)).map { UInt8(bitPattern: $0) }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }
}
