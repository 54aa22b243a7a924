// Returning to places: jump labels, bookmarks, the list of jumps; and what hesitating shows.

import ArticleModel
import Interface
import Screen
import Testing

@testable import Reader

@Suite struct PlacesTests {
  @Test("Two letters go to whatever stands on the screen, and back again")
  func labels() throws {
    var sitting = Sitting()
    sitting.press("f")
    expectScreen(sitting.frame, matches: "labels")
    guard let labels = sitting.top as? JumpLabels else {
      Issue.record("no labels")
      return
    }
    let bay = try #require(labels.labels.first { $0.letters == "gg" })
    sitting.press("g")
    #expect(!sitting.isPlain)
    sitting.press("g")
    #expect(sitting.isPlain)
    #expect(sitting.state.caret == bay.place)
    sitting.press("H")
    #expect(sitting.wordAtCaret == "Harbour")
    sitting.press("L")
    #expect(sitting.state.caret == bay.place)
  }

  @Test("A letter that is on no label gives the labels up and says so")
  func wrongLabel() {
    var sitting = Sitting()
    sitting.press("f!")
    #expect(sitting.isPlain)
    #expect(sitting.state.message?.isWarning == true)
    sitting.press("f<Esc>")
    #expect(sitting.isPlain)
  }

  @Test("A bookmark brings the caret back, and twice the quote sign to where it was")
  func bookmarks() {
    var sitting = Sitting()
    sitting.press("]lma]q]q")
    let away = sitting.wordAtCaret
    sitting.press("'a")
    #expect(sitting.wordAtCaret == "Lübeck")
    sitting.press("''")
    #expect(sitting.wordAtCaret == away)
    sitting.press("'z")
    #expect(sitting.state.message?.text == "There is no bookmark z; there are a")
  }

  @Test("The list of jumps is walked back and forth, and says where it ends")
  func jumpList() {
    var sitting = Sitting()
    sitting.press("H")
    #expect(sitting.state.message?.isWarning == true)
    sitting.press("]q]qG")
    #expect(sitting.wordAtCaret == "0")
    sitting.press("HH")
    #expect(sitting.wordAtCaret == "The")
    sitting.press("L")
    #expect(sitting.wordAtCaret == "“We")
    sitting.press("LL")
    #expect(sitting.wordAtCaret == "0")
    #expect(sitting.state.message?.text == "There is no jump to go forward to")
  }

  @Test(
    "Who hesitates after the first key of a sequence is shown what may follow",
    arguments: Keymap.builtInNames)
  func continuations(_ name: String) throws {
    let keymap = try #require(Keymap.builtIn(name))
    for context in [KeyContext.normal, .selection] {
      let sequences = keymap.bindings.filter { $0.context == context && $0.keys.count > 1 }
      for prefix in Set(sequences.map { Array($0.keys.dropLast()) }) {
        var sitting = Sitting(keymap: name)
        if context == .selection { sitting.press("v") }
        for key in prefix { sitting.take(.key(key)) }
        #expect(sitting.application.awaitsKey)
        let before = sitting.screen
        sitting.take(.hesitation)
        #expect(!sitting.application.awaitsKey)
        #expect(sitting.screen != before)
        let next = keymap.continuations(of: prefix, in: context)
        #expect(next.contains { sitting.screen.contains($0.action.description.help) })
      }
    }
  }

  @Test("On a screen of one row, hesitating changes nothing", arguments: [1, 4, 80, 200])
  func noRoomForContinuations(columns: Int) {
    var sitting = Sitting(columns: columns, rows: 1)
    sitting.press("g")
    let before = sitting.frame.lines
    sitting.take(.hesitation)
    #expect(sitting.frame.lines == before)
  }

  @Test("What may follow fits every screen, and the next key takes it away")
  func continuationScreens() {
    for (columns, rows) in [(140, 45), (80, 24), (60, 18), (20, 5)] {
      var sitting = Sitting(columns: columns, rows: rows)
      sitting.press("g")
      sitting.take(.hesitation)
      let screen = sitting.screen
      #expect(screen.contains("g to the sta"), "\(columns)")
      #expect(screen.contains("┌─ g … ─") == (rows > 5), "\(columns)")
      if rows != 24 { #expect(screen.contains(" more") == (rows < 24), "\(columns)") }
      #expect(screen.contains("Esc cancel"), "\(columns)")
      sitting.press("<Esc>")
      #expect(sitting.state.stage.keys.pending.isEmpty)
      #expect(!sitting.screen.contains("┌"))
    }
  }

  @Test("Alt and a key that is not bound means Escape and the key, but not in a note")
  func alt() {
    var sitting = Sitting()
    sitting.press("vl<A-w>")
    #expect(sitting.state.selection == nil)
    #expect(sitting.wordAtCaret == "stays")
    sitting.press("an")
    sitting.type("one two")
    sitting.press("<A-x>")
    #expect(sitting.note?.text.text == "one two")
    sitting.press("<A-b><A-d>")
    #expect(sitting.note?.text.text == "one ")
  }
}
