// Two articles side by side: what both quote, and who cut what.

import ArticleModel
import Testing
import Verification

@Suite struct SharedQuotationTests {
  private func story(_ quotations: (String, String)...) -> VerifiableStory {
    let text = quotations.map { "\u{201C}\($0.0)\u{201D}, \($0.1) said." }.joined(separator: "\n\n")
    let article = Article(text, name: "report.txt")
    return VerifiableStory(
      article,
      quotations: quotations.compactMap { words, name in
        article.text.places(of: words).first.map {
          StoryQuotation(parts: [$0], text: words, speakerNames: [name])
        }
      }, language: "en")
  }

  private let full = "I could support this paper if the government pays half of it"
  private let cut = "I could support this paper"

  @Test("The report that has fewer words is the one that cut, whichever comes first")
  func cuts() throws {
    let (long, short) = (story((full, "Ilse Brandt")), story((cut, "Brandt")))
    let pair = try #require(SharedQuotations(short, long).pairs.first)
    #expect(pair.relation == .cutInFirst && !pair.hasOtherSpeaker)
    #expect(
      pair.differenceInWords == "I could support this paper {-if the government pays half of it-}")
    let turned = try #require(SharedQuotations(long, short).pairs.first)
    #expect(turned.relation == .cutInSecond)
    #expect(
      turned.differenceInWords == "I could support this paper {+if the government pays half of it+}"
    )
  }

  @Test("A cut that changes the meaning is told, whichever report has fewer words")
  func changedMeaning() throws {
    let short = story(("I believe the company lied to the whole town", "Brandt"))
    let long = story(("I do not believe the company lied to the whole town", "Brandt"))
    let pair = try #require(SharedQuotations(short, long).pairs.first)
    #expect(pair.relation == .cutInFirst && pair.meaningChanges.map(\.kind) == [.negation])
    let turned = try #require(SharedQuotations(long, short).pairs.first)
    #expect(turned.relation == .cutInSecond && turned.meaningChanges.map(\.kind) == [.negation])
  }

  @Test("The same words are alike, other words differ, and another name is told")
  func kinds() {
    let first = story(
      ("The barrier will hold the river back for fifty years", "Nadia Farah"),
      ("We have been flooded twice in four years", "Gordon Pell"),
      ("The library roof has been on the list for six years", "Ilse Brandt"))
    let second = story(
      ("We have been flooded twice in four years", "Gordon Pell"),
      ("The barrier may hold the river back for fifty years", "Nadia Farah"),
      ("The library roof has been on the list for six years", "Samuel Okafor"))
    let shared = SharedQuotations(first, second)
    #expect(shared.pairs.map(\.relation) == [.different, .alike, .alike])
    #expect(shared.pairs.map(\.hasOtherSpeaker) == [false, false, true])
    #expect(shared.pairs.map(\.second) == [1, 0, 2])
    #expect(shared.onlyFirst.isEmpty && shared.onlySecond.isEmpty)
  }

  @Test(
    "What one report has alone is listed as its own, and nothing is paired that only sounds alike")
  func alone() {
    let first = story(("The pool will stay open until the end of May", "Anna Keller"))
    let second = story(("The bridge will be closed until the beginning of June", "Tom Reed"))
    let shared = SharedQuotations(first, second)
    #expect(shared.pairs.isEmpty && shared.onlyFirst == [0] && shared.onlySecond == [0])
  }
}
