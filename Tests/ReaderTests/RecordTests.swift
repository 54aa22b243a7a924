// The record of a mark: every field by keyboard, evidence as a list, refusals that keep what was typed, copies.

import ArticleModel
import Interface
import Screen
import Testing

@testable import Reader

@Suite struct RecordTests {
  /// A sitting with a verification on the first place whose record is open.
  private func recording(columns: Int = 80, rows: Int = 24) -> Sitting {
    var sitting = Sitting(columns: columns, rows: rows)
    sitting.press("]lviwavr<Esc>I")
    return sitting
  }

  private func mark(_ sitting: Sitting) throws -> Annotation {
    try #require(sitting.annotations.first)
  }

  /// Adds a source and leaves the cursor on it, with its fields shown.
  private func add(_ address: String, to sitting: inout Sitting) {
    sitting.press("+")
    sitting.type(address)
    sitting.press("<Enter>")
  }

  @Test("Everything that a mark says is typed or chosen without leaving the record")
  func fields() throws {
    var sitting = recording()
    sitting.press("<Enter>")
    sitting.type("The harbour is shut.")
    sitting.press("<Tab><Enter>")
    sitting.type("Vogt")
    sitting.press("<Tab><Enter>")
    sitting.type("2026-01-31")
    sitting.press("<Tab><Enter>s<Tab><Enter>2<Tab><Enter>")
    sitting.type("80 %")
    sitting.press("<Tab><Enter>")
    sitting.type("outlet")
    sitting.press("<Tab><Enter>")
    sitting.type("port, wreck")
    sitting.press("<Tab><Enter><Tab><Enter>")
    sitting.type("Two lines,")
    sitting.press("<Enter>")
    sitting.type("kept.")
    sitting.press("<Esc>")
    let mark = try mark(sitting)
    #expect(
      mark.claim
        == ClaimRecord(
          restated: "The harbour is shut.", claimant: "Vogt", asOf: DateAsWritten("2026-01-31")))
    #expect(mark.terms.map(\.term) == ["supported"])
    #expect(mark.status == .inProgress && mark.confidence == 0.8 && mark.voice == "outlet")
    #expect(mark.tags == ["port", "wreck"] && mark.isPrivate)
    #expect(mark.note == "Two lines,\nkept.")
    #expect(sitting.top is RecordSheet)
  }

  @Test(
    "The record stands on the screen, with its cursor",
    arguments: [(140, 45), (80, 24), (60, 12), (20, 5)])
  func screens(columns: Int, rows: Int) throws {
    var sitting = recording(columns: columns, rows: rows)
    sitting.press("<Enter>")
    sitting.type("The harbour of Lübeck stays closed until Friday, says the harbour master.")
    sitting.press("<Enter>")
    add("https://port.example/log", to: &sitting)
    if columns >= 80 { expectScreen(sitting.frame, matches: "record-\(columns)") }
    #expect(sitting.frame.cursor != nil)
    #expect(sitting.screen.contains("RECORD"))
    // The row of the cursor is always seen.
    for _ in 0..<30 {
      sitting.press("<Tab>")
      #expect(sitting.screen.contains("▸"))
    }
  }

  @Test("Tab goes to the field below, round at the end, and Shift-Tab back")
  func tab() throws {
    var sitting = recording()
    let sheet = { (sitting: Sitting) in (sitting.top as? RecordSheet)?.cursor }
    #expect(sheet(sitting) == .field(.claim))
    let count = RecordRow.rows(of: try mark(sitting), opened: nil, sitting.state.stage.shelf).count
    var seen: Set<RecordRow> = []
    for _ in 0..<count {
      seen.formUnion(sheet(sitting).map { [$0] } ?? [])
      sitting.press("<Tab>")
    }
    #expect(seen.count == count && sheet(sitting) == .field(.claim))
    sitting.press("<S-Tab>")
    #expect(sheet(sitting) == .field(.kind))
    // While a field is typed, Tab keeps it.
    sitting.press("<Tab><Enter>")
    sitting.type("Shut.")
    sitting.press("<Tab>")
    #expect(try mark(sitting).claim.restated == "Shut." && sheet(sitting) == .field(.claimant))
  }

  @Test(
    "What cannot stand in a field is refused, and stays to be put right",
    arguments: [
      ("", "https://a b", "an address has no spaces"), ("", "minutes", "is not an address"),
      ("", "htp://a.example", "leads nowhere"), ("", "https://", "names a host"),
      ("", "https://a..example/x", "is not a host"), ("jj", "31 April", "is not a day"),
      ("jj", "2026-02-30", "is not a day"), ("jjjjj", "120 %", "not between"),
      ("jjjjj", "sure", "is not a number"),
    ])
  func refusals(motion: String, typed: String, told: String) throws {
    var sitting = recording(columns: 140)
    let before = try mark(sitting)
    sitting.press(motion + (motion.isEmpty ? "+" : "<Enter>"))
    sitting.type(typed)
    for key in ["<Enter>", "<Tab>", "<Esc>"] {
      sitting.press(key)
      #expect(sitting.state.message?.text.contains(told) == true)
      #expect((sitting.top as? RecordSheet)?.typing?.text == typed)
      #expect(sitting.screen.contains(typed))
    }
    #expect(try mark(sitting) == before)
    sitting.press("<C-g>")
    #expect((sitting.top as? RecordSheet)?.typing == nil)
    #expect(try mark(sitting) == before)
  }

  @Test(
    "An address that is none is refused where evidence is marked, too, and stays to be put right")
  func refusedAtTheFoot() {
    var sitting = Sitting()
    sitting.press("]lviwae")
    sitting.type("minutes")
    sitting.press("<Enter>")
    #expect(sitting.annotations.isEmpty)
    #expect(sitting.screen.contains("an address, or what it is: minutes"))
    #expect(sitting.state.message?.text.contains("is not an address") == true)
    sitting.press("<C-u>")
    sitting.type("www.port.example/minutes")
    sitting.press("<Enter>s")
    #expect(sitting.annotations.first?.evidence.first?.url == "https://www.port.example/minutes")
  }

  @Test("Sources are added, filled in, put in order and removed, and each step can be undone")
  func evidence() throws {
    var sitting = recording()
    add("https://a.example/1", to: &sitting)
    sitting.press("<Tab><Tab><Enter>r<Tab><Enter>p<Tab><Enter>")
    sitting.type("The log")
    sitting.press("<Tab><Enter>")
    sitting.type("Port of Lübeck")
    sitting.press("<Tab><Enter>")
    sitting.type("closed until Friday")
    sitting.press("<Tab><Enter>")
    sitting.type("today")
    sitting.press("<Tab><Enter>")
    sitting.type("https://web.archive.example/1")
    sitting.press("<Enter>")
    var first = Evidence(url: "https://a.example/1", stance: .refutes)
    first.archivedURL = "https://web.archive.example/1"
    (first.title, first.publisher) = ("The log", "Port of Lübeck")
    (first.passage, first.sourceKind) = ("closed until Friday", "primary")
    first.accessed = Timestamp("2026-01-02")
    #expect(try mark(sitting).evidence == [first])

    add("https://a.example/2", to: &sitting)
    let second = Evidence(url: "https://a.example/2")
    #expect(try mark(sitting).evidence == [first, second])
    sitting.press("K")
    #expect(try mark(sitting).evidence == [second, first])
    #expect((sitting.top as? RecordSheet)?.cursor == .evidence(0))
    sitting.press("K")
    #expect(sitting.state.message?.text == "This is the first source")
    sitting.press("J")
    #expect(try mark(sitting).evidence == [first, second])
    sitting.press("dd")
    #expect(try mark(sitting).evidence == [first])
    sitting.press("uu")
    #expect(try mark(sitting).evidence == [second, first])
    sitting.press("<C-r><C-r>")
    #expect(try mark(sitting).evidence == [first])
    sitting.press("q")
    #expect(sitting.isPlain)
  }

  @Test(
    "A call or a paper is a source without an address, with all fields of one",
    arguments: [(140, 45), (80, 24)])
  func withoutAddress(columns: Int, rows: Int) throws {
    var sitting = recording(columns: columns, rows: rows)
    add("phone call with N. N.", to: &sitting)
    #expect(sitting.state.message?.text.contains("added a source without an address to") == true)
    let source = try #require(try mark(sitting).evidence.first)
    #expect(source.title == "phone call with N. N." && source.address == nil)
    #expect(sitting.screen.contains("1") && !sitting.screen.contains("urn:uuid"))
    // It has no page to keep, none to open, and keeps its title.
    for key in ["c", "o"] {
      sitting.press(key)
      #expect(sitting.state.message?.text.contains("has no address") == true)
    }
    sitting.press("jjjjdd")
    #expect(sitting.state.message?.text == "A source without an address needs its title")
    // An address that turns up later is typed, and taken off again.
    sitting.press("kkk<Enter>")
    sitting.type("port.example/log")
    sitting.press("<Enter>")
    #expect(try mark(sitting).evidence.first?.url == "https://port.example/log")
    sitting.press("dd")
    #expect(try mark(sitting).evidence.first?.address == nil)
    #expect(try mark(sitting).evidence.first?.title == "phone call with N. N.")
    sitting.press("uuu")
    #expect(try mark(sitting).evidence.isEmpty)
  }

  @Test(
    "What was made of a source that is typed is said before its stance is chosen",
    arguments: [80, 140])
  func remarks(columns: Int) throws {
    var sitting = Sitting(columns: columns, rows: columns == 80 ? 24 : 45)
    sitting.press("]lviwae")
    sitting.type("port.example/minutes")
    sitting.press("<Enter>")
    #expect(sitting.screen.contains("https:// was added: https://port.example/minutes"))
    sitting.press("s]lviwae")
    sitting.type("call with the harbour office")
    sitting.press("<Enter>")
    #expect(sitting.screen.contains("a source without an address: call with the harbour office"))
    sitting.press("r")
    let sources = sitting.annotations.flatMap(\.evidence)
    #expect(
      sources.map(\.name) == ["https://port.example/minutes", "call with the harbour office"])
    #expect(sources.map(\.stance) == [.supports, .refutes])
    #expect(!sitting.screen.contains("urn:uuid"))
    sitting.press("go")
    #expect(sitting.screen.contains("no address to open: call with the harbour office"))
  }

  @Test("A field is cleared by the key that deletes; a source keeps its address")
  func clearing() throws {
    var sitting = recording()
    sitting.press("jjjdd")
    #expect(try mark(sitting).terms.isEmpty)
    sitting.press("u")
    #expect(try mark(sitting).terms.map(\.term) == ["refuted"])
    add("https://a.example/1", to: &sitting)
    sitting.press("jdd")
    #expect(try mark(sitting).evidence.count == 1)
    #expect(sitting.state.message?.text.contains("needs an address or a title") == true)
  }

  @Test("A copy of the page is asked for, and what comes fills only what is empty")
  func copies() throws {
    var sitting = recording()
    add("https://a.example/1", to: &sitting)
    let id = try mark(sitting).id
    sitting.press("c")
    #expect(sitting.effects.last == .desk(.keepCopy(of: "https://a.example/1", for: id)))
    sitting.press("jjjj<Enter>")
    sitting.type("My title")
    sitting.press("<Enter>")
    let digest = Digest(hexadecimal: String(repeating: "2d", count: 32))
    let copy = KeptCopy(
      path: "copies/a.example/1.html", digest: digest, retrieved: Timestamp("2026-01-02T03:00:00Z"))
    sitting.take(
      .copyKept(
        KeptPage(copy: copy, title: "Its title", publisher: "Its outlet"),
        of: "https://a.example/1", for: id))
    let source = try #require(try mark(sitting).evidence.first)
    #expect(source.copy == copy && source.title == "My title" && source.publisher == "Its outlet")
    #expect(source.accessed == copy.retrieved)
    #expect(sitting.screen.contains("copy kept"))
    sitting.press("u")
    #expect(try mark(sitting).evidence.first?.copy == nil)
    add("doi:10.1000/182", to: &sitting)
    sitting.press("c")
    #expect(sitting.state.message?.text.contains("copies of web pages") == true)
    #expect(sitting.effects.last != .desk(.keepCopy(of: "doi:10.1000/182", for: id)))
  }

  @Test("A copy that comes after its source was removed changes nothing")
  func lateCopy() throws {
    var sitting = recording()
    add("https://a.example/1", to: &sitting)
    let id = try mark(sitting).id
    sitting.press("cdd")
    let before = try mark(sitting)
    sitting.take(
      .copyKept(
        KeptPage(copy: KeptCopy(path: "copies/a.example/1.html")), of: "https://a.example/1",
        for: id)
    )
    #expect(try mark(sitting) == before)
    #expect(sitting.state.message?.text.contains("copies/a.example/1.html") == true)
  }

  @Test("The record of a mark that is only read shows everything and changes nothing")
  func readOnly() throws {
    let mark = Annotation(kind: .verification, targets: [])
    var sitting = Sitting(annotations: [mark]) { $0.readOnlyReason = "Ben is editing" }
    sitting.press("g5I<Enter>")
    #expect((sitting.top as? RecordSheet)?.typing == nil)
    #expect(sitting.state.message?.text == "Ben is editing")
    sitting.press("+q")
    #expect(sitting.annotations == [mark])
  }

  @Test("From the note, Tab leads to the record, and what was typed in the note is kept")
  func fromNote() throws {
    var sitting = Sitting(columns: 80, rows: 24)
    sitting.press("]lviwavr")
    sitting.type("Says who?")
    for field in ["term", "status", "evidence", "record"] {
      #expect(sitting.screen.contains("Tab \(field)"))
      sitting.press("<Tab>")
    }
    #expect(sitting.screen.contains("Tab note"))
    sitting.press("<Enter>")
    #expect(sitting.top is RecordSheet)
    #expect(try mark(sitting).note == "Says who?")
  }

  @Test("In a note of a kind without terms, Tab does not stop at a field for them")
  func noTerms() {
    var sitting = Sitting(columns: 80, rows: 24)
    sitting.press("]lviwan")
    #expect(sitting.screen.contains("Tab status"))
    sitting.press("<Tab><Enter>2")
    #expect(sitting.annotations.first?.status == .inProgress)
  }
}
