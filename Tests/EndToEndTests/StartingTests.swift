// How the program begins and ends in a terminal, and that it says so where there is none.

import FoundationEssentials
import TestSupport
import Testing

@Suite(.serialized) struct StartingTests {
  @Test("Without a terminal there is one clear line and exit code 2")
  func noTerminal() throws {
    let folder = try TemporaryFolder()
    let article = try folder.write("A headline\n\nA paragraph.\n", to: "article.txt")
    let outcome = try Program(path: Program.galley, arguments: [article]).run()
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors.hasPrefix("galley: standard output is not a terminal"))
    #expect(outcome.errors.filter { $0 == "\n" }.count == 1)
  }

  @Test(
    "A terminal that cannot place text is refused in one clear line with exit code 2",
    arguments: [
      ("TERM=dumb", "TERM=dumb cannot place text"), ("TERM=nonsense", "TERM=nonsense is unknown"),
      ("TERM=", "TERM is not set"),
    ])
  func unfitTerminal(setting: String, complaint: String) throws {
    let window = try TerminalWindow()
    try window.home.write("A headline\n\nA paragraph.\n", to: "article.txt")
    try window.run("\(setting) galley article.txt; echo exit=$?")
    try window.waitFor("exit=2")
    try window.waitFor("galley: ")
    try window.waitFor(complaint)
  }
}
