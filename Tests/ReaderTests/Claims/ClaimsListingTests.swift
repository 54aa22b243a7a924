// What the list of claims shows when the analysis comes late, when words have changed, and on small screens.

import ArticleModel
import Corpus
import DocumentImport
import Interface
import NewsAnalysis
import Screen
import Testing

@testable import Reader

@Suite struct ClaimsListingTests {
  @Test(
    "Claims that come late leave the cursor on its claim, and a claim that is none any more says so"
  )
  func late() throws {
    let whole = Analysis.harbourClaims
    var part = whole
    part.extent = TextSpan(.zero, whole.claims[1].span.end)
    part.claims = [whole.claims[1]]
    var sitting = Sitting(analysis: part, columns: 140, rows: 45)
    sitting.press("gC")
    #expect(sitting.screen.contains("0 of 1 checked so far"))
    #expect(sitting.claim == "Divers found the wreck on Monday.")
    sitting.take(.findings(Findings(whole)))
    #expect(sitting.claim == "Divers found the wreck on Monday.")
    #expect(sitting.state.selectedClaim?.number == 2)
    #expect(sitting.screen.contains("0 of 4 checked") && !sitting.screen.contains("so far"))
    var careful = whole
    careful.claims.remove(at: 1)
    sitting.take(.findings(Findings(careful)))
    #expect(sitting.claim?.hasPrefix("According to") == true)
    #expect(sitting.screen.contains("that sentence is no longer a claim"))
  }

  @Test("A mark whose words have changed checks nothing until somebody keeps it")
  func changed() throws {
    let old = Article(
      plainText: "The port\n\nDivers found the old wreck on Sunday, the mayor said.\n",
      name: "port.txt")
    let new = Article(
      plainText: "The port\n\nDivers found the old wreck on Monday, the mayor said.\n",
      name: "port.txt")
    let mark = try Annotation.verification(
      of: "Divers found the old wreck on Sunday, the mayor said.", by: "Ana", "refuted", in: old)
    var sitting = Sitting(
      new, analysis: Analysis(extent: new.text.span), columns: 140, rows: 45, annotations: [mark])
    sitting.press("gC")
    #expect(sitting.screen.contains("0 of 1 checked"))
    #expect(sitting.screen.contains("changed since"))
    sitting.press("x")
    #expect(sitting.screen.contains("ga keeps the mark"))
    sitting.press("ga")
    #expect(sitting.screen.contains("1 of 1 checked"))
  }

  @Test("A mark that has lost its words is listed last, says so, and counts neither way")
  func lost() throws {
    let old = Article(plainText: "Nobody knows how the lorry sank the ferry.\n", name: "x.txt")
    let mark = try Annotation.verification(
      of: "Nobody knows how the lorry sank the ferry.", by: "Ana", "refuted", in: old)
    var sitting = Sitting.withClaims([mark])
    sitting.press("gCG")
    #expect(sitting.screen.contains("0 of 4 checked, 1 without its words"))
    #expect(sitting.claim?.contains("lorry") == true)
    #expect(sitting.screen.contains("no longer in the text"))
    sitting.press("<Enter>")
    #expect(sitting.state.isClaimsDeskOpen)
    #expect(sitting.screen.contains("gs attaches the mark"))
  }

  @Test("What was found is kept from whoever marks unaided, here too")
  func unaided() {
    var sitting = Sitting.withClaims()
    sitting.press("gSgC")
    #expect(sitting.state.claims.list.count == 0)
    #expect(sitting.screen.contains("hidden"))
    sitting.press("f")
    #expect(!sitting.screen.contains("off the list"))
  }

  @Test("Enter goes to the claim in the article, q back to where one came from, H to where one was")
  func wayBack() {
    var sitting = Sitting.withClaims()
    sitting.press("g3gCj<Enter>")
    #expect(sitting.state.focus == .article && sitting.wordAtCaret == "Divers")
    sitting.press("H")
    #expect(sitting.wordAtCaret != "Divers")
    sitting.press("g3gCq")
    #expect(sitting.state.focus == .pane(.speakers))
    sitting.press("g1gggCGq")
    #expect(sitting.state.focus == .article && sitting.wordAtCaret == "Harbour")
    sitting.press("g6gCq")
    #expect(sitting.state.focus == .pane(.claims) && !sitting.state.isClaimsDeskOpen)
  }

  @Test("A click selects a claim on the desk, the wheel goes through them")
  func mouse() {
    var sitting = Sitting.withClaims()
    sitting.press("gC")
    sitting.take(.mouse(MouseEvent(.press, at: Position(row: 4, column: 30))))
    #expect(sitting.claim?.contains("40 ships") == true)
    sitting.take(.mouse(MouseEvent(.wheelUp, at: Position(row: 4, column: 30))))
    #expect(sitting.claim == "Divers found the wreck on Monday.")
  }

  @Test("Grouped by who makes them, claims stand under headings that fold")
  func groups() {
    var sitting = Sitting.withClaims()
    sitting.press("gCO")
    #expect(sitting.screen.contains("▾ Ines Vogt") && sitting.screen.contains("▾ the article"))
    sitting.press("h")
    #expect(sitting.screen.contains("▸ Ines Vogt  "))
    #expect(sitting.state.isClaimsDeskOpen)
  }

  @Test("The desk on a screen of a size", arguments: [(140, 45), (80, 24), (100, 30), (60, 16)])
  func desk(_ size: (columns: Int, rows: Int)) throws {
    var sitting = Sitting.withClaims(try Self.marks, columns: size.columns, rows: size.rows)
    sitting.press("gCjj")
    expectScreen(sitting.frame, matches: "claims-desk-\(size.columns)")
  }

  @Test(
    "The pane of the claims beside the text, and alone on a narrow screen", arguments: [140, 80])
  func pane(_ columns: Int) throws {
    var sitting = Sitting.withClaims(
      try Self.marks, columns: columns, rows: columns == 80 ? 24 : 45)
    sitting.press("g6jj")
    expectScreen(sitting.frame, matches: "claims-pane-\(columns)")
  }

  @Test(
    "On the smallest screens the list of claims is there", arguments: [(20, 5), (40, 8), (1, 1)])
  func tiny(_ size: (columns: Int, rows: Int)) throws {
    var sitting = Sitting.withClaims(try Self.marks, columns: size.columns, rows: size.rows)
    sitting.press("gCjjsri")
    sitting.type("x")
    #expect(sitting.frame.size.columns.value == size.columns)
  }

  private static var marks: [Annotation] {
    get throws {
      var ana = try Annotation.verification(
        of: "According to the shipping line, 40 ships are waiting off Travemünde.", by: "Ana",
        "refuted", note: "The port counts 31.")
      ana.evidence = [
        Evidence(url: "https://port.example/log", stance: .refutes),
        Evidence(url: "https://line.example/", stance: .supports),
      ]
      ana.claim.claimant = "Baltic Line"
      return [
        ana,
        try .verification(
          of: "According to the shipping line, 40 ships are waiting off Travemünde.", by: "Ben",
          "supported"),
        try .verification(of: "Divers found the wreck on Monday.", by: "Ben", status: .done),
      ]
    }
  }
}
