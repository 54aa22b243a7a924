// Undo takes back what its reader did, and nothing that others did or that others have built on.

import ArticleModel
import TestSupport
import Testing

@testable import Sidecars

@Suite struct OwnHistoryTests {
  let desk = Desk(disk: SimulatedDisk())
  let ana = Creator(name: "Ana")
  let ben = Creator(name: "Ben")

  private func session(
    of person: Creator?, process: Int = 1, _ body: (StoreSession) throws -> Void
  ) throws {
    let session = try StoreSession(desk.store(process: process), by: person)
    try body(session)
    try session.store.close()
  }

  @Test(
    "Undo reaches one's own changes of earlier sessions, and not those of another reader between")
  func twoReaders() throws {
    try session(of: ben) { try $0.apply(.insert(desk.mark("b"))) }
    try session(of: ana) {
      #expect($0.set.summary == "b: <0 0>")
      try $0.apply(.insert(desk.mark("a")))
    }
    try session(of: ben) {
      #expect($0.set.summary == "a: b: <1 0>")
      try $0.undo()
      #expect($0.set.summary == "a: <0 1>")
    }
    try session(of: ana) { #expect($0.set.summary == "a: <1 0>") }
    try session(of: ben) {
      try $0.redo()
      #expect($0.set.summary == "a: b: <1 0>")
    }
  }

  @Test("A change that somebody has built on since cannot be taken back with theirs")
  func builtOn() throws {
    let note = desk.mark("m", note: "n")
    try session(of: ben) { try $0.apply(.insert(desk.mark("m"))) }
    try session(of: ana) { try $0.apply(.replace(old: desk.mark("m"), new: note)) }
    try session(of: ben) { #expect($0.set.summary == "m:n <0 0>") }
    try session(of: ana) { try $0.undo() }
    try session(of: ben) { #expect($0.set.summary == "m: <1 0>") }
  }

  @Test("What another state of the sidecar has waits in the journal until that state is back")
  func otherState() throws {
    try session(of: ben) { try $0.apply(.insert(desk.mark("a"))) }
    let first = try desk.disk.contents(of: Desk.sidecar)
    try session(of: ben) { try $0.apply(.insert(desk.mark("b"))) }
    let second = try desk.disk.contents(of: Desk.sidecar)
    try desk.disk.replace(Desk.sidecar, with: try #require(first))
    try session(of: ben) {
      #expect($0.set.summary == "a: <1 0>")
      try $0.apply(.insert(desk.mark("c")))
    }
    try desk.disk.replace(Desk.sidecar, with: try #require(second))
    try session(of: ben) { #expect($0.set.summary == "a: b: <2 0>") }
  }

  @Test("A journal of an earlier version, which names nobody, counts by who made the marks")
  func namesNobody() throws {
    var own = desk.mark("a")
    own.creator = ana
    var others = desk.mark("b")
    others.creator = ben
    try session(of: nil) {
      try $0.apply(.insert(own))
      try $0.apply(.insert(others))
    }
    try session(of: ana) { #expect($0.set.past.flatMap(\.edits) == [.insert(own)]) }
    try session(of: ben) { #expect($0.set.past.flatMap(\.edits) == [.insert(others)]) }
    try session(of: nil) { #expect($0.set.past.count == 2) }
  }

  @Test("Passages that moved with the text do not keep their change from being taken back")
  func movedText() throws {
    try session(of: ana) { try $0.apply(.insert(desk.mark("a"))) }
    var moved = desk
    moved.article = Article(
      "New words.\n\nHarbour closes\n\nThe harbour was closed on Monday, officials said.\n")
    let session = try StoreSession(moved.store(), by: ana)
    #expect(session.set.summary == "a: <1 0>")
    try session.apply(.insert(desk.mark("b")))
    try session.store.close()
    let next = try StoreSession(moved.store(), by: ana)
    #expect(next.set.summary == "a: b: <2 0>")
  }

  @Test("The journal says in whose name a change was made, and reads it again")
  func line() throws {
    var change = Change("did", [.insert(desk.mark("a"))])
    change.author = Creator(name: "Ana \"B\"", id: "urn:test:ana")
    let line = JournalEntry.change(change).line
    guard case .change(let read)? = JournalEntry.entries(ofLine: line.dropLast())?.first else {
      Issue.record("the line was not read")
      return
    }
    #expect(read.author == change.author)
    var nameless = change
    nameless.author = nil
    #expect(nameless.sum == change.sum)
  }
}
