// The table of panes: what everything else relies on when a pane is added.

import Reader
import Testing

@Suite struct PaneTableTests {
  @Test("A pane is found by its name, and the names of those that were kept on disks stay")
  func names() {
    #expect(Pane.all.prefix(4).map(\.name) == ["quotes", "speakers", "locations", "annotations"])
    for pane in Pane.all { #expect(Pane(named: pane.name) == pane) }
    #expect(Set(Pane.all.map(\.name)).count == Pane.all.count)
    #expect(Pane(named: "weather") == nil)
  }

  @Test("Tab goes round the article and all panes, and back")
  func round() {
    var sitting = Sitting(columns: 140, rows: 40)
    // Without a correction, nobody needs a list of them.
    sitting.press("]qga")
    for pane in Pane.all {
      sitting.press("<Tab>")
      #expect(sitting.state.focus == .pane(pane))
    }
    sitting.press("<Tab>")
    #expect(sitting.state.focus == .article)
    sitting.press("<S-Tab>")
    #expect(sitting.state.focus == Pane.all.last.map(Focus.pane))
  }

  @Test("Every pane that has an entry can be sorted, grouped and filtered by what it shows")
  func arranging() {
    for pane in Pane.all {
      var sitting = Sitting(columns: 140, rows: 60)
      sitting.press("]qga")
      while sitting.state.focus != .pane(pane) { sitting.press("<Tab>") }
      sitting.press("o")
      #expect(sitting.screen.contains("sorted by"))
      sitting.press("O")
      #expect(sitting.screen.contains("grouped by"))
      sitting.press("/")
      sitting.type("zzz")
      #expect(sitting.screen.contains("nothing with “zzz”"))
    }
  }
}
