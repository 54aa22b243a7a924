// Texts that have to do with fewer columns than they take.

import Testing

@testable import Screen

@Suite struct ShorteningTests {
  @Test("A text is cut between words, with one sign for what is missing")
  func betweenWords() {
    let text = "Harland Civil Engineering, of Hexley"
    #expect(text.cutBetweenWords(to: 40) == text)
    #expect(text.cutBetweenWords(to: 29) == "Harland Civil Engineering…")
    #expect(text.cutBetweenWords(to: 26) == "Harland Civil Engineering…")
    #expect(text.cutBetweenWords(to: 20) == "Harland Civil…")
    // Where a word alone is longer than half of the room, it is cut.
    #expect("A Konstantinopoulou".cutBetweenWords(to: 12) == "A Konstanti…")
    #expect("欧阳小明建设有限公司".cutBetweenWords(to: 9) == "欧阳小明…")
    #expect(text.cutBetweenWords(to: 1) == "…" && text.cutBetweenWords(to: 0).isEmpty)
  }

  @Test("Words are quoted with as many marks closed as opened, whatever is cut")
  func quoted() {
    #expect("The piles are cracked.".quoted(to: 40) == "“The piles are cracked.”")
    #expect("The piles are cracked.".quoted(to: 16) == "“The piles are…”")
    #expect("“We keep it,” said Ines Vogt.".quoted(to: 12) == "“We keep…”")
    #expect("“We keep it,” said Ines Vogt.".quoted(to: 21) == "“We keep it,” said…")
    // A sentence of a longer quotation has only one of its marks.
    #expect("“They use most of it.".quoted() == "“They use most of it.”")
    #expect("Nobody knows,” she said.".quoted() == "“Nobody knows,” she said.")
    for columns in 1...30 {
      let cut = "Our report “Ferry levy passes” was wrong.".quoted(to: Column(columns))
      #expect(cut.displayWidth <= Column(columns))
    }
  }

  @Test("Of a name that is too long, the last part stays longest")
  func names() {
    let name = "Benedict Uwe Okafor-Williams"
    #expect(name.nameShortened(to: 30) == name)
    #expect(name.nameShortened(to: 22) == "B. U. Okafor-Williams")
    #expect(name.nameShortened(to: 16) == "Okafor-Williams")
    #expect(name.nameShortened(to: 8) == "Okafor-…")
    #expect("王小明".nameShortened(to: 6) == "王小明")
  }

  @Test(
    "The width of a text is that of its characters, wherever ASCII begins and ends in it",
    arguments: [
      "", "plain", "“Quoted” words", "cafe\u{301} e\u{301}", "a\u{200D}b", "欧阳 and 小明", "👩‍🚀 x",
      "x\u{301}",
      "e\u{301}", "\r\n", "a\tb",
    ])
  func width(text: String) {
    let columns = text.reduce(0) { $0 + Glyph.width(of: $1).value }
    #expect(text.displayWidth == Column(columns) && text[...].displayWidth == Column(columns))
    for limit in 0...12 {
      let read = text.displayWidth(upTo: Column(limit)).value
      #expect(columns <= limit ? read == columns : limit < read && read <= columns)
    }
  }
}
