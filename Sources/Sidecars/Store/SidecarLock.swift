// The lock beside a sidecar: a small file that names the process which is writing. It says who that is, and
// works where a file system knows no locks of its own; what is done with it is done in a CriticalSection.

import ArticleModel
import LosslessJSON

/// A lock file.
struct SidecarLock {
  /// Whoever makes a lock has written into it after so many seconds.
  private static let longestWriting = 10

  let path: String
  let files: any FileSystem
  let surroundings: Surroundings
  /// The permissions that it gets, such as those of the sidecar.
  var model: FileStatus?

  /// What came of the wish to have the lock.
  enum Claim: Hashable {
    /// It is ours.
    case ours
    /// It is ours; the process that had it is gone.
    case oursAfter(LockHolder)
    /// Somebody else has it.
    case taken(LockHolder)
  }

  /// Acquires the lock. One whose process is gone is taken over.
  func acquire() throws(FileError) -> Claim {
    var former: LockHolder?
    for _ in 0..<3 {
      // Whoever waits for a lock that is there makes no draft of its own each time.
      if try files.status(ofName: path) == nil, try claim() {
        return former.map(Claim.oursAfter) ?? .ours
      }
      guard let holder = try holder() else { continue }
      if try !isStale(holder) { return .taken(holder) }
      try removeStale(holder)
      former = holder
    }
    return .taken(try holder() ?? .unknown)
  }

  /// Makes the lock ours whoever has it.
  func seize() throws(FileError) {
    try files.remove(path)
    _ = try claim()
  }

  /// Gives the lock back when it is ours.
  func release() throws(FileError) {
    if try holder() == surroundings.holder { try files.remove(path) }
  }

  /// A lock that is being made has two names for as long as it takes to remove one of them. That is
  /// microseconds, but whoever makes it may have to wait for a processor in between, longer the busier the
  /// machine is: so many milliseconds are allowed for it.
  static let instants = 1000

  /// Who has the lock; nil when nobody does. A lock that cannot be read belongs to somebody unknown.
  func holder() throws(FileError) -> LockHolder? {
    for _ in 0..<Self.instants {
      do throws(FileError) { return try writtenHolder() } catch {
        guard error.isAboutKind else { throw error }
        guard try files.status(ofName: path)?.hasSecondName == true else { break }
        surroundings.wait(1)
      }
    }
    return try writtenHolder()
  }

  private func writtenHolder() throws(FileError) -> LockHolder? {
    guard let bytes = try files.contents(ofCompanion: path) else { return nil }
    return LockHolder(reading: bytes) ?? .unknown
  }

  /// Makes the lock with its whole text at once where files can have two names, so that nobody sees one
  /// that says nothing.
  private func claim() throws(FileError) -> Bool {
    let text = Array(surroundings.holder.text.utf8)
    let draft = try files.draft(
      of: text, for: path, like: model, surroundings.drafts, isLasting: false)
    defer { try? files.remove(draft) }
    do { return try files.link(draft, to: path) } catch {
      return try files.create(path, with: text, like: model, isLasting: false)
    }
  }

  /// Whether the process is gone. A lock that says nothing is stale when it had time to be written.
  private func isStale(_ holder: LockHolder) throws(FileError) -> Bool {
    if holder != .unknown {
      return holder.host == surroundings.holder.host && !surroundings.isAlive(holder)
    }
    guard let written = try files.status(ofName: path)?.modified,
      let now = surroundings.now().instant
    else { return true }
    // One from the future says as little as one from long ago.
    return !(-Self.longestWriting...Self.longestWriting).contains(now.seconds(since: written))
  }

  /// Removes a lock, unless somebody else was quicker: what is taken away is looked at again.
  private func removeStale(_ holder: LockHolder) throws(FileError) {
    let aside = path.folder + "/" + surroundings.drafts.next()
    try files.rename(path, to: aside)
    let bytes = try files.contents(ofCompanion: aside) ?? []
    if LockHolder(reading: bytes) ?? .unknown != holder {
      _ = try files.create(path, with: bytes, like: model, isLasting: false)
    }
    try files.remove(aside)
  }
}

extension FileStatus {
  /// Whether it is a file that also stands under another name, as a lock does while it is being made.
  var hasSecondName: Bool { kind == .file && links > 1 }
}

extension LockHolder {
  /// Who has a lock that says nothing.
  static let unknown = LockHolder(host: "an unknown machine", processID: 0)

  /// Reads what a lock says; nil when that names no process.
  init?(reading bytes: [UInt8]) {
    guard let root = try? JSONDocument(parsing: bytes).root, root.repeatedMember == nil,
      let host = root["host"]?.string, let processID = root["process"]?.int,
      processID > 0, processID <= Int(Int32.max)
    else { return nil }
    self.init(host: host, processID: processID, started: root["started"]?.int)
  }

  /// What a lock says.
  var text: String {
    var object: JSONObject = ["host": .string(host), "process": .integer(processID)]
    object.append("started", started.map(JSONValue.integer))
    return JSONValue.object(object).compact()
  }
}
