// Files that the command line names for reading: also pipes and devices, but never without an end.

import ArticleModel
import Sidecars

#if canImport(Glibc)
  import Glibc
#endif

/// Reads what a command was given.
enum InputFile {
  /// No sidecar, import or table is longer, in bytes.
  static let longest = 256 << 20

  /// All bytes of a file; - is standard input. A pipe is read to its end.
  static func bytes(of path: String) throws(CommandFailure) -> [UInt8] {
    let isStandardInput = path == "-"
    let descriptor = isStandardInput ? STDIN_FILENO : open(path, O_RDONLY | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(errno, path) }
    defer { if !isStandardInput { close(descriptor) } }
    if FileIdentity(of: descriptor)?.kind == .folder {
      throw CommandFailure("\(path): this is a folder; name a file in it")
    }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &part, part.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure(errno, path) }
      if count == 0 { return bytes }
      bytes += part[..<count]
      guard bytes.count <= longest else {
        throw CommandFailure("\(path): more than \(longest >> 20) MB, which is too large for this")
      }
    }
  }

  /// The first bytes of a file, by which its format is told; empty when it cannot be read.
  static func beginning(of path: String) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var part = [UInt8](repeating: 0, count: 256)
    return Array(part.prefix(max(read(descriptor, &part, part.count), 0)))
  }

  private static func failure(_ code: Int32, _ path: String) -> CommandFailure {
    code == ENOENT || code == ENOTDIR
      ? CommandFailure("\(path): there is no such file")
      : CommandFailure("\(path): cannot be read (\(String(cString: strerror(code))))")
  }
}
