// Reading, replaying and writing many marks: work that grows with their number and no faster.

import ArticleModel
import TestSupport
import Testing

@testable import Sidecars

@Suite struct WorkPerMarkTests {
  /// The seconds that it takes to replay the journal of so many marks, for each of them.
  private func replaying(marks count: Int, tries: Int) -> Double {
    let marks = (0..<count).map { Annotation(id: AnnotationID("m\($0)"), kind: .note, targets: []) }
    let entries = marks.map { JournalEntry.change(Change("", [.remove($0)])) }
    return processorSeconds(tries: tries) {
      var replay = JournalReplay(on: marks)
      replay.replay(entries, onSidecar: nil, isWhole: false)
      #expect(replay.annotations.isEmpty && replay.operations == count)
    } / Double(count)
  }

  @Test("Replaying a hundred thousand operations takes no more work each than a thousand")
  func linearReplay() {
    let few = replaying(marks: 1000, tries: 5)
    let many = replaying(marks: 100_000, tries: 1)
    #expect(many < 5 * few, "\(many / few) times the work for each operation")
  }

  /// The seconds that it takes to read, change and write a sidecar of so many marks in one line, for each
  /// of them.
  private func writing(marks count: Int) throws -> Double {
    let items = (0..<count).map {
      "{\"id\":\"urn:x:\($0)\",\"target\":\"a.txt\",\"galley:voice\":\"a\"}"
    }
    let bytes = Array("{\"items\":[\(items.joined(separator: ","))]}".utf8)
    return processorSeconds(tries: 2) {
      guard var sidecar = try? Sidecar(parsing: bytes) else { return }
      for index in sidecar.annotations.indices { sidecar.annotations[index].note = "changed" }
      #expect(sidecar.serialized().count > bytes.count)
    } / Double(count)
  }

  @Test("Writing many changed marks takes no more work each than writing few")
  func linearWriting() throws {
    let (few, many) = (try writing(marks: 200), try writing(marks: 8000))
    #expect(many < 5 * few, "\(many / few) times the work for each mark")
  }
}
