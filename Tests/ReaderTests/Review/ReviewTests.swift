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
    expectScreen(try desk.review(rows: 20, columns: 110).frame, matches: "review-wide")
  }

  @Test("On a small screen the list has fewer columns", arguments: [(8, 40), (5, 20), (14, 64)])
  func small(_ rows: Int, _ columns: Int) throws {
    let frame = try desk.review(rows: rows, columns: columns).frame
    #expect(frame.lines.count == rows)
    #expect(frame.lines[1].contains("▸"))
    #expect(frame.cursor == Position(row: 1, column: 0))
  }

  @Test("The list follows a filter while it is typed, Esc takes it back")
  func filter() throws {
    var review = try desk.review()
    review.type("/kind:bias")
    #expect(review.frame.lines[0].contains("filter: kind:bias ×"))
    #expect(review.listed == ["“closed”", "the whole article"])
    review.press(.named(.escape))
    #expect(review.listed.count == 4)
    review.type("/harbor-master")
    #expect(review.frame.lines[1].contains("No mark matches the filter"))
  }

  @Test("A filter that cannot be read says why and keeps the conditions before it")
  func badFilter() throws {
    var review = try desk.review()
    review.type("/kind:biass")
    #expect(review.frame.lines.contains { $0.contains("there is no kind “biass”") })
    #expect(review.listed == ["“closed”", "the whole article"])
  }

  @Test("x records a review of the mark and goes on to the next that has none")
  func reviewed() throws {
    var review = try desk.review()
    let effects = review.press(.character("x"))
    let first = try #require(desk.marks.first)
    #expect(effects == [.desk(.perform(.judge(.agrees), on: [first]))])
    #expect(review.frame.lines[2].contains("▸"))
  }

  @Test("An operation is done to all marks that are selected, after a word about whose they are")
  func selection() throws {
    var review = try desk.review()
    review.type("vvs")
    #expect(review.frame.lines.contains { $0.contains("1 of these 2 marks are by Ben") })
    let effects = review.type("E4")
    #expect(effects == [.desk(.perform(.setStatus(.done), on: Array(desk.marks.prefix(2))))])
  }

  @Test("Of several marks only one's own are changed on request")
  func onlyOwn() throws {
    var review = try desk.review()
    #expect(review.type("vvso4") == [.desk(.perform(.setStatus(.done), on: [desk.marks[0]]))])
  }

  @Test("Groups have headings that fold, and selecting one selects its marks")
  func groups() throws {
    var review = try desk.review()
    review.type("Oa")
    #expect(review.frame.lines[1].contains("1 of 2 reviewed") == false)
    #expect(review.frame.lines[1].contains("0 of 2 reviewed"))
    review.type("gg")
    review.press(.character("z"))
    #expect(review.listed.count == 2)
    review.press(.character("v"))
    let effects = review.press(.character("x"))
    #expect(effects == [.desk(.perform(.judge(.agrees), on: Array(desk.marks.prefix(2))))])
  }

  @Test("Sorting by what is newest puts the last mark on top, and the cursor stays on its mark")
  func sorting() throws {
    var review = try desk.review()
    let first = review.listed[0]
    review.type("on")
    #expect(review.listed.last == first)
    #expect(review.frame.lines[4].contains("▸"))
  }

  @Test(
    "On a colleague's mark, keys that change it offer a reply, a mark of one's own, or an edit",
    arguments: ["i", "s", "t", "dd"], [(24, 80), (45, 140)])
  func colleagues(_ keys: String, _ size: (Int, Int)) throws {
    var review = try desk.review(rows: size.0, columns: size.1)
    review.type("j")
    #expect(review.type(keys) == [])
    let screen = review.frame.lines.joined(separator: "\n")
    for words in ["by Ben · you are Ana", "reply", "a verdict of your own", "theirs"] {
      #expect(screen.contains(words), "\(words) after \(keys)")
    }
    let term = TermReference(
      pack: "verification", group: "truth", term: "refuted", packVersion: "1")
    #expect(
      review.type("vr") == [.desk(.perform(.markBeside(term, note: ""), on: [desk.marks[1]]))])
  }

  @Test("An edit of a colleague's mark is recorded on the disk and shown with whose word it was")
  func recorded() throws {
    var review = try desk.review(rows: 45, columns: 140)
    review.type("j")
    _ = try desk.perform(.setStatus(.done), on: desk.marks[1], &review)
    let mark = try #require(review.state.current?.row.annotation)
    #expect(mark.revisions.map(\.by?.name) == ["Ana"] && mark.creator?.name == "Ben")
    let screen = review.frame.lines.joined(separator: "\n")
    #expect(screen.contains("by Ana; was: open · by Ben"))
  }

  @Test("Reviewed and done are two counts")
  func counts() throws {
    var review = try desk.review(rows: 45, columns: 140)
    _ = try desk.perform(.setStatus(.done), on: desk.marks[0], &review)
    #expect(review.frame.lines[0].contains("0 of 4 reviewed"))
    #expect(review.frame.lines[0].contains("1 done"))
    _ = try desk.perform(.judge(.agrees), on: desk.marks[1], &review)
    #expect(review.frame.lines[0].contains("1 of 4 reviewed"))
    #expect(review.frame.lines[0].contains("1 done"))
  }

  @Test("Marks are assigned by command, listed with whom, and filtered as one's own")
  func assigning() throws {
    var review = try desk.review(rows: 45, columns: 140)
    review.type(":assign Ben")
    let ben = Creator(name: "Ben", id: "urn:x:ben")
    #expect(
      review.press(.named(.enter)) == [.desk(.perform(.assign(ben), on: [desk.marks[0]]))])
    _ = try desk.perform(.assign(ben), on: desk.marks[0], &review)
    #expect(review.frame.lines[1].contains("Ana → Ben"))
    review.type("/is:mine")
    review.press(.named(.enter))
    #expect(review.listed == ["the whole article"])
  }

  @Test("Replies hang below the list with what they answer, and count apart")
  func replies() throws {
    var review = try desk.review(rows: 24, columns: 80)
    _ = try desk.perform(.reply("says the port"), on: desk.marks[0], &review)
    let screen = review.frame.lines.joined(separator: "\n")
    #expect(screen.contains("└ 1 reply") && screen.contains("└ Ana: says the port"))
    #expect(review.frame.lines[0].contains("4 marks, 1 reply"))
    #expect(review.frame.lines[0].contains("0 of 4 reviewed"))
  }

  @Test("An export says what the filter leaves out, and asks before it replaces a file")
  func exporting() throws {
    var review = try desk.review(rows: 24, columns: 80)
    review.type("/kind:bias")
    review.press(.named(.enter))
    review.type(":export markdown marks.md")
    var export = ReviewExport(
      format: "markdown", path: "marks.md", marks: [desk.marks[0], desk.marks[2]])
    export.leftOut = "2 that the filter leaves out"
    #expect(review.press(.named(.enter)) == [.desk(.export(export))])
    review.take(.fileIsThere(export))
    #expect(review.frame.lines.contains { $0.contains("marks.md is there already") })
    export.isReplacing = true
    #expect(review.type("R") == [.desk(.export(export))])
    review.take(.fileIsThere(export))
    review.type("o")
    for _ in 0..<8 { review.press(.named(.backspace)) }
    review.type("b.md")
    export.path = "b.md"
    #expect(review.press(.named(.enter)).isEmpty == false)
  }

  @Test("One's own mark is deleted, a colleague's answered or deleted after a word")
  func deleting() throws {
    var review = try desk.review()
    #expect(review.type("dd") == [.desk(.perform(.delete, on: [desk.marks[0]]))])
    review.press(.character("j"))
    #expect(review.type("dd") == [])
    review.type("rno")
    let effects = review.press(.named(.escape))
    #expect(effects == [.desk(.perform(.reply("no"), on: [desk.marks[1]]))])
    #expect(review.type("ddD") == [.desk(.perform(.delete, on: [desk.marks[1]]))])
  }

  @Test("Undo asks for the last changes to be taken back, redo for them to be brought back")
  func undo() throws {
    var review = try desk.review()
    #expect(review.press(.character("u")) == [])
    let change = try desk.perform(.setStatus(.done), on: desk.marks[0], &review)
    #expect(review.press(.character("u")) == [.desk(.takeBack([change], isRedo: false))])
    review.take(.tookBack([change], isRedo: false))
    #expect(review.press(.control("r")) == [.desk(.takeBack([change], isRedo: true))])
  }

  @Test("Enter opens the article of the mark, Esc stops the looking, q leaves")
  func leaving() throws {
    var review = try desk.review()
    #expect(review.press(.named(.enter)) == [.desk(.open(desk.marks[0]))])
    review.take(.progress(done: 2, found: 9))
    #expect(review.frame.lines.contains { $0.contains("looking: 2 of 9 sidecars") })
    #expect(review.press(.named(.escape)) == [.desk(.stopLooking)])
    #expect(review.press(.character("q")) == [.quit])
  }

  @Test("Statistics are asked for the marks that are listed, and scroll over the list")
  func statistics() throws {
    var review = try desk.review(rows: 10)
    review.type("/kind:bias")
    review.press(.named(.enter))
    let effects = review.press(.character("S"))
    #expect(effects == [.desk(.count([desk.marks[0], desk.marks[2]]))])
    let lines = ["MARKS"] + (1...20).map { "  line \($0)" }
    review.take(.page(title: "Figures", lines: lines))
    #expect(review.frame.lines[2] == " MARKS")
    review.press(.character("j"))
    #expect(review.frame.lines[2] == "   line 1")
    review.press(.character("G"))
    #expect(review.frame.lines[7] == "   line 20")
    review.press(.character("q"))
    #expect(review.listed.count == 2)
  }

  @Test("Tags of one mark are written as a list, of several as what to add and to take off")
  func tags() throws {
    var review = try desk.review()
    review.type("tsea, port")
    #expect(
      review.press(.named(.enter))
        == [.desk(.perform(.tag(adding: ["sea", "port"], removing: []), on: [desk.marks[0]]))])
    review.type("vvtE-old, new")
    #expect(
      review.press(.named(.enter))
        == [.desk(.perform(.tag(adding: ["new"], removing: ["old"]), on: Array(desk.marks[0...1])))]
    )
  }

  @Test("No key makes a review crash, whatever comes before")
  func anyKeys() throws {
    var review = try desk.review(rows: 12, columns: 60)
    var chance = Chance(seed: 6)
    let keys: [Key] =
      "jkhlvVxXsoOtdiuagG/:?0123456789zn[]".map(Key.character)
      + [.named(.enter), .named(.escape), .named(.backspace), .control("d"), .control("r")]
    for _ in 0..<600 {
      review.press(chance.pick(keys))
      let frame = review.frame
      #expect(frame.lines.count == 12)
    }
  }
}
