// Making marks and working on them, all by key.

import ArticleModel
import DocumentImport
import Interface
import NewsAnalysis
import Reader
import Testing

@Suite struct MarkingTests {
  @Test("White space alone is not marked")
  func whiteSpace() {
    var sitting = Sitting(
      Article("a b\n", name: "x.txt"), analysis: Analysis(extent: TextSpan(.zero, .zero)))
    sitting.press("lva")
    #expect(sitting.state.message?.text == "There are no words to mark here")
    #expect(sitting.state.annotations.annotations.isEmpty)
  }

  @Test("A mark exists as soon as its term is chosen")
  func termMakesMark() throws {
    var sitting = Sitting()
    sitting.press("]q]qabl")
    let annotation = try #require(sitting.annotations.first)
    #expect(annotation.kind == .bias)
    #expect(annotation.id.description == "urn:uuid:00000000-0000-4001-8000-000000000002")
    #expect(annotation.terms.map(\.description) == ["bias/wording/loaded-term"])
    #expect(annotation.creator?.name == "Ana")
    #expect(
      annotation.targets.first?.passage?.exact
        == "“We cannot let ships in while the wreck lies there,” she told reporters.")
    #expect(sitting.state.saveState == .saved)
    #expect(sitting.effects.contains { $0.records })
  }

  @Test("The voice of words inside a direct quotation is its speaker, elsewhere the outlet")
  func voice() {
    var sitting = Sitting()
    sitting.press("]q]qviqabl<Esc>")
    #expect(sitting.annotations.last?.voice == "Ines Vogt")
    sitting.press("Gabl<Esc>")
    #expect(sitting.annotations.last?.voice == "outlet")
  }

  @Test("Esc keeps the note that was typed, Ctrl-G leaves it as it was")
  func note() {
    var sitting = Sitting()
    sitting.press("aq")
    sitting.type("Since when?")
    sitting.press("<Esc>")
    #expect(sitting.annotations.first?.note == "Since when?")
    sitting.press("i<C-u>")
    sitting.type("Never mind")
    sitting.press("<C-g>")
    #expect(sitting.annotations.first?.note == "Since when?")
  }

  @Test("A note that stays empty leaves no mark behind")
  func emptyNote() {
    var sitting = Sitting()
    sitting.press("an<Esc>")
    #expect(sitting.annotations.isEmpty)
    #expect(sitting.state.message?.text.contains("dropped an empty note") == true)
  }

  @Test("Enter on an unmarked sentence opens the mark menu, on a marked one its note")
  func enter() {
    var sitting = Sitting()
    sitting.press("<Enter>")
    #expect(sitting.top.context == .mark)
    sitting.press("h<Enter>")
    #expect(sitting.top.context == .note)
  }

  @Test("Undo takes the last change back and redo brings it again")
  func undo() {
    var sitting = Sitting()
    sitting.press("ahGah")
    #expect(sitting.annotations.count == 2)
    sitting.press("u")
    #expect(sitting.annotations.count == 1)
    sitting.press("u")
    #expect(sitting.annotations.isEmpty)
    sitting.press("u")
    #expect(sitting.state.message?.text == "There is nothing to undo")
    sitting.press("<C-r><C-r>")
    #expect(sitting.annotations.count == 2)
    #expect(sitting.state.index.entries.count == 2)
  }

  @Test("Deleting needs no question, and the message names the way back")
  func delete() {
    var sitting = Sitting()
    sitting.press("ahdd")
    #expect(sitting.annotations.isEmpty)
    #expect(sitting.state.message?.text == "deleted highlight · u restores it")
  }

  @Test("Status and verdict are set from one picker; a new verdict replaces the old one")
  func status() {
    var sitting = Sitting()
    sitting.press("avs<Esc>s3")
    #expect(sitting.annotations.first?.status == .needsSecondSource)
    sitting.press("sr")
    #expect(sitting.annotations.first?.terms.map(\.term) == ["refuted"])
  }

  @Test("A claim can be marked as to be checked, and a verdict be taken back")
  func verdictLater() {
    var sitting = Sitting()
    sitting.press("avv<Esc>")
    #expect(sitting.annotations.first?.kind == .verification)
    #expect(sitting.annotations.first?.terms == [])
    sitting.press("sr")
    #expect(sitting.annotations.first?.terms.map(\.term) == ["refuted"])
    sitting.press("sr")
    #expect(sitting.annotations.first?.terms == [])
  }

  @Test("Of marks on the same words the last one made comes first, and all can be stepped to")
  func sameWords() {
    var sitting = Sitting()
    sitting.press("abl<Esc>abe<Esc>ah")
    #expect(sitting.state.currentAnnotation?.kind == .highlight)
    // The status line says it as soon as the message has gone.
    sitting.press("<Esc>")
    #expect(sitting.screen.contains("H highlight · mark "))
    #expect(sitting.screen.contains(" of 3 here"))
    sitting.press("[a")
    #expect(sitting.state.currentAnnotation?.terms.map(\.term) == ["euphemism"])
    sitting.press("[a")
    #expect(sitting.state.currentAnnotation?.terms.map(\.term) == ["loaded-term"])
    sitting.press("dd")
    #expect(sitting.annotations.map(\.kind) == [.bias, .highlight])
    sitting.press("u")
    #expect(sitting.annotations.first?.terms.map(\.term) == ["loaded-term"])
  }

  @Test("Quitting warns once when the marks could not be saved")
  func quitUnsaved() {
    var sitting = Sitting(saves: false)
    sitting.press("ah")
    sitting.take(.saveFailed("the disk is full"))
    sitting.press("q")
    #expect(!sitting.effects.contains(.quit))
    #expect(sitting.state.message?.text.contains("NOT SAVED") == true)
    sitting.press("q")
    #expect(sitting.effects.contains(.quit))
  }

  @Test("Resizing takes the selection as the new passage")
  func resize() {
    var sitting = Sitting()
    sitting.press("]qahgs")
    sitting.press("bb<Enter>")
    let passage = sitting.annotations.first?.targets.first?.passage
    #expect(passage?.exact.hasPrefix("The harbour of Lübeck") == true)
    #expect(passage?.exact.hasSuffix("V") == true || passage?.exact.hasSuffix("I") == true)
    sitting.press("gs<Esc>")
    #expect(sitting.annotations.first?.targets.first?.passage == passage)
  }

  @Test("A mark may be about several places, and about the article as a whole")
  func targets() {
    var sitting = Sitting()
    sitting.press("ahaw")
    sitting.press("G<Enter>")
    #expect(sitting.annotations.first?.targets.count == 2)
    #expect(sitting.state.index.entries.count == 2)
    sitting.press("gAbl<Esc>")
    #expect(sitting.annotations.last?.targets.map(\.passage) == [nil])
    #expect(sitting.state.index.order.first == sitting.annotations.last?.id)
  }

  @Test("A mark that has lost its words is told, and attached to others")
  func attach() {
    let lost = Annotation(
      kind: .note,
      targets: [
        AnnotationTarget(
          source: "harbour-closure.txt", passage: Passage(exact: "Pilots refused to work at night.")
        )
      ])
    var sitting = Sitting(annotations: [lost])
    #expect(sitting.screen.contains("1 mark, 1 without a place"))
    sitting.press("]o")
    #expect(sitting.screen.contains("its words are not in the text"))
    sitting.press("gsG<Enter>")
    #expect(sitting.state.index.orphans.isEmpty)
    let passage = sitting.annotations.first?.targets.first?.passage
    #expect(passage?.exact == "Pilots refused to work at night.")
    #expect(passage?.confirmed?.hasPrefix("Image:") == true)
    sitting.press("u")
    #expect(sitting.state.index.orphans.count == 1)
  }

  @Test("The last mark is repeated with one key")
  func repeatMark() {
    var sitting = Sitting()
    sitting.press("abe<Esc>G.")
    #expect(sitting.annotations.map { $0.terms.map(\.term) } == [["euphemism"], ["euphemism"]])
  }

  @Test("Tags are typed with commas between")
  func tags() {
    var sitting = Sitting()
    sitting.press("at")
    sitting.type("port, #wreck")
    sitting.press("<Enter>")
    #expect(sitting.annotations.first?.tags == ["port", "wreck"])
  }

  @Test("Evidence goes to the mark under the caret, or makes a mark of its own")
  func evidence() {
    var sitting = Sitting()
    sitting.press("avr<Esc>ae")
    sitting.type("https://example.org/log")
    sitting.press("<Enter>r")
    #expect(sitting.annotations.count == 1)
    #expect(sitting.annotations.first?.evidence.map(\.stance) == [.refutes])
    sitting.press("Gae")
    sitting.type("https://example.org/ais")
    sitting.press("<Enter>s")
    #expect(sitting.annotations.last?.kind == .evidence)
  }

  @Test("Reviewed marks are done, and the caret goes on to the next one")
  func reviewed() {
    var sitting = Sitting()
    sitting.press("ahGahggx")
    #expect(sitting.annotations.first?.status == .done)
    #expect(sitting.wordAtCaret == "Image:")
  }

  @Test("A failed save is told and stays visible")
  func failedSave() {
    var sitting = Sitting(saves: false)
    sitting.press("ah")
    sitting.take(.saveFailed("the disk is full"))
    sitting.press("j")
    #expect(sitting.screen.contains("NOT SAVED"))
  }

  @Test("Offsets are whole grapheme clusters in code points for any script")
  func scripts() throws {
    let text = "Ein 👩‍👩‍👧 e\u{301}té 日本語 שלום end.\n"
    var sitting = Sitting(Article(plainText: text, name: "mixed.txt"))
    sitting.press("wviwah")
    let passage = try #require(sitting.annotations.first?.targets.first?.passage)
    let scalars = Array(text.unicodeScalars)
    let position = try #require(passage.position)
    let slice = scalars[position.start.value..<position.end.value]
    #expect(String(String.UnicodeScalarView(slice)) == passage.exact)
    #expect(passage.exact == "👩‍👩‍👧")
  }
}
