// The bytes of a file or of standard input: read into memory, or mapped where somebody waits for the first
// screen, until there is time to copy them.

import ArticleModel
import CSystem
import CUnicode

#if canImport(Glibc)
  import Glibc
#endif

/// Bytes as they were found.
///
/// A class because it owns memory; `@unchecked Sendable` because that memory is never written after
/// `init`.
final class SourceBytes: @unchecked Sendable {
  let bytes: UnsafeBufferPointer<UInt8>
  private let release: @Sendable () -> Void
  private let isMapped: Bool
  /// Whether no more than the beginning has to be checked before the first screen.
  private let isForAGlance: Bool

  deinit { release() }

  /// Copies bytes that are in memory.
  convenience init(_ bytes: [UInt8]) {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = copy.initialize(from: bytes)
    nonisolated(unsafe) let owned = copy
    self.init(owning: copy) { owned.deallocate() }
  }

  /// Opens a file; pipes and devices are read to their end where they may be given.
  convenience init(
    path: String, as holding: ArticleLoader.Holding, of kind: ArticleLoader.Kind
  ) throws(ImportError) {
    // A pipe that nobody writes to must not keep waiting who asked for a file.
    let descriptor = open(
      path, O_RDONLY | O_CLOEXEC | O_NOCTTY | (kind == .file ? O_NONBLOCK : 0))
    guard descriptor >= 0 else { throw .failure(errno, at: path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .failure(errno, at: path) }
    if status.st_mode & S_IFMT == S_IFDIR { throw .folder(path) }
    let isFile = status.st_mode & S_IFMT == S_IFREG
    if kind == .file, !isFile { throw .noFile(path) }
    let size = isFile ? Int(status.st_size) : 0
    if size > Self.longestFile { throw .tooLong(path) }
    if holding != .copy, size > ArticleLoader.smallFile {
      try self.init(
        mapping: descriptor, size: size, path: path, isForAGlance: holding == .glance)
    } else {
      let limit = isFile ? Self.longestFile : Self.longestStream
      self.init(try Self.readToEnd(descriptor, expecting: size, atMost: limit, path: path))
    }
  }

  /// Reads standard input to its end.
  convenience init(standardInput name: String) throws(ImportError) {
    guard isatty(STDIN_FILENO) == 0 else { throw .terminalAsInput }
    self.init(
      try Self.readToEnd(STDIN_FILENO, expecting: 0, atMost: Self.longestStream, path: name))
  }

  /// The bytes as a text that keeps them alive; nil when they are not UTF-8 with LF line ends.
  /// - Parameter mayWait: whether a long text may be shown before all of it is checked.
  func asText(checkedLater mayWait: Bool) -> ArticleText? {
    let isLong = bytes.count > ArticleLoader.checkedAtAGlance
    guard isForAGlance, mayWait, isLong else {
      return NormalForm.isText(bytes) ? text(checkedBy: nil) : nil
    }
    var end = ArticleLoader.checkedAtAGlance
    while end > 0, bytes[end].isUTF8Continuation { end -= 1 }
    let beginning = UnsafeBufferPointer(rebasing: bytes[..<end])
    guard NormalForm.isText(beginning) else { return nil }
    return text { [self] in NormalForm.isText(bytes) }
  }

  private func text(checkedBy check: (@Sendable () -> Bool)?) -> ArticleText {
    ArticleText(adopting: bytes, detach: isMapped ? detach : nil, check: check) { _ = self }
  }

  /// Puts a copy in the place of the mapped file, at the same address and at once for all threads, so that
  /// whoever changes the file does not change the text. What was changed before it was copied, and is no
  /// longer UTF-8, is blotted out. Without the memory for a copy everything stays as it is.
  @Sendable private func detach() {
    guard let place = bytes.baseAddress, let copy = csystem_copy(place, bytes.count) else { return }
    if cunicode_is_clean(copy, bytes.count) == 0 { cunicode_blot_out(copy, bytes.count) }
    if csystem_replace(UnsafeMutablePointer(mutating: place), copy, bytes.count) != 0 {
      csystem_free(copy, bytes.count)
    }
  }

  /// Takes over what has been read.
  private convenience init(_ room: consuming ReadingRoom) {
    let memory = room.taken()
    nonisolated(unsafe) let owned = memory
    self.init(owning: memory) { free(owned.baseAddress) }
  }

  private init(
    owning memory: UnsafeMutableBufferPointer<UInt8>, release: @escaping @Sendable () -> Void
  ) {
    bytes = UnsafeBufferPointer(memory)
    self.release = release
    (isMapped, isForAGlance) = (false, false)
  }

  private init(
    mapping descriptor: Int32, size: Int, path: String, isForAGlance: Bool
  ) throws(ImportError) {
    let memory = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let memory, memory != MAP_FAILED else { throw .failure(errno, at: path) }
    bytes = UnsafeBufferPointer(start: memory.assumingMemoryBound(to: UInt8.self), count: size)
    nonisolated(unsafe) let mapped = memory
    release = { munmap(mapped, size) }
    (isMapped, self.isForAGlance) = (true, isForAGlance)
  }

  /// Reads until there is no more. A stream that is no text, or does not end, is given up.
  private static func readToEnd(
    _ descriptor: Int32, expecting size: Int, atMost limit: Int, path: String
  ) throws(ImportError) -> ReadingRoom {
    // One more than the file has, so that its end is met in the same room.
    var room = ReadingRoom(capacity: size > 0 ? max(size + 1, 4096) : chunkSize)
    while true {
      let isFirst = room.count == 0
      let count = room.read(from: descriptor, atMost: chunkSize)
      if count == 0 { return room }
      if count > 0 {
        if isFirst { try refuseBinary(room.bytes, path: path) }
        if room.count > limit { throw limit == longestFile ? .tooLong(path) : .endless(path) }
      } else if errno != EINTR {
        throw .failure(errno, at: path)
      }
    }
  }

  private static func refuseBinary(
    _ beginning: UnsafeBufferPointer<UInt8>, path: String
  ) throws(ImportError) {
    if CollectionReaders.mayHoldBytes(beginning) { return }
    _ = try DocumentReaders.reader(for: ByteSample(of: beginning), named: path)
  }

  private static let chunkSize = 1 << 18

  /// No file is longer that is read as an article, whatever its size says.
  private static let longestFile = 512 << 20
  /// What a pipe or device may hold before it is taken for one that never ends.
  private static let longestStream = 256 << 20
}

extension ImportError {
  /// The error for a code of the system.
  fileprivate static func failure(_ code: Int32, at path: String) -> ImportError {
    switch code {
    case ENOENT, ENOTDIR: .notFound(path)
    case EACCES, EPERM: .noPermission(path)
    case EISDIR: .folder(path)
    default: .unreadable(path, reason: String(cString: strerror(code)))
    }
  }
}
