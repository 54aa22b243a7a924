// A disk in memory that fails, tears a write or stops at any operation, and can be started again.

import ArticleModel
import Sidecars
import Synchronization

/// A file system whose every change can go wrong. What an operation wrote is durable when it returns;
/// names are durable only after `syncFolder`, as on a real disk.
package final class SimulatedDisk: FileSystem {
  package enum Fault: CaseIterable {
    /// The operation does nothing and reports an error; later ones work.
    case fails
    /// A part of what it writes arrives, then it reports an error; later ones work.
    case failsHalfway
    /// The machine stops before the operation.
    case stopsBefore
    /// The machine stops in the middle of it.
    case tears
    /// The machine stops after it, before anybody hears of it.
    case stopsAfter

    package var stops: Bool { self != .fails && self != .failsHalfway }
  }

  private struct State {
    var names: [String: Int] = [:]
    var durableNames: [String: Int] = [:]
    var contents: [Int: [UInt8]] = [:]
    var nextNumber = 1
    var clock = 0
    var modified: [Int: Int] = [:]
    var operations = 0
    var fault: (at: Int, kind: Fault)?
    var isStopped = false
    var readOnlyFolders: Set<String> = []
    var lockedFolders: Set<String> = []
    var knowsLocks = true
    var knowsLinks = true
    var afterDraft: (@Sendable () -> Void)?
    var kinds: [String: FileStatus] = [:]
  }

  private let state = Mutex(State())

  package init() {}

  /// A disk that knows no locks or, beyond that, no second names of a file.
  package init(knowsLocks: Bool, knowsLinks: Bool = true) {
    state.withLock { ($0.knowsLocks, $0.knowsLinks) = (knowsLocks, knowsLinks) }
  }

  /// Runs something each time after a new file was made.
  package func afterDraft(_ body: (@Sendable () -> Void)?) {
    state.withLock { $0.afterDraft = body }
  }

  /// Lets a name look like something else than a file of its own.
  package func disguise(_ path: String, as change: (inout FileStatus) -> Void) {
    var status = FileStatus(size: 0, modified: Instant(seconds: 0), number: 0)
    change(&status)
    state.withLock { [status] in $0.kinds[path] = status }
  }

  /// Takes a disguise away.
  package func undisguise(_ path: String) { state.withLock { $0.kinds[path] = nil } }

  /// How many changing operations there have been.
  package var operations: Int { state.withLock { $0.operations } }

  package var names: [String] { state.withLock { $0.names.keys.sorted() } }

  /// Makes the operation of that number go wrong.
  package func plan(_ fault: Fault, at operation: Int) {
    state.withLock {
      $0.fault = (operation, fault)
      $0.operations = 0
    }
  }

  package func makeReadOnly(_ folder: String) {
    state.withLock { _ = $0.readOnlyFolders.insert(folder) }
  }

  package func makeWritable(_ folder: String) {
    state.withLock { _ = $0.readOnlyFolders.remove(folder) }
  }

  /// Starts the machine again. Names that were not synced are there, or are not.
  package func restart(losingNames: Bool) {
    state.withLock {
      if losingNames { $0.names = $0.durableNames }
      $0.lockedFolders = []
      $0.durableNames = $0.names
      $0.isStopped = false
      $0.fault = nil
    }
  }

  package func text(_ path: String) -> String {
    String(decoding: (try? contents(of: path)) ?? [], as: UTF8.self)
  }

  // MARK: FileSystem

  package func contents(of path: String) throws(FileError) -> [UInt8]? {
    try state.withLock { state throws(FileError) in
      try Self.checkRuns(state, path)
      return state.names[path].flatMap { state.contents[$0] }
    }
  }

  package func contents(ofCompanion path: String) throws(FileError) -> [UInt8]? {
    if let status = try status(ofName: path), status.kind != .file || status.links > 1 {
      throw .unusual(path, status.kind.rawValue)
    }
    return try contents(of: path)
  }

  package func status(of path: String) throws(FileError) -> FileStatus? {
    try state.withLock { state throws(FileError) in
      try Self.checkRuns(state, path)
      if (path.split(separator: "/").last ?? "").utf8.count > 255 {
        throw FileError("examine", path, code: 36, reason: "File name too long")
      }
      var status = state.kinds[path]
      if let number = state.names[path] {
        status?.number = UInt64(number)
        return status
          ?? FileStatus(
            size: state.contents[number]?.count ?? 0,
            modified: Instant(seconds: 0, nanoseconds: state.modified[number] ?? 0),
            number: UInt64(number))
      }
      return status?.kind == .link ? nil : status
    }
  }

  package func status(ofName path: String) throws(FileError) -> FileStatus? {
    if let status = try status(of: path) { return status }
    return state.withLock { $0.kinds[path] }
  }

  package func destination(of path: String) -> String { path }

  package func names(inFolder path: String) throws(FileError) -> [String] {
    let folder = path == "/" ? path : path + "/"
    let below = names.filter { $0.hasPrefix(folder) }.map { $0.dropFirst(folder.count) }
    guard !below.isEmpty else {
      throw FileError("read the folder", path, code: 20, reason: "Not a directory")
    }
    return Set(below.map { $0.prefix { $0 != "/" } }).map(String.init)
  }

  package func canWrite(inFolder path: String) -> Bool {
    state.withLock { !$0.readOnlyFolders.contains(path) }
  }

  /// Writes a file at once, as another program does.
  package func write(_ bytes: [UInt8], to path: String, like model: FileStatus?) throws(FileError) {
    try change(path) { state, isPartial in
      Self.put(isPartial ? Array(bytes.prefix(bytes.count / 2)) : bytes, at: path, &state)
    }
  }

  package func create(
    _ path: String, with bytes: [UInt8], like model: FileStatus?, isLasting: Bool
  ) throws(FileError) -> Bool {
    if try status(ofName: path) != nil { return false }
    try write(bytes, to: path, like: nil)
    state.withLock { $0.afterDraft }?()
    return true
  }

  package func append(
    _ bytes: [UInt8], to path: String, like model: FileStatus?
  ) throws(FileError) {
    try change(path) { state, isPartial in
      let before = state.names[path].flatMap { state.contents[$0] } ?? []
      Self.put(before + (isPartial ? bytes.prefix(bytes.count / 2) : bytes[...]), at: path, &state)
    }
  }

  package func link(_ path: String, to newPath: String) throws(FileError) -> Bool {
    if try status(ofName: newPath) != nil { return false }
    guard state.withLock({ $0.knowsLinks }) else {
      throw FileError("write", newPath, code: 1, reason: "Operation not permitted")
    }
    try change(newPath) { state, isPartial in
      guard !isPartial, let number = state.names[path] else { return }
      state.names[newPath] = number
    }
    return true
  }

  package func lockFolder(of path: String) throws(FileError) -> FolderLock {
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    return try state.withLock { state throws(FileError) in
      try Self.checkRuns(state, path)
      guard state.knowsLocks else { return .unsupported }
      guard state.lockedFolders.insert(folder).inserted else { return .busy }
      return .held { [self] in self.state.withLock { _ = $0.lockedFolders.remove(folder) } }
    }
  }

  package func rename(_ path: String, to newPath: String) throws(FileError) {
    try change(newPath) { state, isPartial in
      guard !isPartial, let number = state.names.removeValue(forKey: path) else { return }
      state.names[newPath] = number
    }
  }

  package func remove(_ path: String) throws(FileError) {
    try change(path) { state, isPartial in if !isPartial { state.names[path] = nil } }
  }

  package func createFolder(_ path: String) throws(FileError) {}

  package func syncFolder(of path: String) throws(FileError) {
    try change(path) { state, isPartial in if !isPartial { state.durableNames = state.names } }
  }

  // MARK: Changes

  private static func put(_ bytes: [UInt8], at path: String, _ state: inout State) {
    let number = state.names[path] ?? state.nextNumber
    if number == state.nextNumber { state.nextNumber += 1 }
    state.clock += 1_000_000_000
    state.names[path] = number
    state.contents[number] = bytes
    state.modified[number] = state.clock
  }

  private static func checkRuns(_ state: State, _ path: String) throws(FileError) {
    if state.isStopped {
      throw FileError("reach", path, code: 5, reason: "the machine has stopped")
    }
  }

  /// Makes a change, whole or in part, as the planned fault wants it.
  private func change(
    _ path: String, _ body: (inout State, _ isPartial: Bool) -> Void
  ) throws(FileError) {
    try state.withLock { state throws(FileError) in
      try Self.checkRuns(state, path)
      if state.readOnlyFolders.contains(where: { path.hasPrefix($0 + "/") }) {
        throw FileError("write", path, code: 30, reason: "Read-only file system")
      }
      state.operations += 1
      guard let fault = state.fault, fault.at == state.operations else {
        return body(&state, false)
      }
      if fault.kind == .tears || fault.kind == .failsHalfway { body(&state, true) }
      if fault.kind == .stopsAfter { body(&state, false) }
      state.isStopped = fault.kind.stops
      throw FileError("write", path, code: 28, reason: "No space left on device")
    }
  }
}
