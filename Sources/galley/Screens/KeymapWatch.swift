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
  private var keymap: Keymap
  private var known: FileStatus?

  /// Watches the file of a keymap, which `load` reads anew.
  init(_ path: String, now keymap: Keymap, load: @escaping () throws -> LoadedKeymap) {
    (self.path, self.keymap, self.load) = (path, keymap, load)
    known = Self.status(of: path)
  }

  /// The keymap, when its file has changed since the last call, with what is wrong in it first. A file
  /// that is wrong or cannot be read leaves the keys as they are; so does one that is not there, as while
  /// an editor replaces it, and nothing is said of that.
  func change() -> (keymap: Keymap, problem: String?)? {
    guard let now = Self.status(of: path), now != known else { return nil }
    known = now
    do {
      let loaded = try load()
      let fault = loaded.problems.first { $0.severity == .error }
      if let fault { return (keymap, "\(fault); the keys stay as they were") }
      keymap = loaded.keymap
      return (keymap, loaded.problems.first?.description)
    } catch {
      return Self.status(of: path) == nil ? nil : (keymap, "\(error)")
    }
  }

  private static func status(of path: String) -> FileStatus? {
    (try? PosixFileSystem().status(of: path)) ?? nil
  }
}
