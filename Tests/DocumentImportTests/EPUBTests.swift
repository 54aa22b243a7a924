// Books: chapters in reading order, their titles and names, and what is not a chapter.

import ArticleModel
import TestSupport
import Testing

@testable import DocumentImport

@Suite struct EPUBTests {
  /// A book whose pages are given by file name and markup.
  static func files(
    _ pages: [(name: String, body: String)], spine: [String]? = nil, metadata: String = "",
    contents: String = ""
  ) -> [ZipSample.File] {
    let items = pages.map { page in
      "<item id='\(page.name)' href='\(page.name)' media-type='application/xhtml+xml'/>"
    }
    let order = (spine ?? pages.map(\.name)).map { "<itemref idref='\($0)'/>" }
    let package = """
      <?xml version='1.0'?><package xmlns='http://www.idpf.org/2007/opf' version='3.0'>
      <metadata xmlns:dc='http://purl.org/dc/elements/1.1/'>\(metadata)</metadata>
      <manifest>\(items.joined())
      <item id='nav' href='nav.xhtml' media-type='application/xhtml+xml' properties='nav'/></manifest>
      <spine><itemref idref='nav'/>\(order.joined())</spine></package>
      """
    let navigation = """
      <html xmlns:epub='http://www.idpf.org/2007/ops'><body>
      <nav epub:type='landmarks'><a href='chapter-02.xhtml'>Not this</a></nav>
      <nav epub:type='toc'><ol>\(contents)</ol></nav></body></html>
      """
    let container = """
      <container><rootfiles><rootfile full-path='OEBPS/book.opf'/></rootfiles></container>
      """
    return [
      .init("mimetype", "application/epub+zip"), .init("META-INF/container.xml", container),
      .init("OEBPS/book.opf", package), .init("OEBPS/nav.xhtml", navigation),
    ]
      + pages.map {
        .init(
          deflating: "OEBPS/\($0.name)", "<html><head><title/></head><body>\($0.body)</body></html>"
        )
      }
  }

  private func book(_ files: [ZipSample.File]) throws -> CollectionSample {
    try CollectionSample(ZipSample(files).bytes, named: "book.epub")
  }

  private static let pages = [
    (name: "cover.xhtml", body: "<svg><text>The Bridge</text></svg><img src='a.png' alt='x'/>"),
    (name: "chapter-02.xhtml", body: "<h1>Two <em>ways</em></h1><p>The ferry sails.</p>"),
    (
      name: "chapter-01.xhtml",
      body: """
      <section><h2 class='t'>One</h2><p id='a'/><p>The council <a href='https://example.org/a'>met</a>.</p>
      <blockquote><p>We will rebuild.</p></blockquote><ul><li>First</li></ul>
      <table><thead><tr><th>Year</th><th>Cost</th></tr></thead><tr><td>2026</td><td>20</td></tr></table>
      <aside>A note that is part of it.</aside></section>
      """
    ), (name: "end.xhtml", body: "<p>   </p>"),
  ]

  @Test("Chapters come in the order of the spine; the cover, the contents and empty pages do not")
  func order() throws {
    let book = try book(
      Self.files(
        Self.pages, spine: ["cover.xhtml", "chapter-01.xhtml", "chapter-02.xhtml", "end.xhtml"],
        contents: "<li><a href='chapter-01.xhtml#a'>The council</a></li>"))
    #expect(try book.names == ["chapter-01", "chapter-02"])
    #expect(try book.titles == ["The council", "Two ways"])
  }

  @Test("A chapter keeps the kinds of its blocks and its links, and nothing is cut out of it")
  func chapter() throws {
    let article = try book(Self.files(Self.pages)).article("chapter-01")
    #expect(
      article.structureLines == [
        "headline: One", "paragraph: The council met.", "blockQuotation: We will rebuild.",
        "listItem: First", "tableRow: Year | Cost", "tableRow: 2026 | 20",
        "paragraph: A note that is part of it.",
      ])
    #expect(article.structure.links.map(\.target) == ["https://example.org/a"])
  }

  @Test("A chapter carries author, publisher, day and language of its book")
  func metadata() throws {
    let metadata = """
      <dc:title>The Bridge</dc:title><dc:creator>Ana Lopes</dc:creator>
      <dc:publisher>Quay Press</dc:publisher><dc:date>2026-11-03</dc:date>
      <dc:language>en-GB</dc:language><dc:identifier>urn:isbn:9780000000002</dc:identifier>
      """
    let article = try book(Self.files(Self.pages, metadata: metadata)).article("chapter-02")
    #expect(article.metadata.title == "The Bridge – Two ways")
    #expect(article.metadata.authors == ["Ana Lopes"])
    #expect(article.metadata.outlet == "Quay Press")
    #expect(article.metadata.published?.dayText == "2026-11-03")
    #expect(article.metadata.language == "en-GB")
    #expect(article.metadata.canonicalAddress == "urn:isbn:9780000000002")
  }

  @Test("The table of contents of EPUB 2 names chapters too")
  func index() throws {
    var files = Self.files(Self.pages)
    let package = String(decoding: files[2].bytes, as: UTF8.self)
      .replacing("properties='nav'", with: "")
      .replacing(
        "</manifest>",
        with: "<item id='i' href='toc.ncx' media-type='application/x-dtbncx+xml'/></manifest>"
      ).replacing("<itemref idref='nav'/>", with: "")
    files[2] = .init("OEBPS/book.opf", package)
    files.append(
      .init(
        "OEBPS/toc.ncx",
        """
        <ncx xmlns='http://www.daisy.org/z3986/2005/ncx/'><navMap><navPoint><navLabel><text>Zwei</text>
        </navLabel><content src='chapter%2D02.xhtml'/></navPoint></navMap></ncx>
        """))
    #expect(try book(files).titles == ["Zwei", "One"])
  }

  @Test("A page without title or heading goes on with the chapter before it")
  func continued() throws {
    let pages = [
      (name: "a.xhtml", body: "<h1>One</h1><p>Text.</p>"), (name: "b.xhtml", body: "<p>More.</p>"),
    ]
    let book = try book(Self.files(pages))
    #expect(try book.titles == ["One", "One (continued)"])
    #expect(try book.text("b") == "More.")
  }

  @Test("A book whose text is encrypted says so, and one whose fonts are obscured opens")
  func protection() throws {
    func encryption(of path: String) -> ZipSample.File {
      .init(
        "META-INF/encryption.xml",
        """
        <encryption xmlns:enc='http://www.w3.org/2001/04/xmlenc#'><enc:EncryptedData><enc:CipherData>
        <enc:CipherReference URI='\(path)'/></enc:CipherData></enc:EncryptedData></encryption>
        """)
    }
    let locked = try book(Self.files(Self.pages) + [encryption(of: "OEBPS/chapter-01.xhtml")])
    let error = #expect(throws: ImportError.self) { try locked.titles }
    #expect(error?.description.contains("DRM") == true)
    #expect(try book(Self.files(Self.pages) + [encryption(of: "OEBPS/a.otf")]).titles.count == 2)
  }

  @Test("A book without the first file that names its kind is known by its container")
  func container() throws {
    #expect(try book(Array(Self.files(Self.pages).dropFirst())).titles == ["Two ways", "One"])
  }
}
