// Searching: as the pattern is typed, from match to match, and bit by bit in long articles.

import ArticleModel
import NewsAnalysis
import Interface
import Reader
import Screen
import Testing

@Suite struct SearchTests {
  /// Three megabytes in which a word stands at the very end, and another one in every paragraph.
  private static let long = Article(
    String(
      repeating: "The harbour stays shut while the wreck lies there, she said.\n\n", count: 50_000)
      + "At last a needle.\n", name: "long.txt")

  private func long() -> Sitting {
    let article = Self.long
    return Sitting(article, analysis: Analysis(extent: TextSpan(.zero, .zero)))
  }

  @Test("The place among the matches is told while typing and from match to match")
  func counter() {
    var sitting = Sitting()
    sitting.press("/vogt")
    #expect(sitting.frame.lines.last?.contains("1 of 2") == true)
    sitting.press("<Enter>")
    #expect(sitting.state.message?.text == "/vogt  1 of 2")
    sitting.press("n")
    #expect(sitting.state.message?.text == "/vogt  2 of 2")
    sitting.press("n")
    #expect(sitting.state.message?.text == "/vogt  1 of 2")
    sitting.press("N")
    #expect(sitting.state.message?.text == "/vogt  2 of 2")
  }

  @Test("Small letters match capitals too; a capital, and a backslash with one, do not change that")
  func smartCase() {
    var sitting = Sitting()
    sitting.press("/VOGT<Enter>")
    #expect(sitting.state.message?.text == "“VOGT” is not in this article")
    sitting.press("/vogt\\W<Enter>")
    #expect(sitting.state.message?.text == "/vogt\\W  1 of 2")
    sitting.press("/Lübeck|ferries<Enter>")
    #expect(sitting.state.message?.text.hasSuffix(" of 3") == true)
  }

  @Test("A pattern that is no regular expression yet says so, and Esc goes back")
  func unfinished() {
    var sitting = Sitting()
    sitting.press("]q/(fer")
    #expect(sitting.frame.lines.last?.contains("not yet a regular expression") == true)
    sitting.press("<Esc>")
    #expect(sitting.wordAtCaret == "The")
    #expect(sitting.state.search == nil)
  }

  @Test("A word of a hundred thousand letters is too long to search for, and that is said at once")
  func endlessWord() {
    let article = Article(String(repeating: "a", count: 100_000) + " word.\n", name: "one.txt")
    var sitting = Sitting(article, analysis: Analysis(extent: TextSpan(.zero, .zero)))
    sitting.press("*")
    #expect(sitting.state.message?.text == "This word is too long to search for")
    #expect(sitting.state.search == nil)
    sitting.press("A")
    #expect(sitting.state.message?.text == "These words are too long to search for")
  }

  @Test("A search backwards finds the match before, and goes round")
  func backwards() {
    var sitting = Sitting()
    sitting.press("Gg/vogt<Enter>")
    #expect(sitting.state.message?.text == "?vogt  2 of 2")
    sitting.press("nn")
    #expect(sitting.state.message?.text == "?vogt  2 of 2")
    sitting.press("N")
    #expect(sitting.state.message?.text == "?vogt  1 of 2")
  }

  @Test("What the screen shows is found, however the text writes it, and marked to its end")
  func asShown() {
    let article = Article(
      "Ferry levy\n\nThe inter\u{AD}national port\u{A0}council doubled the\nlevy on Monday, the "
        + "minis\u{AD}ter said. Café owners and cafe\u{301} guests. The ﬁnal office.\n",
      name: "levy.txt")
    let words = [
      ("international", 1), ("minister", 1), ("port council", 1), ("the levy", 1), ("final", 1),
      ("café", 2),
    ]
    for (word, count) in words {
      var sitting = Sitting(article, analysis: Analysis(extent: TextSpan(.zero, .zero)))
      sitting.press("gg")
      sitting.press("/")
      sitting.type(word)
      sitting.press("<Enter>")
      #expect(sitting.state.message?.text == "/\(word)  1 of \(count)")
    }
    var sitting = Sitting(article, analysis: Analysis(extent: TextSpan(.zero, .zero)))
    sitting.press("gg/minis<Enter>*")
    #expect(sitting.state.message?.text.hasPrefix("*minis\u{AD}ter  1 of 1") == true)
  }

  @Test("A match far away is found in idle moments, and all matches are counted there")
  func inIdleMoments() {
    var sitting = long()
    sitting.press("/needle<Enter>")
    #expect(sitting.state.search?.walk != nil)
    #expect(sitting.state.hasWork)
    #expect(sitting.screen.contains("searching … "))
    #expect(sitting.screen.contains("Esc stops"))
    var moments = 0
    while sitting.state.hasWork, moments < 100 {
      sitting.take(.idle)
      moments += 1
    }
    #expect(sitting.wordAtCaret == "needle.")
    #expect(sitting.state.message?.text == "/needle  1 of 1")
    #expect((2...12).contains(moments))
    sitting.press("?")
    sitting.press("q")
    sitting.press("gg/harbour<Enter>")
    #expect(sitting.state.message?.text.contains("1 of ") == true)
    #expect(sitting.state.message?.text.hasSuffix("+") == true)
    while sitting.state.hasWork { sitting.take(.idle) }
    #expect(sitting.state.message?.text == "/harbour  1 of 50000")
    sitting.press("3n")
    #expect(sitting.state.message?.text == "/harbour  4 of 50000")
    sitting.press("GN")
    #expect(sitting.state.message?.text == "/harbour  50000 of 50000")
  }

  @Test("Esc stops a search that is under way, and the caret stays where it was")
  func stopping() {
    var sitting = long()
    sitting.press("jjj/needle<Enter>")
    let caret = sitting.state.caret
    sitting.press("<Esc>")
    #expect(sitting.state.search?.walk == nil)
    #expect(sitting.state.message?.text == "stopped searching")
    #expect(sitting.state.caret == caret)
  }
}
