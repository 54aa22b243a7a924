// Looks whether the user has changed the keymap while the reader runs.

import ArticleModel
import Configuration
import Interface
import Sidecars

/// A keymap file and how it was when it was read last.
///
/// A class, because the reader asks it again and again.
final class KeymapWatch {
  private let path: String
  private let load: () throws -> LoadedKeymap
  private var known: FileStatus?

  /// Watches the file of a keymap, which `load` reads anew.
  init(_ path: String, load: @escaping () throws -> LoadedKeymap) {
    (self.path, self.load) = (path, load)
    known = Self.status(of: path)
  }

  /// The keymap, when its file has changed since the last call, with what is wrong in it first. A file
  /// that cannot be read, as while an editor replaces it, leaves the keys as they are.
  func change() -> (keymap: Keymap, problem: String?)? {
    guard let now = Self.status(of: path), now != known else { return nil }
    known = now
    guard let loaded = try? load() else { return nil }
    return (loaded.keymap, loaded.problems.first?.description)
  }

  private static func status(of path: String) -> FileStatus? {
    (try? PosixFileSystem().status(of: path)) ?? nil
  }
}
