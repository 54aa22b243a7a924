// Many writers on one sidecar at the same time, with locks of the file system and without them: no mark that
// was called saved may be missing in the end, and nobody ever reads half a file.

import ArticleModel
import Dispatch
import Synchronization
import TestSupport
import Testing

@testable import Sidecars

#if canImport(Glibc)
  import Glibc
#endif

@Suite(.serialized) struct ConcurrentWritersTests {
  private static let isLong = getenv("GALLEY_LONG_TESTS") != nil
  private static let writers = isLong ? 480 : 12
  private static let marksEach = isLong ? 4 : 2

  private final class Saved: Sendable {
    let ids = Mutex<Set<AnnotationID>>([])
    let problems = Mutex<[String]>([])
    /// How many were told that others keep the folder busy, as they may be among hundreds.
    let refusals = Atomic(0)
  }

  @Test(
    "What many who edit regardless have saved is all there, with locks, with guards and with neither",
    arguments: ["locks", "guards", "names only"])
  func regardless(kind: String) throws {
    let scratch = ScratchFolder()
    let folder = scratch.path
    var files = PosixFileSystem()
    if kind != "locks" {
      files.lock = { _ in
        errno = ENOLCK
        return -1
      }
    }
    let disk: any FileSystem = kind == "names only" ? WithoutLinks(files) : files
    let saved = Saved()
    let group = DispatchGroup()
    let count = kind == "locks" ? Self.writers : Self.writers / 2
    for number in 1...count {
      let thread = DispatchQueue(label: "writer \(number)")
      thread.async(group: group) { write(as: number, in: folder, on: disk, saved) }
    }
    let reader = DispatchQueue(label: "reader")
    let isOver = Atomic(false)
    reader.async {
      let path = folder + "/article.txt.annotations.json"
      while !isOver.load(ordering: .relaxed) {
        if let bytes = try? PosixFileSystem().contents(of: path),
          (try? Sidecar(parsing: bytes)) == nil
        {
          saved.problems.withLock { $0.append("half a file was read") }
        }
        usleep(500)
      }
    }
    group.wait()
    isOver.store(true, ordering: .relaxed)
    reader.sync {}
    let ids = saved.ids.withLock { $0 }
    #expect(saved.problems.withLock { $0 } == [])
    guard saved.refusals.load(ordering: .relaxed) == 0 else {
      // What was called saved before is in the sidecar, or in a journal that the next opening reads.
      let lost = ids.subtracting(try reopened(in: folder, on: disk))
      #expect(lost.isEmpty, "\(lost.count) of \(ids.count) lost")
      #expect(Self.isLong && !ids.isEmpty)
      return
    }
    let bytes = try files.contents(of: folder + "/article.txt.annotations.json") ?? []
    let found = Set(try Sidecar(parsing: bytes).annotations.map(\.id))
    #expect(ids.count == count * Self.marksEach)
    #expect(ids.subtracting(found).isEmpty, "\(ids.subtracting(found).count) of \(ids.count) lost")
    let others = scratch.names.filter { !$0.hasPrefix("article.txt.annotations.json") }
    #expect(others == ["state"], "no drafts stay")
    #expect(try files.names(inFolder: folder + "/state").filter { !$0.hasPrefix(".") } == [])
    rmdir(folder + "/state")
  }

  /// The sidecar as one of the writers, or somebody who comes when all are gone, has it.
  private func store(
    of number: Int, in folder: String, on files: any FileSystem, othersLive: Bool
  ) -> SidecarStore {
    var surroundings = Surroundings.current
    surroundings.holder = LockHolder(host: "desk", processID: number)
    surroundings.isAlive = { _ in othersLive }
    surroundings.stateFolder = folder + "/state"
    return SidecarStore(
      article: Article("Harbour closes\n\nThe harbour was closed.\n"),
      sidecarPath: folder + "/article.txt.annotations.json",
      fileSystem: files, surroundings: surroundings)
  }

  /// The marks that an opening finds when all writers are gone.
  private func reopened(
    in folder: String, on files: any FileSystem
  ) throws -> Set<AnnotationID> {
    let opening = try store(of: 0, in: folder, on: files, othersLive: false).open(.readOnly)
    return Set(opening.annotations.annotations.map(\.id))
  }

  /// One writer: opens, marks a few times, closes.
  private func write(as number: Int, in folder: String, on files: any FileSystem, _ saved: Saved) {
    let store = store(of: number, in: folder, on: files, othersLive: true)
    do {
      let session = try StoreSession(store, .regardless)
      for mark in 0..<Self.marksEach {
        let annotation = Annotation(
          id: AnnotationID("urn:test:\(number)-\(mark)"), kind: .note, targets: [])
        try session.apply(.insert(annotation))
        saved.ids.withLock { _ = $0.insert(annotation.id) }
      }
      try session.store.close()
    } catch {
      if "\(error)".contains("keeps the folder busy") {
        saved.refusals.add(1, ordering: .relaxed)
      } else {
        saved.problems.withLock { $0.append("\(number): \(error)") }
      }
    }
  }

  @Test(
    "Whoever writes at the last moment, before the file is put in its place, loses nothing",
    arguments: 0..<20)
  func lastMoment(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let desk = Desk(disk: SimulatedDisk(knowsLocks: seed % 2 == 0))
    let session = try StoreSession(desk.store())
    try session.apply(.insert(desk.mark("first")))
    let numbers = (0..<6).map { _ in Int.random(in: 0...2, using: &chance) }
    let left = Mutex(0)
    desk.disk.afterDraft { [disk = desk.disk] in
      let number = left.withLock { left in
        left -= 1
        return left
      }
      if number >= 0 { Self.addOutside("\(number) \(Int.random(in: 0 ... .max))", to: disk) }
    }
    for (step, number) in numbers.enumerated() {
      left.withLock { $0 = number }
      try session.apply(.insert(desk.mark("\(step)")))
    }
    desk.disk.afterDraft(nil)
    try session.store.close()
    let found = try StoreSession(desk.store(process: 2)).set.annotations
    let expected = 1 + numbers.count + numbers.reduce(0, +)
    #expect(found.count == expected, "seed \(seed): \(numbers)")
  }

  /// What a program does that asks for no lock.
  private static func addOutside(_ name: String, to disk: SimulatedDisk) {
    guard let bytes = try? disk.contents(of: Desk.sidecar),
      var sidecar = try? Sidecar(parsing: bytes)
    else { return }
    sidecar.annotations.append(
      Annotation(id: AnnotationID("urn:test:" + name), kind: .note, targets: []))
    try? disk.write(sidecar.serialized(), to: Desk.sidecar, like: nil)
  }

  @Test(
    "A mark that a program wrote over counts as deleted by nobody, and is put back",
    arguments: 0..<20)
  func writtenOver(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let desk = Desk(disk: SimulatedDisk(knowsLocks: seed % 3 > 0, knowsLinks: seed % 3 > 1))
    let before = try StoreSession(desk.store())
    for name in ["old", "changed", "deleted"] { try before.apply(.insert(desk.mark(name))) }
    try before.store.close()
    // A program that holds what it once read, adds to it and writes, and never looks again.
    var stubborn = try Sidecar(parsing: try desk.disk.contents(of: Desk.sidecar) ?? [])
    let session = try StoreSession(desk.store())
    try session.apply(.replace(old: desk.mark("changed"), new: desk.mark("changed", note: "n")))
    try session.apply(.remove(desk.mark("deleted")))
    var expected: Set = ["urn:test:old", "urn:test:changed"]
    for step in 0..<12 {
      let name = "\(step)"
      switch Int.random(in: 0..<4, using: &chance) {
      case 0:
        stubborn.annotations.append(desk.mark(name))
        try desk.disk.write(stubborn.serialized(), to: Desk.sidecar, like: nil)
      case 1:
        let receipt = try session.store.checkForOutsideChange(session.set)
        if let merged = receipt?.merged { session.set = merged }
        let text = try Sidecar(parsing: try desk.disk.contents(of: Desk.sidecar) ?? [])
        #expect(Set(text.annotations.map(\.id.description)) == expected, "seed \(seed)")
        continue
      default: try session.apply(.insert(desk.mark(name)))
      }
      expected.insert("urn:test:" + name)
    }
    _ = try session.store.checkForOutsideChange(session.set)
    try session.store.close()
    let found = try StoreSession(desk.store(process: 3)).set
    #expect(Set(found.annotations.map(\.id.description)) == expected, "seed \(seed)")
    #expect(found[desk.mark("changed").id]?.note == "n", "seed \(seed)")
  }

  @Test("Who comes back to a lock that another has now edits beside, and loses nothing")
  func lockTaken() throws {
    let desk = Desk(disk: SimulatedDisk())
    let first = try StoreSession(desk.store(process: 1, running: [2, 3]))
    try first.apply(.insert(desk.mark("a")))
    let second = try StoreSession(desk.store(process: 2, running: [1]), .regardless)
    try second.apply(.insert(desk.mark("b")))
    try first.apply(.insert(desk.mark("c")))
    #expect(first.notices.contains(.sharedWith(LockHolder(host: "desk", processID: 2))))
    try second.store.close()
    let third = try StoreSession(desk.store(process: 3, running: [1]))
    try third.apply(.insert(desk.mark("d")))
    try first.apply(.insert(desk.mark("e")))
    try third.store.close()
    try first.store.close()
    #expect(try StoreSession(desk.store(process: 4)).set.annotations.count == 5)
    #expect(!desk.disk.names.contains { $0.hasPrefix("/state") })
  }

  @Test("A lock that went while its session runs is made again")
  func lockGone() throws {
    let desk = Desk(disk: SimulatedDisk())
    let first = try StoreSession(desk.store(process: 1))
    try desk.disk.remove(Desk.sidecar + ".lock")
    try first.apply(.insert(desk.mark("a")))
    #expect(try StoreSession(desk.store(process: 2, running: [1])).opening.isReadOnly)
    try first.store.close()
  }

  @Test(
    "A session that wrote beside others and was killed leaves a journal that the next one takes in")
  func abandoned() throws {
    let desk = Desk(disk: SimulatedDisk())
    let first = try StoreSession(desk.store(process: 1))
    try first.apply(.insert(desk.mark("a")))
    let second = try StoreSession(desk.store(process: 2, running: [1]), .regardless)
    desk.disk.makeReadOnly(Desk.folder)
    try second.apply(.insert(desk.mark("b")))
    desk.disk.makeWritable(Desk.folder)
    try first.store.close()
    let third = try StoreSession(desk.store(process: 3, running: [2]))
    #expect(third.set.annotations.count == 1, "the second one still runs")
    try third.store.close()
    let fourth = try StoreSession(desk.store(process: 4))
    #expect(fourth.set.annotations.count == 2)
    try fourth.store.close()
    #expect(!desk.disk.names.contains { $0.hasPrefix("/state") })
  }
}

/// The files of the machine as a file system shows them that knows no second names.
private struct WithoutLinks: FileSystem {
  let real: PosixFileSystem

  init(_ real: PosixFileSystem) { self.real = real }

  func contents(of path: String) throws(FileError) -> [UInt8]? { try real.contents(of: path) }
  func contents(ofCompanion path: String) throws(FileError) -> [UInt8]? {
    try real.contents(ofCompanion: path)
  }
  func status(of path: String) throws(FileError) -> FileStatus? { try real.status(of: path) }
  func status(ofName path: String) throws(FileError) -> FileStatus? {
    try real.status(ofName: path)
  }
  func destination(of path: String) -> String { real.destination(of: path) }
  func names(inFolder path: String) throws(FileError) -> [String] {
    try real.names(inFolder: path)
  }
  func canWrite(inFolder path: String) -> Bool { real.canWrite(inFolder: path) }
  func create(
    _ path: String, with bytes: [UInt8], like model: FileStatus?, isLasting: Bool
  ) throws(FileError) -> Bool {
    try real.create(path, with: bytes, like: model, isLasting: isLasting)
  }
  func append(_ bytes: [UInt8], to path: String, like model: FileStatus?) throws(FileError) {
    try real.append(bytes, to: path, like: model)
  }
  func link(_ path: String, to newPath: String) throws(FileError) -> Bool {
    throw FileError("write", newPath, code: EPERM, reason: "Operation not permitted")
  }
  func rename(_ path: String, to newPath: String) throws(FileError) {
    try real.rename(path, to: newPath)
  }
  func remove(_ path: String) throws(FileError) { try real.remove(path) }
  func createFolder(_ path: String) throws(FileError) { try real.createFolder(path) }
  func syncFolder(of path: String) throws(FileError) { try real.syncFolder(of: path) }
  func lockFolder(of path: String) throws(FileError) -> FolderLock {
    try real.lockFolder(of: path)
  }
}
