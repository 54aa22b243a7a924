// What comes with addresses: what is typed, what servers send before their pages, and what is kept of copies.

import ArticleModel
import TestSupport

@testable import Archive

extension InputKind {
  static let addresses = [address, header, record]

  private static let address = InputKind(
    name: "address", rounds: 1500,
    makeCorpus: {
      bytes(
        "https://www.example.org/news/2026/harbour-closes.html?id=7#top",
        "http://[2001:db8::1]:8080/a", "http://0x7f.1/", "https://münchen.example/straße",
        "../a/./b?c", "//other.example/x")
    },
    pieces: bytes(
      "%2e", "%", "@", "[", "]", ":", "//", "..", "xn--", "0x", "\u{3002}", "\u{FF0F}", "\u{202E}",
      "\u{0}", "\u{1B}")
  ) { input, _ in
    let text = String(decoding: input.prefix(9000), as: UTF8.self)
    let base = try WebAddress("https://base.example/a/b?c")
    for address in [try? WebAddress(text), try? base.resolving(text)].compactMap({ $0 }) {
      let written = address.description
      if !written.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { return "not clean: \(written)" }
      if (try? WebAddress(written)) != address { return "not itself: \(written)" }
      let name = CopyName(of: address)
      if "\(name.folder)\(name.stem)".contains("/") { return "leaves the archive: \(name)" }
    }
    return nil
  }

  private static let header = InputKind(
    name: "header", rounds: 800,
    makeCorpus: {
      bytes(
        "HTTP/1.1 103 Early\r\nLink: </a>\r\n\r\nHTTP/1.1 301 Moved\r\nLocation: /b\r\n\r\n",
        "HTTP/2 200 \r\ncontent-type: text/html; charset=\"utf-8\"\r\n\r\n")
    }, pieces: bytes("\r\n", "\r\n\r\n", ":", "HTTP/", " 99 ", "location:", "\u{0}")
  ) { input, _ in
    guard let header = ResponseHeader(input) else { return nil }
    let values = ["location", "content-type"].compactMap { header.value(of: $0) }
    return values.contains { $0.contains("\n") } ? "a value with a line end" : nil
  }

  private static let record = InputKind(
    name: "record", rounds: 400,
    makeCorpus: {
      let page = FetchedPage(
        bytes: [65], asked: try WebAddress("https://a.example/"),
        address: try WebAddress("https://b.example/c"), contentType: "text/html")
      return [CopyRecord(of: page, titled: "Harbour", at: Timestamp("2026-11-03T08:15:00Z")).bytes]
    }, pieces: bytes("\"", "{", "}", "null", "\\u0000", "https://", "-1", "1e999")
  ) { input, _ in
    guard let record = CopyRecord(parsing: input) else { return nil }
    return CopyRecord(parsing: record.bytes) == record ? nil : "not itself"
  }
}
