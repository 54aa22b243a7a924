// Going through the claims of an article, from the shell to the disk.

import ArticleModel
import LosslessJSON
import TestSupport
import Testing

@Suite(.serialized) struct TerminalClaimsTests {
  @Test("A claim is checked, another gets a verdict that is put right, and both are on the disk")
  func checking() throws {
    let window = try TerminalWindow(columns: 80, rows: 24)
    try window.home.write(
      """
      Fares rise in Cork

      Fares rose by 40 percent in 2021, according to the statistics office.

      Prices rose by 22 percent between 2019 and 2024 in Ireland, the ministry said on Monday.

      """, to: "fares.txt")
    try window.run("galley --as Ana fares.txt")
    try window.waitFor("gC claims")
    try window.press("g", "C")
    try window.waitFor("0 of 2 checked")
    try window.press("x")
    try window.waitFor("1 of 2 checked")
    try window.press("s", "s")
    try window.waitFor("2 of 2 checked")
    try window.press("s", "r")
    try window.waitFor("refuted: “Prices rose by 22 percent")
    try window.press("q", "q")
    try window.run("galley claims fares.txt; echo do''ne")
    try window.waitFor("2 of 2 checked, nothing left to check")
    let sidecar = try JSONValue(parsing: window.home.read("fares.txt.annotations.json"))
    let items = sidecar["items"]?.elements ?? []
    #expect(items.count == 2)
    #expect(items.first?["galley:status"]?.string == "done")
    #expect(items.last?["body"]?[0]?["source"]?.string == "galley:verification/truth/refuted")
  }
}
