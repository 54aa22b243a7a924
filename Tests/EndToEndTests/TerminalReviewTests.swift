// Going through marks and deciding between people, from the shell to the disk.

import FoundationEssentials
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite(.serialized) struct TerminalReviewTests {
  private func window() throws -> TerminalWindow {
    let window = try TerminalWindow(columns: 110, rows: 30)
    try window.home.write("The harbour closed on Monday.\n", to: "one.txt")
    try window.home.write("The ferries sail from the quay.\n", to: "two.txt")
    return window
  }

  private func mark(_ words: String, in article: String, _ more: String, _ window: TerminalWindow)
    throws
  {
    try window.run("galley annotate \(article) --kind bias --exact '\(words)' \(more); echo do''ne")
    try window.waitFor("done")
    try window.run("clear")
    try window.waitUntilGone("done")
  }

  @Test("A mark is reviewed, its article opened and left again, and the review is on the disk")
  func review() throws {
    let window = try window()
    try mark("harbour", in: "one.txt", "--as Ana", window)
    try mark("quay", in: "two.txt", "--as Ana", window)
    try window.run("galley review")
    try window.waitFor("2 marks in 2 articles")
    try window.press("x")
    try window.waitFor("1 of 2 reviewed")
    try window.press("Enter")
    try window.waitFor("The ferries sail from the quay.")
    try window.waitFor("q quit")
    try window.press("q")
    try window.waitFor("1 of 2 reviewed")
    try window.press("q")
    try window.waitFor(TerminalWindow.prompt)
    let sidecar = try window.home.read("one.txt.annotations.json")
    #expect(sidecar.contains("\"moderating\"") && sidecar.contains("\"Ines\""))
    #expect(sidecar.contains("galley:review/judgement/agrees"))
    #expect(try !window.home.read("two.txt.annotations.json").contains("moderating"))
  }

  @Test(
    "What is marked in an article that was opened at a colleague's mark goes into a file of one's own"
  )
  func besideColleague() throws {
    let window = try window()
    let ben = "one.txt.ben.annotations.json"
    try mark("harbour", in: "one.txt", "--as Ben --sidecar \(ben)", window)
    let before = try window.home.read(ben)
    try window.run("galley review --as Sam")
    try window.waitFor("1 mark in 1 article")
    try window.press("Enter")
    try window.waitFor("The harbour closed on Monday.")
    try window.press("w", "w", "a", "h")
    try window.waitFor("saved")
    try window.press("q")
    try window.waitFor("2 marks in 1 article")
    try window.press("q")
    try window.waitFor(TerminalWindow.prompt)
    #expect(try window.home.read(ben) == before)
    #expect(try window.home.read("one.txt.annotations.json").contains("\"Sam\""))
  }

  @Test("SIGTERM ends a review and a comparison as it ends the reader, with 143")
  func signals() throws {
    let window = try window()
    let (ana, ben) = ("one.txt.ana.annotations.json", "one.txt.ben.annotations.json")
    try mark("harbour", in: "one.txt", "--as Ana --sidecar \(ana)", window)
    try mark("harbour closed", in: "one.txt", "--as Ben --sidecar \(ben)", window)
    try window.run("galley review; echo review=$?")
    try window.waitFor("2 marks in 1 article")
    try window.signalReader(SIGTERM)
    try window.waitFor("review=143")
    try window.run("galley review --compare \(ana) \(ben); echo compare=$?")
    try window.waitFor("0 of 1 decided")
    try window.signalReader(SIGTERM)
    try window.waitFor("compare=143")
  }

  @Test("Between two people's sidecars one decides, and the outcome says where each mark is from")
  func compare() throws {
    let window = try window()
    let (ana, ben) = ("one.txt.ana.annotations.json", "one.txt.ben.annotations.json")
    try mark("harbour", in: "one.txt", "--as Ana --sidecar \(ana)", window)
    try mark("harbour closed", in: "one.txt", "--as Ben --sidecar \(ben)", window)
    try window.run("galley review --compare \(ana) \(ben)")
    try window.waitFor("0 of 1 decided")
    try window.press("l")
    try window.waitFor("1 of 1 decided")
    try window.press("q")
    try window.waitFor("decisions are in one.txt.decided.annotations.json")
    let sidecar = try window.home.read("one.txt.decided.annotations.json")
    #expect(sidecar.contains("\"galley:choice\": \"taken\""))
    #expect(sidecar.contains("\"exact\": \"harbour closed\""))
    #expect(sidecar.contains(ana) && sidecar.contains(ben))
  }
}
