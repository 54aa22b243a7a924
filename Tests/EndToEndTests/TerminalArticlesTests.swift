// Coming back to an article, going through several, and changing the keys meanwhile.

import FoundationEssentials
import TestSupport
import Testing

@Suite(.serialized) struct TerminalArticlesTests {
  @Test("Who comes back is where they were, also after a signal")
  func comingBack() throws {
    let window = try TerminalWindow(columns: 140, rows: 45)
    try window.readExample()
    try window.press("3", "]", "q")
    try window.waitFor("quotation 3/")
    try window.quit()
    try window.run("clear")
    try window.readExample()
    try window.waitFor("last worked on a moment ago · nothing marked yet")
    try window.press("Escape")
    try window.waitFor("quotation 3/")
    try window.quit()
  }

  @Test(
    "The pane that had the keys has them again, by its name or by the number that once was kept")
  func comingBackToAPane() throws {
    let window = try TerminalWindow(columns: 140, rows: 45)
    try window.readExample()
    try window.press("g", "5", "z", "g", "4")
    try window.waitFor("o sort")
    try window.press("Z", "Z")
    try window.waitFor("exit=0")
    let folder = window.home.path(of: ".local/state/galley/places")
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
    let file = ".local/state/galley/places/\(name)"
    let kept = try window.home.read(file)
    #expect(kept.contains("\"pane\": \"locations\"") && kept.contains("\"annotations\""))
    let numbered = kept.replacing("\"locations\"", with: "2").replacing(
      "\"annotations\"", with: "3")
    try window.home.write(numbered, to: file)
    try window.run("clear")
    try window.readExample()
    try window.waitFor("o sort")
    try window.waitUntilGone("no marks yet")
    try window.press("Z", "Z")
    try window.waitFor("exit=0")
    #expect(try window.home.read(file).contains("\"pane\": \"locations\""))
  }

  @Test("Several articles are gone through without leaving the screen")
  func several() throws {
    let window = try TerminalWindow(columns: 100, rows: 30)
    try FileManager.default.createDirectory(
      atPath: window.home.path(of: "news"), withIntermediateDirectories: false)
    try window.home.write("The first one\n\nIt says little.\n", to: "news/a.txt")
    try window.home.write("The second one\n\nIt says less.\n", to: "news/b.txt")
    try window.home.write("No article\n", to: "news/c.png")
    try window.run("galley news; echo exit=$?")
    try window.waitFor("ARTICLES 2")
    try window.press("Enter")
    try window.waitFor("It says little.")
    try window.press("a", "h")
    try window.waitFor("saved")
    try window.press("]", "f")
    try window.waitFor("It says less.")
    try window.press("]", "f")
    try window.waitFor("This is the last article")
    try window.press("q")
    try window.waitFor("1 mark · nothing left")
    try window.press("q")
    try window.waitFor("exit=0")
    try window.waitUntilGone("It says less.")
  }

  @Test("A keymap that is edited while the reader runs holds without a restart")
  func keymapChanges() throws {
    let window = try TerminalWindow(columns: 100, rows: 30)
    try window.home.write(ExampleArticle.text, to: "article.txt")
    try window.home.write("[normal]\n\"Q\" = \"help\"\n", to: "mine.toml")
    try window.run("galley --keymap mine.toml article.txt; echo exit=$?")
    try window.waitFor(ExampleArticle.headline)
    try window.press("Q")
    try window.waitFor("the keys of the mine map")
    try window.press("q")
    try window.home.write("[normal]\n\"Q\" = \"next-quotation\"\n# other\n", to: "mine.toml")
    try window.waitFor("the keymap mine was reloaded")
    try window.press("Q")
    try window.waitFor("quotation 1/")
    try window.press("q")
    try window.waitFor("exit=0")
  }
}
