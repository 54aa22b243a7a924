// Sorting, filtering and grouping what the panes list, and the strip that shows where things lie.

import ArticleModel
import DocumentImport
import NewsAnalysis
import Interface
import Reader
import Screen
import Testing

@Suite struct PaneArrangementTests {
  private func rows(of sitting: Sitting, with words: [String]) -> [Int] {
    words.compactMap { word in sitting.frame.lines.firstIndex { $0.contains(word) } }
  }

  @Test("/ in a pane filters it while words are typed, Enter keeps the filter, Esc shows all again")
  func filter() {
    var sitting = Sitting(columns: 60, rows: 24)
    sitting.press("g2/")
    sitting.type("shipping")
    #expect(sitting.screen.contains("40 ships"))
    #expect(!sitting.screen.contains("We cannot"))
    sitting.press("<Enter>")
    #expect(sitting.screen.contains("1 with “shipping”"))
    #expect(sitting.state.focus == .pane(.quotes))
    #expect(sitting.wordAtCaret == "40")
    sitting.press("<Esc>")
    #expect(sitting.screen.contains("We cannot"))
    #expect(sitting.state.focus == .pane(.quotes))
    sitting.press("<Esc>")
    #expect(sitting.state.focus == .article)
  }

  @Test("A filter that is given up leaves what was there, and one without hits says so")
  func noHits() {
    var sitting = Sitting(columns: 60, rows: 24)
    sitting.press("g4/")
    sitting.type("zzz")
    #expect(sitting.screen.contains("nothing with “zzz”"))
    sitting.press("<Enter>jkGgg<Enter>")
    sitting.press("g4/<Esc>")
    #expect(sitting.screen.contains("nothing with “zzz”"))
    sitting.press("<Esc>")
    #expect(sitting.screen.contains("Travemünde"))
  }

  @Test("o sorts a pane by one thing after the other, and the caret follows the rows")
  func sort() {
    var sitting = Sitting(columns: 60, rows: 24)
    sitting.press("g2oo")
    #expect(sitting.screen.contains("sorted by doubt"))
    let doubtful = rows(of: sitting, with: ["40 ships", "The harbour", "We cannot"])
    #expect(doubtful == doubtful.sorted())
    sitting.press("gg")
    #expect(sitting.wordAtCaret == "40")
    sitting.press("j")
    #expect(sitting.wordAtCaret == "The")
    sitting.press("oo")
    #expect(sitting.screen.contains("sorted by order of the text"))
  }

  @Test("O groups a pane, h folds a group, l and Enter unfold it")
  func group() {
    var sitting = Sitting(columns: 60, rows: 24)
    sitting.press("g2O")
    #expect(sitting.screen.contains("▾ Ines Vogt"))
    #expect(sitting.screen.contains("▾ the shipping line"))
    sitting.press("gg")
    sitting.press("h")
    #expect(sitting.screen.contains("▸ Ines Vogt"))
    #expect(!sitting.screen.contains("We cannot"))
    sitting.press("j")
    #expect(sitting.screen.contains("▸ ▾ the shipping line"))
    sitting.press("k<Enter>")
    #expect(sitting.screen.contains("We cannot"))
    #expect(sitting.state.focus == .pane(.quotes))
    sitting.press("jhl")
    #expect(sitting.screen.contains("▾ Ines Vogt"))
  }

  @Test("Every pane sorts, groups and filters on every size of screen", arguments: [60, 20, 140])
  func allPanes(columns: Int) {
    for pane in ["g2", "g3", "g4", "g5"] {
      var sitting = Sitting(columns: columns, rows: columns == 20 ? 5 : 24)
      sitting.press("]qabl<Esc>")
      sitting.press("\(pane)oooooOjhlkhGgg<Enter>")
      sitting.press("\(pane)/")
      sitting.type("e")
      sitting.press("<Enter>jjjkkk<Esc>O")
      #expect(sitting.state.focus.self != .article)
    }
  }

  @Test("The sourcing is summed up below the speakers, and a line of it can be marked")
  func sourcing() throws {
    var sitting = Sitting(columns: 80, rows: 30)
    sitting.press("g3")
    for fact in [
      "2 named voices, 0 unnamed, 1 uncertain", "at least 76 % of words: Ines Vogt",
      "10 of 25 quoted words verbatim",
    ] { #expect(sitting.screen.contains(fact)) }
    sitting.press("jjja")
    sitting.take(.hesitation)
    #expect(sitting.screen.contains("mark the article: at least 76 %"))
    sitting.press("bl<Esc>")
    let mark = try #require(sitting.annotations.first)
    #expect(mark.note == "at least 76 % of words: Ines Vogt")
    #expect(mark.targets.map(\.passage) == [nil])
  }

  @Test("Second-hand reports and those who are never quoted are named")
  func secondHand() throws {
    var analysis = Analysis.harbour(.harbour)
    let mention = try #require(analysis.quotations[2].mention)
    analysis.quotations[0].via = [.init(mention: mention, speaker: 1)]
    analysis.quotations[2].confidence = 0.9
    analysis.speakers.append(Speaker(name: "Jan Brandt", kind: .person, mentions: [mention]))
    var sitting = Sitting(analysis: analysis, columns: 80, rows: 30)
    sitting.press("g3")
    #expect(sitting.screen.contains("1 second-hand: the shipping line"))
    #expect(sitting.screen.contains("talked about, never quoted: Jan Brandt"))
  }

  @Test("The strip shows where quotations and marks lie, and what is on the screen")
  func strip() throws {
    let text = (1...200).map { "Sentence \($0) stands here on its own.\n\n" }.joined()
    let article = Article(plainText: text, name: "long.txt")
    var analysis = Analysis(extent: article.text.span)
    let middle = article.text.count / 2
    analysis.quotations = [
      Quotation(spans: [TextSpan(middle..<middle + 20)], form: .indirect, confidence: 1)
    ]
    var sitting = Sitting(article, analysis: analysis, columns: 80, rows: 24)
    func strip() -> [Character] { sitting.frame.lines.prefix(21).compactMap(\.last) }
    #expect(strip().first == "┃")
    #expect(strip().last == "│")
    #expect(strip()[10] == "┤")
    sitting.press("Gah")
    #expect(strip().last == "▌")
    #expect(strip().first == "│")
  }

  @Test("An article that fits needs no strip on a narrow screen")
  func noStrip() {
    #expect(!Sitting(columns: 80, rows: 30).screen.contains("┃"))
  }
}
