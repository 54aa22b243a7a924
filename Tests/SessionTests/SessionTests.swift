// Whole sittings on a terminal in memory: keys and signals in, screens, files and endings out.

import Adjudication
import Agreement
import ArticleModel
import Corpus
import Screen
import Session
import Sidecars
import TestSupport
import Testing

@Suite struct SessionTests {
  let room: Room

  init() throws { room = try Room() }

  @Test("A mark is on the disk when the screen says so, and q gives the terminal back")
  func marking() throws {
    let (ending, terminal) = try room.run(
      room.reading(),
      [.waitFor("Harbour"), .press("ah"), .waitFor("marked highlight"), .press("q")])
    #expect(ending == .quit && terminal.isClosed)
    #expect(terminal.missed.isEmpty)
    #expect(terminal.title == "one.txt – galley")
    #expect(room.sidecar.contains("Harbour stays shut"))
  }

  @Test("A text that does not pass its check gives way to its decoded form before a key is read")
  func uncheckedText() throws {
    let desk = room.reading(of: room.article(whoseCheck: false)) { options in
      options.openDecoded = { [room] _ in room.reading() }
    }
    let (ending, terminal) = try room.run(
      desk, [.press("ah"), .waitFor("marked highlight"), .press("q")])
    #expect(ending == .quit && terminal.missed.isEmpty)
    #expect(room.sidecar.contains("Harbour stays shut"))
    #expect(!room.sidecar.contains("Undecoded"))
  }

  @Test("Where the decoded form cannot be opened, the reading ends with the reason and no mark")
  func undecodable() throws {
    let desk = room.reading(of: room.article(whoseCheck: false)) { options in
      options.openDecoded = { _ in throw Gone() }
    }
    #expect(throws: Gone.self) { try room.run(desk, [.press("ah"), .press("q")]) }
    #expect(room.sidecar.isEmpty)
  }

  private struct Gone: Error {}

  @Test("A text that passes its check stays")
  func checkedText() throws {
    let article = room.article(whoseCheck: true)
    let desk = room.reading(of: article) { options in
      options.openDecoded = { [room] _ in
        Issue.record("opened once more")
        return room.reading()
      }
    }
    let (ending, terminal) = try room.run(
      desk, [.waitFor("Undecoded"), .press("ah"), .waitFor("marked highlight"), .press("q")])
    #expect(ending == .quit && terminal.missed.isEmpty)
    #expect(!article.text.awaitsCheck)
    #expect(room.sidecar.contains("Undecoded"))
  }

  @Test(
    "A signal ends every screen with everything saved",
    arguments: ["reading", "reviewing", "comparing"], [Int32(15), 1, 2])
  func signals(_ screen: String, _ signal: Int32) throws {
    let desk: any Desk =
      switch screen {
      case "reading": room.reading()
      case "reviewing": room.reviewing()
      default: try comparing()
      }
    let (ending, terminal) = try room.run(desk, [.rest, .press("j"), .signal(signal), .press("q")])
    #expect(ending == .signal(signal))
    #expect(terminal.isClosed)
  }

  private func comparing() throws -> AdjudicationDesk {
    for name in ["ana", "ben"] {
      let path = room.folder.path(of: "one.txt.\(name).annotations.json")
      let store = SidecarStore(article: room.article, sidecarPath: path)
      var set = try store.open().annotations
      let change = Change("marked", [.insert(Annotation(kind: .note, targets: []))])
      set.apply(change)
      try store.record(change, resulting: set)
      try store.close()
    }
    let sidecars = try ["ana", "ben"].map {
      let path = room.folder.path(of: "one.txt.\($0).annotations.json")
      let opened = try AnnotatedArticle(room.article, sidecarPath: path)
      return SidecarMarks(
        article: room.article, named: opened.name, sidecarPath: path,
        annotations: opened.annotations,
        anchors: opened.anchors)
    }
    return AdjudicationDesk(
      try Collation(sidecars), hidesNames: false,
      resultAt: room.folder.path(of: "decided.annotations.json"),
      services: AdjudicationDesk.Services(
        measure: { ["They agree"] }, export: { "1 in \($0.format) to \($0.path)" }))
  }

  @Test("A half-typed note is kept when a signal comes, and open again in the next sitting")
  func draft() throws {
    let (ending, _) = try room.run(
      room.reading(), [.press("an"), .paste("says who?"), .signal(15)])
    #expect(ending == .signal(15))
    let (_, terminal) = try room.run(
      room.reading(), [.waitFor("▏ says who?"), .press("<Esc>"), .waitFor("noted:"), .press("q")])
    #expect(terminal.missed.isEmpty)
    #expect(room.sidecar.contains("who?"))
  }

  @Test("A frame has the size of the terminal after each change of it")
  func resize() throws {
    var sizes: [Int] = []
    let (_, terminal) = try room.run(
      room.reading(),
      [
        .resize(rows: 10, columns: 40), .rest, .look { sizes.append($0.count) },
        .press("?"), .resize(rows: 30, columns: 140), .rest, .look { sizes.append($0.count) },
        .press("qq"),
      ])
    #expect(sizes == [10, 30])
    #expect(terminal.missed.isEmpty)
  }

  @Test("Ctrl-Z stops the program, and the screen is drawn again when it goes on")
  func suspend() throws {
    let (ending, terminal) = try room.run(
      room.reading(), [.press("<C-z>"), .waitFor("Harbour"), .press("<C-l>"), .press("q")])
    #expect(ending == .quit)
    #expect(terminal.suspensions == 1 && terminal.redraws == 1)
  }

  @Test("When the disk is full the screen says so, quitting warns once, and later marks are saved")
  func fullDisk() throws {
    let files = room.files
    let (ending, terminal) = try room.run(
      room.reading(),
      [
        .waitFor("Harbour"), .look { _ in files.fail(true) }, .press("ah"),
        .waitFor("No space left"), .press("q"), .waitFor("again discards it"),
        .look { _ in files.fail(false) }, .press("jah"), .waitFor("saved"), .press("q"),
      ])
    #expect(ending == .quit)
    #expect(terminal.missed.isEmpty)
    #expect(room.sidecar.contains("Harbour stays shut"))
  }

  @Test("From an article to the review, from there to the article, and back twice")
  func there() throws {
    let (ending, terminal) = try room.run(
      room.reading(),
      [
        .waitFor("Harbour"), .press("ah"), .waitFor("marked highlight"), .press("r"),
        .waitFor("REVIEW"), .waitFor("1 mark in 1 article"), .press("<Enter>"),
        .waitFor("The ferries"), .press("r"), .waitFor("a review waits for this article"),
        .press("an"), .paste("from within"), .press("<Esc>"), .waitFor("noted"), .press("q"),
        .waitFor("2 marks in 1 article"), .press("q"), .waitFor("back from the review"),
        .press("<Esc>"), .waitFor("2 marks"), .press("q"),
      ])
    #expect(ending == .quit)
    #expect(terminal.missed == [])
    #expect(room.sidecar.contains("from within"))
  }

  @Test("Words that are copied go to the terminal, the mouse is asked for when it is wanted")
  func effects() throws {
    let (_, terminal) = try room.run(
      room.reading(), [.press("yy"), .rest, .press("cm"), .rest, .press("cm"), .press("q")])
    #expect(terminal.copied == ["Harbour stays shut"])
    #expect(terminal.mouse == [true, false])
  }

  @Test("When somebody took the lock during a review, the reader says so and changes nothing")
  func lockTakenDuringReview() throws {
    let other = SidecarStore(article: room.article, fileSystem: room.files)
    let (ending, terminal) = try room.run(
      room.reading(),
      [
        .waitFor("The ferries"), .press("ah"), .waitFor("marked highlight"), .press("r"),
        .waitFor("1 mark in 1 article"), .look { _ in #expect((try? other.open()) != nil) },
        .press("q"), .waitFor("read-only: another galley has the marks open"), .press("ah"), .rest,
        .press("<Esc>"),
        .press("q"),
      ])
    #expect(ending == .quit && terminal.missed.isEmpty, "\(terminal.missed)")
    try other.close()
    #expect(room.sidecar.split(separator: "\"highlighting\"").count == 3, "sidecar and journal")
    #expect(
      try SidecarStore(article: room.article, fileSystem: room.files).open(.readOnly)
        .annotations.annotations.count == 1)
  }

  @Test("A review says what its marks come to, and exports them")
  func review() throws {
    _ = try room.run(room.reading(), [.press("ah"), .waitFor("marked"), .press("q")])
    let (ending, terminal) = try room.run(
      room.reviewing(),
      [
        .waitFor("1 mark in 1 article"), .press("x"), .waitFor("1 of 1 reviewed"), .press("u"),
        .waitFor("0 of 1 reviewed"), .press("S"), .waitFor("1 articles"), .press("q"),
        .press(":"), .paste("export csv out.csv"), .press("<Enter>"),
        .waitFor("1 in csv to out.csv"), .press("q"),
      ])
    #expect(ending == .quit)
    #expect(terminal.missed == [])
  }
}
