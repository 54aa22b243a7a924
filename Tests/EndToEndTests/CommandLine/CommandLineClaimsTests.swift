// What is left to check, from the command line: over an article, over several sidecars, over a folder.

import ArticleModel
import LosslessJSON
import Screen
import TestSupport
import Testing

@Suite struct CommandLineClaimsTests {
  let desk: Desk

  init() throws {
    desk = try Desk(
      """
      Fares rise in Cork

      Fares rose by 40 percent in 2021, according to the statistics office. Who would have thought so?

      Prices rose by 22 percent between 2019 and 2024 in Ireland, the ministry said on Monday.

      """)
  }

  private func claims(_ path: String) throws -> [JSONValue] {
    let outcome = try desk.galley("claims", "--json", path)
    try #require(outcome.status == 0, "\(outcome.errors)")
    return try JSONValue(parsing: outcome.output).elements
  }

  private func verify(_ words: String, _ verdict: String, by name: String) throws {
    let outcome = try desk.galley(
      "annotate", desk.article, "--exact", words, "--kind", "verification", "--verdict", verdict,
      "--as", name)
    try #require(outcome.status == 0, "\(outcome.errors)")
  }

  @Test("An article without marks has its claims, all of them left to check, and gets no sidecar")
  func unmarked() throws {
    let article = try #require(try claims(desk.article).first)
    #expect(article["claimCount"]?.int == 2 && article["left"]?.int == 2)
    let listing = try desk.galley("claims", desk.article)
    #expect(listing.output.contains("0 of 2 checked, 2 left to check"))
    #expect(!desk.hasSidecar)
  }

  @Test("A verdict checks a claim, two that differ dispute it, and JSON says whose they are")
  func verdicts() throws {
    let words = "Fares rose by 40 percent in 2021, according to the statistics office."
    try verify(words, "refuted", by: "Ana")
    try verify(words, "supported", by: "Ben")
    let article = try #require(try claims(desk.article).first)
    #expect(article["checked"]?.int == 1 && article["left"]?.int == 1)
    let claim = try #require(article["claims"]?[0])
    #expect(claim["text"]?.string == words)
    #expect(claim["disputed"] == .bool(true))
    #expect(claim["checkedBy"]?.elements.compactMap(\.string) == ["Ana", "Ben"])
    let verdicts = claim["marks"]?.elements.compactMap { $0["verdict"]?.string }
    #expect(verdicts == ["refuted", "supported"])
    let left = try desk.galley("claims", "--only", "unchecked", desk.article)
    #expect(left.output.contains("Prices rose") && !left.output.contains("Fares rose"))
    let mine = try desk.galley("claims", "--only", "mine", "--as", "Ben", desk.article)
    #expect(mine.output.contains("Fares rose") && !mine.output.contains("Prices rose"))
  }

  @Test("Over a folder, articles without marks count too, and the last line sums up")
  func folder() throws {
    try verify("Prices rose by 22 percent", "supported", by: "Ana")
    _ = try desk.folder.write("The bridge cost 4 million euros in 2019.\n", to: "bridge.txt")
    let outcome = try desk.galley("claims", desk.folder.path)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("bridge.txt  0 of 1 checked, 1 left to check"))
    #expect(outcome.output.contains("\n2 articles  1 of "))
    let articles = try claims(desk.folder.path)
    #expect(articles.count == 2)
  }

  @Test(
    "Articles with marks and without stand in the order of their paths, also those in folders below"
  )
  func order() throws {
    try verify("Prices rose by 22 percent", "supported", by: "Ana")
    let bridge = "The bridge cost 4 million euros in 2019.\n"
    for path in ["aa.txt", "zz.txt", "b/deep/mid.txt", "copies/kept.txt", ".hidden/no.txt"] {
      _ = try desk.folder.write(bridge, to: path)
    }
    let names = try claims(desk.folder.path).compactMap { $0["article"]?.string }.map {
      String($0.dropFirst(desk.folder.path.count + 1))
    }
    let article = String(desk.article.dropFirst(desk.folder.path.count + 1))
    #expect(names == ["aa.txt", article, "b/deep/mid.txt", "zz.txt"].sorted())
  }

  @Test(
    "At a terminal no line is wider than it, and the words of claims are whole or end in a mark",
    arguments: [40, 80, 140])
  func width(_ columns: Int) throws {
    try verify("Prices rose by 22 percent", "supported", by: "Ana Lopes")
    try verify("Prices rose by 22 percent", "refuted", by: "Benedict Okafor-Williams")
    var program = Program(path: Program.galley, arguments: ["claims", desk.article])
    program.environment["COLUMNS"] = String(columns)
    program.environment["HOME"] = desk.folder.path
    let (status, bytes) = try program.runAtTerminal()
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
      .dropFirst()
    #expect(status == 0 && lines.allSatisfy { $0.displayWidth <= Column(columns) })
    let shown = lines.joined(separator: " ")
    #expect(shown.count { $0 == "“" } == shown.count { $0 == "”" })
    #expect(shown.contains("Okafor-Williams"))
  }

  @Test("A mark of evidence on the words of a claim counts as its evidence")
  func evidenceMark() throws {
    try verify("Prices rose by 22 percent", "supported", by: "Ana")
    let outcome = try desk.galley(
      "annotate", desk.article, "--exact", "Prices rose by 22 percent", "--kind", "evidence",
      "--evidence", "https://office.example/prices", "--stance", "refutes", "--as", "Ben")
    try #require(outcome.status == 0, "\(outcome.errors)")
    let listing = try desk.galley("claims", desk.article)
    #expect(listing.output.contains("1 against"))
    #expect(try claims(desk.article)[0]["claims"]?.elements.count == 3)
  }

  @Test("What cannot be read is said, and the rest is listed")
  func unreadable() throws {
    let missing = try desk.galley("claims", desk.folder.path(of: "none.txt"))
    #expect(missing.isOneLineError)
    let wrong = try desk.galley("claims", "--only", "some", desk.article)
    #expect(wrong.status == 2)
  }
}
