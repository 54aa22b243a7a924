// Copying words, replying, linking, opening evidence.

import ArticleModel
import Interface
import NewsAnalysis
import Reader
import Screen
import Testing

@Suite struct RelationsTests {
  private func copied(_ sitting: Sitting) -> String? {
    for case .copy(let text) in sitting.effects.reversed() { return text }
    return nil
  }

  @Test("The selection, or the sentence, is copied as it stands")
  func copy() {
    var sitting = Sitting()
    sitting.press("yy")
    #expect(copied(sitting) == "Harbour stays shut – ferries sail from the quay")
    sitting.press("]lviwy")
    #expect(copied(sitting) == "Lübeck")
    #expect(sitting.state.selection == nil)
  }

  @Test("A citation says whose words they are and where they stand")
  func citation() {
    var sitting = Sitting()
    sitting.press("2]qviqY")
    #expect(
      copied(sitting) == """
        “We cannot let ships in while the wreck lies there,”
        — Ines Vogt, quoted in Harbour stays shut – ferries sail from the quay, harbour-closure.txt
        """)
  }

  @Test("A reply stands on the words of the mark that it answers")
  func reply() throws {
    var sitting = Sitting()
    sitting.press("]lviwah")
    sitting.press("gr")
    sitting.type("Which harbour?")
    sitting.press("<Esc>")
    let reply = try #require(sitting.annotations.last)
    #expect(reply.kind == .reply)
    #expect(reply.repliesTo == sitting.annotations.first?.id)
    #expect(reply.note == "Which harbour?")
    #expect(reply.targets == sitting.annotations.first?.targets)
    sitting.press("uu")
    #expect(sitting.annotations.count == 1)
  }

  @Test("A link ties two marks, and needs a second one")
  func link() throws {
    var sitting = Sitting()
    sitting.press("ah}}ahgl<Enter>")
    #expect(sitting.state.message?.isWarning == true)
    sitting.press("[a<Enter>")
    let link = try #require(sitting.annotations.last)
    #expect(link.kind == .link)
    #expect(link.targets.count == 2)
    #expect(link.repliesTo == sitting.annotations.first?.id)
    #expect(sitting.state.purpose == nil)
  }

  @Test("Where words link to a page, the status line names it, and the key for evidence opens it")
  func linkInText() {
    let text = ArticleText("Gates stay shut, says the report. Nobody knows why.")
    let structure = ArticleStructure(
      blocks: BlockTable([Block(span: text.span, kind: .paragraph)]),
      links: [.init(span: TextSpan(11..<32), target: "https://example.com/report")])
    var sitting = Sitting(
      Article(text: text, source: .init(name: "page.html"), structure: structure),
      analysis: Analysis(extent: text.span))
    sitting.press("go")
    #expect(sitting.state.message?.text.contains("no mark and no link here") == true)
    sitting.press("<Esc>wwww")
    #expect(sitting.screen.contains("go opens https://example.com/report"))
    sitting.press("go")
    #expect(sitting.effects.last == .openAddress("https://example.com/report"))
  }

  @Test("Evidence opens in the browser; without any, its keys are named")
  func evidence() {
    var sitting = Sitting()
    sitting.press("ah" + "go")
    #expect(sitting.state.message?.text.contains("ae adds some") == true)
    sitting.press("ae")
    sitting.type("https://example.org/log")
    sitting.press("<Enter>r" + "go")
    #expect(sitting.effects.last == .openAddress("https://example.org/log"))
  }
}
