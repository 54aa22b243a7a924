// Who wrote an article and when, out of the many forms in which pages say so.

import ArticleModel
import Testing

@testable import DocumentImport

@Suite struct PageCreditTests {
  @Test(
    "Bylines name people, and nothing else",
    arguments: [
      ("By Ana Reis", ["Ana Reis"]), ("BY ANA REIS", ["ANA REIS"]), ("Ana Reis", ["Ana Reis"]),
      ("By Ana Reis and Ben Okafor", ["Ana Reis", "Ben Okafor"]),
      ("Von Ana Reis, Ben Okafor und Chi Le", ["Ana Reis", "Ben Okafor", "Chi Le"]),
      ("Par Zoé Durand", ["Zoé Durand"]), ("By Ana Reis, The Harbour Post", ["Ana Reis"]),
      ("By Ana Reis · Updated 3 Nov 2026", ["Ana Reis"]),
      ("By Ana Reis May 20, 2026", ["Ana Reis"]),
      ("by Ana Reis3 Nov 2026651", ["Ana Reis"]), ("By Ana Reis, in Lisbon", ["Ana Reis"]),
      ("Business by Ana Reis 11:00 PM", ["Ana Reis"]), ("April June Reis", ["April June Reis"]),
      ("The Harbour Post", ["The Harbour Post"]), ("Last updated: 3 November 2026", []),
      ("Follow author", []), ("肖春芳", ["肖春芳"]), ("", []), ("—", []), ("12 min read", []),
      ("Maria de la Cruz", ["Maria de la Cruz"]),
    ])
  func bylines(text: String, names: [String]) {
    #expect(Byline(text, outlet: "The Harbour Post").names == names)
  }

  @Test(
    "Moments in their many forms become one",
    arguments: [
      "2026-11-03T14:42:01+01:00", "2026-11-03T14:42:01+0100", "20261103T144201+0100",
      "2026-11-03 14:42:01+01:00", "2026-11-03T14:42:01.000+01", "2026-11-03T13:42:01Z",
      "Tue, 3 Nov 2026 14:42:01 +0100", "3 Nov 2026 14:42:01 +0100", "Tue, 03 Nov 26 13:42:01 GMT",
      "Tue,  3 November 2026 08:42:01 EST",
    ])
  func moments(text: String) {
    #expect(WrittenMoment.timestamp(text)?.instant == Timestamp("2026-11-03T13:42:01Z").instant)
  }

  @Test(
    "A moment that says no point in time keeps its day, and what is no day is nothing",
    arguments: [
      ("2026-11-03T14:42", "2026-11-03"), ("2026-11-03T14:42:01EET", "2026-11-03"),
      ("2026-11-03", "2026-11-03"), ("20261103", "2026-11-03"), ("3 Nov 2026", "2026-11-03"),
      ("2026-02-30", nil), ("yesterday", nil), ("", nil), ("2026", nil), ("99 Nov 2026", nil),
    ])
  func days(text: String, day: String?) {
    #expect(WrittenMoment.timestamp(text)?.description == day)
  }

  @Test("Random text gives a moment that can be read, or none")
  func randomMoments() {
    var random = SystemRandomNumberGenerator()
    let pieces = [
      "2026", "-", "11", "03", "T", "14:42", ":", "Z", "+0100", " ", "Nov", "Tue,", "GMT", "é",
    ]
    for _ in 0..<2000 {
      let text = (0..<Int.random(in: 0...9, using: &random)).compactMap { _ in
        pieces.randomElement(using: &random)
      }.joined()
      if let found = WrittenMoment.timestamp(text) {
        #expect(found.writtenDay != nil, "\(text) → \(found)")
      }
    }
  }

  @Test(
    "The outlet's name behind the title goes when the main heading has the title without it",
    arguments: ["|", "-", "–", "—", "»", " | ", " – "])
  func titles(separator: String) throws {
    let page = """
      <!DOCTYPE html><head><title>x</title><meta property="og:site_name" content="The Harbour Post">\
      <meta property="og:title" content="Harbour closes as the storm arrives\(separator)The Harbour Post"></head>\
      <body><h1>Harbour closes as the storm arrives</h1><p>Officials said so.</p>
      """
    let article = try ArticleLoader.article(of: Array(page.utf8), named: "page.html")
    #expect(article.title == "Harbour closes as the storm arrives")
  }
}
