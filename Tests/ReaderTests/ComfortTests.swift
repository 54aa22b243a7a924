// How a reader likes to read: numbers of lines, focus, measure, mouse.

import ArticleModel
import DocumentImport
import Interface
import Reader
import Screen
import Testing

@Suite struct ComfortTests {
  @Test("cn numbers the lines of the text, each once, and takes them away again")
  func lineNumbers() {
    var sitting = Sitting(columns: 80, rows: 24)
    let before = sitting.frame
    sitting.press("cn")
    let lines = sitting.frame.lines
    #expect(lines[0].hasPrefix("   1     Harbour"))
    #expect(lines[2].hasPrefix("   3   ┊"))
    #expect(!lines[3].hasPrefix("   3"))
    #expect(sitting.screen.contains("   5     What the owners say"))
    sitting.press("G")
    #expect(sitting.screen.contains("   8 "))
    sitting.press("ggcn")
    #expect(sitting.frame == before)
  }

  @Test("Line numbers are those of the text wherever the caret jumps")
  func numbersOfLongText() {
    let text = (1...500).map { "Line \($0).\n" }.joined()
    var sitting = Sitting(Article(plainText: text, name: "long.txt"), columns: 60, rows: 20)
    for keys in ["cn", "G", "gg", "50G", "/Line 321", "<Enter>"] {
      if keys.hasPrefix("/") { sitting.type(keys) } else { sitting.press(keys) }
    }
    let row = sitting.frame.lines.first { $0.contains("Line 321.") }
    #expect(row?.contains(" 321 ") == true)
  }

  @Test("cf lights the paragraph of the caret alone")
  func focus() {
    var sitting = Sitting(columns: 80, rows: 24)
    sitting.press("}cf")
    let dim = Theme.terminal[.unlit]
    #expect(sitting.frame[Position(row: 0, column: 6)].style == dim)
    #expect(sitting.frame[Position(row: 3, column: 7)].style != dim)
    sitting.press("gg")
    #expect(sitting.frame[Position(row: 0, column: 6)].style != dim)
    #expect(sitting.frame[Position(row: 3, column: 7)].style == dim)
  }

  @Test("c+ and c- change the measure within reason")
  func measure() {
    var sitting = Sitting(columns: 140, rows: 24)
    sitting.press("c-c-")
    #expect(sitting.state.measure == 64)
    for _ in 0..<40 { sitting.press("c-") }
    #expect(sitting.state.measure == 20)
    for _ in 0..<80 { sitting.press("c+") }
    #expect(sitting.state.measure.value <= 200)
    #expect(sitting.screen.contains("Harbour"))
    sitting.press("c-")
    #expect(sitting.screen.contains("lines of up to"))
  }

  // MARK: Mouse

  private func mouse(_ kind: MouseEvent.Kind, _ row: Int, _ column: Int) -> Event {
    .mouse(MouseEvent(kind, at: Position(row: Row(row), column: Column(column))))
  }

  /// Row and column of the first cell of some words.
  private func place(of words: String, in sitting: Sitting) throws -> (row: Int, column: Int) {
    let lines = sitting.frame.lines
    let row = try #require(lines.firstIndex { $0.contains(words) })
    let range = try #require(lines[row].firstRange(of: words))
    return (row, lines[row].distance(from: lines[row].startIndex, to: range.lowerBound))
  }

  @Test("A click puts the caret under the mouse, dragging selects, the next click gives that up")
  func clicks() throws {
    var sitting = Sitting(columns: 120, rows: 30)
    let wreck = try place(of: "wreck lies", in: sitting)
    sitting.take(mouse(.press, wreck.row, wreck.column))
    #expect(sitting.wordAtCaret == "wreck")
    sitting.take(mouse(.drag, wreck.row, wreck.column + 4))
    sitting.take(mouse(.release, wreck.row, wreck.column + 4))
    #expect(sitting.selectedText == "wreck")
    sitting.take(mouse(.drag, wreck.row, wreck.column + 9))
    #expect(sitting.selectedText == "wreck")
    sitting.take(mouse(.press, 0, 4))
    #expect(sitting.selectedText == nil)
    #expect(sitting.wordAtCaret == "Harbour")
  }

  @Test("A click in a pane selects the entry, and on its heading the pane")
  func panes() throws {
    var sitting = Sitting(columns: 120, rows: 30)
    let entry = try place(of: "40 ships a", in: sitting)
    sitting.take(mouse(.press, entry.row, entry.column))
    #expect(sitting.state.focus == .pane(.quotes))
    #expect(sitting.wordAtCaret == "40")
    let heading = try place(of: "LOCATIONS", in: sitting)
    sitting.take(mouse(.press, heading.row, heading.column))
    #expect(sitting.state.focus == .pane(.locations))
  }

  @Test("The wheel scrolls, and a mouse that points nowhere does nothing")
  func wheel() {
    let text = (1...100).map { "Line \($0).\n\n" }.joined()
    var sitting = Sitting(Article(plainText: text, name: "long.txt"), columns: 60, rows: 20)
    sitting.take(mouse(.wheelDown, 5, 5))
    sitting.take(mouse(.wheelDown, 5, 5))
    #expect(sitting.frame.lines[0].contains("Line 3."))
    sitting.take(mouse(.wheelUp, 5, 5))
    sitting.take(mouse(.wheelUp, 5, 5))
    #expect(sitting.frame.lines[0].contains("Line 1."))
    for position in [(0, 500), (500, 0), (19, 59), (18, 0)] {
      sitting.take(mouse(.press, position.0, position.1))
      sitting.take(mouse(.drag, position.0, position.1))
    }
    #expect(sitting.state.selection == nil)
  }

  @Test("The mouse is the terminal's until it is asked for")
  func toggle() {
    var sitting = Sitting()
    sitting.press("cm")
    #expect(sitting.effects.last == .useMouse(true))
    sitting.press("cm")
    #expect(sitting.effects.last == .useMouse(false))
  }
}
