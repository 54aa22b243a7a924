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

  @Test("ga accepts the quotation under the caret, which stays there until one goes on")
  func accept() throws {
    var sitting = Sitting()
    sitting.press("]qga")
    #expect(try quotation(0, in: sitting).confidence == 1)
    #expect(sitting.annotations.map(\.kind) == [.correction])
    #expect(sitting.annotations[0].correction == Correction(.accepted, .quotation))
    #expect(sitting.state.caret == (try quotation(0, in: sitting)).extent.start)
    #expect(sitting.screen.contains("1✓"))
    #expect(sitting.screen.contains("accepted “The harbour of Lübeck"))
    sitting.press(";ga;ga")
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
    #expect(sitting.screen.contains("not a quotation: “The harbour"))
    sitting.press("dd")
    #expect(sitting.state.analysis?.quotations.count == 3)
    #expect(sitting.annotations.isEmpty)
  }

  @Test("gc gives a quotation to another speaker with a letter, and Enter keeps it")
  func speaker() throws {
    var sitting = Sitting()
    sitting.press("]qgc")
    #expect(sitting.screen.contains("who says “The harbour"))
    #expect(sitting.screen.contains("1•Ines Vogt"))
    let caret = sitting.state.caret
    let found = try speaker(of: 0, in: sitting)
    sitting.press("2")
    #expect(sitting.screen.contains("2•the shipping line"))
    #expect(sitting.annotations.isEmpty)
    sitting.press("<Enter>")
    #expect(sitting.state.caret == caret)
    #expect(try speaker(of: 0, in: sitting) == "the shipping line")
    #expect(sitting.annotations.first?.correction?.speaker == .named("the shipping line"))
    #expect(sitting.annotations.first?.correction?.subject == found && found != nil)
    #expect(sitting.annotations.first?.status == .done)
    sitting.press("gcn<Enter>")
    #expect(sitting.annotations.first?.correction?.speaker == .nobody)
    #expect(sitting.annotations.first?.correction?.subject == found)
  }

  @Test("gc o takes a name that is typed, gc n takes the name away")
  func otherSpeaker() throws {
    var sitting = Sitting()
    sitting.press("]qgco")
    sitting.type("Jan Brandt")
    // Enter keeps what the line says that it keeps.
    sitting.press("<Enter>")
    #expect(sitting.isPlain)
    #expect(try speaker(of: 0, in: sitting) == "Jan Brandt")
    sitting.press("gcn<Enter>")
    #expect(try speaker(of: 0, in: sitting) == nil)
    #expect(sitting.annotations.count == 1)
  }

  @Test("gc b gives a quotation other words by selecting them, and comes back to the dialog")
  func boundaries() throws {
    var sitting = Sitting()
    sitting.press("]qgcb")
    sitting.press("ooh<Esc>")
    #expect(sitting.annotations.isEmpty)
    sitting.press("]q[q[qgcb")
    #expect(sitting.selectedText == "The harbour of Lübeck will stay closed until Friday")
    sitting.press("bbhh<Enter>")
    #expect(sitting.screen.contains("who says “The harbour of Lübeck will stay closed”"))
    sitting.press("2<Enter>")
    let text = sitting.state.article.text
    let span = try quotation(0, in: sitting).extent
    #expect(text.string(in: span) == "The harbour of Lübeck will stay closed")
    #expect(sitting.annotations.count == 1)
    #expect(sitting.annotations[0].targets.count == 2)
    #expect(try speaker(of: 0, in: sitting) == "the shipping line")
    sitting.press("gc2<Enter>")
    #expect(try quotation(0, in: sitting).extent == span)
    #expect(try speaker(of: 0, in: sitting) == "Ines Vogt")
    #expect(sitting.annotations.count == 1)
  }

  @Test("The ends move word by word in the dialog, and one undo takes back both")
  func ends() throws {
    var sitting = Sitting(columns: 80, rows: 24)
    sitting.press("]qgc[")
    #expect(sitting.screen.contains("until”"))
    sitting.press("<Enter>")
    #expect(sitting.screen.contains("closed”"))
    sitting.press("<Enter>]")
    sitting.press("))2")
    let text = sitting.state.article.text
    sitting.press("<Enter>")
    #expect(
      text.string(in: try quotation(0, in: sitting).extent) == "of Lübeck will stay closed")
    #expect(try speaker(of: 0, in: sitting) == "the shipping line")
    sitting.press("u")
    #expect(try speaker(of: 0, in: sitting) == "Ines Vogt")
    #expect(sitting.annotations.isEmpty)
  }

  @Test("> keeps a quotation and opens the next; Enter on an untouched one says so")
  func next() throws {
    var sitting = Sitting()
    sitting.press("]qgc2>")
    #expect(try speaker(of: 0, in: sitting) == "the shipping line")
    #expect(sitting.screen.contains("who says “We cannot let ships in"))
    sitting.press("<Enter>")
    #expect(sitting.screen.contains("Nothing was changed"))
    #expect(sitting.annotations.count == 1)
  }

  @Test("gc on a selection adds a quotation that was missed, or says which words the one here has")
  func missed() throws {
    var sitting = Sitting()
    sitting.press("/Divers<Enter>visgcq")
    sitting.press("1<Enter>")
    let quotations = try #require(sitting.state.analysis).quotations
    #expect(quotations.count == 4)
    #expect(sitting.annotations.first?.correction?.decision == .corrected)
    var other = Sitting()
    other.press("]qwviwgcb<Enter>")
    let text = other.state.article.text
    #expect(text.string(in: try quotation(0, in: other).extent) == "harbour")
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
    #expect(sitting.wordAtCaret == "Lübeck")
  }

  @Test("In the panes the keys judge the selected entry")
  func panes() throws {
    var sitting = Sitting()
    sitting.press("g2gajga")
    #expect(sitting.state.focus == .pane(.quotes))
    #expect(sitting.annotations.count == 2)
    #expect(try quotation(1, in: sitting).confidence == 1)
    sitting.press("g4gx")
    #expect(sitting.state.analysis?.locations.count == 1)
  }

  @Test("Where nothing was found the keys say so")
  func nothing() {
    var sitting = Sitting()
    sitting.press("ga")
    #expect(sitting.screen.contains("no quotation and no place here"))
    sitting.press("gc")
    #expect(sitting.screen.contains("select words to add what was missed"))
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
