// Marking all places alike: the list of occurrences, its ticks, and one undo.

import ArticleModel
import DocumentImport
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
    #expect(sitting.screen.contains("marked 3 places: loaded term"))
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

  // MARK: Other open articles

  private static let other = Article(
    plainText: "A harbour report\n\nThe harbour is open.\n", name: "other.txt")

  private func found() -> [Occurrence] {
    let text = Self.other.text
    return [TextSpan(2..<9), TextSpan(22..<29)].map {
      Occurrence(at: $0, in: text, sentence: text.span, article: 1)
    }
  }

  @Test(
    "With several articles open those of the others are listed, unticked, with their article",
    arguments: [(140, 45), (80, 24)])
  func others(columns: Int, rows: Int) {
    let queue = ReadingQueue(entries: [.init(name: "one.txt"), .init(name: "other.txt")])
    var sitting = Sitting(columns: columns, rows: rows, queue: queue)
    sitting.press("]qwviwA")
    #expect(sitting.effects.last == .desk(.findElsewhere("harbour")))
    sitting.take(.occurrences(words: "another", found()))
    #expect(!sitting.screen.contains("other.txt"))
    sitting.take(.occurrences(words: "harbour", found()))
    #expect(sitting.screen.contains("4 of 6 ticked   also in 1 other article"))
    #expect(sitting.frame.lines.count { $0.contains("[ ]") && $0.contains("other.txt") } == 2)
    sitting.press("A")
    sitting.press("<Enter>")
    #expect(sitting.screen.contains("harbour"))
    sitting.press("h")
    #expect(sitting.annotations.count == 4)
    let places = [TextSpan(2..<9), TextSpan(22..<29)].map { PlaceElsewhere(article: 1, span: $0) }
    #expect(sitting.effects.contains(.desk(.markElsewhere(sitting.annotations[0], places))))
  }

  @Test("Places in other articles alone are not marked, since undo would not find them")
  func othersAlone() {
    let queue = ReadingQueue(entries: [.init(name: "one.txt"), .init(name: "other.txt")])
    var sitting = Sitting(queue: queue)
    sitting.press("]qwviwAA")
    sitting.take(.occurrences(words: "harbour", found()))
    sitting.press("Gx")
    #expect(sitting.screen.contains("1 of 6 ticked"))
    sitting.press("<Enter>")
    #expect(sitting.screen.contains("Tick a place in this article too"))
    #expect(sitting.annotations.isEmpty)
  }
}
