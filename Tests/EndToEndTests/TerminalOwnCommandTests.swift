// The user's own commands and --print-marks, with the real program in a real terminal.

import FoundationEssentials
import TestSupport
import Testing

@Suite struct TerminalOwnCommandTests {
  private static let options = """
    [author]
    name = "Ines"

    [[command]]
    name = "words as they came"
    key = "gX"
    run = ["printf", "%s|", "{quote}", "{url}"]

    [[command]]
    name = "archive"
    key = "gZ"
    run = ["archive", "--", "{quote}"]
    output = "evidence"
    """

  @Test(
    "A key of config.toml runs a program on the words, without a shell, and takes its answer in")
  func run() throws {
    let window = try TerminalWindow()
    try window.home.write(Self.options, to: ".config/galley/config.toml")
    try window.home.write(
      "#!/bin/sh\necho \"https://example.org/?n=$#&q=$2 found\"\n", to: "bin/archive")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: window.home.path(of: "bin/archive"))
    try window.home.write(
      "-x $(touch made) `touch made`; touch made\n\nAnother line.\n", to: "story.txt")
    try window.run("galley story.txt")
    try window.waitFor("Another line.")
    try window.type("gX")
    try window.waitFor("begins with a hyphen, as options do")
    try window.type("gZ")
    try window.waitFor("marked evidence")
    try window.type("GgX")
    try window.waitFor("the address of this article is unknown")
    try window.type("q")
    try window.waitFor(TerminalWindow.prompt)
    let sidecar = try window.home.read("story.txt.annotations.json")
    #expect(sidecar.contains("https://example.org/?n=2&q=-x"))
    #expect((try? window.home.read("made")) == nil)
  }

  @Test("--print-marks gives the marks of the sitting to a pipe, and the screen to the terminal")
  func printMarks() throws {
    let window = try TerminalWindow()
    try window.home.write("The council voted.\n", to: "story.txt")
    try window.run("galley read --print-marks story.txt > marks.ndjson")
    try window.waitFor("The council voted.")
    try window.type("ah")
    try window.waitFor("marked highlight")
    try window.type("q")
    try window.wait(for: "the prompt") { $0.last { !$0.isEmpty } == TerminalWindow.prompt }
    let lines = try window.home.read("marks.ndjson").split(separator: "\n")
    #expect(lines.count == 1)
    #expect(lines.first?.contains("\"exact\":\"The council voted.\"") == true)
    try window.run("galley read --print-marks story.txt | wc -c")
    try window.waitFor("The council voted.")
    try window.type("q")
    try window.wait(for: "an empty output") { $0.contains("0") }
  }
}
