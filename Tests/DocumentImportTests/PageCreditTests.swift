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
    "A moment that says no point in time keeps its day, and what is not a day is nothing",
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

  @Test(
    "Posts, places and outlets behind a name are no authors",
    arguments: [
      "", ", NORTHERN REPORTER", ", Political Editor", ", Rom", ", DER SPIEGEL", ", BR",
      " in Madrid", " for Example News", " (AFP)", " (Brest, correspondant)",
      " Environment reporter, Wales", " in Trinidad and Tobago",
    ],
    ["", "By ", "Von ", "Interview von ", "Interview: ", "Interview by "])
  func posts(end: String, opening: String) {
    guard !end.contains("Trinidad") else {
      #expect(Byline(opening + "Ana Reis" + end).names.first == "Ana Reis")
      return
    }
    #expect(Byline(opening + "Ana Reis" + end).names == ["Ana Reis"])
  }

  @Test(
    "Names beside each other stay names",
    arguments: [
      ("Ana Reis, Ben Okafor", ["Ana Reis", "Ben Okafor"]),
      ("ANA REIS, BEN OKAFOR", ["ANA REIS", "BEN OKAFOR"]),
      ("李 明, 王 芳", ["李 明", "王 芳"]), ("肖春芳, 李明", ["肖春芳", "李明"]),
      ("Staff Reporter", ["Staff Reporter"]),
      ("Ana Reis in Lisbon and Ben Okafor in Rome", ["Ana Reis", "Ben Okafor"]),
    ])
  func names(text: String, names: [String]) { #expect(Byline(text).names == names) }

  private func metadata(head: String = "", _ content: String = "", language: String = "en") throws
    -> ArticleMetadata
  {
    let page = """
      <!DOCTYPE html><html lang="\(language)"><head><title>x</title>\(head)</head><body>\(content)\
      <p>Officials said so.</p></body></html>
      """
    return try ArticleLoader.article(of: Array(page.utf8), named: "page.html").structure.metadata
  }

  @Test(
    "Dates are read from the names that outlets' systems give them",
    arguments: [
      "dcterms.created", "og:pubdate", "cXenseParse:publishtime", "cXenseParse:recs:publishtime",
      "article.published", "publish-date", "parsely-pub-date", "DC.date.issued",
    ])
  func namedDates(name: String) throws {
    let meta = "<meta name=\"\(name)\" content=\"2026-09-01T12:00:00-04:00\">"
    #expect(try metadata(head: meta).published?.writtenDay?.description == "2026-09-01")
  }

  @Test(
    "The time beside the headline is when the article was published",
    arguments: [
      "<header><h1>Harbour closes</h1>#</header><aside><time datetime=\"2020-01-01\">x</time></aside>",
      "<header><div>#</div><h1>Harbour closes</h1></header>",
      "<h1>Harbour closes</h1><p>By A B</p>#",
      "<div class=\"bar\">#</div>",
      "<h1>Harbour closes</h1><p class=\"updated\"><time datetime=\"2026-09-03\">x</time></p>#",
    ],
    [
      "<time datetime=\"2026-09-01\">today</time>", "<time>September 1, 2026 12:00pm EDT</time>",
      "<time class=\"date\" datetime=\"2026-09-01T08:00:00\"><span>1.9.</span></time>",
    ])
  func shownDates(page: String, time: String) throws {
    let content = page.split(separator: "#", omittingEmptySubsequences: false).joined(
      separator: time)
    #expect(try metadata(content).published?.writtenDay?.description == "2026-09-01")
  }

  @Test("A language code with a low line becomes one with a hyphen")
  func languages() throws {
    for code in ["en_US", "en-US"] { #expect(try metadata(language: code).language == "en-US") }
  }

  @Test(
    "The review of a claim does not hide the article, and is read when it is alone",
    arguments: [true, false])
  func reviews(isInGraph: Bool) throws {
    let review = #"{"@type":"ClaimReview","author":{"@type":"Organization","name":"Plain Facts"}}"#
    let article =
      #"{"@type":"NewsArticle","headline":"Photo is old","author":{"name":"Sam Idowu"}}"#
    let script = { (json: String) in
      "<script type=\"application/ld+json\">\(json)</script>"
    }
    let both =
      isInGraph ? script("{\"@graph\":[\(review),\(article)]}") : script(review) + script(article)
    #expect(try metadata(head: both).authors == ["Sam Idowu"])
    #expect(try metadata(head: script(review)).authors == ["Plain Facts"])
  }

  @Test(
    "What stands behind the only main heading in a title is the outlet, with or without a section",
    arguments: [" — Daily News", " | Local | Daily News", " : NPR", " - Harbour - The Post"],
    [true, false])
  func titlesWithSections(end: String, namesOutlet: Bool) throws {
    let outlet = end.split { "—|:-".contains($0) }.last.map { $0.drop { $0 == " " } } ?? ""
    let site = namesOutlet ? "<meta property=\"og:site_name\" content=\"\(outlet)\">" : ""
    let title = "Harbour closes as the storm arrives"
    let head = "\(site)<meta property=\"og:title\" content=\"\(title)\(end)\">"
    #expect(try metadata(head: head, "<h1>\(title)</h1>").title == title)
    #expect(
      try metadata(head: head, "<h1>\(title)</h1><h1>Another</h1>").title?.hasPrefix(title) == true)
  }

  @Test("A title that is the outlet's name gives way to the main heading")
  func outletAsTitle() throws {
    let head =
      "<meta property=\"og:site_name\" content=\"Daily News\"><meta property=\"og:title\" content=\"Daily News\">"
    #expect(try metadata(head: head, "<h1>Harbour closes</h1>").title == "Harbour closes")
    #expect(try metadata(head: head).title == "Daily News")
  }
}
