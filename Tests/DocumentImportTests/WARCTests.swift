// Web archives: which records are pages, and their bodies as servers send them.

import ArticleModel
import TestSupport
import Testing

@testable import DocumentImport

@Suite struct WARCTests {
  private static func record(
    _ type: String, _ address: String, _ block: [UInt8], date: String = "2026-11-03T09:15:00Z",
    length: Int? = nil
  ) -> [UInt8] {
    let header = """
      WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(address)\r\nWARC-Date: \(date)\r
      Content-Length: \(length ?? block.count)\r\n\r\n
      """
    return Array(header.utf8) + block + Array("\r\n\r\n".utf8)
  }

  private static func page(_ title: String, _ text: String) -> String {
    """
    <!doctype html><html><head><title>\(title)</title></head><body><article><h1>\(title)</h1>
    <p>\(text)</p></article></body></html>
    """
  }

  private static func answer(
    _ body: [UInt8], _ fields: String = "", type: String = "text/html; charset=utf-8",
    status: String = "200 OK"
  ) -> [UInt8] {
    Array("HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\n\(fields)\r\n".utf8) + body
  }

  private static let story = Array(
    page("The bridge falls", "The council met on Monday, and the ferries sailed.").utf8)

  private static let records = [
    record("warcinfo", "", Array("software: x".utf8)),
    record("request", "https://www.example.org/story.html", Array("GET / HTTP/1.1\r\n\r\n".utf8)),
    record("response", "https://www.example.org/story.html", answer(story)),
    record(
      "response", "https://www.example.org/a.css", answer(Array("p{}".utf8), type: "text/css")),
    record("response", "https://www.example.org/gone", answer(story, status: "404 Not Found")),
    record("revisit", "https://www.example.org/story.html", answer([])),
    record(
      "response", "https://www.example.org/", answer(Array(page("Front", "All the news.").utf8))),
  ]

  private static let names = ["www.example.org-story", "www.example.org"]

  @Test(
    "The pages of an archive are listed, whether it is compressed by record, as a whole, or not")
  func forms() throws {
    for (bytes, name) in [
      (Self.records.flatMap { $0 }, "a.warc"), (Self.records.flatMap(Deflated.gzip), "a.warc.gz"),
      (Deflated.gzip(Self.records.flatMap { $0 }), "b.warc.gz"),
    ] {
      let archive = try CollectionSample(bytes, named: name)
      #expect(try archive.names == Self.names)
      #expect(try archive.titles == ["The bridge falls", "Front"])
      let article = try archive.article(Self.names[0])
      #expect(article.string.contains("the ferries sailed"))
      #expect(article.metadata.address == "https://www.example.org/story.html")
      #expect(article.metadata.retrieved == Timestamp("2026-11-03T09:15:00Z"))
    }
  }

  private static func chunked(_ body: [UInt8]) -> [UInt8] {
    let half = body.count / 2
    return [body[..<half], body[half...], []].flatMap { part in
      Array("\(String(part.count, radix: 16))\r\n".utf8) + part + Array("\r\n".utf8)
    }
  }

  @Test("Bodies in chunks and compressed ones are read")
  func bodies() throws {
    let zlib = [0x78, 0x01] + Deflated.stored(Self.story) + Self.adler(Self.story)
    let answers = [
      Self.answer(Self.chunked(Self.story), "Transfer-Encoding: chunked\r\n"),
      Self.answer(Deflated.gzip(Self.story), "Content-Encoding: gzip\r\n"),
      Self.answer(zlib, "Content-Encoding: deflate\r\n"),
      Self.answer(Deflated.stored(Self.story), "Content-Encoding: deflate\r\n"),
      Self.answer(
        Self.chunked(Deflated.gzip(Self.story)),
        "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"),
      // Some tools keep the headers and decode the body.
      Self.answer(Self.story, "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"),
      Self.answer(Self.story, "Content-Encoding: br\r\n"),
    ]
    for answer in answers {
      let bytes = Self.record("response", "https://example.org/a", answer)
      let article = try CollectionSample(bytes, named: "a.warc").onlyArticle()
      #expect(article.string.contains("The council met on Monday"))
    }
  }

  private static func adler(_ bytes: [UInt8]) -> [UInt8] {
    let (a, b) = bytes.reduce((UInt32(1), UInt32(0))) { sums, byte in
      let a = (sums.0 + UInt32(byte)) % 65521
      return (a, (sums.1 + a) % 65521)
    }
    return [UInt8(b >> 8), UInt8(b & 0xFF), UInt8(a >> 8), UInt8(a & 0xFF)]
  }

  @Test(
    "Lengths that lie lose the record they stand in at most", arguments: [-1, 3, 100_000, .max])
  func lengths(length: Int) throws {
    let bytes =
      Self.record("response", "https://example.org/a", Self.answer(Self.story), length: length)
      + Self.record("response", "https://example.org/b", Self.answer(Self.story))
    let archive = try CollectionSample(bytes, named: "a.warc")
    #expect(try archive.names.contains("example.org-b"))
  }

  @Test("Two captures of one address are told apart, and an archive without pages says so")
  func captures() throws {
    let twice = ["2026-11-03T09:15:00Z", "2026-11-04T09:15:00Z"].flatMap {
      Self.record("response", "https://example.org/a", Self.answer(Self.story), date: $0)
    }
    let names = try CollectionSample(twice, named: "a.warc").names
    #expect(names[0] == "example.org-a" && names[1].hasPrefix("example.org-a-"))
    let none = try CollectionSample(Self.records[0], named: "a.warc")
    #expect(throws: ImportError.self) { try none.titles }
  }

  @Test("One article that was compressed opens, and a bomb does not")
  func gzip() throws {
    let article = try ArticleLoader.article(of: Deflated.gzip(Self.story), named: "a.html.gz")
    #expect(article.title == "The bridge falls")
    let bomb =
      [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + Deflated.repeating(0x20, count: 70 << 20)
    #expect(throws: ImportError.tooLarge("a.gz", megabytes: 64)) {
      try ArticleLoader.article(of: bomb, named: "a.gz")
    }
  }
}
