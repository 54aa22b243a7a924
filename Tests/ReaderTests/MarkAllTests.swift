// Marking all places alike: the list of occurrences, its ticks, and one undo.

import ArticleModel
import Interface
import Reader
import Screen
import Testing

@Suite struct MarkAllTests {
  @Test(
    "A lists where the selected words stand, all ticked, in their sentences",
    arguments: [(140, 45), (80, 24)])
  func list(columns: Int, rows: Int) {
    var sitting = Sitting(columns: columns, rows: rows)
    sitting.press("]qwviwA")
    #expect(sitting.screen.contains("“harbour”   4 of 4 ticked"))
    #expect(sitting.frame.lines.count { $0.contains("[x]") } == 4)
    #expect(sitting.screen.contains("[x] The harbour of Lübeck will stay closed"))
    #expect(sitting.screen.contains("Enter mark the 4 ticked"))
    #expect(sitting.screen.contains("x tick"))
  }

  @Test("x unticks, Enter marks those that are ticked, one undo takes all back")
  func mark() {
    var sitting = Sitting()
    sitting.press("]qwviwA")
    sitting.press("ggx")
    #expect(sitting.screen.contains("3 of 4 ticked"))
    sitting.press("<Enter>")
    sitting.press("bl")
    #expect(sitting.annotations.count == 3)
    #expect(Set(sitting.annotations.compactMap { $0.targets.first?.passage?.position }).count == 3)
    #expect(sitting.screen.contains("marked 3 places loaded term"))
    #expect(sitting.isPlain)
    sitting.press("u")
    #expect(sitting.annotations.isEmpty)
    sitting.press("<C-r>")
    #expect(sitting.annotations.count == 3)
  }

  @Test("What is marked already is not ticked and says so; A ticks all or none")
  func marked() {
    var sitting = Sitting()
    sitting.press("]qwviwahviwA")
    #expect(sitting.screen.contains("3 of 4 ticked"))
    #expect(sitting.screen.contains("has: highlight"))
    sitting.press("A")
    #expect(sitting.screen.contains("4 of 4 ticked"))
    sitting.press("A<Enter>")
    #expect(sitting.screen.contains("Nothing is ticked"))
    sitting.press("/master<Enter>x")
    #expect(sitting.screen.contains("1 of 4 ticked"))
    sitting.press("<Esc><Esc>")
    #expect(sitting.isPlain)
    #expect(sitting.annotations.count == 1)
  }

  @Test("A note is asked once and stands on all of them; without words nothing is made")
  func note() {
    var sitting = Sitting()
    sitting.press("/Vogt<Enter>viwA<Enter>n")
    #expect(sitting.screen.contains("note for all of them:"))
    sitting.press("<Enter>")
    #expect(sitting.annotations.isEmpty)
    sitting.press("A<Enter>n")
    sitting.type("who is she?")
    sitting.press("<Enter>")
    #expect(sitting.annotations.map(\.note) == ["who is she?", "who is she?"])
  }

  @Test("Without a selection the word under the caret counts; blanks are no words")
  func word() {
    var sitting = Sitting()
    sitting.press("/Lübeck<Enter>A")
    #expect(sitting.screen.contains("“Lübeck”   2 of 2 ticked"))
  }
}
