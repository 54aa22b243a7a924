// Single quotation marks, curly and straight, among apostrophes.

import ArticleModel
import NewsAnalysis
import Testing

@Suite struct SingleMarkTests {
  private typealias Found = DirectSpeechTests.Found

  private static let openings = ["We don’t know", "The ’90s were good", "Rock ’n’ roll is dead"]
  private static let middles = [
    "", " because of the ministers’ plan", " after two years’ work", " without the ’68 crowd",
    " and he told me “no” twice", " so get ’em out",
  ]
  private static let endings = [",", "!", "?", " –"]

  @Test("Apostrophes inside single marks close nothing", arguments: [("‘", "’"), ("'", "'")])
  func apostrophes(open: String, close: String) {
    for opening in Self.openings {
      for middle in Self.middles {
        for ending in Self.endings {
          let words = opening + middle + ending
          let plain = open == "'" ? String(words.map { $0 == "’" ? "'" : $0 }) : words
          let quoted = open + plain + close
          let text = "\(quoted) said the councils\(close) envoy. \(open)It hurts.\(close) She left."
          let expected = Found(
            words: [quoted, "\(open)It hurts.\(close)"], speaker: "the councils\(close) envoy")
          #expect(DirectSpeechTests.quotations(text) == [expected], "\(text)")
        }
      }
    }
  }

  @Test("What stands outside the marks belongs to nobody")
  func outside() {
    let found = DirectSpeechTests.quotations("Petra Falk said: ‘We’ve lost.’ The mayor left.")
    #expect(found == [Found(words: ["‘We’ve lost.’"], speaker: "Petra Falk")])
  }

  @Test(
    "Marks open before numbers, ellipses and other marks",
    arguments: ["‘30 people came,’", "‘£3m is gone,’", "‘… and then we left,’", "‘“No” is all,’"])
  func unusualBeginnings(_ quoted: String) {
    let found = DirectSpeechTests.quotations("\(quoted) said Ines Vogt.")
    #expect(found == [Found(words: [quoted], speaker: "Ines Vogt")])
  }

  @Test(
    "Paragraphs that each open a mark have the speaker whom the last one names",
    arguments: [("‘", "’"), ("'", "'"), ("“", "”")])
  func paragraphs(open: String, close: String) {
    let found = DirectSpeechTests.quotations(
      """
      \(open)We waited for the dockers' union to act.

      \(open)Nobody came,\(close) said Ines Vogt. \(open)It was late.\(close)
      """)
    #expect(found.map(\.speaker) == ["Ines Vogt", "Ines Vogt"])
    #expect(found.flatMap(\.words).count == 3)
  }
}
