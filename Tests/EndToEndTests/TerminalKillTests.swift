// The reader is killed in the middle of its work, again and again: what the screen had shown as a mark
// must be on the disk each time. 20 times usually, 200 times with GALLEY_LONG_TESTS.

import FoundationEssentials
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite(.serialized) struct TerminalKillTests {
  private static let rounds =
    ProcessInfo.processInfo.environment["GALLEY_LONG_TESTS"] == nil ? 20 : 200

  @Test("No mark that the screen has shown is lost when the reader is killed")
  func kill() throws {
    let window = try TerminalWindow(columns: 140, rows: 45)
    var chance = Chance(seed: 4)
    var shown = 0
    for round in 1...Self.rounds {
      try window.run("stty sane; clear")
      try window.readExample()
      for _ in 0..<Int.random(in: 1...4, using: &chance) {
        try window.press(chance.pick([")", "j", "w", "("]), "a", "h")
        usleep(useconds_t(Int.random(in: 0...40_000, using: &chance)))
      }
      shown = try marks(on: window.lines)
      try window.signalReader(SIGKILL)
      try window.waitFor("exit=137")
      let kept = try keptMarks(in: window)
      #expect(kept >= shown, "round \(round): \(shown) were on the screen, \(kept) are kept")
    }
    #expect(shown > 0)
    let check = try galley(["check", "article.txt"], in: window)
    #expect(check.status == 0, "\(check.output)\(check.errors)")
  }

  /// How many marks the pane says there are.
  private func marks(on lines: [String]) -> Int {
    let heading = lines.first { $0.contains("ANNOTATIONS ") } ?? ""
    let number = heading.components(separatedBy: "ANNOTATIONS ").last ?? ""
    return Int(number.prefix { $0.isNumber }) ?? 0
  }

  /// How many marks are on the disk, in the sidecar or its journal.
  private func keptMarks(in window: TerminalWindow) throws -> Int {
    let list = try galley(["list", "--json", "article.txt"], in: window)
    #expect(list.status == 0, "\(list.errors)")
    return try JSONDecoder().decode([Mark].self, from: Data(list.output.utf8)).count
  }

  private struct Mark: Decodable {}

  private func galley(
    _ arguments: [String], in window: TerminalWindow
  ) throws -> Program.Outcome {
    var galley = Program(path: Program.galley)
    galley.environment["HOME"] = window.home.path
    galley.arguments = arguments.map {
      $0.hasSuffix(".txt") ? window.home.path(of: $0) : $0
    }
    return try galley.run()
  }
}
