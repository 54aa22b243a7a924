// Files of a test: those of its own folder, and none elsewhere; they fail when told to.

import Sidecars
import Synchronization

/// The real file system, fenced: outside of a folder nothing is there, and nothing is written.
final class FencedFiles: FileSystem {
  private let real = PosixFileSystem()
  private let folder: String
  private let fails = Mutex(false)

  init(in folder: String) { self.folder = folder }

  /// Makes every write fail from now on, or no more.
  func fail(_ fails: Bool) { self.fails.withLock { $0 = fails } }

  private func isInside(_ path: String) -> Bool { path.hasPrefix(folder) }

  private func check(_ operation: String, _ path: String) throws(FileError) {
    if fails.withLock({ $0 }) || !isInside(path) {
      throw FileError(operation, path, code: 28, reason: "No space left on device")
    }
  }

  func contents(of path: String) throws(FileError) -> [UInt8]? {
    isInside(path) ? try real.contents(of: path) : nil
  }
  func contents(ofCompanion path: String) throws(FileError) -> [UInt8]? {
    isInside(path) ? try real.contents(ofCompanion: path) : nil
  }
  func status(of path: String) throws(FileError) -> FileStatus? {
    isInside(path) ? try real.status(of: path) : nil
  }
  func status(ofName path: String) throws(FileError) -> FileStatus? {
    isInside(path) ? try real.status(ofName: path) : nil
  }
  func destination(of path: String) -> String { real.destination(of: path) }
  func names(inFolder path: String) throws(FileError) -> [String] {
    isInside(path) ? try real.names(inFolder: path) : []
  }
  func canWrite(inFolder path: String) -> Bool { isInside(path) && real.canWrite(inFolder: path) }
  func create(
    _ path: String, with bytes: [UInt8], like model: FileStatus?, isLasting: Bool
  ) throws(FileError) -> Bool {
    try check("create", path)
    return try real.create(path, with: bytes, like: model, isLasting: isLasting)
  }
  func append(_ bytes: [UInt8], to path: String, like model: FileStatus?) throws(FileError) {
    try check("write", path)
    try real.append(bytes, to: path, like: model)
  }
  func link(_ path: String, to newPath: String) throws(FileError) -> Bool {
    try check("write", newPath)
    return try real.link(path, to: newPath)
  }
  func lockFolder(of path: String) throws(FileError) -> FolderLock {
    isInside(path) ? try real.lockFolder(of: path) : .unsupported
  }
  func rename(_ path: String, to newPath: String) throws(FileError) {
    try check("rename", path)
    try real.rename(path, to: newPath)
  }
  func remove(_ path: String) throws(FileError) { try real.remove(path) }
  func createFolder(_ path: String) throws(FileError) {
    try check("create", path)
    try real.createFolder(path)
  }
  func syncFolder(of path: String) throws(FileError) { try real.syncFolder(of: path) }
}
