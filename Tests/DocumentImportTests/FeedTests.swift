// Feeds: the elements of RSS and Atom, markup in them however it is written, and names that stay.

import ArticleModel
import TestSupport
import Testing

@testable import DocumentImport

@Suite struct FeedTests {
  private static func rss(_ items: String...) -> String {
    """
    <?xml version="1.0" encoding="utf-8"?>
    <!-- made by hand -->
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
    <channel><title>The Harbour Post</title><link>https://example.org/</link>
    <language>en-GB</language>
    \(items.joined(separator: "\n"))
    </channel></rss>
    """
  }

  private static let bridge = """
    <item><media:title>Not this</media:title><title>Council votes on bridge</title>
    <link> https://example.org/bridge </link>
    <dc:creator>Ana Lopes</dc:creator><pubDate>Tue, 03 Nov 2026 09:15:00 GMT</pubDate>
    <guid isPermaLink="false">tag:1</guid><description>A teaser.</description>
    <content:encoded><![CDATA[<h2>In brief</h2><p>The council <a href="/vote">voted</a>.</p>
    <blockquote>We will rebuild it.</blockquote><ul><li>One</li><li>Two</li></ul>
    <script>alert(1)</script>]]></content:encoded></item>
    """

  @Test("An entry has its whole text with blocks and links, and what the feed says of it")
  func entry() throws {
    let feed = try CollectionSample(Self.rss(Self.bridge), named: "feed.xml")
    let article = try feed.article("council-votes-on-bridge")
    #expect(
      article.structureLines == [
        "headline: Council votes on bridge", "subheading: In brief",
        "paragraph: The council voted.", "blockQuotation: We will rebuild it.", "listItem: One",
        "listItem: Two",
      ])
    #expect(
      article.structure.links.map(\.target) == [
        "https://example.org/bridge", "https://example.org/vote",
      ])
    let metadata = article.metadata
    #expect(metadata.authors == ["Ana Lopes"])
    #expect(metadata.outlet == "The Harbour Post")
    #expect(metadata.published == Timestamp("2026-11-03T09:15:00Z"))
    #expect(metadata.language == "en-GB")
    #expect(metadata.address == "https://example.org/bridge")
  }

  @Test("The same entry reads the same in RSS 0.91, RSS 1.0, RSS 2.0 and the forms of Atom")
  func formats() throws {
    let html = "&lt;p&gt;The &lt;b&gt;ferry&lt;/b&gt; sails.&lt;/p&gt;"
    let atom = { (content: String) in
      """
      <feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><entry>
      <title type="html">Ferry &amp;amp; port</title><id>urn:1</id>
      <link rel="self" href="https://example.org/self"/><link href="https://example.org/ferry"/>
      <author><name>Ana Lopes</name></author><published>2026-11-03T09:15:00Z</published>
      \(content)</entry></feed>
      """
    }
    let item = """
      <item><title>Ferry &amp;amp; port</title><link>https://example.org/ferry</link>
      <author>ana@example.org (Ana Lopes)</author><pubDate>Tue, 3 Nov 2026 09:15:00 GMT</pubDate>
      <description>\(html)</description></item>
      """
    let feeds = [
      "<rss version='0.91'><channel><title>Post</title>\(item)</channel></rss>",
      """
      <rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'
      xmlns='http://purl.org/rss/1.0/'><channel><title>Post</title></channel>\(item)</rdf:RDF>
      """,
      atom("<content type='html'>\(html)</content>"), atom("<summary>The ferry sails.</summary>"),
      atom(
        "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>The <b>ferry</b> sails.</p></div></content>"
      ),
      atom("<content type='text'>The ferry sails.</content>"),
    ]
    for feed in feeds {
      let article = try CollectionSample(feed, named: "a.xml").onlyArticle()
      #expect(article.string == "Ferry & port\n\nThe ferry sails.", "\(feed)")
      #expect(article.metadata.authors == ["Ana Lopes"], "\(feed)")
      #expect(article.metadata.address == "https://example.org/ferry", "\(feed)")
      #expect(article.metadata.published == Timestamp("2026-11-03T09:15:00Z"), "\(feed)")
      #expect(article.metadata.outlet == "Post")
    }
  }

  @Test("Names stay when newer entries come on top, also of two entries with one title")
  func stableNames() throws {
    func item(_ number: Int) -> String {
      "<item><title>Live</title><guid>\(number)</guid><description>No. \(number)</description></item>"
    }
    let before = try CollectionSample(Self.rss(item(2), item(1)), named: "a.xml").names
    let after = try CollectionSample(Self.rss(item(3), item(2), item(1)), named: "a.xml").names
    #expect(before.last == "live")
    #expect(Array(after.suffix(2)) == before)
  }

  @Test("A feed in UTF-16, in Latin-1, with HTML's entities or with control bytes is read")
  func encodings() throws {
    let plain = Self.rss("<item><title>Café</title><description>Très bien.</description></item>")
    let units = plain.replacing("utf-8", with: "utf-16").utf16
    let wide: [UInt8] =
      [0xFF, 0xFE] + units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    let latin = plain.replacing("utf-8", with: "iso-8859-1").unicodeScalars.map { UInt8($0.value) }
    let entities = plain.replacing("é", with: "&eacute;").replacing("è", with: "&egrave;")
    let controls = plain.replacing("Très", with: "Très\u{8}\u{1}")
    for bytes in [wide, latin, Array(entities.utf8), Array(controls.utf8)] {
      let feed = try CollectionSample(bytes, named: "a.xml")
      #expect(try feed.onlyArticle().string == "Café\n\nTrès bien.")
    }
  }

  @Test("Of a feed that breaks off, the entries before the fault are there")
  func brokenOff() throws {
    let whole = Self.rss(Self.bridge, Self.bridge.replacing("bridge", with: "ferry"))
    let cut = String(whole.prefix(whole.count - 120))
    #expect(try CollectionSample(cut, named: "a.xml").titles == ["Council votes on bridge"])
    let nothing = try CollectionSample(String(whole.prefix(600)), named: "a.xml")
    #expect(throws: ImportError.self) { try nothing.titles }
  }

  @Test("What is no feed is none, whatever its ending")
  func others() throws {
    for text in [
      "<html><title>feed</title><p>A page.</p></html>", "Just words <rss>", "<feed>none</feed>", "",
    ] {
      let sample = try CollectionSample(text, named: "a.rss")
      #expect(try ArticleLoader.collection(sample.path) == nil)
    }
  }

  @Test("Entities that stand for too much, and those that lie outside, add nothing")
  func entities() throws {
    var bomb = "<!DOCTYPE rss [<!ENTITY a0 \"ha\">"
    for level in 1...30 { bomb += "<!ENTITY a\(level) \"&a\(level - 1);&a\(level - 1);\">" }
    bomb += "]>" + "<rss><channel><item><title>&a30;</title></item></channel></rss>"
    let sample = try CollectionSample(bomb, named: "a.xml")
    #expect(throws: ImportError.tooComplicated(sample.path)) { try sample.titles }
    let secret = try sample.folder.write("secret", to: "secret.txt")
    let outside = """
      <!DOCTYPE rss [<!ENTITY x SYSTEM "file://\(secret)">]>
      <rss><channel><item><title>A &x; b</title></item></channel></rss>
      """
    let titles = try CollectionSample(outside, named: "b.xml").titles
    #expect(titles.count == 1 && !titles[0].contains("secret"))
  }
}
