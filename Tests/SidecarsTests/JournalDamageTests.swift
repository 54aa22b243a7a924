// Journals that were cut short or flipped anywhere: a sidecar that is newer loses nothing, and where the
// journal alone knows, it loses only what the damage took.

import ArticleModel
import TestSupport
import Testing

@testable import Sidecars

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct JournalDamageTests {
  private static let journal = Desk.sidecar + ".journal"
  private static let isLong = getenv("GALLEY_LONG_TESTS") != nil
  private static let seeds: Range<UInt64> = isLong ? 0..<40 : 0..<2
  /// Every so many bytes there is a cut.
  private static let step = isLong ? 1 : 41

  /// A session that was killed: what it did by chance, and what the set was after each step.
  private struct Story {
    let desk: Desk
    var states: [String] = []
    /// The lengths of the journal after each step.
    var lengths: [Int] = []
    let text: [UInt8]

    init(seed: UInt64, longestSavedAtOnce: Int) throws {
      var chance = Chance(seed: seed)
      desk = Desk(disk: SimulatedDisk(), longestSavedAtOnce: longestSavedAtOnce)
      let before = try StoreSession(desk.store())
      for name in ["a", "b"] { try before.apply(.insert(desk.mark(name))) }
      try before.store.close()
      let session = try StoreSession(desk.store(process: 2))
      for step in 0..<8 {
        try Self.take(step, session, desk, &chance)
        states.append(session.set.marksInOrder)
        lengths.append(try desk.disk.status(of: journal)?.size ?? 0)
      }
      text = try desk.disk.contents(of: journal) ?? []
    }

    private static func take(
      _ step: Int, _ session: StoreSession, _ desk: Desk, _ chance: inout Chance
    ) throws {
      let some = session.set.annotations.isEmpty ? nil : chance.pick(session.set.annotations)
      switch (Int.random(in: 0..<6, using: &chance), some) {
      case (0, let mark?): try session.apply(.remove(mark))
      case (1, let mark?):
        var changed = mark
        changed.note = "n\(step)"
        try session.apply(.replace(old: mark, new: changed))
      case (2, _) where !session.set.past.isEmpty: try session.undo()
      case (3, _) where !session.set.future.isEmpty: try session.redo()
      default: try session.apply(.insert(desk.mark("\(step)")))
      }
    }

    /// What is there when the journal holds other bytes.
    func reading(_ bytes: [UInt8]) throws -> StoreSession {
      try desk.disk.write(bytes, to: journal, like: nil)
      let session = try StoreSession(desk.store(process: 3), .readOnly)
      try session.store.close()
      return session
    }
  }

  @Test(
    "A journal that was cut or flipped anywhere takes nothing from a newer sidecar",
    arguments: seeds)
  func besideNewerSidecar(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let story = try Story(seed: seed, longestSavedAtOnce: 1 << 20)
    let sidecar = try story.desk.disk.contents(of: Desk.sidecar)
    let offsets = Array(stride(from: 0, to: story.text.count, by: Self.step)) + story.text.lineEnds
    for offset in offsets where offset < story.text.count {
      let cut = try story.reading(Array(story.text[..<offset]))
      #expect(cut.set.marksInOrder == story.states.last, "seed \(seed), cut at \(offset)")
      var flipped = story.text
      flipped[offset] ^= 1 << UInt8.random(in: 0...7, using: &chance)
      let found = try story.reading(flipped)
      #expect(found.set.marksInOrder == story.states.last, "seed \(seed), flipped at \(offset)")
      if offset % 5 == 0 { try editing(story, seed) }
    }
    #expect(try story.desk.disk.contents(of: Desk.sidecar) == sidecar, "reading changes nothing")
  }

  /// Opens for writing and closes: nothing is changed.
  private func editing(_ story: Story, _ seed: UInt64) throws {
    let session = try StoreSession(story.desk.store(process: 4))
    #expect(session.set.marksInOrder == story.states.last, "seed \(seed)")
    try session.store.close()
  }

  @Test(
    "Of a journal that alone knows, a cut takes what lies behind it and says so", arguments: seeds)
  func alone(seed: UInt64) throws {
    let story = try Story(seed: seed, longestSavedAtOnce: 0)
    let start = try story.reading([]).set.marksInOrder
    for offset in stride(from: 0, through: story.text.count, by: Self.step) {
      let found = try story.reading(Array(story.text[..<offset]))
      let done = story.lengths.count { $0 <= offset }
      // The line itself may be whole without its line end.
      let allowed = [done, done + 1].map { $0 == 0 ? start : story.states[min($0, 8) - 1] }
      #expect(allowed.contains(found.set.marksInOrder), "seed \(seed), cut at \(offset)")
      let isWithinLine = offset > 0 && !story.text.lineEnds.contains { abs($0 - offset) <= 1 }
      let isSaid = found.notices.contains { if case .damagedJournal = $0 { true } else { false } }
      #expect(!isWithinLine || isSaid, "seed \(seed), cut at \(offset)")
    }
  }

  @Test("A flipped bit takes the mark in whose line it is, and no other", arguments: seeds)
  func flipped(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let desk = Desk(disk: SimulatedDisk(), longestSavedAtOnce: 0)
    let session = try StoreSession(desk.store())
    for number in 0..<6 { try session.apply(.insert(desk.mark("\(number)"))) }
    try session.undo()
    try session.redo()
    try session.undo()
    try session.apply(.insert(desk.mark("last")))
    let text = try desk.disk.contents(of: Self.journal) ?? []
    let whole = session.set.annotations.count
    for offset in stride(from: 0, to: text.count, by: Self.step) {
      var damaged = text
      damaged[offset] ^= 1 << UInt8.random(in: 0...7, using: &chance)
      try desk.disk.write(damaged, to: Self.journal, like: nil)
      let found = try StoreSession(desk.store(process: 2), .readOnly)
      #expect(found.set.annotations.count >= whole - 1, "seed \(seed), flipped at \(offset)")
      #expect(
        found.notices.contains { if case .damagedJournal = $0 { true } else { false } },
        "seed \(seed), flipped at \(offset)")
    }
  }

  @Test(
    "A change that could not be saved is kept although another program wrote the sidecar since",
    arguments: 1..<24, [true, false])
  func unsaved(fault: Int, isLong: Bool) throws {
    let desk = Desk(disk: SimulatedDisk(), longestSavedAtOnce: isLong ? 0 : 1 << 20)
    let before = try StoreSession(desk.store())
    for name in ["a", "b"] { try before.apply(.insert(desk.mark(name))) }
    try before.store.close()
    let session = try StoreSession(desk.store(process: 2))
    desk.disk.plan(.fails, at: fault)
    guard (try? session.apply(.remove(desk.mark("a")))) != nil else { return }
    try? session.store.close()
    desk.disk.plan(.fails, at: .max)
    var sidecar = try Sidecar(parsing: try desk.disk.contents(of: Desk.sidecar) ?? [])
    sidecar.annotations.append(desk.mark("x"))
    try desk.disk.write(sidecar.serialized(), to: Desk.sidecar, like: nil)
    let found = try StoreSession(desk.store(process: 3)).set
    #expect(found.marksInOrder == "b: x:", "operation \(fault)")
  }
}

extension AnnotationSet {
  /// What is in the set, in a line that tests compare.
  fileprivate var marksInOrder: String {
    annotations.map { "\($0.id.description.dropFirst(9)):\($0.note)" }.sorted()
      .joined(separator: " ")
  }
}

extension [UInt8] {
  /// The offsets behind line ends.
  fileprivate var lineEnds: [Int] { indices.filter { self[$0] == 0x0A }.map { $0 + 1 } }
}
