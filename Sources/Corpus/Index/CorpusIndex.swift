// The index of a corpus: what was found out before, in a file of the user's cache folder. It can be thrown away at any
// time, and nothing is said of it: where it cannot be read or written, everything is done anew.

import ArticleModel
import NewsAnalysis
import Sidecars
import Synchronization

/// Remembers between runs what it is given.
///
/// A class because several threads share it.
package final class CorpusIndex: Sendable {
  /// How long its file may become, in bytes. What was used longest ago goes first.
  package static let greatestLength = 64 << 20
  /// A long run keeps what it has found so often, so that little is lost when it is stopped.
  private static let pause = Duration.seconds(20)

  private let path: String
  private let files: any FileSystem
  private let greatestLength: Int
  /// Which program it is the index of.
  let program: ProgramIdentity
  private let state = Mutex(State())

  private struct State {
    /// What the file holds; nil until somebody asks.
    var stored: IndexFile?
    /// What this run has found.
    var fresh: [IndexKey: [UInt8]] = [:]
    /// What this run has used.
    var used: Set<IndexKey> = []
    var saved = ContinuousClock.now
  }

  /// The index in the file at `path`; nil where the system does not say which program runs, so that its
  /// analyses could not be told from those of another build.
  package convenience init?(at path: String) {
    guard let program = ProgramIdentity.ofThisProcess else { return nil }
    self.init(at: path, of: program)
  }

  init(
    at path: String, of program: ProgramIdentity, upTo greatestLength: Int = greatestLength,
    on files: any FileSystem = PosixFileSystem()
  ) {
    (self.path, self.program, self.greatestLength) = (path, program, greatestLength)
    self.files = files
  }

  /// The key of what an engine finds in an article.
  func key(of article: Article, by engine: Analysis.Engine) -> IndexKey {
    IndexKey(of: article, by: engine, in: program)
  }

  /// What is kept under a key.
  subscript(key: IndexKey) -> ArraySlice<UInt8>? {
    state.withLock { state in
      let stored = state.stored ?? read()
      state.stored = stored
      guard let found = state.fresh[key].map({ $0[...] }) ?? stored[key] else { return nil }
      state.used.insert(key)
      return found
    }
  }

  /// Keeps something under a key; in the file from the next `save` on.
  func keep(_ bytes: [UInt8], for key: IndexKey) {
    let isDue = state.withLock { state in
      state.fresh[key] = bytes
      return ContinuousClock.now - state.saved > Self.pause
    }
    if isDue { save() }
  }

  /// Writes what was found in this run, together with what others have written meanwhile, in one step.
  package func save() {
    state.withLock { state in
      guard !state.fresh.isEmpty else { return }
      let known = read().entries
      let found = state.fresh.sorted { $0.key < $1.key }
        .map { IndexFile.Entry(key: $0.key, bytes: $0.value[...]) }
      let used = known.filter { state.used.contains($0.key) }
      let file = IndexFile(found + used + known, upTo: greatestLength)
      write(file.contents)
      (state.stored, state.fresh, state.saved) = (file, [:], .now)
    }
  }

  /// What the file holds; nothing when it is missing, damaged, longer than it may be or somebody else's.
  private func read() -> IndexFile {
    guard let status = (try? files.status(ofName: path)) ?? nil, status.isOfUserAlone,
      status.size <= greatestLength, let bytes = (try? files.contents(ofCompanion: path)) ?? nil
    else { return IndexFile() }
    return IndexFile(bytes) ?? IndexFile()
  }

  /// What has the name without being ours makes room.
  private func write(_ bytes: [UInt8]) {
    if let status = (try? files.status(ofName: path)) ?? nil, !status.isOfUserAlone {
      try? files.remove(path)
    }
    try? files.replace(path, with: bytes, isLasting: false, isPrivate: true)
  }
}

extension FileStatus {
  /// Whether it is a file with one name that nobody but its owner may read.
  fileprivate var isOfUserAlone: Bool { kind == .file && links == 1 && permissions & 0o077 == 0 }
}
