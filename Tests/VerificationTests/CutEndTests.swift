// What stands before and behind quoted words in their sentence, and whether leaving it out changes what they say.

import ArticleModel
import Testing
import Verification

@Suite struct CutEndTests {
  private static let knew = "The managers knew about the broken lift."

  /// A speech in which a sentence begins before the quoted one.
  private func said(_ front: String, _ quoted: String = knew, of story: String? = nil) throws
    -> Said
  {
    let small = quoted.prefix(1).lowercased() + quoted.dropFirst()
    let source = Article("Good evening to all of you. \(front) \(small) Thank you for coming.")
    return try Said(quoted, of: story, in: source)
  }

  @Test(
    "A quantity, a doubt or another voice at the beginning of a sentence is no part of it to leave out",
    arguments: [
      ("Some of", MeaningChange.Kind.quantity), ("Only the oldest of", .quantity),
      ("At least some of", .quantity), ("Two of", .quantity), ("Perhaps", .modal),
      ("It would be wrong to say that", .framing), ("People tell me that", .framing),
      ("The owners pretended that", .framing), ("I only hope that", .framing),
      ("Suppose", .framing), ("Let us imagine that", .framing), ("My doctor believes", .framing),
      ("I doubt that", .framing), ("If I were a cruel woman I would say", .condition),
      ("If they had looked,", .condition), ("Honestly, I don’t think that", .negation),
      ("Not all of", .negation),
    ])
  func cut(front: String, kind: MeaningChange.Kind) throws {
    let said = try said(front)
    #expect(said.outcome == .trimmed && said.changes == [kind])
    #expect(said.answer.matches.first?.differenceInWords.hasPrefix("{-\(front)-}") == true)
  }

  @Test(
    "What only leads up to a sentence may be left out of it",
    arguments: [
      "Honestly,", "And", "But", "I think", "I think that", "We know that", "Madam President,",
      "In the spring of 1994", "Yesterday evening", "There is no doubt that", "If you ask me,",
      "Let me tell you that", "As everybody in this hall knows,", "The truth is that",
      "With few exceptions,", "We went home because",
    ])
  func kept(front: String) throws {
    let said = try said(front)
    #expect(said.outcome == .verbatim && said.changes == [])
  }

  @Test("A fragment that the story leads up to is what the story makes of it")
  func fragment() throws {
    let source = Article("Some of the London drivers knew about the broken lift.")
    let words = "London drivers knew about the broken lift"
    let text = "He said that some “\(words)”."
    let article = Article(text)
    let place = try #require(article.text.places(of: words).first)
    let index = QuotationIndex([
      VerifiableStory(
        article, quotations: [StoryQuotation(parts: [place], text: words)], language: "en")
    ])
    let verification = Verification(
      index, sources: [VerificationSource(name: "a.txt")],
      findings: [index.findings(in: source, number: 0)])
    #expect(verification.answers[0][0].outcome == .verbatim)
  }

  @Test("What a report says that somebody said is no other voice")
  func reported() throws {
    let source = Article("Helen Marsh told us that the managers knew about the broken lift.")
    #expect(try Said(Self.knew, by: ["Helen Marsh"], in: source).outcome == .verbatim)
    #expect(try Said(Self.knew, by: ["Anil Rao"], in: source).changes == [.framing])
  }

  @Test(
    "A cut from the middle of a sentence into another one joins the two, unless a mark tells it")
  func joined() throws {
    let source = Article(
      "We sent out eleven buses in the month of March. Seven of them should never have left the yard."
    )
    let said = try Said("We sent out eleven of them should never have left the yard.", in: source)
    #expect(said.outcome == .trimmed && said.changes.contains(.framing))
    let marked = try Said(
      "We sent out eleven … of them should never have left the yard.", in: source)
    #expect(!marked.changes.contains(.framing))
  }

  @Test("A condition a few words behind the end is told, and the difference shows what was cut off")
  func late() throws {
    let source = Article(
      "We will repair all the lifts within five years if the region pays. I ask even if nobody likes it."
    )
    let said = try Said("We will repair all the lifts.", in: source)
    #expect(said.outcome == .trimmed && said.changes == [.condition])
    #expect(
      said.answer.matches.first?.differenceInWords
        == "We will repair all the lifts {-within five years if the region pays-}")
    #expect(try Said("I ask", in: source).outcome == .verbatim)
  }
}
