// The links of an article: from one to the next, in a list, and opened.

import ArticleModel
import Interface
import Screen
import Testing

@testable import Reader

@Suite struct LinkListTests {
  @Test(
    "Keys go from link to link, and the status line says where one leads",
    arguments: Keymap.builtInNames)
  func jumping(_ keymap: String) {
    var sitting = Sitting(.ferries, columns: 100, rows: 24, keymap: keymap)
    sitting.press("]h")
    #expect(sitting.wordAtCaret == "yearly")
    #expect(sitting.screen.contains("opens https://port.example/report"))
    sitting.press("]h")
    #expect(sitting.wordAtCaret == "others")
    sitting.press("]h")
    #expect(sitting.wordAtCaret == "the")
    sitting.press("]h")
    #expect(sitting.state.message?.text == "No links after this")
    sitting.press("[h")
    #expect(sitting.wordAtCaret == "others")
  }

  @Test("The list shows words and addresses", arguments: [80, 60, 24])
  func list(_ columns: Int) {
    var sitting = Sitting(.ferries, columns: columns, rows: 18)
    sitting.press("gL")
    expectScreen(sitting.frame, matches: "links-\(columns)")
  }

  @Test(
    "Enter goes to the link, go opens it, yy copies it, and the filter finds words and addresses")
  func working() {
    var sitting = Sitting(.ferries, columns: 80, rows: 24)
    sitting.press("gLjgo")
    guard case .openAddress("https://port.example/others")? = sitting.effects.last else {
      Issue.record("not opened")
      return
    }
    sitting.press("yy")
    guard case .copy("https://port.example/others")? = sitting.effects.last else {
      Issue.record("not copied")
      return
    }
    sitting.press("/")
    sitting.type("MAILTO port")
    #expect(sitting.screen.contains("LINKS 1") && !sitting.screen.contains("yearly"))
    sitting.press("<Enter><Enter>")
    #expect(sitting.isPlain && sitting.wordAtCaret == "the")
    sitting.press("H")
    #expect(sitting.state.caret == .zero)
    sitting.press("gL/")
    sitting.type("nowhere")
    sitting.press("<Enter><Enter>go")
    #expect(sitting.screen.contains("no entry matches the filter"))
    sitting.press("<Esc><Esc>")
    #expect(sitting.isPlain)
  }

  @Test("A label goes to a link")
  func labels() {
    var sitting = Sitting(.ferries, columns: 80, rows: 24)
    sitting.press("f")
    let labels = sitting.top as? JumpLabels
    #expect(labels?.open.map(\.place).contains(.zero) == false)
    #expect(labels?.open.count == 2)
  }

  @Test("An article without links has no list of them")
  func none() {
    var sitting = Sitting()
    sitting.press("gL")
    #expect(sitting.isPlain)
    #expect(sitting.state.message?.text == "This article has no links")
  }

  @Test("go asks when there are a link and the evidence of a mark, or several links")
  func asking() {
    var sitting = Sitting(.ferries, columns: 80, rows: 24)
    sitting.press("]hv]hego")
    guard let picker = sitting.top as? Picker else {
      Issue.record("nothing is asked")
      return
    }
    #expect(
      picker.entries.map(\.label) == ["https://port.example/report", "https://port.example/others"])
  }
}
