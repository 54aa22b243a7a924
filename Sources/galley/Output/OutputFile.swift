// The files that commands write for their users. All that can be refused is refused before the first of
// them is written; nothing that was there goes without being asked for.

import ArticleModel
import Sidecars

#if canImport(Glibc)
  import Glibc
#endif

/// A file that a command is to write, at a place where it may.
///
/// ```
/// what is there                        what happens
/// nothing                              the file is made
/// the same bytes                       nothing
/// another file                         refused unless it may be replaced; then replaced in one step
/// what the command reads from          refused
/// a pipe, a terminal, another device   written to
/// a descriptor: /dev/stdout, /dev/fd/3 written to
/// a folder, a dangling link            refused
/// ```
struct OutputFile {
  /// What may be done with the place that a user named.
  struct Policy {
    /// Files that are read for this output: they stay, whatever the user says.
    var sources: [String] = []
    /// Whether another file that is there is replaced.
    var replaces = false
    /// Whether pipes and devices are written to.
    var allowsStreams = true
    /// What a user can do to have a file replaced.
    var remedy = "--force replaces it"
  }

  private enum Target {
    case descriptor(Int32)
    case stream
    case file
    case unchanged
  }

  private let path: String
  private let bytes: [UInt8]
  private let content: TerminalGate.Content
  private let target: Target

  /// Looks at the place; throws when the bytes may not go there.
  init(
    _ bytes: [UInt8], to path: String, as content: TerminalGate.Content = .text, _ policy: Policy
  ) throws(CommandFailure) {
    (self.path, self.bytes, self.content) = (path, bytes, content)
    target = try Self.target(of: path, bytes, policy)
  }

  /// Writes the bytes.
  func write() throws(CommandFailure) {
    switch target {
    case .unchanged: break
    case .file:
      do throws(FileError) { try PosixFileSystem().replace(path, with: bytes) } catch {
        throw CommandFailure(error.description)
      }
    case .descriptor(let descriptor): try write(to: descriptor)
    case .stream:
      let descriptor = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC)
      guard descriptor >= 0 else { throw failure(errno) }
      defer { close(descriptor) }
      try write(to: descriptor)
    }
  }

  private func write(to descriptor: Int32) throws(CommandFailure) {
    let code = bytes.withUnsafeBufferPointer {
      Output.failure(writing: $0, as: content, to: descriptor)
    }
    if let code { throw failure(code) }
  }

  private func failure(_ code: Int32) -> CommandFailure {
    CommandFailure("\(path): cannot be written (\(String(cString: strerror(code))))")
  }

  // MARK: Looking

  private static func target(
    of path: String, _ bytes: [UInt8], _ policy: Policy
  ) throws(CommandFailure) -> Target {
    if path.isEmpty { throw CommandFailure("-o needs the name of a file") }
    if path == "-" { return .descriptor(STDOUT_FILENO) }
    if let descriptor = NamedDescriptor.number(of: path) {
      try allowStream(path, policy)
      return .descriptor(descriptor)
    }
    guard let there = FileIdentity(of: path) else { return try newFile(path, policy) }
    switch there.kind {
    case .folder: throw CommandFailure("\(path): this is a folder; name a file in it")
    case .stream:
      try allowStream(path, policy)
      return .stream
    case .file: return try fileInPlace(there, path, bytes, policy)
    }
  }

  private static func newFile(
    _ path: String, _ policy: Policy
  ) throws(CommandFailure) -> Target {
    var link = stat()
    if lstat(path, &link) == 0 {
      throw CommandFailure("\(path): this link leads to no file; remove it or name another file")
    }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    guard FileIdentity(of: folder)?.kind == .folder else {
      throw CommandFailure("\(path): there is no folder \(folder); make it first")
    }
    // The sidecar of an article may be in its journal alone.
    let place = FileIdentity.place(of: path)
    if policy.sources.contains(where: { FileIdentity.place(of: $0) == place }) {
      throw readFrom(path)
    }
    return .file
  }

  private static func fileInPlace(
    _ there: FileIdentity, _ path: String, _ bytes: [UInt8], _ policy: Policy
  ) throws(CommandFailure) -> Target {
    let isSame = there.size == bytes.count && (try? InputFile.bytes(of: path)) == bytes
    if isSame { return .unchanged }
    if policy.sources.contains(where: { FileIdentity(of: $0)?.isSameFile(as: there) == true }) {
      throw readFrom(path)
    }
    guard policy.replaces else {
      throw CommandFailure("\(path) is there already; \(policy.remedy), or name another file")
    }
    return .file
  }

  private static func readFrom(_ path: String) -> CommandFailure {
    CommandFailure("\(path) is an article or a sidecar that this is made from; name another file")
  }

  private static func allowStream(_ path: String, _ policy: Policy) throws(CommandFailure) {
    guard policy.allowsStreams else {
      throw CommandFailure("\(path) is a pipe or a device; name a file")
    }
  }
}

extension [OutputFile] {
  /// Writes all of them, one after the other.
  func write() throws(CommandFailure) { for file in self { try file.write() } }
}
