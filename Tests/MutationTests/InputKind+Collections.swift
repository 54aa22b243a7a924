// Files with several articles and documents of office programs: bytes → members → articles.

import ArticleModel
import DocumentImport
import TestSupport

extension InputKind {
  private static let mailbox = """
    From ana@example.org Tue Nov  3 09:15:00 2026
    From: =?utf-8?Q?Ana?= <ana@example.org>
    Subject: Minutes
    Content-Length: 12
    MIME-Version: 1.0

    The council.

    From ben@example.org Wed Nov  4 09:15:00 2026
    Subject: Re: Minutes

    >From here on.
    """

  private static let feed = """
    <?xml version="1.0"?><rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/"><channel>
    <title>Post</title><item><title>A &amp;amp; b</title><guid>1</guid><pubDate>Tue, 3 Nov 2026 09:15:00 GMT</pubDate>
    <c:encoded><![CDATA[<p>Text</p>]]></c:encoded></item><item><description>B &nbsp;</description></item></channel></rss>
    """

  private static let answer =
    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n1A\r\n<html><p>Some words.</p></html>\r\n0\r\n\r\n"

  private static let webArchive =
    "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.b/c\r\nContent-Length: \(answer.utf8.count)\r\n\r\n\(answer)\r\n\r\n"

  private static let book = ZipSample([
    .init("mimetype", "application/epub+zip"),
    .init("META-INF/container.xml", "<c><rootfile full-path='b.opf'/></c>"),
    .init(
      "b.opf",
      """
      <package><metadata/><manifest><item id='a' href='a.xhtml' media-type='application/xhtml+xml'/>
      <item id='n' href='n.xhtml' media-type='application/xhtml+xml' properties='nav'/></manifest>
      <spine><itemref idref='a'/></spine></package>
      """),
    .init("n.xhtml", "<nav><a href='a.xhtml'>One</a></nav>"),
    .init(deflating: "a.xhtml", "<html><title/><body><h1>One</h1><p>Text.</p></body></html>"),
  ])

  private static let word = ZipSample([
    .init("[Content_Types].xml", "<Types/>"),
    .init(
      "word/document.xml",
      """
      <w:document xmlns:w='urn:w'><w:body><w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>Text</w:t><w:br/></w:r></w:p>
      <w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>
      """),
  ])

  private static let openDocument = ZipSample([
    .init("mimetype", "application/vnd.oasis.opendocument.text"),
    .init("META-INF/manifest.xml", "<m/>"),
    .init(
      "content.xml",
      """
      <o:d xmlns:o='urn:o' xmlns:t='urn:t'><o:body><o:text><t:h>One</t:h><t:p>A<t:s/>b<t:note><t:note-body>
      <t:p>N</t:p></t:note-body></t:note></t:p></o:text></o:body></o:d>
      """),
  ])

  static let collection = InputKind(
    name: "collection", rounds: 400,
    makeCorpus: {
      bytes(mailbox, feed, webArchive) + [
        Deflated.gzip(Array(webArchive.utf8)), book.bytes, word.bytes, openDocument.bytes,
      ]
    },
    pieces: bytes(
      "PK\u{1}\u{2}", "PK\u{3}\u{4}", "PK\u{5}\u{6}", "\nFrom ", "WARC/1.0\r\n", "Content-Length: ",
      "<item>", "</item>", "<![CDATA[", "]]>", "&amp;", "<w:p>", "</w:p>", "../", "\u{0}\u{0}")
  ) { input, chance in
    guard let collection = try? ArticleLoader.collection(of: input, named: "a") else {
      return (try? ArticleLoader.article(of: input, named: "a")).flatMap { fault(of: $0, &chance) }
    }
    for index in collection.members.indices.prefix(4) {
      guard let article = try? collection.article(index) else { continue }
      if let fault = fault(of: article, &chance) { return fault }
    }
    let paths = Set(collection.members.map(\.path))
    return paths.count == collection.members.count ? nil : "two articles of one name"
  }
}
