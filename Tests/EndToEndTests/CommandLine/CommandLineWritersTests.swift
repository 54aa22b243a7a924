// Many processes that mark one article at the same time: what each of them called saved is there. A few
// usually, 480 with GALLEY_LONG_TESTS.

import Dispatch
import FoundationEssentials
import Synchronization
import TestSupport
import Testing

@Suite(.serialized) struct CommandLineWritersTests {
  private static let isLong = ProcessInfo.processInfo.environment["GALLEY_LONG_TESTS"] != nil

  private final class Results: Sendable {
    let saved = Mutex(0)
    let refusals = Mutex<[String]>([])
  }

  /// Starts so many processes at once, each of which makes a mark.
  private func annotate(_ desk: Desk, processes: Int) -> Results {
    let results = Results()
    let group = DispatchGroup()
    for number in 0..<processes {
      var program = Program(path: Program.galley)
      program.environment["HOME"] = desk.folder.path
      program.arguments = [
        "annotate", desk.article, "--article", "--kind", "note", "--note", "n\(number)",
      ]
      DispatchQueue(label: "\(number)").async(group: group) { [program] in
        guard let outcome = try? program.run(within: .seconds(120)) else { return }
        if outcome.status == 0 { return results.saved.withLock { $0 += 1 } }
        results.refusals.withLock { $0.append(outcome.errors) }
      }
    }
    group.wait()
    return results
  }

  @Test("Marks of many processes at once are all there, or refused with a reason")
  func together() throws {
    let desk = try Desk()
    let results = annotate(desk, processes: Self.isLong ? 480 : 12)
    let saved = results.saved.withLock { $0 }
    #expect(try desk.annotations().count == saved)
    #expect(saved > 0)
    for reason in results.refusals.withLock({ $0 }) {
      #expect(reason.contains("is being edited by process"))
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: desk.folder.path).filter {
        $0.hasSuffix(".new") || $0.hasSuffix(".lock")
      } == [])
  }

  @Test("Processes that find the lock of a dead one take it over one after the other")
  func staleLock() throws {
    for round in 0..<(Self.isLong ? 60 : 2) {
      let desk = try Desk()
      let host = try Program(path: "uname", arguments: ["-n"]).run().output
      try desk.folder.write(
        "{\"host\":\"\(host.filter { !$0.isNewline })\",\"process\":4194000,\"started\":5}",
        to: "harbour.txt.annotations.json.lock")
      let results = annotate(desk, processes: 8)
      #expect(try desk.annotations().count == results.saved.withLock { $0 }, "round \(round)")
    }
  }
}
