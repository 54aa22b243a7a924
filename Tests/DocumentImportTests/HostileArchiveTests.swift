// Archives and XML that somebody made to do harm: each ends with an article or a clear error, soon, and in
// bounded memory.

import ArticleModel
import TestSupport
import Testing

@testable import DocumentImport

@Suite struct HostileArchiveTests {
  /// Opens bytes in whichever way they can be opened; tells the error, or nil where there is none.
  private func failure(_ bytes: [UInt8], named name: String = "a.epub") throws -> ImportError? {
    let folder = try TemporaryFolder()
    let path = try folder.write(bytes, to: name)
    do throws(ImportError) {
      guard let collection = try ArticleLoader.collection(path) else {
        _ = try ArticleLoader.load(path)
        return nil
      }
      for index in collection.members.indices.prefix(20) { _ = try collection.article(index) }
      return nil
    } catch {
      let line = error.description
      #expect(!line.contains("\n"), "\(line)")
      return error
    }
  }

  private static let pages = [
    (name: "a.xhtml", body: "<h1>One</h1><p>Text of the first chapter.</p>"),
    (name: "b.xhtml", body: "<h1>Two</h1><p>Text of the second chapter.</p>"),
  ]

  private static func book() -> [ZipSample.File] { EPUBTests.files(pages) }

  private func failure(
    ofBookWith change: (inout [ZipSample.File]) -> Void
  ) throws -> ImportError? {
    var files = Self.book()
    change(&files)
    return try failure(ZipSample(files).bytes)
  }

  @Test("The book that the others are made from opens")
  func sound() throws {
    #expect(try failure(ofBookWith: { _ in }) == nil)
    #expect(try failure(OfficeTests.word("<w:p><w:r><w:t>Text.</w:t></w:r></w:p>")) == nil)
  }

  @Test("A page that inflates to gigabytes is refused, whether its size is true or a lie")
  func bombs() throws {
    let bomb = ZipSample.File("OEBPS/a.xhtml", repeating: 0x20, count: 80 << 20)
    let honest = try failure(ofBookWith: { $0[4] = bomb })
    #expect(honest?.description.contains("MB") == true, "\(honest?.description ?? "")")
    let lying = try failure(ofBookWith: {
      $0[4] = bomb
      $0[4].size = 1000
    })
    #expect(lying?.description.contains("damaged") == true, "\(lying?.description ?? "")")
    let word = ZipSample([
      .init("[Content_Types].xml", "<T/>"),
      .init("word/document.xml", repeating: 0x20, count: 70 << 20),
    ])
    #expect(try failure(word.bytes, named: "a.docx") != nil)
  }

  @Test("Many files that are one and the same in the archive come to no more than the allowance")
  func overlapping() throws {
    let big = ZipSample.File("", repeating: 0x61, count: 1 << 20, isChecked: true)
    var pages = Self.pages
    pages += (0..<400).map { (name: "x\($0).xhtml", body: "") }
    var files = EPUBTests.files(pages)
    let start = UInt32(ZipSample(Array(files.prefix(6))).archiveLength)
    for index in files.indices.dropFirst(6) {
      let name = files[index].name
      files[index] = big
      files[index].name = name
      if index > 6 { (files[index].start, files[index].stored) = (start, []) }
    }
    let error = try failure(ZipSample(files).bytes)
    #expect(error == nil)
  }

  @Test("Names that lead out of the archive write nothing and lead nowhere")
  func names() throws {
    let folder = try TemporaryFolder()
    for name in ["../../evil.xhtml", "/tmp/evil.xhtml", "..\\evil.xhtml", "C:\\evil.xhtml", ""] {
      let path = try folder.write(
        ZipSample(Self.book() + [.init(name, "<p>evil</p>")]).bytes, to: "a.epub")
      #expect(try ArticleLoader.collection(path)?.members.count == 2)
    }
    var package = Self.book()
    let text = String(decoding: package[2].bytes, as: UTF8.self)
    package[2] = .init(
      "OEBPS/book.opf", text.replacing("href='a.xhtml'", with: "href='../../../../etc/passwd'"))
    let path = try folder.write(ZipSample(package).bytes, to: "b.epub")
    #expect(try ArticleLoader.collection(path)?.members.map(\.title) == ["Two"])
  }

  @Test("Encrypted files, unknown methods, wrong checksums and duplicates end as they should")
  func entries() throws {
    let encrypted = try failure(ofBookWith: { $0[4].flags = 1 })
    #expect(encrypted?.description.contains("encrypted") == true)
    let method = try failure(ofBookWith: { $0[4].method = 99 })
    #expect(method?.description.contains("compressed in a way") == true)
    let checksum = try failure(ofBookWith: { $0[4].checksum ^= 1 })
    #expect(checksum?.description.contains("damaged") == true)
    #expect(try failure(ofBookWith: { $0.append($0[4]) }) == nil)
    #expect(try failure(ofBookWith: { $0[4].start = 0xFFFF_FF00 }) != nil)
    #expect(try failure(ofBookWith: { $0[4].size = 5 }) != nil)
    #expect(try failure(ofBookWith: { $0[4].size = 0xFFFF_FFFF }) != nil)
  }

  @Test("Archives that break off anywhere, or have a byte changed, give an answer or an error")
  func truncated() throws {
    let bytes = ZipSample(Self.book()).bytes
    for cut in stride(from: 5, to: bytes.count, by: 211) { _ = try failure(Array(bytes[..<cut])) }
    for place in stride(from: 4, to: bytes.count, by: 97) {
      var changed = bytes
      changed[place] ^= 0xFF
      _ = try failure(changed)
    }
  }

  @Test("Tens of thousands of files take no longer for each than thousands do")
  func manyFiles() throws {
    let bytes = [8_000, 64_000].map { count in
      ZipSample(Self.book() + (0..<count).map { ZipSample.File("\($0)", []) }).bytes
    }
    #expect(growth(of: 8) { count in _ = try? failure(bytes[count / 8]) } < 32)
  }

  @Test("Deep nesting, endless attributes and entities in a document stay within bounds")
  func xml() throws {
    let bodies: [@Sendable (Int) -> String] = [
      { String(repeating: "<w:sdt>", count: $0 * 12_500) },
      { "<w:p\((0..<$0 * 37_500).map { " a\($0)='x'" }.joined())/>" },
      { "<w:p x='\(String(repeating: "a", count: $0 << 20))'/>" },
      { "<\(String(repeating: "a", count: $0 << 20))/>" },
      { "<w:p>\(String(repeating: "&nothing;", count: $0))</w:p>" },
      { String(repeating: "<w:p/>", count: $0 * 50_000) },
    ]
    for (number, body) in bodies.enumerated() {
      let bytes = [1, 8].map { OfficeTests.word(body($0)) }
      let times = growth(of: 8) { count in _ = try? failure(bytes[count / 8], named: "a.docx") }
      #expect(times < 32, "body \(number)")
    }
  }

  @Test("Entities of a book, of a document and of a feed add no file of the machine")
  func externalEntities() throws {
    let folder = try TemporaryFolder()
    let secret = try folder.write("secret words", to: "secret.txt")
    let entity = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file://\(secret)'>]>"
    let content = entity + OfficeTests.openContent("<text:p>Before &e; after.</text:p>")
    let bytes = ZipSample([
      .init("mimetype", "application/vnd.oasis.opendocument.text"),
      .init("META-INF/manifest.xml", "<m/>"), .init("content.xml", content),
    ]).bytes
    let article = try ArticleLoader.article(of: bytes, named: "a.odt")
    #expect(article.string.hasPrefix("Before") && !article.string.contains("secret"))
  }

  @Test("Web archives, mailboxes and feeds with any byte changed give an answer or an error")
  func changedBytes() throws {
    let mail = "From a@b Tue Nov  3 09:15:00 2026\nFrom: a@b\nSubject: x\n\nText.\n\n"
    let feed =
      "<rss><channel><item><title>A</title><description>B</description></item></channel></rss>"
    let page = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><p>Some words.</p></html>"
    let warc =
      "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.b/c\r\nContent-Length: \(page.utf8.count)\r\n\r\n\(page)\r\n\r\n"
    let samples = [mail + mail, feed, warc + warc].map { Array($0.utf8) }
    for bytes in samples + [Deflated.gzip(samples[2])] {
      for place in stride(from: 0, to: bytes.count, by: 3) {
        for value in [0x0A, 0xFF] as [UInt8] {
          var changed = bytes
          changed[place] = value
          _ = try failure(changed, named: "a")
        }
      }
    }
  }
}
