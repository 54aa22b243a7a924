// Copies of pages: where they lie, what is kept beside them, and which address opens which.

import ArticleModel
import Sidecars
import TestSupport
import Testing

@testable import Archive

#if canImport(Glibc)
  import Glibc
#endif

@Suite("The archive of pages")
struct PageArchiveTests {
  private let folder: TemporaryFolder
  private let archive: PageArchive
  private let moment = Timestamp("2026-11-03T08:15:00Z")
  private let later = Timestamp("2026-11-26T09:00:00Z")

  init() throws {
    folder = try TemporaryFolder()
    archive = PageArchive(folder: folder.path(of: "articles"))
  }

  private func page(_ text: String, at address: String, asked: String? = nil) throws -> FetchedPage
  {
    FetchedPage(
      bytes: Array(text.utf8), asked: try WebAddress(asked ?? address),
      address: try WebAddress(address), contentType: "text/html; charset=utf-8")
  }

  @Test("A copy has the bytes as they came, a record, and names that people understand")
  func keeping() throws {
    let address = "https://www.example.org/news/2026/port-reopens.html?id=7"
    let copy = try archive.keep(page("<p>x</p>", at: address), titled: "Port reopens", at: moment)
    let name = "articles/www.example.org/port-reopens-"
    #expect(copy.path.hasPrefix(folder.path(of: name)) && copy.path.hasSuffix(".html"))
    #expect(try PosixFileSystem().contents(of: copy.path) == Array("<p>x</p>".utf8))
    let read = try #require(ArchivedCopy(at: copy.path))
    #expect(read == copy && read.isIntact())
    #expect(read.record.title == "Port reopens" && read.record.fetched == moment)
    #expect(read.record.contentType == "text/html; charset=utf-8")
    #expect(try archive.copy(of: WebAddress(address + "#part")) == copy)
    #expect(
      try archive.copy(of: WebAddress("https://www.example.org/news/2026/port-reopens.html")) == nil
    )
  }

  @Test("Files and folders are for their user alone")
  func permissions() throws {
    let before = umask(0)
    defer { umask(before) }
    let copy = try archive.keep(page("x", at: "https://a.example/b"), titled: nil)
    for path in [copy.path, copy.path + CopyRecord.suffix] {
      #expect(try PosixFileSystem().status(of: path)?.permissions == 0o600)
    }
    for path in ["articles", "articles/a.example"] {
      #expect(try PosixFileSystem().status(of: folder.path(of: path))?.permissions == 0o700)
    }
  }

  @Test("A copy that evidence rests on is never replaced, and the same bytes are kept once")
  func forGood() throws {
    let address = "https://www.example.org/news.html"
    let first = try archive.keepForGood(page("one", at: address), titled: "News", at: moment)
    let second = try archive.keepForGood(page("two", at: address), titled: "News", at: later)
    #expect(first.path != second.path && first.isIntact() && second.isIntact())
    #expect(ArchivedCopy(at: first.path) == first)
    let again = try archive.keepForGood(page("one", at: address), titled: nil, at: later)
    #expect(again == first)
    _ = try PosixFileSystem().replace(first.path, with: Array("damaged".utf8))
    #expect(try archive.keepForGood(page("one", at: address), titled: nil, at: later).isIntact())
  }

  @Test(
    "A copy for evidence goes through no link that came with the folder",
    arguments: ["articles", "articles/a.example", "copy", "record"])
  func preparedLinks(place: String) throws {
    let page = try page("one", at: "https://a.example/news.html")
    let copy = try archive.keepForGood(page, titled: nil, at: moment)
    let victim = try folder.write("precious", to: "victim")
    let path: String
    switch place {
    case "copy": path = copy.path
    case "record": path = copy.path + CopyRecord.suffix
    default: path = folder.path(of: place)
    }
    #expect(rename(path, folder.path(of: "aside")) == 0)
    let isFolder = place.hasPrefix("articles")
    #expect(symlink(isFolder ? folder.path(of: "elsewhere") : victim, path) == 0)
    if isFolder { mkdir(folder.path(of: "elsewhere"), 0o700) }
    let error = #expect(throws: FileError.self) {
      try archive.keepForGood(page, titled: nil, at: later)
    }
    #expect(error?.description.contains("\(path) is a symbolic link") == true)
    #expect(try PosixFileSystem().contents(of: victim) == Array("precious".utf8))
    #expect((PosixFileSystem().names(ofFolder: folder.path(of: "elsewhere")) ?? []).count < 3)
    #expect(try PosixFileSystem().status(ofName: path)?.kind == .link)
  }

  @Test("The address that answered has the copy, and what led there opens it too")
  func pointers() throws {
    let copy = try archive.keep(
      page("x", at: "https://b.example/long", asked: "https://t.example/s"), titled: nil)
    #expect(copy.path.contains("/b.example/"))
    for address in ["https://b.example/long", "https://t.example/s"] {
      #expect(try archive.copy(of: WebAddress(address)) == copy)
    }
    try archive.point(WebAddress("https://c.example/"), to: copy)
    #expect(try archive.copy(of: WebAddress("https://c.example/")) == copy)
  }

  @Test("A pointer that leads out of the archive, or is of another address, leads nowhere")
  func badPointers() throws {
    let copy = try archive.keep(page("x", at: "https://b.example/a"), titled: nil)
    let outside = try folder.write("secret", to: "outside/file.html")
    try folder.write(copy.record.bytes, to: "outside/file.html.copy.json")
    let address = try WebAddress("https://t.example/s")
    let name = CopyName(of: address)
    for target in [
      "../outside/file.html", outside, "..", "b.example/../../outside/file.html", "", "a/b/c",
    ] {
      try folder.write(
        "{\"address\": \"\(address)\", \"finalAddress\": \"https://b.example/a\", \"copy\": \"\(target)\"}",
        to: "articles/\(name.folder)/\(name.stem)\(PageArchive.pointerSuffix)")
      #expect(archive.copy(of: address) == nil, "\(target)")
    }
    let path = copy.path.dropFirst(archive.folder.count + 1)
    try folder.write(
      "{\"address\": \"https://else.example/\", \"finalAddress\": \"https://b.example/a\", \"copy\": \"\(path)\"}",
      to: "articles/\(name.folder)/\(name.stem)\(PageArchive.pointerSuffix)")
    #expect(archive.copy(of: address) == nil)
  }

  @Test(
    "A page that is fetched again keeps its path, and what it was lies among the earlier copies")
  func refreshing() throws {
    let address = "https://www.example.org/a"
    let old = try archive.keep(page("old", at: address), titled: nil, at: moment)
    let new = try archive.keep(page("new", at: address), titled: nil, at: later)
    #expect(new.path == old.path)
    #expect(try PosixFileSystem().contents(of: new.path) == Array("new".utf8))
    let earlier = try #require(ArchivedCopy(at: archive.earlierPath(of: old)))
    #expect(earlier.record == old.record && earlier.isIntact())
    #expect(try archive.copy(of: WebAddress(address)) == new)
  }

  @Test("A page that is as it was keeps its moment and has no earlier copy")
  func unchanged() throws {
    let address = "https://www.example.org/a"
    let old = try archive.keep(page("same", at: address), titled: nil, at: moment)
    let new = try archive.keep(page("same", at: address), titled: nil, at: later)
    #expect(new.record.fetched == moment && new.record.confirmed == later)
    #expect(ArchivedCopy(at: archive.earlierPath(of: old)) == nil)
  }

  @Test("A copy that somebody changed is no longer intact, and goes when the page is fetched again")
  func tampered() throws {
    let address = "https://www.example.org/a"
    let copy = try archive.keep(page("same", at: address), titled: nil, at: moment)
    try PosixFileSystem().replace(copy.path, with: Array("forged".utf8))
    #expect(!copy.isIntact())
    let new = try archive.keep(page("same", at: address), titled: nil, at: later)
    #expect(new.isIntact())
  }

  @Test("A page that moves takes its copy along; one that several addresses lead to stays")
  func moving() throws {
    let (short, first, second) = (
      "https://t.example/s", "https://a.example/1", "https://a.example/2"
    )
    let copy = try archive.keep(page("1", at: first, asked: short), titled: nil)
    let moved = try archive.keep(page("2", at: second, asked: short), titled: nil)
    #expect(moved.path == copy.path)
    #expect(try archive.copy(of: WebAddress(second)) == moved)
    // A page about cookies, which stood in the way of an article once.
    let (article, wall) = ("https://n.example/article", "https://consent.example/")
    let wallCopy = try archive.keep(page("wall", at: wall, asked: article), titled: nil)
    let own = try archive.keep(page("article", at: article), titled: nil)
    #expect(own.path != wallCopy.path)
    #expect(try archive.copy(of: WebAddress(article)) == own)
    #expect(try archive.copy(of: WebAddress(wall)) == wallCopy)
  }

  @Test("An address that led to a page whose copy became another page's is fetched anew")
  func stalePointers() throws {
    let (first, second, wall) = (
      "https://n.example/1", "https://n.example/2", "https://n.example/wall"
    )
    let copy = try archive.keep(page("wall", at: wall, asked: first), titled: nil)
    try archive.point(WebAddress(second), to: copy)
    let new = "https://n.example/1-new"
    _ = try archive.keep(page("article", at: new, asked: first), titled: nil)
    #expect(try archive.copy(of: WebAddress(second)) == nil)
    #expect(try archive.copy(of: WebAddress(first))?.record.address.description == new)
    #expect(try !archive.hasPage(at: WebAddress(wall)) && archive.hasPage(at: WebAddress(new)))
  }

  @Test("Records that are damaged are no records")
  func damagedRecords() throws {
    let address = try WebAddress("https://www.example.org/a")
    let copy = try archive.keep(page("x", at: address.description), titled: nil)
    let good = copy.record.bytes
    var chance = Chance(seed: 5)
    for _ in 0..<2000 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...4, using: &chance) {
        bytes[Int.random(in: bytes.indices, using: &chance)] = UInt8.random(
          in: 0...255, using: &chance)
      }
      if let record = CopyRecord(parsing: bytes) {
        #expect(CopyRecord(parsing: record.bytes) == record)
      }
    }
    for text in ["", "{}", "[]", "null", String(decoding: good.dropLast(9), as: UTF8.self)] {
      #expect(CopyRecord(parsing: Array(text.utf8)) == nil)
    }
  }

  @Test(
    "Whatever an address is, its copy lies in the archive under a name that every file system takes"
  )
  func names() throws {
    var chance = Chance(seed: 6)
    let parts = [
      "..", ".", "/", "%2F", "%2e%2e", "%00", "a", "-", "_", "~", "%5C", "index.html", "?", "&",
      "=",
      "con", "%E2%80%AE", "caf%C3%A9", ".copy.json", ".annotations.json", "%", "'", "$(x)", ";",
      "*",
      String(repeating: "long", count: 90),
    ]
    var seen: [CopyName: WebAddress] = [:]
    for _ in 0..<5000 {
      let host = chance.pick([
        "a.example", "127.0.0.1:8080", "[::1]:99", "xn--mnchen-3ya.example",
        Array(repeating: String(repeating: "h", count: 60), count: 4).joined(separator: "."),
      ])
      let count = Int.random(in: 0...6, using: &chance)
      let path = (0..<count).map { _ in chance.pick(parts) }.joined()
      guard let address = try? WebAddress("https://\(host)/\(path)") else { continue }
      let name = CopyName(of: address)
      for text in [name.folder, name.stem] {
        #expect(!text.hasPrefix(".") && !text.hasPrefix("-") && !text.isEmpty, "\(address)")
        #expect(text.utf8.count < 120 && !text.contains(".."), "\(address)")
        #expect(
          text.utf8.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789._-".utf8.contains($0) })
      }
      #expect(seen[name] == nil || seen[name] == address)
      seen[name] = address
    }
    #expect(seen.count > 1000)
  }

  @Test(
    "The ending tells other programs what a copy is",
    arguments: [
      ("%PDF-1.7", "text/html", "/a", "pdf"),
      ("PK\u{3}\u{4}....mimetypeapplication/epub+zip", "", "/", "epub"),
      ("<rss>", "application/rss+xml; charset=utf-8", "/feed", "rss"),
      ("x", "text/plain", "/a.html", "txt"),
      ("x", "application/octet-stream", "/a/book.epub", "epub"), ("x", "", "/a.exe", "html"),
      ("x", "TEXT/HTML;charset=x", "/a.txt", "html"),
    ])
  func endings(content: String, type: String, path: String, ending: String) throws {
    var page = try page(content, at: "https://a.example" + path)
    page.contentType = type
    #expect(archive.fileName(for: page).hasSuffix("." + ending))
  }
}

@Suite("What changed in a page")
struct ParagraphChangesTests {
  @Test(
    "Paragraphs that were changed, added and removed are counted at their places",
    arguments: [
      ("abc", "abc", nil), ("abc", "aXc", "1 paragraph changed"),
      ("abc", "abXc", "1 paragraph new"),
      ("abc", "ac", "1 paragraph gone"), ("abcd", "XabYd", "1 paragraph changed, 1 new"),
      ("", "ab", "2 paragraphs new"), ("aa", "a", "1 paragraph gone"),
      ("abcdef", "aXcef", "1 paragraph changed, 1 gone"),
    ])
  func counts(old: String, new: String, summary: String?) {
    let changes = ParagraphChanges(from: old.map(String.init), to: new.map(String.init))
    #expect(changes.summary == summary)
  }

  @Test("Long texts are compared without taking long, and no count is lost")
  func long() {
    var chance = Chance(seed: 1)
    let old = (0..<20_000).map { "paragraph \($0)" }
    let new = old.shuffled(using: &chance).dropLast(5) + ["new"]
    let changes = ParagraphChanges(from: old, to: Array(new))
    #expect(changes.changed == 1 && changes.removed == 4 && changes.added == 0)
  }
}
