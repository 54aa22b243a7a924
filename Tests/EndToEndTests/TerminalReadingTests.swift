// The reader in a real terminal: opening, sizes, suspending, leaving.

import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite(.serialized) struct TerminalReadingTests {
  @Test("The example article opens with its headline, status line and footer")
  func opening() throws {
    let window = try TerminalWindow(columns: 140, rows: 45)
    try window.readExample()
    let lines = try window.lines
    #expect(lines.count == 45)
    #expect(lines[0].contains(ExampleArticle.headline))
    #expect(lines[43].contains("Welcome"))
    try window.press("j")
    try window.waitUntilGone("Welcome")
    #expect(try window.lines[43].contains("article.txt"))
    #expect(lines[44].contains("q quit"))
    try window.waitFor("QUOTES")
    try window.waitFor("LOCATIONS")
  }

  @Test("Quitting gives the screen back as it was, with the cursor shown")
  func quitting() throws {
    let window = try TerminalWindow(columns: 80, rows: 24)
    try window.run("echo before-galley")
    try window.waitFor("before-galley")
    try window.readExample()
    try window.waitUntilGone("before-galley")
    try window.quit()
    let lines = try window.lines
    #expect(lines.contains("before-galley"))
    #expect(!lines.contains { $0.contains(ExampleArticle.headline) })
    try window.run("stty -a")
    try window.waitFor(" icanon")
    try window.waitFor(" echo")
  }

  @Test("A long article that is not UTF-8 beyond its beginning is shown decoded")
  func lateBytes() throws {
    let window = try TerminalWindow(columns: 100, rows: 24)
    let line = Array("The ferries sail from the quay today, all three.\n\n".utf8)
    let body = Array(repeatElement(line, count: 30_000).joined())
    let end = [0x93] + Array("Closed caf".utf8) + [0xE9, 0x0A]
    try window.home.write(body + end, to: "long.txt")
    try window.run("galley long.txt; echo exit=$?")
    try window.waitFor("? help")
    try window.press("G")
    try window.waitFor("“Closed")
    try window.waitFor("café")
    try window.quit()
  }

  @Test("It follows the window down to 20×5 and back")
  func resizing() throws {
    let window = try TerminalWindow(columns: 120, rows: 40)
    try window.readExample()
    try window.waitFor("CLAIMS")
    for (columns, rows) in [(60, 18), (20, 5), (40, 12), (20, 5)] {
      try window.resize(columns: columns, rows: rows)
      try window.wait(for: "\(rows) rows") { $0.count == rows && $0[0].contains("Putin") }
    }
    try window.press(
      "j", "j", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "a", "Escape", "?", "Escape")
    try window.resize(columns: 120, rows: 40)
    try window.waitFor("QUOTES")
    // The panes took the text to what they name; its beginning is a key away.
    try window.press("g", "g")
    try window.waitFor(ExampleArticle.headline)
    try window.quit()
  }

  @Test("Ctrl-Z stops it like any other program, and fg brings the screen back")
  func suspending() throws {
    let window = try TerminalWindow()
    try window.readExample()
    try window.press("C-z")
    try window.waitFor("Stopped")
    try window.resize(columns: 100, rows: 30)
    try window.run("fg")
    try window.wait(for: "the reader at its new size") {
      $0.count == 30 && $0[0].contains(ExampleArticle.headline) && $0[29].contains("quit")
    }
    try window.press("q")
    try window.waitUntilGone(ExampleArticle.headline)
    try window.waitFor("Stopped")
  }

  @Test("Ctrl-S and Ctrl-Q reach the program instead of stopping the output")
  func flowControl() throws {
    let window = try TerminalWindow()
    try window.readExample()
    try window.press("C-s")
    try window.waitFor("saved")
    try window.press("G")
    try window.waitFor("Commons")
    try window.quit()
  }

  @Test("A signal to end gives the terminal back, and is told to the shell")
  func termination() throws {
    let window = try TerminalWindow()
    try window.readExample()
    try window.signalReader(SIGTERM)
    try window.waitFor("exit=143")
    try window.waitUntilGone(ExampleArticle.headline)
  }

  @Test("Without colours, attributes alone tell things apart")
  func noColor() throws {
    let window = try TerminalWindow(environment: ["NO_COLOR": "1"])
    try window.readExample()
    let screen = try window.styledScreen
    #expect(screen.contains("\u{1B}[1m"))
    #expect(screen.firstMatch(of: /\e\[[0-9;]*(3[0-8]|4[0-8]|9[0-7])[;m]/) == nil)
  }
}
