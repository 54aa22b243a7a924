// The quotations of a story against its sources, from the shell to the disk.

import ArticleModel
import LosslessJSON
import TestSupport
import Testing

@Suite(.serialized) struct TerminalSourcesTests {
  @Test(
    "Sources are named once, answers are taken, a source is opened at the words, and all of it is on the disk"
  )
  func checking() throws {
    let window = try TerminalWindow(columns: 100, rows: 30)
    try window.home.write(
      """
      Council keeps the pool

      “We will not close the swimming pool before the end of May,” Anna Keller said on Monday.

      “The repairs cost two hundred and sixty thousand euros,” Keller added.

      """, to: "story.txt")
    try window.home.write(
      """
      WEBVTT

      00:00:01.000 --> 00:00:06.000
      <v Anna Keller>We will not close the swimming pool before the end of May, and I mean that.

      00:00:06.000 --> 00:00:09.000
      <v Anna Keller>The repairs cost two hundred and fifty thousand euros.

      """, to: "council.vtt")
    try window.run("galley --as Ana story.txt")
    try window.waitFor("gC claims")
    try window.press("g", "q")
    try window.waitFor("sources of the quotations:")
    try window.type("coun")
    try window.press("Tab", "Enter")
    try window.waitFor("1 to look at")
    try window.press("t", "t")
    try window.waitFor("2 of 2 taken")
    try window.press("Enter")
    try window.waitFor("q goes back")
    try window.press("q")
    try window.waitFor("back from council.vtt")
    try window.press("q", "q")
    try window.run("echo do''ne")
    try window.waitFor("done")
    let sidecar = try JSONValue(parsing: window.home.read("story.txt.annotations.json"))
    #expect(sidecar["about"]?["galley:sources"]?[0]?["galley:path"]?.string == "council.vtt")
    let items = sidecar["items"]?.elements ?? []
    #expect(
      items.map { $0["body"]?[0]?["source"]?.string } == [
        "galley:verification/said/accurate", "galley:verification/said/altered",
      ])
    let evidence = items.last?["body"]?.elements.first { $0["purpose"]?.string == "linking" }
    #expect(evidence?["source"]?.string == "./council.vtt")
    #expect(evidence?["selector"]?[1]?["value"]?.string == "t=6")
    #expect(evidence?["schema:sha256"]?.string?.count == 64)
  }
}
