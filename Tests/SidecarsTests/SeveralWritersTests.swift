// Locks, edits by others while a reader is open, and files that others broke.

import ArticleModel
import Sidecars
import TestSupport
import Testing

@Suite struct SeveralWritersTests {
  let desk = Desk(disk: SimulatedDisk())

  /// What an editor outside does to the sidecar.
  private func editOutside(_ body: (inout Sidecar) -> Void) throws {
    var sidecar = try Sidecar(parsing: try desk.disk.contents(of: Desk.sidecar) ?? [])
    body(&sidecar)
    try desk.disk.write(sidecar.serialized(), to: Desk.sidecar, like: nil)
  }

  private func withTwoMarks() throws -> StoreSession {
    let session = try StoreSession(desk.store())
    try session.apply(.insert(desk.mark("a")), .insert(desk.mark("b")))
    return session
  }

  @Test("A second instance opens read-only and says who is first")
  func locked() throws {
    let first = try StoreSession(desk.store(process: 1))
    let second = try StoreSession(desk.store(process: 2, running: [1]))
    #expect(second.opening.isReadOnly)
    #expect(second.opening.lockedBy == LockHolder(host: "desk", processID: 1))
    #expect(throws: StoreError.self) { try second.apply(.insert(desk.mark("a"))) }
    try second.store.close()
    try first.store.close()
    #expect(try !StoreSession(desk.store(process: 2)).opening.isReadOnly)
  }

  @Test("A command waits for a while, then says who has the lock")
  func waiting() throws {
    let first = try StoreSession(desk.store(process: 1))
    let store = desk.store(process: 2, running: [1])
    #expect(throws: StoreError.locked(path: Desk.sidecar, LockHolder(host: "desk", processID: 1))) {
      try store.open(.waiting(seconds: 5))
    }
    try first.store.close()
    #expect(try !store.open(.waiting(seconds: 5)).isReadOnly)
  }

  @Test("The lock of a process that is gone is taken over; one of another machine is not")
  func stale() throws {
    _ = try StoreSession(desk.store(process: 1))
    #expect(try !StoreSession(desk.store(process: 2)).opening.isReadOnly)
    try desk.disk.write(
      Array(#"{"host":"elsewhere","process":1}"#.utf8), to: Desk.sidecar + ".lock", like: nil)
    #expect(try StoreSession(desk.store(process: 3)).opening.isReadOnly)
    try desk.disk.write([], to: Desk.sidecar + ".lock", like: nil)
    #expect(try !StoreSession(desk.store(process: 3)).opening.isReadOnly, "an empty lock, long ago")
  }

  @Test("Two that edit regardless lose nothing of each other")
  func regardless() throws {
    let first = try StoreSession(desk.store(process: 1))
    try first.apply(.insert(desk.mark("a")))
    let second = try StoreSession(desk.store(process: 2, running: [1]), .regardless)
    try second.apply(.insert(desk.mark("b")))
    try first.apply(.insert(desk.mark("c")))
    try second.apply(.insert(desk.mark("d")))
    try first.store.close()
    try second.store.close()
    let found = try StoreSession(desk.store(process: 3))
    #expect(
      Set(found.set.annotations.map(\.id.description)) == [
        "urn:test:a", "urn:test:b", "urn:test:c", "urn:test:d",
      ])
  }

  @Test("What others add, change and delete while we read comes in, and ours stays")
  func outsideChange() throws {
    try withTwoMarks().store.close()
    let session = try StoreSession(desk.store())
    #expect(try session.store.checkForOutsideChange(session.set) == nil)
    try editOutside { sidecar in
      sidecar.annotations[0].note = "by somebody else"
      sidecar.annotations.remove(at: 1)
      sidecar.annotations.append(desk.mark("x"))
    }
    let receipt = try #require(try session.store.checkForOutsideChange(session.set))
    #expect(receipt.notices == [.changedOutside])
    session.set = try #require(receipt.merged)
    #expect(session.set.summary == "a:by somebody else x: <1 0>")
    try session.apply(.insert(desk.mark("c")))
    try session.store.close()
    #expect(
      try StoreSession(desk.store(process: 2)).set.summary == "a:by somebody else c: x: <1 0>")
  }

  @Test("An edit from outside that nobody looked for is merged before the next saving")
  func unnoticed() throws {
    let session = try withTwoMarks()
    try editOutside { $0.annotations.append(desk.mark("x")) }
    try session.apply(.remove(desk.mark("a")))
    #expect(session.notices == [.changedOutside])
    #expect(session.set.summary == "b: x: <2 0>")
    try session.store.close()
    #expect(try StoreSession(desk.store(process: 2)).set.summary == "b: x: <2 0>")
  }

  @Test("Where both changed the same, both versions are kept and the reader is told")
  func collision() throws {
    let session = try withTwoMarks()
    try editOutside { $0.annotations[0].note = "theirs" }
    try session.apply(.replace(old: desk.mark("a"), new: desk.mark("a", note: "ours")))
    #expect(session.set.annotations.map(\.note).sorted() == ["", "ours", "theirs"])
    let displaced = session.set.annotations.first { $0.conflictsWith != nil }
    #expect(displaced?.conflictsWith == desk.mark("a").id)
    #expect(session.notices.contains { "\($0)".contains("both versions kept") })
  }

  @Test("A damaged sidecar is copied aside, and what can be read of it is there")
  func damaged() throws {
    let session = try withTwoMarks()
    try session.store.close()
    try desk.disk.remove(Desk.sidecar + ".journal")
    let whole = desk.disk.text(Desk.sidecar)
    let torn = String(whole.dropLast(100))
    try desk.disk.write(Array(torn.utf8), to: Desk.sidecar, like: nil)

    #expect(throws: StoreError.self) { try desk.store(process: 5).open(.readOnly) }
    #expect(throws: StoreError.self) { try desk.store(process: 5).open(.waiting(seconds: 1)) }
    let reopened = try StoreSession(desk.store(process: 2))
    #expect(reopened.set.annotations == [desk.mark("a")])
    #expect(desk.disk.text(Desk.sidecar) == torn, "nothing is overwritten by opening")
    try reopened.apply(.insert(desk.mark("c")))
    try reopened.store.close()
    let copy = try #require(desk.disk.names.first { $0.contains(".damaged-") })
    #expect(desk.disk.text(copy) == torn)
    #expect(try StoreSession(desk.store(process: 3)).set.summary == "a: c: <1 0>")
  }

  @Test("A file that is something else is never taken for a damaged sidecar")
  func somethingElse() throws {
    for text in ["{\"name\": \"package\"}", "not JSON at all", "[1, 2"] {
      try desk.disk.write(Array(text.utf8), to: Desk.sidecar, like: nil)
      #expect(throws: StoreError.self) { try desk.store().open() }
      #expect(desk.disk.text(Desk.sidecar) == text)
    }
  }

  @Test("A sidecar that was broken from outside is copied, and the session's work takes its place")
  func brokenOutside() throws {
    let session = try withTwoMarks()
    try desk.disk.write(Array("{ oops".utf8), to: Desk.sidecar, like: nil)
    try session.apply(.insert(desk.mark("c")))
    #expect(session.notices.contains { "\($0)".contains("unreadable") })
    #expect(session.set.annotations.count == 3)
    try session.store.close()
    #expect(desk.disk.names.contains { $0.contains(".damaged-") })
    #expect(try StoreSession(desk.store(process: 2)).set.annotations.count == 3)
  }

  @Test("The sidecar as it was before the session is kept as a backup")
  func backup() throws {
    try withTwoMarks().store.close()
    let before = desk.disk.text(Desk.sidecar)
    let session = try StoreSession(desk.store(process: 2))
    try session.apply(.insert(desk.mark("c")))
    try session.apply(.insert(desk.mark("d")))
    #expect(desk.disk.text(Desk.sidecar + ".bak") == before)
  }
}
