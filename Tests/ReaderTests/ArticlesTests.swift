// Several articles in one go, and coming back to a place.

import ArticleModel
import Corpus
import Interface
import Reader
import Screen
import Testing

@Suite struct ArticlesTests {
  private let queue = ReadingQueue(
    entries: [
      .init(
        name: "news/harbour-closure.txt", marks: 3, left: WorkLeft(claims: nil, marks: 2),
        isVisited: true),
      .init(name: "news/ferries.txt"), .init(name: "news/tides.txt", isVisited: true),
      .init(name: "news/done.txt", marks: 2, left: WorkLeft(claims: 0, marks: 0), isVisited: true),
    ], current: 1)

  @Test("The status line says which of the articles is open, and jumps go to the next ones")
  func jumping() {
    var sitting = Sitting(queue: queue)
    #expect(sitting.screen.contains("2 of 4"))
    sitting.press("]f")
    #expect(sitting.effects.last == .desk(.openArticle(2)))
    sitting.press("[f")
    #expect(sitting.effects.last == .desk(.openArticle(0)))
    sitting.press("3]f")
    #expect(sitting.state.message?.text == "This is the last article")
    var alone = Sitting()
    alone.press("]f")
    #expect(alone.state.message?.isWarning == true)
    #expect(alone.effects.isEmpty)
  }

  @Test("The list says how far each article is")
  func list() {
    var sitting = Sitting(columns: 80, rows: 12, queue: queue, showsQueue: true)
    expectScreen(sitting.frame, matches: "articles")
    sitting.resize(columns: 20, rows: 5)
    #expect(sitting.screen.contains("ferries"))
  }

  @Test(
    "What is left in the open article are unchecked claims and other marks that ask for work, not verdicts",
    arguments: [80, 140])
  func left(columns: Int) throws {
    var question = try Annotation.verification(of: "Harbour stays shut", by: "Ana")
    question.kind = .question
    var sitting = Sitting(
      analysis: .harbourClaims, columns: columns, rows: columns == 80 ? 24 : 45,
      annotations: [question], queue: queue)
    sitting.press("gf")
    #expect(sitting.screen.contains("1 mark · 4 claims, 1 mark left"))
    sitting.press("<Esc>gCxxssq")
    sitting.press("gf")
    #expect(sitting.screen.contains("4 marks · 1 claim, 1 mark left"))
    sitting.press("<Esc>gCGssq")
    sitting.press("gf")
    #expect(sitting.screen.contains("5 marks · 1 mark left"))
  }

  @Test("An article that was left keeps its count while another one is open")
  func known() {
    var fresh = queue
    var known = queue
    known.entries[0].left = WorkLeft(claims: 5, marks: 1)
    fresh.learnClaims(from: known)
    #expect(fresh.entries[0].left.inWords == "5 claims, 1 mark left")
    #expect(fresh.entries[1].left.inWords == "claims not counted yet")
  }

  @Test("Articles whose titles are known are listed and filtered by these")
  func titles() {
    var titled = queue
    titled.entries[2].title = "Chapter Three"
    var sitting = Sitting(queue: titled, showsQueue: true)
    #expect(sitting.screen.contains("Chapter Three") && !sitting.screen.contains("tides"))
    sitting.press("/")
    sitting.type("three")
    sitting.press("<Enter><Enter>")
    #expect(sitting.effects.last == .desk(.openArticle(2)))
  }

  @Test("The list is walked, filtered and opened with the keys of every list")
  func walking() {
    var sitting = Sitting(queue: queue, showsQueue: true)
    sitting.press("j<Enter>")
    #expect(sitting.effects.last == .desk(.openArticle(2)))
    sitting.press("gf/")
    sitting.type("done")
    #expect(!sitting.screen.contains("tides"))
    sitting.press("<Enter><Enter>")
    #expect(sitting.effects.last == .desk(.openArticle(3)))
    sitting.press("gf<Esc>")
    #expect(sitting.isPlain)
  }

  @Test("One level up from an article is the list, and from the list the way out")
  func wayOut() {
    var sitting = Sitting(queue: queue)
    sitting.press("q")
    #expect(sitting.effects.isEmpty)
    #expect(sitting.screen.contains("ARTICLES"))
    sitting.press("q")
    #expect(sitting.effects.last == .quit)
    var direct = Sitting(queue: queue)
    direct.press(":q<Enter>")
    #expect(direct.effects.last == .quit)
  }

  @Test("Who comes back finds caret, panes and bookmarks as they were")
  func comingBack() {
    var before = Sitting(columns: 80, rows: 24)
    before.press("]lmb2]q<Tab>")
    let place = before.state.place
    var after = Sitting(columns: 80, rows: 24, place: place)
    #expect(after.screen == before.screen)
    #expect(after.state.place == place)
    after.press("<Esc>'b")
    #expect(after.wordAtCaret == "Lübeck")
  }

  @Test("A place beyond the end of an article that has become shorter is its end")
  func shorter() {
    var place = ReadingPlace(
      caret: ByteOffset(99_999), top: RowAddress(block: ByteOffset(99_999), line: 70))
    place.bookmarks = ["a": ByteOffset(77_777)]
    let sitting = Sitting(place: place)
    #expect(sitting.wordAtCaret == "0")
    #expect(sitting.frame.cursor != nil)
  }

  @Test("A keymap that changes holds at once")
  func keymapChanges() throws {
    var sitting = Sitting()
    let less = try #require(Keymap.builtIn("less"))
    sitting.take(.keymap(less, problem: nil))
    #expect(sitting.state.message?.text == "the keymap less was reloaded")
    sitting.press("h")
    #expect(sitting.screen.contains("the keys of the less map"))
  }
}
