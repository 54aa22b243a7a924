// The journal: nothing that was acknowledged is lost, and undo works across sessions.

import ArticleModel
import LosslessJSON
import TestSupport
import Testing

@testable import Sidecars

@Suite struct JournalTests {
  let desk = Desk(disk: SimulatedDisk())
  /// A desk whose sidecars are written only now and then.
  let lazyDesk = Desk(disk: SimulatedDisk(), longestSavedAtOnce: 0)

  @Test("An entry comes back from its line as it was, unknown members and line ends included")
  func entries() throws {
    let node = try JSONDocument(
      parsing: Array("{\n  \"id\": \"a\",\n  \"x\": [1.0],\n  \"target\": \"t\"\n}".utf8)
    ).root
    let annotation = try Annotation(node)
    let entries: [JournalEntry] = [
      .base(nil), .base(Digest(of: ArticleText("x"))), .undo(), .undo(of: "1f"), .redo(),
      .redo(of: "1f"), .unsaved, .draft(nil),
      .draft(NoteDraft(annotation: annotation.id, text: "half a\nno")),
      .change(
        Change("did \"it\"\u{1B}", [.insert(annotation), .remove(annotation)])),
      .past(Change("", [.replace(old: annotation, new: desk.mark("b"))])),
      .future(Change("", [])),
    ]
    for entry in entries {
      let line = entry.line
      #expect(line.count { $0 == 0x0A } == 1 && line.last == 0x0A)
      #expect(JournalEntry.entries(ofLine: line.dropLast()) == [entry])
      #expect(JournalEntry.entries(ofLine: line.dropLast(2)) == nil)
      var damaged = line
      damaged[damaged.count - 4] ^= 1
      #expect(JournalEntry.entries(ofLine: damaged.dropLast()) == nil)
    }
    let pair = [entries[9], .base(nil)]
    #expect(JournalEntry.entries(ofLine: JournalEntry.line(of: pair).dropLast()) == pair)
    guard case .change(let change) = entries[9],
      case .insert(let read) = change.edits.first
    else {
      Issue.record("the entry was read as something else")
      return
    }
    #expect(read.text == Array(node.lexeme))
  }

  @Test("Undo and redo work across sessions")
  func undoAcrossSessions() throws {
    let first = try StoreSession(desk.store())
    try first.apply(.insert(desk.mark("a")))
    try first.apply(.replace(old: desk.mark("a"), new: desk.mark("a", note: "n")))
    try first.undo()
    try first.store.close()

    let second = try StoreSession(desk.store(process: 2))
    #expect(second.set.summary == "a: <1 1>")
    #expect(second.notices.isEmpty)
    try second.redo()
    #expect(second.set.summary == "a:n <2 0>")
    try second.undo()
    try second.undo()
    #expect(second.set.summary == " <0 2>")
    try second.store.close()

    let third = try StoreSession(desk.store(process: 3))
    #expect(third.set.summary == " <0 2>")
    try third.redo()
    try third.redo()
    #expect(third.set.summary == "a:n <2 0>")
  }

  @Test("A session that ended without closing is recovered, and the reader is told")
  func recovery() throws {
    let desk = lazyDesk
    let first = try StoreSession(desk.store())
    try first.apply(.insert(desk.mark("a")))
    try first.apply(.insert(desk.mark("b")))
    try first.undo()
    try first.redo()
    #expect(desk.disk.text(Desk.sidecar).isEmpty, "a long sidecar is not written each time")

    let second = try StoreSession(desk.store(process: 2))
    #expect(second.notices == [.recovered(operations: 4)])
    #expect(second.set.summary == "a: b: <2 0>")
    try second.store.close()
    #expect(try StoreSession(desk.store(process: 3)).notices.isEmpty)
    #expect(desk.disk.text(Desk.sidecar).contains("urn:test:b"))
  }

  @Test("The journal keeps a thousand operations for undo, and no more")
  func bounded() throws {
    let desk = lazyDesk
    let session = try StoreSession(desk.store())
    for number in 0..<1010 { try session.apply(.insert(desk.mark("\(number)"))) }
    try session.store.close()
    let again = try StoreSession(desk.store(process: 2))
    #expect(again.set.annotations.count == 1010)
    #expect(again.set.past.count == 1000)
  }

  @Test("A half-typed note is there again, until it is kept")
  func drafts() throws {
    let first = try StoreSession(desk.store())
    try first.apply(.insert(desk.mark("a")))
    let draft = NoteDraft(annotation: desk.mark("a").id, text: "half a no")
    try first.store.keepDraft(draft)

    let second = try StoreSession(desk.store(process: 2))
    #expect(second.opening.draft == draft)
    try second.apply(.replace(old: desk.mark("a"), new: desk.mark("a", note: "half a note")))
    try second.store.keepDraft(nil)
    try second.store.close()
    #expect(try StoreSession(desk.store(process: 3)).opening.draft == nil)
  }

  @Test("Reading alone recovers in memory and writes nothing")
  func readOnlyRecovery() throws {
    let desk = lazyDesk
    let first = try StoreSession(desk.store())
    try first.apply(.insert(desk.mark("a")))
    try first.apply(.insert(desk.mark("b")))
    let operations = desk.disk.operations
    let reading = try StoreSession(desk.store(process: 2), .readOnly)
    #expect(reading.set.annotations.count == 2)
    try reading.store.close()
    #expect(desk.disk.operations == operations)
  }
}
