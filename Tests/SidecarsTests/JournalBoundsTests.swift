// A journal that was damaged in its middle or at its end, and one that is written for a long time.

import ArticleModel
import TestSupport
import Testing

@testable import Sidecars

@Suite struct JournalBoundsTests {
  /// A desk whose sidecars are written only now and then.
  let desk = Desk(disk: SimulatedDisk(), longestSavedAtOnce: 0)
  private static let journal = Desk.sidecar + ".journal"

  @Test("A line of which one letter is another than was written is passed over, and no other")
  func flippedLetter() throws {
    let session = try StoreSession(desk.store())
    for name in ["a", "b", "c"] {
      try session.apply(.insert(desk.mark(name, note: "note on \(name)")))
    }
    let text = desk.disk.text(Self.journal)
    let damaged = text.replacing("note on b", with: "note on x")
    try #require(damaged != text)
    try desk.disk.write(Array(damaged.utf8), to: Self.journal, like: nil)
    try desk.disk.remove(Desk.sidecar)
    let next = try StoreSession(desk.store(process: 2))
    #expect(next.set.summary == "a:note on a c:note on c <2 0>")
  }

  @Test("What is appended after a line that was written in part is read again")
  func tornEnd() throws {
    let first = try StoreSession(desk.store())
    try first.apply(.insert(desk.mark("a")))
    try first.store.close()
    let whole = try #require(try desk.disk.contents(of: Self.journal))
    let torn = whole + Array("{\"sum\":\"0123456789abcdef\",\"entry\":{\"do\":{\"summ".utf8)
    try desk.disk.write(torn, to: Self.journal, like: nil)
    let second = try StoreSession(desk.store(process: 2))
    try second.apply(.insert(desk.mark("b")))
    let third = try StoreSession(desk.store(process: 3))
    #expect(third.set.summary == "a: b: <2 0>")
    #expect(third.notices.contains(.recovered(operations: 1)))
  }

  @Test("The journal of a long session is folded again and again, and seldom")
  func bounded() throws {
    let session = try StoreSession(desk.store())
    var note = desk.mark("a", note: String(repeating: "x", count: 4000))
    try session.apply(.insert(note))
    var folded = 0
    var (size, largest) = (0, 0)
    for number in 0..<1400 {
      let before = note
      note.note = "\(number) " + note.note.suffix(4000)
      try session.apply(.replace(old: before, new: note))
      let now = try desk.disk.status(of: Self.journal)?.size ?? 0
      if now < size { folded += 1 }
      (size, largest) = (now, max(largest, now))
    }
    let line = size / 1000
    #expect(folded > 0 && folded < 20, "folded \(folded) times")
    #expect(largest < 1000 * line + (2 << 20), "\(largest) bytes, about \(line) an operation")
    try session.store.close()
    #expect(try StoreSession(desk.store(process: 2)).set.past.count == 1000)
  }
}
