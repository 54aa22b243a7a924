// What the program found, under the reader's control.

import ArticleModel
import NewsAnalysis
import Interface
import Reader
import Testing

@Suite struct SuggestionTests {
  private func quotation(_ number: Int, in sitting: Sitting) throws -> Quotation {
    let quotations = try #require(sitting.state.analysis).quotations
    try #require(quotations.indices.contains(number))
    return quotations[number]
  }

  private func speaker(of number: Int, in sitting: Sitting) throws -> String? {
    let speakers = try #require(sitting.state.analysis).speakers
    return try quotation(number, in: sitting).speaker.map { speakers[$0].name }
  }

  @Test("ga accepts the quotation under the caret and goes on to the next one")
  func accept() throws {
    var sitting = Sitting()
    sitting.press("]qga")
    #expect(try quotation(0, in: sitting).confidence == 1)
    #expect(sitting.annotations.map(\.kind) == [.correction])
    #expect(sitting.annotations[0].correction == Correction(.accepted, .quotation))
    #expect(sitting.state.caret == (try quotation(1, in: sitting)).extent.start)
    #expect(sitting.screen.contains("1✓"))
    #expect(sitting.screen.contains("accepted “The harbour of Lübeck"))
    sitting.press("gaga")
    #expect(sitting.annotations.count == 3)
  }

  @Test("gx rejects a quotation; undo and dd bring it back")
  func reject() throws {
    var sitting = Sitting()
    sitting.press("]qgx")
    #expect(sitting.state.analysis?.quotations.count == 2)
    #expect(sitting.state.analysis?.speakers[0].quotedWords == 10)
    sitting.press("u")
    #expect(sitting.state.analysis?.quotations.count == 3)
    sitting.press("<C-r>")
    #expect(sitting.state.analysis?.quotations.count == 2)
    sitting.press("g7")
    #expect(sitting.screen.contains("“The harbour of Lübeck will stay closed until Friday” is no"))
    sitting.press("dd")
    #expect(sitting.state.analysis?.quotations.count == 3)
    #expect(sitting.annotations.isEmpty)
  }

  @Test("gc gives a quotation to another speaker with one letter")
  func speaker() throws {
    var sitting = Sitting()
    sitting.press("]qgc")
    #expect(sitting.screen.contains("who says “The harbour"))
    sitting.press("2")
    #expect(try speaker(of: 0, in: sitting) == "the shipping line")
    #expect(sitting.annotations.first?.correction?.speaker == .named("the shipping line"))
    #expect(sitting.annotations.first?.status == .done)
  }

  @Test("gc o takes a name that is typed, gc n takes the name away")
  func otherSpeaker() throws {
    var sitting = Sitting()
    sitting.press("]qgco")
    sitting.type("Jan Brandt")
    sitting.press("<Enter>")
    #expect(try speaker(of: 0, in: sitting) == "Jan Brandt")
    sitting.press("[qgcn")
    #expect(try speaker(of: 0, in: sitting) == nil)
    #expect(sitting.annotations.count == 1)
  }

  @Test("gc b gives a quotation other boundaries, and a later speaker leaves them alone")
  func boundaries() throws {
    var sitting = Sitting()
    sitting.press("]qgcb")
    sitting.press("ooh<Esc>")
    #expect(sitting.annotations.isEmpty)
    sitting.press("]q[q[qgcb")
    #expect(sitting.selectedText == "The harbour of Lübeck will stay closed until Friday")
    sitting.press("bbhh<Enter>")
    let text = sitting.state.article.text
    let span = try quotation(0, in: sitting).extent
    #expect(text.string(in: span) == "The harbour of Lübeck will stay closed")
    #expect(sitting.annotations[0].targets.count == 2)
    sitting.press("[qgc2")
    #expect(try quotation(0, in: sitting).extent == span)
    #expect(try speaker(of: 0, in: sitting) == "the shipping line")
    #expect(sitting.annotations.count == 1)
  }

  @Test("gc on a selection adds a quotation that was missed")
  func missed() throws {
    var sitting = Sitting()
    sitting.press("/Divers<Enter>isgc1")
    sitting.press("g5")
    #expect(sitting.state.analysis?.quotations.count == 3)
    var again = Sitting()
    again.press("/Divers<Enter>visgc1")
    let quotations = try #require(again.state.analysis).quotations
    #expect(quotations.count == 4)
    #expect(again.annotations.first?.correction?.decision == .corrected)
  }

  @Test("gc on a place asks which one is meant, and the answer holds wherever it is named")
  func place() throws {
    var sitting = Sitting()
    sitting.press("]lgc")
    #expect(sitting.screen.contains("which place is “Lübeck”"))
    sitting.press("o")
    sitting.type("Lübeck Island, US")
    sitting.press("<Enter>")
    let analysis = try #require(sitting.state.analysis)
    let place = analysis.places[analysis.locations[0].place]
    #expect(place.name == "Lübeck Island")
    #expect(place.country == "US")
    #expect(analysis.locations[2].place == analysis.locations[0].place)
    #expect(sitting.wordAtCaret == "Travemünde.")
  }

  @Test("In the panes the keys judge the selected entry")
  func panes() throws {
    var sitting = Sitting()
    sitting.press("g2gaga")
    #expect(sitting.state.focus == .pane(.quotes))
    #expect(sitting.annotations.count == 2)
    #expect(try quotation(1, in: sitting).confidence == 1)
    sitting.press("g4gx")
    #expect(sitting.state.analysis?.locations.count == 2)
  }

  @Test("Where nothing was found the keys say so")
  func nothing() {
    var sitting = Sitting()
    sitting.press("ga")
    #expect(sitting.screen.contains("no quotation and no place here"))
    #expect(sitting.annotations.isEmpty)
  }

  @Test("Corrections that an earlier session made hold when the analysis comes")
  func again() throws {
    var first = Sitting()
    first.press("]qgx")
    let second = Sitting(annotations: first.annotations)
    #expect(second.state.analysis?.quotations.count == 2)
  }
}
