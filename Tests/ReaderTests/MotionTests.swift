// Moving, selecting, searching, and the panes in step with the caret.

import ArticleModel
import NewsAnalysis
import Interface
import Reader
import Screen
import TestSupport
import Testing

@Suite struct MotionTests {
  @Test("Words, sentences and paragraphs are walked in both directions")
  func walking() {
    var sitting = Sitting()
    sitting.press("w")
    #expect(sitting.wordAtCaret == "stays")
    sitting.press("}")
    #expect(sitting.wordAtCaret == "The")
    sitting.press(")")
    #expect(sitting.wordAtCaret == "“We")
    sitting.press("((")
    #expect(sitting.wordAtCaret == "Harbour")
    sitting.press("3w")
    #expect(sitting.wordAtCaret == "–")
    sitting.press("G")
    #expect(sitting.wordAtCaret == "0")
    sitting.press("gg")
    #expect(sitting.wordAtCaret == "Harbour")
  }

  @Test("Up and down keep to the column, over blank rows")
  func upAndDown() {
    var sitting = Sitting()
    let start = sitting.frame.cursor
    sitting.press("5ljjkk")
    #expect(sitting.frame.cursor?.row == start?.row)
    #expect(sitting.frame.cursor?.column == (start?.column).map { $0.advanced(by: 5) })
  }

  @Test("Jumps go from finding to finding and can be repeated both ways")
  func jumps() {
    var sitting = Sitting()
    sitting.press("]l")
    #expect(sitting.wordAtCaret == "Lübeck")
    sitting.press(";")
    #expect(sitting.wordAtCaret == "Travemünde.")
    sitting.press(",")
    #expect(sitting.wordAtCaret == "Lübeck")
    sitting.press("]s")
    #expect(sitting.wordAtCaret == "Ines")
    sitting.press("2]q")
    #expect(sitting.wordAtCaret == "40")
    sitting.press("]q")
    #expect(sitting.state.message?.text == "No quotations after this")
  }

  @Test("A selection grows from the word to the paragraph and shrinks again")
  func growing() {
    var sitting = Sitting()
    sitting.press("]qwvo")
    sitting.press("<Esc>+")
    #expect(sitting.selectedText == "harbour")
    sitting.press("+")
    #expect(sitting.selectedText == "The harbour of Lübeck will stay closed until Friday")
    sitting.press("+")
    #expect(sitting.selectedText?.hasSuffix("Ines Vogt said.") == true)
    sitting.press("+")
    #expect(sitting.selectedText?.hasSuffix("on Monday.") == true)
    sitting.press("---")
    #expect(sitting.selectedText == "harbour")
  }

  @Test("Text objects select word, sentence, paragraph and quotation")
  func textObjects() {
    var sitting = Sitting()
    sitting.press("]q]qwviw")
    #expect(sitting.selectedText == "We")
    sitting.press("iq")
    #expect(sitting.selectedText == "“We cannot let ships in while the wreck lies there,”")
    sitting.press("is")
    #expect(sitting.selectedText?.hasSuffix("she told reporters.") == true)
    sitting.press("<Esc>")
    #expect(sitting.selectedText == nil)
    sitting.press("gv")
    #expect(sitting.selectedText?.hasSuffix("she told reporters.") == true)
  }

  @Test("Sentence-wise selection takes whole sentences at both ends")
  func sentences() {
    var sitting = Sitting()
    sitting.press("]qwV)")
    #expect(sitting.selectedText?.hasPrefix("The harbour of") == true)
    #expect(sitting.selectedText?.hasSuffix("she told reporters.") == true)
  }

  @Test("A search shows its matches while it is typed and counts them")
  func search() {
    var sitting = Sitting()
    sitting.press("/")
    sitting.type("harbour")
    #expect(sitting.screen.contains("1 of 4"))
    sitting.press("<Enter>nn")
    #expect(sitting.state.message?.text == "/harbour  3 of 4")
    sitting.press("N")
    #expect(sitting.state.message?.text == "/harbour  2 of 4")
    sitting.press("/")
    sitting.type("Harbour")
    #expect(sitting.screen.contains("2 matches") || sitting.screen.contains(" of 2"))
    sitting.press("<Esc>/")
    sitting.type("submarine")
    sitting.press("<Enter>")
    #expect(sitting.state.message?.text == "“submarine” is not in this article")
    sitting.press("/(<Enter>")
    #expect(sitting.state.message?.isWarning == true)
  }

  @Test("The panes follow the caret, and the caret follows the panes")
  func panes() {
    var sitting = Sitting()
    sitting.press("]q]q")
    #expect(sitting.state.cursor(of: .quotes) == 1)
    #expect(sitting.state.cursor(of: .speakers) == 0)
    sitting.press("g4j")
    #expect(sitting.wordAtCaret == "Travemünde.")
    sitting.press("<Enter>")
    #expect(sitting.state.focus == .article)
    #expect(sitting.wordAtCaret == "Travemünde.")
    sitting.press("g2ggj")
    #expect(sitting.wordAtCaret == "“We")
    sitting.press("q")
    #expect(sitting.state.focus == .article)
    #expect(!sitting.effects.contains(.quit))
    sitting.press("q")
    #expect(sitting.effects.contains(.quit))
  }

  @Test("The caret stays on the screen through every size")
  func resizing() {
    var sitting = Sitting()
    sitting.press("G")
    for (columns, rows) in [(140, 45), (80, 24), (40, 12), (20, 5), (19, 4), (1, 1), (100, 30)] {
      sitting.resize(columns: columns, rows: rows)
      let frame = sitting.frame
      #expect(frame.size.columns.value == columns)
      if columns >= 19 { #expect(frame.cursor != nil, "at \(columns)×\(rows)") }
    }
  }

  @Test("No row of keys and sizes brings the reader down")
  func anyKeys() {
    let keys = [
      "j", "k", "l", "h", "w", "b", "G", "gg", "v", "V", "o", "+", "-", "a", "b", "v", "l", "n",
      "q", "<Esc>", "<Enter>", "<Tab>", "<S-Tab>", "x", "dd", "u", "<C-r>", "/", "e", "i", "s",
      "gs", "gA", "]a", "[q", "z", "?", ":", "3", "1", "<Backspace>", "<C-d>", "<C-u>", "<PgDn>",
      "日", "e\u{301}",
    ]
    var random = Chance(seed: 7)
    for columns in [120, 60, 20, 3] {
      var sitting = Sitting(columns: columns, rows: columns / 4 + 1)
      for _ in 0..<300 {
        sitting.press(keys.randomElement(using: &random) ?? "j")
        if Int.random(in: 0..<40, using: &random) == 0 {
          sitting.resize(
            columns: Int.random(in: 1...150, using: &random),
            rows: Int.random(in: 1...50, using: &random))
        }
        let frame = sitting.frame
        #expect(frame.size == sitting.state.size)
      }
    }
  }
}
