// Whole screens: an article, keys, and what is to be seen.

import Interface
import Reader
import Testing

@Suite struct ScreenTests {
  @Test("A wide screen shows the article with its panes beside it")
  func wide() {
    expectScreen(Sitting(columns: 120, rows: 30).frame, matches: "wide")
  }

  @Test("A narrow screen shows one pane at a time")
  func narrow() {
    var sitting = Sitting(columns: 80, rows: 24)
    expectScreen(sitting.frame, matches: "narrow-article")
    sitting.press("<Tab>")
    expectScreen(sitting.frame, matches: "narrow-quotes")
    sitting.press("<Tab>")
    expectScreen(sitting.frame, matches: "narrow-speakers")
  }

  @Test("The smallest screen is still readable")
  func tiny() {
    expectScreen(Sitting(columns: 20, rows: 5).frame, matches: "tiny")
  }

  @Test("The mark menu names what is marked and what may follow")
  func markMenu() {
    var sitting = Sitting(columns: 80, rows: 24)
    sitting.press("]qa")
    sitting.take(.hesitation)
    expectScreen(sitting.frame, matches: "mark-menu")
    sitting.press("b")
    expectScreen(sitting.frame, matches: "term-picker")
  }

  @Test("The note editor stands below the text with the quoted words above it")
  func note() {
    var sitting = Sitting(columns: 80, rows: 24)
    sitting.press("]qabl")
    sitting.type("Says who? The wreck is small.")
    expectScreen(sitting.frame, matches: "note-editor")
    sitting.press("<Esc>")
    expectScreen(sitting.frame, matches: "marked")
  }

  @Test("Help lists the keys of the live map")
  func help() {
    var sitting = Sitting(columns: 80, rows: 24, keymap: "vim")
    sitting.press("<F1>")
    expectScreen(sitting.frame, matches: "help-vim")
  }
}
