// Files that somebody put under the names that a sidecar's companions will have, and links in the place of
// the sidecar itself: nothing is written through them, nobody is kept waiting for long, and the reason is said.

import ArticleModel
import Synchronization
import Testing

@testable import Sidecars

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct PreparedNamesTests {
  private let folder = ScratchFolder()
  private let files = PosixFileSystem()

  /// What somebody can prepare.
  enum Trap: CaseIterable {
    case link, danglingLink, loop, linkToDevice, hardLink, pipe, folder

    /// Sets it under a path; the victim is a file that must stay as it is.
    func set(at path: String, victim: String) {
      switch self {
      case .link: symlink(victim, path)
      case .danglingLink: symlink(victim + ".gone", path)
      case .loop: symlink(path, path)
      case .linkToDevice: symlink("/dev/zero", path)
      case .hardLink: Glibc.link(victim, path)
      case .pipe: mkfifo(path, 0o666)
      case .folder: mkdir(path, 0o777)
      }
    }
  }

  private func article() throws -> Article {
    let article = Article(
      text: ArticleText("Harbour closes\n\nIt was closed on Monday."),
      source: Article.Source(name: "article.txt", path: folder.file("article.txt")))
    article.text.withBytes { bytes in
      _ = try? files.replace(folder.file("article.txt"), with: Array(bytes))
    }
    return article
  }

  private var sidecar: String { folder.file("article.txt.annotations.json") }

  private func session(
    _ access: Access = .asking, on disk: (any FileSystem)? = nil,
    chance: (@Sendable () -> UInt64)? = nil,
    whileWaiting: (@Sendable () -> Void)? = nil
  ) throws -> StoreSession {
    var surroundings = Surroundings.current
    if let whileWaiting { surroundings.wait = { _ in whileWaiting() } }
    if let chance { surroundings.chance = chance }
    surroundings.stateFolder = folder.path
    return try StoreSession(
      SidecarStore(
        article: try article(), sidecarPath: sidecar, fileSystem: disk ?? files,
        surroundings: surroundings), access)
  }

  private func mark(_ session: StoreSession) throws {
    try session.apply(.insert(Annotation(kind: .note, targets: [])))
  }

  private func victim() throws -> String {
    let path = folder.file("victim")
    try files.replace(path, with: Array("precious".utf8))
    return path
  }

  private func status(_ path: String) -> FileStatus? {
    (try? files.status(ofName: path)) ?? nil
  }

  @Test(
    "A lock that another writer is making has two names for an instant, and is no prepared link")
  func lockInTheMaking() throws {
    let (lock, draft) = (sidecar + ".lock", folder.file("draft"))
    try files.replace(draft, with: Array(LockHolder(host: "elsewhere", processID: 7).text.utf8))
    try #require(Glibc.link(draft, lock) == 0)
    let session = try session(whileWaiting: { unlink(draft) })
    #expect(status(draft) == nil)
    #expect(session.opening.lockedBy?.host == "elsewhere")
  }

  @Test(
    "Whoever makes a lock may be kept from it for half a second", arguments: [".lock", ".saving"])
  func slowLock(ending: String) throws {
    var disk = files
    if ending == ".saving" {
      disk.lock = { _ in
        errno = ENOLCK
        return -1
      }
    }
    let (lock, draft) = (sidecar + ending, folder.file("draft"))
    try files.replace(draft, with: Array(LockHolder(host: "elsewhere", processID: 7).text.utf8))
    try #require(Glibc.link(draft, lock) == 0)
    let waits = Atomic(0)
    // Then the other one is done, and gone.
    let wait: @Sendable () -> Void = {
      guard waits.add(1, ordering: .relaxed).newValue == 500 else { return }
      unlink(draft)
      if ending == ".saving" { unlink(lock) }
    }
    let session = try session(.regardless, on: disk, whileWaiting: wait)
    #expect(session.opening.readOnlyReason == nil)
    try mark(session)
    try session.store.close()
    #expect(waits.load(ordering: .relaxed) >= 500)
    #expect(try self.session(.readOnly).set.annotations.count == 1)
  }

  @Test(
    "A companion that is not a file of its own is refused by name, for readers and commands",
    arguments: Trap.allCases, SidecarStore.companions)
  func companions(trap: Trap, ending: String) throws {
    let before = try session()
    try mark(before)
    try before.store.close()
    let victim = try victim()
    unlink(sidecar + ending)
    trap.set(at: sidecar + ending, victim: victim)
    let prepared = status(sidecar + ending)
    for access in [Access.asking, .waiting(seconds: 1), .regardless] {
      let session = try session(access, whileWaiting: {})
      #expect(session.opening.readOnlyReason?.contains(ending) == true)
      #expect(session.set.annotations.count == 1)
      #expect(throws: StoreError.self) { try mark(session) }
      try session.store.close()
    }
    #expect(try session(.readOnly).set.annotations.count == 1)
    #expect(try files.contents(of: victim) == Array("precious".utf8))
    #expect(status(victim)?.number != nil && status(victim + ".gone") == nil)
    #expect(status(sidecar + ending)?.number == prepared?.number, "what was there stays")
    rmdir(sidecar + ending)
  }

  @Test("A name for a draft that is taken is not written to", arguments: Trap.allCases)
  func drafts(trap: Trap) throws {
    let victim = try victim()
    // The first three names can be predicted by whoever set the trap.
    for number in 0..<3 {
      var known = Surroundings.current
      known.chance = { UInt64(number) }
      trap.set(at: folder.file(known.drafts.next()), victim: victim)
    }
    let counter = IdentifierCounter()
    let session = try session(chance: { counter.next() })
    try mark(session)
    try session.store.close()
    #expect(try files.contents(of: victim) == Array("precious".utf8))
    #expect(try self.session(.readOnly).set.annotations.count == 1)
    for name in folder.names where DraftNames.isDraft(name) {
      unlink(folder.file(name))
      rmdir(folder.file(name))
    }
  }

  @Test("What is no file, or leads nowhere, is not replaced in the place of the sidecar")
  func sidecarItself() throws {
    for trap in Trap.allCases where trap != .link && trap != .hardLink {
      trap.set(at: sidecar, victim: try victim())
      let prepared = status(sidecar)
      for access in [Access.asking, .waiting(seconds: 1)] {
        if let session = try? session(access) {
          #expect(session.opening.isReadOnly, "\(trap)")
          #expect(throws: StoreError.self) { try mark(session) }
          try session.store.close()
        }
      }
      #expect(throws: StoreError.self, "\(trap)") { try session(.readOnly) }
      #expect(status(sidecar)?.number == prepared?.number, "\(trap)")
      #expect(!folder.names.contains("victim.gone"))
      unlink(sidecar)
      rmdir(sidecar)
    }
  }

  @Test(
    "A link to a sidecar stays a link: the file that it leads to is replaced, in its own folder")
  func linkedSidecar() throws {
    let first = try session()
    try mark(first)
    try first.store.close()
    let elsewhere = ScratchFolder()
    rename(sidecar, elsewhere.file("real.json"))
    symlink(elsewhere.file("real.json"), sidecar)
    let second = try session()
    try mark(second)
    try second.store.close()
    #expect(status(sidecar)?.kind == .link)
    #expect(elsewhere.names == ["real.json", "real.json.bak", "real.json.journal"])
    let text = try files.contents(of: elsewhere.file("real.json")) ?? []
    #expect(try Sidecar(parsing: text).annotations.count == 2)
  }

  @Test("A link to an empty file that never was a sidecar does not make one of it")
  func linkedEmptyFile() throws {
    let victim = folder.file("empty")
    try files.replace(victim, with: [])
    symlink(victim, sidecar)
    for access in [Access.asking, .waiting(seconds: 1), .regardless] {
      let session = try session(access)
      #expect(session.opening.readOnlyReason?.contains("link to an empty file") == true)
      #expect(throws: StoreError.self) { try mark(session) }
      try session.store.close()
    }
    #expect(try files.contents(of: victim) == [])
    #expect(folder.names == ["article.txt", "article.txt.annotations.json", "empty"])
  }

  @Test("A link to a file that is no sidecar changes nothing")
  func linkedOtherFile() throws {
    let victim = try victim()
    symlink(victim, sidecar)
    for access in [Access.asking, .waiting(seconds: 1), .regardless] {
      #expect(throws: StoreError.self) { try session(access) }
    }
    #expect(try files.contents(of: victim) == Array("precious".utf8))
    #expect(folder.names == ["article.txt", "article.txt.annotations.json", "victim"])
  }

  @Test(
    "A sidecar that nobody may write stays as it is, also for the superuser",
    arguments: [0o444, 0o400, 0o440] as [mode_t])
  func protected(mode: mode_t) throws {
    let first = try session()
    try mark(first)
    try first.store.close()
    chmod(sidecar, mode)
    let bytes = try files.contents(of: sidecar)
    for access in [Access.asking, .waiting(seconds: 1), .regardless] {
      let session = try session(access)
      #expect(
        session.opening.readOnlyReason
          == "its permissions forbid writing (mode \(String(mode, radix: 8)))")
      #expect(throws: StoreError.self) { try mark(session) }
      try session.store.close()
    }
    #expect(try files.contents(of: sidecar) == bytes)
  }

  @Test("A sidecar of two names is not parted")
  func twoNames() throws {
    let first = try session()
    try mark(first)
    try first.store.close()
    link(sidecar, folder.file("other.json"))
    let second = try session(.waiting(seconds: 1))
    #expect(throws: StoreError.self) { try mark(second) }
    try second.store.close()
    #expect(status(sidecar)?.number == status(folder.file("other.json"))?.number)
  }

  @Test("Companions and copies have the permissions of the sidecar; so has what replaces it")
  func permissions() throws {
    for mode in [0o600, 0o640, 0o664, 0o666] as [mode_t] {
      let first = try session()
      try mark(first)
      try first.store.close()
      chmod(sidecar, mode)
      unlink(sidecar + ".journal")
      let second = try session()
      #expect(status(sidecar + ".lock")?.permissions == UInt32(mode))
      try mark(second)
      for ending in ["", ".journal", ".bak"] {
        #expect(status(sidecar + ending)?.permissions == UInt32(mode), "\(ending)")
      }
      try second.store.close()
      #expect(status(sidecar + ".journal")?.permissions == UInt32(mode))
      for ending in ["", ".journal", ".bak"] { unlink(sidecar + ending) }
    }
  }

  @Test(
    "Leftovers of a writer that was killed go with its lock; those of others only when they are old"
  )
  func leftovers() throws {
    let dead = LockHolder(host: Surroundings.current.holder.host, processID: 4_190_000, started: 1)
    let its = DraftNames(writer: dead.text).next()
    let others = (0..<2).map { DraftNames(writer: "\($0)").next() }
    let alike = [".galley-12345678-1234.new", ".galley-1234567-0123456789abcdef.new", "x.new"]
    for name in [its] + others + alike { try files.replace(folder.file(name), with: []) }
    var past = [timespec(), timespec()]
    (past[0].tv_sec, past[1].tv_sec) = (1_000_000, 1_000_000)
    utimensat(AT_FDCWD, folder.file(others[1]), past, 0)
    try files.replace(sidecar + ".lock", with: Array(dead.text.utf8))
    let session = try session()
    #expect(!session.opening.isReadOnly)
    #expect(folder.names.filter { $0.hasSuffix(".new") } == ([others[0]] + alike).sorted())
    try session.store.close()
  }

  @Test(
    "A lock that names no process that there can be is not believed for ever, and nobody is signalled",
    arguments: [
      "", "{", "[]", "x", #"{"host":"H","process":0}"#, #"{"host":"H","process":-1}"#,
      #"{"host":"H","process":2147483648}"#, #"{"host":"H","process":9223372036854775807}"#,
      #"{"host":"H","process":1e400}"#, #"{"host":"H","process":-9223372036854775808}"#,
      #"{"host":"H","process":99999999999999999999}"#,
      #"{"host":"H","process":4194304,"started":5}"#,
      #"{"host":"H","process":"1"}"#, #"{"host":7,"process":1}"#, "\u{0}\u{0}\u{0}",
      #"{"host":"H","process":1,"started":-9223372036854775808}"#,
    ], [Int.min / 2, 0, 32_503_680_000])
  func rubbish(text: String, time: Int) throws {
    let host = Surroundings.current.holder.host
    let lock = sidecar + ".lock"
    try files.replace(lock, with: Array(text.replacing("\"H\"", with: "\"\(host)\"").utf8))
    var times = [timespec(), timespec()]
    (times[0].tv_sec, times[1].tv_sec) = (time, time)
    utimensat(AT_FDCWD, lock, times, 0)
    let session = try session()
    #expect(!session.opening.isReadOnly, "\(session.opening.readOnlyReason ?? "")")
    try session.store.close()
  }

  @Test("A lock of this very process's number that an earlier process had is taken over")
  func reusedNumber() throws {
    var holder = Surroundings.current.holder
    holder.started = (holder.started ?? 0) + 1
    try files.replace(sidecar + ".lock", with: Array(holder.text.utf8))
    let session = try session()
    #expect(!session.opening.isReadOnly)
    try session.store.close()
  }
}

/// Counts up from zero, whoever asks.
private final class IdentifierCounter: Sendable {
  private let source = IdentifierSource.counting(from: 0)

  func next() -> UInt64 {
    let id = source.annotationID().description
    return UInt64(id.suffix(12), radix: 16) ?? 0
  }
}
