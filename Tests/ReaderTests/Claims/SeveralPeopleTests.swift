// The claims when several people have answered them, on screens that have room for all of it and for little.

import ArticleModel
import Corpus
import Interface
import NewsAnalysis
import Screen
import Testing

@testable import Reader

@Suite struct SeveralPeopleTests {
  private static let words = "Divers found the wreck on Monday."

  private static func sitting(
    _ verdicts: [(String, String)], columns: Int, rows: Int = 24
  ) throws -> Sitting {
    Sitting.withClaims(
      try verdicts.map { try .verification(of: words, by: $0, $1) }, columns: columns, rows: rows)
  }

  /// The row of the disputed claim on the desk.
  private static func row(_ sitting: Sitting) -> String {
    let rows = sitting.screen.split(separator: "\n").map(String.init)
    return rows.first { $0.contains("≠") && $0.contains("“") } ?? ""
  }

  @Test(
    "Two verdicts are read in full on every screen that has room for a desk",
    arguments: [60, 80, 140])
  func twoVerdicts(_ columns: Int) throws {
    var sitting = try Self.sitting(
      [("Ana", "supported"), ("Benedict Okafor-Williams", "refuted")], columns: columns)
    sitting.press("gCj")
    #expect(Self.row(sitting).contains("supported ≠ refuted"))
  }

  @Test("Verdicts that have no room are cut after a word, or counted, and never within one")
  func shortVerdicts() throws {
    let verdicts = [
      ("Ana", "supported"), ("Ben Okafor", "not-enough-evidence"), ("Chloe", "missing-context"),
    ]
    var wide = try Self.sitting(verdicts, columns: 180)
    wide.press("gCj")
    #expect(Self.row(wide).contains("supported ≠ not enough evidence ≠ missing context"))
    var narrow = try Self.sitting(verdicts, columns: 80)
    narrow.press("gCj")
    #expect(Self.row(narrow).contains("supported ≠ 2 others"))
    var hundred = try Self.sitting(Array(verdicts.dropFirst()), columns: 100)
    hundred.press("gCj")
    #expect(Self.row(hundred).contains("not enough… ≠ missing context"))
  }

  @Test("The desk says whose each verdict is, in the order of the verdicts, one's own first")
  func whose() throws {
    var sitting = try Self.sitting(
      [("Ben Okafor", "refuted"), ("Ana", "supported"), ("Chloe Martin", "refuted")], columns: 160)
    sitting.press("gCj")
    let row = Self.row(sitting)
    #expect(row.contains("supported ≠ refuted") && row.contains("Ana ≠ Ben Okafor, Chloe Martin"))
    var narrow = try Self.sitting(
      [("Ben Okafor", "refuted"), ("Chloe Martin", "supported")], columns: 80)
    narrow.press("gCj")
    #expect(Self.row(narrow).contains("Okafor +1"))
  }

  @Test("The words of a claim are cut between words, and their quotation marks closed")
  func words() throws {
    var sitting = Sitting.withClaims(columns: 80, rows: 24)
    sitting.press("gC")
    let cut = sitting.screen.split(separator: "\n").filter { $0.contains("…") && $0.contains("“") }
    #expect(!cut.isEmpty)
    for row in cut.prefix(3) where row.contains("to check") {
      #expect(row.count { $0 == "“" } == row.count { $0 == "”" }, "\(row)")
    }
  }

  @Test("The sign of somebody unnamed stays when the name is cut")
  func unnamedSign() {
    let line = SegmentWrapping.line(
      [Segment("Researchers at the University of Bristol"), Segment("?", isKept: true)], room: 24)
    #expect(line.map(\.text).joined() == "Researchers at the…?")
    let short = SegmentWrapping.line([Segment("a worker"), Segment("?", isKept: true)], room: 24)
    #expect(short.map(\.text).joined() == "a worker?")
  }

  @Test("A long quotation is cut to its room with its marks, in time that its length does not tell")
  func longQuotation() {
    let said = String(repeating: "“We will not pay twice,” he said. ", count: 20_000)
    for room in 8...60 {
      let cut = SegmentWrapping.line(
        [Segment(said), Segment("?", isKept: true)], room: Column(room))
      let text = cut.map(\.text).joined()
      #expect(text.hasSuffix("?") && text.displayWidth <= Column(room))
      #expect(text.count { $0 == "“" } == text.count { $0 == "”" })
    }
  }

  @Test("A message that is longer than the status line goes on above it")
  func longMessage() {
    var frame = Frame(size: Size(rows: 6, columns: 30))
    let message = Message("The verdict is Ben’s; press r to reply, v for one of your own")
    message.draw(into: &frame, row: 4, theme: .dark)
    let rows = frame.lines.map(\.withoutTrailingBlanks)
    #expect(rows[2] == " The verdict is Ben’s; press" && rows[3].hasPrefix(" r to reply"))
    #expect(rows[1].isEmpty && rows[5].isEmpty && !rows.joined().contains("…"))
  }
}
