// The lock beside a sidecar: a small file that names the process which is writing. It works where a file
// system knows no locks of its own.

import ArticleModel
import LosslessJSON

/// A lock file.
struct SidecarLock {
  /// Whoever makes a lock has written into it after so many seconds.
  private static let longestWriting = 10

  let path: String
  let files: any FileSystem
  let surroundings: Surroundings

  /// Acquires the lock; nil when it is ours now, otherwise who has it. A lock whose process is gone is
  /// taken over.
  func acquire() throws(FileError) -> LockHolder? {
    for _ in 0..<2 {
      if try files.create(path, with: Array(surroundings.holder.json.compact().utf8)) { return nil }
      guard let holder = try holder() else { continue }
      if try !isStale(holder) { return holder }
      try removeStale(holder)
    }
    return try holder()
  }

  /// Makes the lock ours whoever has it.
  func seize() throws(FileError) {
    try files.remove(path)
    _ = try files.create(path, with: Array(surroundings.holder.json.compact().utf8))
  }

  /// Gives the lock back when it is ours.
  func release() throws(FileError) {
    if try holder() == surroundings.holder { try files.remove(path) }
  }

  /// Who has the lock; nil when nobody does. A lock that cannot be read belongs to somebody unknown.
  func holder() throws(FileError) -> LockHolder? {
    guard let bytes = try files.contents(of: path) else { return nil }
    guard let document = try? JSONDocument(parsing: bytes), let holder = LockHolder(document.root)
    else { return .unknown }
    return holder
  }

  /// Whether the process is gone. A lock that says nothing is stale when it had time to be written.
  private func isStale(_ holder: LockHolder) throws(FileError) -> Bool {
    if holder != .unknown {
      return holder.host == surroundings.holder.host && !surroundings.isAlive(holder)
    }
    guard let written = try files.status(of: path)?.modified,
      let now = surroundings.now().instant
    else { return true }
    return now.seconds(since: written) > Self.longestWriting
  }

  /// Removes a lock, unless somebody else was quicker: what is taken away is looked at again.
  private func removeStale(_ holder: LockHolder) throws(FileError) {
    let aside = path + ".\(surroundings.holder.processID)"
    try files.rename(path, to: aside)
    let bytes = try files.contents(of: aside) ?? []
    if let document = try? JSONDocument(parsing: bytes), let found = LockHolder(document.root),
      found != holder
    {
      _ = try files.create(path, with: bytes)
    }
    try files.remove(aside)
  }
}

extension LockHolder {
  /// Who has a lock that says nothing.
  static let unknown = LockHolder(host: "an unknown machine", processID: 0)

  /// Reads what a lock says.
  init?(_ node: JSONNode) {
    guard node.repeatedMember == nil, let host = node["host"]?.string,
      let processID = node["process"]?.int
    else { return nil }
    self.init(host: host, processID: processID, started: node["started"]?.int)
  }

  /// What a lock says.
  var json: JSONValue {
    var object: JSONObject = ["host": .string(host), "process": .integer(processID)]
    object.append("started", started.map(JSONValue.integer))
    return .object(object)
  }
}
