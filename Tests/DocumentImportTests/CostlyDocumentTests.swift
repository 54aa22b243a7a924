// Documents that are small and cost much: what grows with the square of their length is cut off.

import ArticleModel
import TestSupport
import Testing

@testable import DocumentImport

@Suite struct CostlyDocumentTests {
  /// Whether `body` takes less than `limit`, by the clock of the test's own thread; debug builds are slow.
  private func isQuick(_ limit: Duration = .seconds(10), _ body: () throws -> Void) rethrows -> Bool
  {
    let clock = ContinuousClock()
    return try clock.measure(body) < limit
  }

  @Test("Thousands of articles with one name have names of their own")
  func namesakes() {
    var names = MemberNames()
    var all: Set<String> = []
    let isQuick = isQuick {
      for _ in 0..<20_000 { all.insert(names.name("minutes", distinguishedBy: "same")) }
    }
    #expect(isQuick && all.count == 20_000)
  }

  @Test(
    "Markdown that opens thousands of lists or quotations in a line is read as plain text",
    arguments: ["* ", "- ", "> ", ">", "1. ", "* > ", "+ - * "])
  func openLists(sign: String) throws {
    let text = String(repeating: sign, count: 20_000) + "a" + String(repeating: "\n", count: 20_000)
    let article = try ArticleLoader.article(of: Array(text.utf8), named: "a.md")
    #expect(article.metadata.extractor?.name == "plain text")
  }

  @Test(
    "Rules, ordinary lists and long numbers stay Markdown",
    arguments: [String(repeating: "-", count: 400), "* one\n* two", "> > > deep", "1. one\n2. two"])
  func ordinary(markup: String) throws {
    let text = "# Gates\n\nThe *gates* are shut.\n\n\(markup)\n\nThey stay so.\n"
    let article = try ArticleLoader.article(of: Array(text.utf8), named: "a.md")
    #expect(article.metadata.extractor?.name == "Markdown")
  }

  @Test("Entries within entries of a feed are one entry")
  func nestedEntries() throws {
    let depth = 400
    let text = String(repeating: "The gate is shut. ", count: 2000)
    let feed = """
      <rss version="2.0"><channel><title>Post</title>\
      \(String(repeating: "<item><title>Gate</title><description>", count: depth))\(text)\
      \(String(repeating: "</description></item>", count: depth))</channel></rss>
      """
    let folder = try TemporaryFolder()
    let path = try folder.write(feed, to: "feed.rss")
    let collection = try #require(try ArticleLoader.collection(path))
    #expect(collection.members.count == 1)
  }

  @Test("A header without an end is cut, and so is its longest line")
  func endlessHeader() throws {
    let subject = String(repeating: "=?utf-8?q?gate?= ", count: 100_000)
    let mail = "From: a@b.example\nMIME-Version: 1.0\nSubject: \(subject)\n\nThe gate is shut.\n"
    let isQuick = isQuick {
      let header = MailHeader(of: Array(mail.utf8)[...])
      #expect((header["subject"]?.utf8.count ?? 0) < 1 << 18)
    }
    #expect(isQuick)
  }
}
