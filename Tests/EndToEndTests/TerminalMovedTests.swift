// An article that was renamed is opened in a terminal, and a first mark says in whose name it is made.

import FoundationEssentials
import TestSupport
import Testing

@Suite(.serialized) struct TerminalMovedTests {
  @Test("The reader offers the marks of an article that was renamed, and takes them on a key")
  func renamed() throws {
    let window = try TerminalWindow(columns: 120, rows: 30)
    try window.home.write("Harbour closes\n\nFerries sail again.\n", to: "old.txt")
    try window.run("galley annotate old.txt --exact Ferries --kind highlight; mv old.txt new.txt")
    try window.waitFor("marked highlight")
    try window.run("clear; galley new.txt; echo exit=$?")
    try window.waitFor("was this article moved or renamed?")
    #expect(!exists("new.txt.annotations.json", window))
    try window.press("1")
    try window.waitFor("took over 1 mark")
    try window.waitFor("▌H")
    try window.quit()
    #expect(exists("new.txt.annotations.json", window))
    #expect(!exists("old.txt.annotations.json", window))
  }

  @Test(
    "Without a name in the options, marks are made in git's, the first says so, and `:author` keeps one"
  )
  func author() throws {
    let window = try TerminalWindow(columns: 120, rows: 40)
    try FileManager.default.removeItem(atPath: window.home.path(of: ".config/galley/config.toml"))
    try window.home.write("[user]\n\tname = Ana Reis\n", to: ".gitconfig")
    try window.readExample()
    try window.press("a", "h")
    try window.waitFor("marked as Ana Reis · :author changes that")
    try window.press(":")
    try window.type("author Ana Lopes")
    try window.press("Enter")
    try window.waitFor("marks are made by Ana Lopes from now on")
    try window.press(")", "a", "h")
    try window.waitFor("ANNOTATIONS 2")
    try window.quit()
    let configuration = try window.home.read(".config/galley/config.toml")
    #expect(configuration.contains("name = \"Ana Lopes\""))
    let id = try #require(configuration.firstMatch(of: /urn:uuid:[0-9a-f-]+/)?.output)
    let sidecar = try window.home.read("article.txt.annotations.json")
    #expect(sidecar.contains("\"name\": \"Ana Reis\""))
    #expect(sidecar.contains("\"id\": \"\(id)\""))
  }

  private func exists(_ name: String, _ window: TerminalWindow) -> Bool {
    FileManager.default.fileExists(atPath: window.home.path(of: name))
  }
}
