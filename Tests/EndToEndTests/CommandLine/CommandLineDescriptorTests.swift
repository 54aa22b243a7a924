// Commands whose standard input, output or error is closed or full say so, and no file takes its place.

import TestSupport
import Testing

@Suite struct CommandLineDescriptorTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  /// Runs galley behind redirections of the shell.
  private func galley(_ command: String, _ redirections: String) throws -> Program.Outcome {
    var program = Program(
      path: "/bin/sh", arguments: ["-c", "exec \"$0\" \(command) \"$1\" \(redirections)"])
    program.arguments += [Program.galley, desk.article]
    program.environment["HOME"] = desk.folder.path
    return try program.run()
  }

  @Test(
    "What cannot be written is told by the exit status",
    arguments: ["text", "list", "stats", "check", "analyze", "export --format csv"],
    [">&-", ">&- 2>&-", "<&- >&- 2>&-", ">/dev/full"])
  func output(command: String, redirections: String) throws {
    let outcome = try galley(command, redirections)
    #expect(outcome.status == 2, "\(outcome)")
    #expect(redirections.contains("2>") || outcome.isOneLineError, "\(outcome)")
  }

  @Test(
    "A sidecar is written whole when nothing else is open", arguments: ["<&-", "2>&-", "<&- 2>&-"])
  func sidecar(redirections: String) throws {
    let outcome = try galley("annotate --article --kind note --note here", redirections)
    #expect(outcome.status == 0, "\(outcome)")
    #expect(try desk.folder.read("harbour.txt.annotations.json").hasPrefix("{"))
    #expect(try galley("check", "").status == 0)
  }

  @Test("A file that may not grow is said, and nothing is left half written")
  func fileSizeLimit() throws {
    let script = "ulimit -f 0; exec \"$0\" annotate --article --kind note --note here \"$1\""
    var program = Program(
      path: "/bin/sh", arguments: ["-c", script, Program.galley, desk.article])
    program.environment["HOME"] = desk.folder.path
    program.environment["XDG_STATE_HOME"] = desk.folder.path(of: "state")
    let outcome = try program.run()
    #expect(outcome.status == 2, "\(outcome)")
    #expect(!desk.hasSidecar)
  }
}
