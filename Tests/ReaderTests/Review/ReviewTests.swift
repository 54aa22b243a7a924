// Reviews: what keys do to the list and ask of the world, and what the screen shows.

import Corpus
import ArticleModel
import Interface
import Review
import Screen
import TestSupport
import Testing

@Suite struct ReviewTests {
  let desk: ReviewDesk

  init() throws { desk = try ReviewDesk() }

  @Test("All marks are listed, and their context stands below")
  func wide() throws {
    expectScreen(draw(try desk.state(rows: 20, columns: 110)), matches: "review-wide")
  }

  @Test("On a small screen the list has fewer columns", arguments: [(8, 40), (5, 20), (14, 64)])
  func small(_ rows: Int, _ columns: Int) throws {
    let frame = draw(try desk.state(rows: rows, columns: columns))
    #expect(frame.lines.count == rows)
    #expect(frame.lines[1].contains("▸"))
    #expect(frame.cursor == Position(row: 1, column: 0))
  }

  @Test("The list follows a filter while it is typed, Esc takes it back")
  func filter() throws {
    var state = try desk.state()
    desk.type("/kind:bias", into: &state)
    #expect(draw(state).lines[0].contains("filter: kind:bias ×"))
    #expect(desk.listed(state) == ["“closed”", "the whole article"])
    desk.press(.named(.escape), in: &state)
    #expect(desk.listed(state).count == 4)
    desk.type("/harbor-master", into: &state)
    #expect(draw(state).lines[1].contains("No mark meets the conditions"))
  }

  @Test("A filter that cannot be read says why and keeps the conditions before it")
  func badFilter() throws {
    var state = try desk.state()
    desk.type("/kind:biass", into: &state)
    #expect(draw(state).lines.contains { $0.contains("there is no kind “biass”") })
    #expect(desk.listed(state) == ["“closed”", "the whole article"])
  }

  @Test("x records a review of the mark and goes on to the next that has none")
  func reviewed() throws {
    var state = try desk.state()
    let effects = desk.press(.character("x"), in: &state)
    let first = try #require(desk.marks.first)
    #expect(effects == [.perform(.judge(.agrees), on: [first])])
    #expect(draw(state).lines[2].contains("▸"))
  }

  @Test("An operation is done to all marks that are selected")
  func selection() throws {
    var state = try desk.state()
    desk.press(.character("v"), in: &state)
    desk.press(.character("v"), in: &state)
    desk.press(.character("s"), in: &state)
    let effects = desk.press(.character("4"), in: &state)
    #expect(effects == [.perform(.setStatus(.done), on: Array(desk.marks.prefix(2)))])
  }

  @Test("Groups have headings that fold, and selecting one selects its marks")
  func groups() throws {
    var state = try desk.state()
    desk.type("Oa", into: &state)
    #expect(draw(state).lines[1].contains("1 of 2 reviewed") == false)
    #expect(draw(state).lines[1].contains("0 of 2 reviewed"))
    desk.type("gg", into: &state)
    desk.press(.character("z"), in: &state)
    #expect(desk.listed(state).count == 2)
    desk.press(.character("v"), in: &state)
    let effects = desk.press(.character("x"), in: &state)
    #expect(effects == [.perform(.judge(.agrees), on: Array(desk.marks.prefix(2)))])
  }

  @Test("Sorting by what is newest puts the last mark on top, and the cursor stays on its mark")
  func sorting() throws {
    var state = try desk.state()
    let first = desk.listed(state)[0]
    desk.type("on", into: &state)
    #expect(desk.listed(state).last == first)
    #expect(draw(state).lines[4].contains("▸"))
  }

  @Test("A colleague's mark is answered instead of deleted, one's own is deleted")
  func deleting() throws {
    var state = try desk.state()
    #expect(desk.type("dd", into: &state) == [.perform(.delete, on: [desk.marks[0]])])
    desk.press(.character("j"), in: &state)
    #expect(desk.type("dd", into: &state) == [])
    desk.type("no", into: &state)
    let effects = desk.press(.named(.escape), in: &state)
    #expect(effects == [.perform(.reply("no"), on: [desk.marks[1]])])
  }

  @Test("Undo asks for the last changes to be taken back, redo for them to be brought back")
  func undo() throws {
    var state = try desk.state()
    #expect(desk.press(.character("u"), in: &state) == [])
    let change = try desk.perform(.setStatus(.done), on: desk.marks[0], &state)
    #expect(desk.press(.character("u"), in: &state) == [.takeBack([change], isRedo: false)])
    _ = reduce(into: &state, .tookBack([change], isRedo: false))
    #expect(desk.press(.control("r"), in: &state) == [.takeBack([change], isRedo: true)])
  }

  @Test("Enter opens the article of the mark, Esc stops the looking, q leaves")
  func leaving() throws {
    var state = try desk.state()
    #expect(desk.press(.named(.enter), in: &state) == [.open(desk.marks[0])])
    _ = reduce(into: &state, .progress(done: 2, found: 9))
    #expect(draw(state).lines.contains { $0.contains("looking: 2 of 9 sidecars") })
    #expect(desk.press(.named(.escape), in: &state) == [.stopLooking])
    #expect(desk.press(.character("q"), in: &state) == [.quit])
  }

  @Test("Statistics are asked for the marks that are listed, and scroll over the list")
  func statistics() throws {
    var state = try desk.state(rows: 10)
    desk.type("/kind:bias", into: &state)
    desk.press(.named(.enter), in: &state)
    let effects = desk.press(.character("S"), in: &state)
    #expect(effects == [.count([desk.marks[0], desk.marks[2]])])
    let lines = ["MARKS"] + (1...20).map { "  line \($0)" }
    _ = reduce(into: &state, .page(title: "Figures", lines: lines))
    #expect(draw(state).lines[2] == " MARKS")
    desk.press(.character("j"), in: &state)
    #expect(draw(state).lines[2] == "   line 1")
    desk.press(.character("G"), in: &state)
    #expect(draw(state).lines[7] == "   line 20")
    desk.press(.character("q"), in: &state)
    #expect(desk.listed(state).count == 2)
  }

  @Test("Tags of one mark are written as a list, of several as what to add and to take off")
  func tags() throws {
    var state = try desk.state()
    desk.type("tsea, port", into: &state)
    #expect(
      desk.press(.named(.enter), in: &state)
        == [.perform(.tag(adding: ["sea", "port"], removing: []), on: [desk.marks[0]])])
    desk.type("vvt-old, new", into: &state)
    #expect(
      desk.press(.named(.enter), in: &state)
        == [.perform(.tag(adding: ["new"], removing: ["old"]), on: Array(desk.marks[0...1]))])
  }

  @Test("No key makes a review crash, whatever comes before")
  func anyKeys() throws {
    var state = try desk.state(rows: 12, columns: 60)
    var chance = Chance(seed: 6)
    let keys: [Key] =
      "jkhlvVxXsoOtdiuagG/:?0123456789zn[]".map(Key.character)
      + [.named(.enter), .named(.escape), .named(.backspace), .control("d"), .control("r")]
    for _ in 0..<600 {
      _ = reduce(into: &state, .key(chance.pick(keys)))
      let frame = draw(state)
      #expect(frame.lines.count == 12)
    }
  }
}
