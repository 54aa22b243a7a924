// A claim that was just answered: it stays under the cursor until that moves, so that the next key is about it,
// and messages name it.

import ArticleModel
import Corpus
import Interface
import Screen
import Testing

@testable import Reader

@Suite struct AnsweredClaimTests {
  private func sitting(_ columns: Int) -> Sitting {
    .withClaims(columns: columns, rows: columns == 80 ? 24 : 45)
  }

  private func list(_ sitting: Sitting) -> String {
    sitting.frame.lines.dropFirst(2).prefix(5).joined(separator: "\n")
  }

  @Test(
    "Among the unchecked alone, a claim that gets a verdict stays for its evidence until the cursor moves",
    arguments: [80, 140])
  func evidence(columns: Int) throws {
    var sitting = sitting(columns)
    sitting.press("gCfujsr")
    #expect(sitting.claim == "Divers found the wreck on Monday.")
    #expect(list(sitting).contains("refuted, just checked"))
    #expect(
      sitting.screen.contains("1 of 4 checked · refuted: “Divers found the wreck on Monday.”"))
    sitting.press("e")
    sitting.type("https://port.example/log")
    sitting.press("<Enter>r")
    #expect(
      sitting.state.message?.text.contains(
        "added evidence to “Divers found the wreck on Monday.”") == true)
    let mark = try #require(sitting.annotations.first)
    #expect(sitting.annotations.count == 1 && mark.evidence.count == 1)
    sitting.press("s2")
    #expect(
      sitting.state.message?.text.hasPrefix(
        "0 of 4 checked · in progress: “Divers found the wreck on Monday.”") == true)
    sitting.press("s1k")
    #expect(sitting.claim?.hasPrefix("The harbour of") == true)
    #expect(!list(sitting).contains("Monday"))
  }

  @Test(
    "In the pane a filter of words keeps the claim as well, and going to the text lets go of it")
  func words() throws {
    var sitting = Sitting.withClaims([
      try .verification(of: "Divers found the wreck on Monday.", by: "Ana", "refuted")
    ])
    sitting.press("g6/refuted<Enter>ss")
    #expect(sitting.claim == "Divers found the wreck on Monday.")
    #expect(sitting.screen.contains("“Divers found the wreck"))
    // With nothing listed, no key is about a claim that cannot be seen.
    sitting.press("<Enter>g6")
    #expect(sitting.claim == nil)
    sitting.press("x")
    #expect(sitting.annotations.first?.status == .open)
  }

  @Test("x among the unchecked goes on to the next one, and undo brings back what was left")
  func next() {
    var sitting = Sitting.withClaims()
    sitting.press("gCfux")
    #expect(sitting.claim == "Divers found the wreck on Monday.")
    #expect(sitting.state.message?.text.contains("checked “The harbour of") == true)
    sitting.press("xxx")
    #expect(list(sitting).contains("just checked"))
    #expect(sitting.state.message?.text.hasPrefix("nothing left to check") == true)
    sitting.press("uuuu")
    #expect(list(sitting).contains("The harbour of") && !list(sitting).contains("just checked"))
  }

  @Test("q goes back from the choice of verdicts where no verdict has the letter")
  func back() {
    var sitting = Sitting.withClaims()
    sitting.press("gCsq")
    #expect(sitting.isPlain && sitting.annotations.isEmpty && sitting.state.isClaimsDeskOpen)
  }

  @Test("Another choice of what is listed leaves out a claim that was kept")
  func narrowing() {
    var sitting = Sitting.withClaims()
    sitting.press("gCfujssfm")
    #expect(list(sitting).contains("Divers found"))
    sitting.press("fu")
    #expect(!list(sitting).contains("Divers found"))
  }
}
