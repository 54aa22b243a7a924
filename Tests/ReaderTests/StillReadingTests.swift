// While an article is read once more with more care, the screen says so wherever its findings may change.

import ArticleModel
import NewsAnalysis
import Screen
import Testing

@testable import Reader

@Suite struct StillReadingTests {
  @Test(
    "Panes, claims desk and status line say that the article is still being read, until that is done",
    arguments: [80, 140])
  func untilDone(columns: Int) {
    var sitting = Sitting.withClaims(columns: columns, rows: columns == 80 ? 24 : 45)
    #expect(!sitting.screen.contains("still reading"))
    var first = Findings(.harbourClaims)
    first.awaitsCare = true
    sitting.take(.findings(first))
    #expect(sitting.screen.contains("still reading …"))
    for keys in ["g2", "g3", "g6"] {
      sitting.press(keys)
      #expect(sitting.screen.contains("still reading …"), "\(keys)")
    }
    sitting.press("gCjj")
    let (claim, caret) = (sitting.claim, sitting.state.caret)
    #expect(sitting.frame.lines[0].contains("0 of 4 checked"))
    #expect(sitting.frame.lines[0].contains("still reading …"))
    // With more care, the first claim is none: what is selected stays selected.
    var careful = Analysis.harbourClaims
    careful.claims.removeFirst()
    #expect(sitting.state.wants(Findings(careful)))
    sitting.take(.findings(Findings(careful)))
    #expect(sitting.claim == claim && sitting.state.caret == caret)
    #expect(!sitting.screen.contains("still reading"))
  }
}
