// A bundle that is reviewed, and marks that are handed in, in a real terminal.

import TestSupport
import Testing

@Suite(.serialized) struct TerminalHandOverTests {
  @Test("A bundle is asked about before it is replaced, and opens as a list of its marks")
  func bundle() throws {
    let window = try TerminalWindow(columns: 80, rows: 24)
    try window.home.write(try ExampleArticle.text, to: "desk/article.txt")
    try window.run(
      "galley annotate --kind note --article --note 'No reply yet' desk/article.txt >/dev/null")
    try window.run("galley bundle desk; echo exit=$?")
    try window.waitFor("exit=0")
    try window.run("clear; galley bundle desk")
    try window.waitFor("desk.zip is there already; replace it? [y/N]")
    try window.press("n", "Enter")
    try window.waitFor("desk.zip was left as it is")
    try window.run("clear; mv desk old; galley review desk.zip; echo exit=$?")
    try window.waitFor("REVIEW desk")
    try window.waitFor("No reply yet")
    try window.press("q")
    try window.waitFor("desk.zip is now the folder desk, and your work is saved there")
    #expect(try window.home.read("desk/article.txt") == ExampleArticle.text)
  }

  @Test("Marks that are handed in carry the moment, and the others' marks are open from then on")
  func handIn() throws {
    let window = try TerminalWindow(columns: 140, rows: 45)
    try window.home.write(try ExampleArticle.text, to: "article.txt")
    try window.run(
      "galley annotate --as Ben --kind note --article --note x --sidecar ben.json article.txt "
        + ">/dev/null; clear")
    let read = "galley read --unaided --layer ben.json article.txt; echo exit=$?"
    try window.run(read)
    try window.waitFor("appear when you hand in")
    try window.press("g", "H")
    try window.waitFor("hand in 0 marks?")
    try window.press("g", "H")
    try window.waitFor("handed in 0 marks · you now see the marks of 1 other")
    try window.quit()
    let sidecar = try window.home.read("article.txt.annotations.json")
    #expect(sidecar.contains("\"galley:handedIn\": \"20"))
    try window.run("clear; \(read)")
    try window.waitFor(ExampleArticle.headline)
    try window.waitFor("hidden · gS shows what was found")
    try window.press("g", "H")
    try window.waitFor("gH again takes that back")
    try window.press("g", "H")
    try window.waitFor("not handed in any more")
    try window.quit()
    let taken = try window.home.read("article.txt.annotations.json")
    #expect(taken.contains("\"galley:firstHandedIn\": \"20"))
    #expect(!taken.contains("\"galley:handedIn\""))
    try window.run("clear; \(read)")
    try window.waitFor("appear when you hand in")
    try window.quit()
  }
}
