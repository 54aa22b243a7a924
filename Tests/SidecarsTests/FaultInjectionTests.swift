// Every operation of a session fails, tears or stops the machine once; nothing acknowledged may be lost.

import ArticleModel
import TestSupport
import Testing

@testable import Sidecars

@Suite struct FaultInjectionTests {
  /// What a session did: a summary of the set after each acknowledged step, the first being the start.
  private struct Outcome {
    var acknowledged: [String]
    /// What the set would be after the step that was not acknowledged.
    var inDoubt: String?
  }

  private static let stepCount = 6

  private func take(step: Int, _ session: StoreSession, _ desk: Desk) throws {
    switch step {
    case 0: try session.apply(.insert(desk.mark("b")))
    case 1: try session.apply(.replace(old: desk.mark("b"), new: desk.mark("b", note: "n")))
    case 2: try session.apply(.remove(desk.mark("a")), .insert(desk.mark("c")))
    case 3: try session.undo()
    case 4: try session.redo()
    default: try session.apply(.insert(desk.mark("d")))
    }
  }

  /// What kind of sidecar on what kind of disk.
  enum Kind: CaseIterable {
    case short, long, withoutLocks, withoutLinks
  }

  /// A disk with a sidecar of an earlier session.
  private func desk(_ kind: Kind = .short) throws -> Desk {
    let disk = SimulatedDisk(
      knowsLocks: kind != .withoutLocks && kind != .withoutLinks, knowsLinks: kind != .withoutLinks)
    let desk = Desk(disk: disk, longestSavedAtOnce: kind == .long ? 0 : 1 << 20)
    let session = try StoreSession(desk.store(process: 1))
    try session.apply(.insert(desk.mark("a")))
    try session.store.close()
    return desk
  }

  private func run(_ desk: Desk) -> Outcome {
    guard let session = try? StoreSession(desk.store(process: 2)) else {
      return Outcome(acknowledged: [])
    }
    var outcome = Outcome(acknowledged: [session.set.summary])
    for step in 0..<Self.stepCount {
      do {
        try take(step: step, session, desk)
        outcome.acknowledged.append(session.set.summary)
      } catch {
        outcome.inDoubt = session.set.summary
        return outcome
      }
    }
    try? session.store.close()
    return outcome
  }

  @Test(
    "Whatever goes wrong at whichever operation, the next opening finds the state before or after it",
    arguments: SimulatedDisk.Fault.allCases, Kind.allCases)
  func everyOperation(fault: SimulatedDisk.Fault, kind: Kind) throws {
    let clean = try desk(kind)
    clean.disk.plan(.fails, at: .max)
    let start = try StoreSession(clean.store(process: 9), .readOnly).set.summary
    #expect(run(clean).acknowledged.count == Self.stepCount + 1)
    let operations = clean.disk.operations
    #expect(operations > 15)

    for operation in 1...operations {
      for losingNames in [true, false] where fault.stops || !losingNames {
        let desk = try desk(kind)
        desk.disk.plan(fault, at: operation)
        let outcome = run(desk)
        desk.disk.restart(losingNames: losingNames && fault.stops)
        let found = try StoreSession(desk.store(process: 3))
        let allowed = [outcome.acknowledged.last ?? start, outcome.inDoubt].compactMap(\.self)
        #expect(
          allowed.contains(found.set.summary),
          "\(fault) at operation \(operation), losing names: \(losingNames)")
        #expect(!found.opening.isReadOnly)
      }
    }
  }

  @Test("After every fault the sidecar and its history can be edited and saved again")
  func lifeGoesOn() throws {
    for operation in 1...40 {
      let desk = try desk()
      desk.disk.plan(.tears, at: operation)
      _ = run(desk)
      desk.disk.restart(losingNames: true)
      let session = try StoreSession(desk.store(process: 3))
      try session.apply(.insert(desk.mark("z")))
      let summary = session.set.summary
      try session.store.close()
      let again = try StoreSession(desk.store(process: 4))
      #expect(again.set.summary == summary)
      #expect(again.notices.isEmpty, "operation \(operation)")
      try again.store.close()
      #expect(!desk.disk.names.contains { $0.hasSuffix(".lock") })
    }
  }

  @Test("On a disk that cannot be written the work is kept elsewhere and comes back")
  func elsewhere() throws {
    let desk = try desk()
    desk.disk.makeReadOnly(Desk.folder)
    let first = try StoreSession(desk.store(process: 2))
    #expect(!first.opening.isReadOnly)
    try first.apply(.insert(desk.mark("b")))
    guard case .onlyInJournal(let path, _) = first.notices.last else {
      Issue.record("the reader was not told: \(first.notices)")
      return
    }
    #expect(path.hasPrefix("/state/"))
    #expect(throws: StoreError.self) { try first.store.close() }

    let second = try StoreSession(desk.store(process: 3))
    #expect(second.notices.contains(.recoveredElsewhere(operations: 1, path: path)))
    try second.apply(.insert(desk.mark("c")))

    desk.disk.makeWritable(Desk.folder)
    let third = try StoreSession(desk.store(process: 4))
    #expect(third.set.summary == "a: b: c: <3 0>")
    try third.store.close()
    #expect(!desk.disk.names.contains { $0.hasPrefix("/state/") })
    #expect(try StoreSession(desk.store(process: 5)).set.summary == "a: b: c: <3 0>")
  }

  @Test("When nothing can be written anywhere, the change is refused and says why")
  func nowhere() throws {
    let desk = try desk()
    desk.disk.makeReadOnly(Desk.folder)
    desk.disk.makeReadOnly("/state")
    let session = try StoreSession(desk.store(process: 2))
    let error = #expect(throws: StoreError.self) { try session.apply(.insert(desk.mark("b"))) }
    #expect("\(error.map { "\($0)" } ?? "")".contains("Read-only file system"))
  }
}
