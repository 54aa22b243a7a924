// What people do, what works are called and what nobody says is no quotation; what is written stands for
// its author.

import NewsAnalysis
import ArticleModel
import Testing

@Suite struct NonSpeechTests {
  private static let subjects = ["The rebel group", "Petra Falk", "The ministry", "A spokesman"]
  private static let deeds = [
    "claimed responsibility for the attack", "claimed credit for the deal", "welcomed the vote",
    "declined to comment", "refused to comment on the report", "rejected the findings",
    "named a new director", "was denied entry", "declined to be interviewed",
    "flocked to join the march", "refused to answer questions", "asked not to be named",
  ]

  @Test("Deeds are no quotations")
  func nothingSaid() {
    let texts = Self.subjects.flatMap { subject in
      Self.deeds.map { "The council met on Monday. \(subject) \($0)." }
    }
    for voiced in Voiced.all(texts) { #expect(voiced.quotations.isEmpty, "\(voiced.text)") }
  }

  @Test(
    "Clauses behind the same verbs are",
    arguments: [
      "Petra Falk claimed that the vote was rigged.",
      "The ministry denied that the port was closed.",
      "Petra Falk rejected the plan as “a gift to the lobby”.",
      "Petra Falk welcomed “a great day for the islands”.",
    ])
  func clauses(text: String) {
    #expect(!Voiced(text).quotations.isEmpty)
  }

  @Test(
    "Titles, names and nicknames in marks are no quotations",
    arguments: [
      "Ines Vogt wrote “Harbour Lights”.", "The film “Harbour Lights” opens on Friday.",
      "A docker known as “Tiny” left.", "He goes by the name “Patch.”",
      "The so-called “pier tax” was dropped.", "The trawler “Northern Star” sank.",
      "The report, titled “A Safe Harbour”, runs to 300 pages.",
      "Ines Vogt read “The Old Pier” to the children.",
    ])
  func titles(text: String) {
    #expect(Voiced(text).quotations.isEmpty)
  }

  @Test(
    "What is written stands for its author",
    arguments: [
      ("A statement from the ministry said that the levy would stay.", "ministry"),
      ("The ministry’s statement said that the levy would stay.", "ministry"),
      ("A post by Ines Vogt said that the levy would stay.", "Ines Vogt"),
      ("Ines Vogt’s letter said that the levy would stay.", "Ines Vogt"),
    ])
  func writings(text: String, author: String) {
    #expect(Voiced(text).speakers == [author])
  }

  @Test("It means the body that has just spoken", arguments: ["union", "charity", "company"])
  func bodies(noun: String) {
    let voiced = Voiced("The \(noun) said members had voted. “We voted,” it said.")
    #expect(voiced.speakers == [noun, noun])
  }

  @Test(
    "Being ready or willing is no quotation for either engine, but saying so is",
    arguments: ["ready for", "especially willing to hold", "set for", "keen on"])
  func readiness(state: String) {
    let text = "Ines Vogt was \(state) talks with the port over the levy."
    let said = "Ines Vogt said she was \(state) talks with the port over the levy."
    for analyzer in Analyzers.all {
      #expect(analyzer.analyze(Article(text)).quotations.isEmpty, "\(text)")
      #expect(analyzer.analyze(Article(said)).quotations.count == 1, "\(said)")
    }
  }
}
