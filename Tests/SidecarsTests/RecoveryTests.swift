// Sidecars that were cut short, emptied or overwritten: backup and journal know what was in them.

import ArticleModel
import TestSupport
import Testing

@testable import Sidecars

@Suite struct RecoveryTests {
  let desk = Desk(disk: SimulatedDisk())

  /// Three sessions: marks a and b, then c; then b goes and d comes.
  private func threeSessions() throws {
    let first = try StoreSession(desk.store())
    try first.apply(.insert(desk.mark("a")))
    try first.apply(.insert(desk.mark("b")))
    try first.store.close()
    let second = try StoreSession(desk.store(process: 2))
    try second.apply(.insert(desk.mark("c")))
    try second.store.close()
    let third = try StoreSession(desk.store(process: 3))
    try third.apply(.remove(desk.mark("b")))
    try third.apply(.insert(desk.mark("d", note: "n")))
    try third.store.close()
  }

  private func damage(_ bytes: some Sequence<UInt8>) throws {
    try desk.disk.write(Array(bytes), to: Desk.sidecar, like: nil)
  }

  @Test(
    "Wherever a sidecar is cut off, all marks come back, and none that was deleted",
    arguments: [0, 1, 40, 700, 1500, 2300])
  func cutOff(length: Int) throws {
    try threeSessions()
    let whole = try #require(try desk.disk.contents(of: Desk.sidecar))
    try #require(length < whole.count)
    try damage(whole.prefix(length))
    let session = try StoreSession(desk.store(process: 4))
    #expect(session.set.summary == "a: c: d:n <5 0>")
    #expect(session.notices.first?.needsAttention == true)
    try session.apply(.insert(desk.mark("e")))
    try session.store.close()
    #expect(try StoreSession(desk.store(process: 5)).set.summary == "a: c: d:n e: <6 0>")
    #expect(length == 0 || desk.disk.names.contains { $0.contains(".damaged-") })
  }

  @Test(
    "Zeroes or rubbish in the place of a sidecar are put aside when a journal shows what it was")
  func rubbish() throws {
    try threeSessions()
    let backup = desk.disk.text(Desk.sidecar + ".bak")
    try damage([UInt8](repeating: 0, count: 4096))
    let session = try StoreSession(desk.store(process: 4))
    #expect(session.set.summary == "a: c: d:n <5 0>")
    #expect("\(session.notices)".contains("3 marks recovered"))
    try session.apply(.insert(desk.mark("e")))
    #expect(desk.disk.text(Desk.sidecar + ".bak") == backup, "no rubbish over a good backup")
  }

  @Test("Without a journal, the backup gives what it has, unknown members included")
  func backupAlone() throws {
    try threeSessions()
    let backup = desk.disk.text(Desk.sidecar + ".bak")
      .replacing("\"type\": \"AnnotationSet\"", with: "\"type\": \"AnnotationSet\", \"x:own\": 1.0")
    try desk.disk.write(Array(backup.utf8), to: Desk.sidecar + ".bak", like: nil)
    try desk.disk.remove(Desk.sidecar + ".journal")
    try damage([])
    let session = try StoreSession(desk.store(process: 4))
    #expect(session.set.summary == "a: b: c: <0 0>")
    #expect(session.notices == [.emptied(recovered: 3)])
    try session.apply(.insert(desk.mark("e")))
    #expect(desk.disk.text(Desk.sidecar).contains("\"x:own\": 1.0"))
  }

  @Test("An empty file is told, not taken for a sidecar without marks")
  func empty() throws {
    try damage([])
    let session = try StoreSession(desk.store())
    #expect(session.notices == [.emptied(recovered: 0)])
    try session.apply(.insert(desk.mark("a")))
    try session.store.close()
    #expect(try StoreSession(desk.store(process: 2)).set.summary == "a: <1 0>")
  }

  @Test("Commands leave a damaged sidecar alone and say what recovers it")
  func commands() throws {
    try threeSessions()
    try damage("{\"type\": \"AnnotationSet\", \"items\": [".utf8)
    let before = desk.disk.text(Desk.sidecar)
    for access in [Access.readOnly, .waiting(seconds: 1)] {
      let error = #expect(throws: StoreError.self) { try desk.store(process: 4).open(access) }
      #expect(error.map { "\($0)" }?.contains("open the article in galley") == true)
    }
    #expect(desk.disk.text(Desk.sidecar) == before)
  }

  @Test("A process that only waits for its parent has ended; one of the same number started later")
  func processes() {
    let head = "4711 (galley) x) "
    let tail = " 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 4242 19"
    #expect(RunningProcess(stat: head + "Z" + tail).hasEnded)
    let running = RunningProcess(stat: head + "S" + tail)
    #expect(!running.hasEnded && running.started == 4242)
    #expect(RunningProcess(stat: "").started == nil)
  }

  @Test("Whoever reads along sees what the writer saves, and nothing of it is called interrupted")
  func readingAlong() throws {
    let long = Desk(disk: desk.disk, longestSavedAtOnce: 0)
    let writer = try StoreSession(long.store(process: 1))
    try writer.apply(.insert(desk.mark("a")))
    let reader = try StoreSession(desk.store(process: 2, running: [1]))
    #expect(reader.opening.isReadOnly && reader.notices.isEmpty)
    #expect(reader.set.summary == "a: <1 0>")
    try writer.apply(.insert(desk.mark("b")))
    try writer.store.close()
    let receipt = try #require(try reader.store.checkForOutsideChange(reader.set))
    #expect(receipt.merged?.annotations.count == 2)
  }
}
