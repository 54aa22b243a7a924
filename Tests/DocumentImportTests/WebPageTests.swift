// What is made of a web page: the article out of its surroundings, blocks, links, metadata.

import ArticleModel
import TestSupport
import Testing

@testable import DocumentImport

@Suite struct WebPageTests {
  /// Sentences enough that an article is one.
  private static let story = (1...6).map {
    """
    <p>Officials in the harbour town said on Monday, after a long night, that gate \($0) would stay shut, \
    and that nobody, not even the ferries, could pass before the storm had gone.</p>
    """
  }.joined(separator: "\n")

  private static func page(head: String = "", _ content: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en-GB"><head><title>Harbour closes as the storm arrives - The Harbour Post</title>\(head)</head>
    <body>
    <nav class="menu"><a href="/">Home</a> <a href="/sport">Sport</a></nav>
    <div class="page"><div class="story-body">\(content)</div>
    <div class="related-links"><h2>Related</h2><ul><li><a href="/other">Another story of the week</a></li></ul></div>
    <div id="comments" class="comment-list"><p>First! This is a comment, and quite a long one, by a reader.</p></div>
    </div><footer>Copyright The Harbour Post</footer><script>var font = "Lucida Grande";</script></body></html>
    """
  }

  private func article(_ html: String, named name: String = "page.html") throws -> Article {
    try ArticleLoader.article(of: Array(html.utf8), named: name)
  }

  private func text(_ article: Article) -> String { article.text.string(in: article.text.span) }

  private func blocks(_ article: Article, _ kind: Block.Kind) -> [String] {
    article.blocks.filter { $0.kind == kind }.map { article.text.string(in: $0.span) }
  }

  @Test("The article is cut out of menus, related links, comments, scripts and the footer")
  func cutOut() throws {
    let text = text(try article(Self.page(Self.story)))
    for gate in 1...6 { #expect(text.contains("gate \(gate) would stay shut")) }
    for word in ["Sport", "Related", "Another story", "comment", "Copyright", "Lucida"] {
      #expect(!text.contains(word), "\(word) is no part of the article")
    }
  }

  @Test("The title loses the outlet's name and stands first, and a heading that repeats it goes")
  func title() throws {
    let article = try article(
      Self.page("<h1>Harbour closes as the storm arrives</h1>" + Self.story))
    #expect(article.title == "Harbour closes as the storm arrives")
    #expect(blocks(article, .headline) == ["Harbour closes as the storm arrives"])
    #expect(text(article).components(of: "Harbour closes").count == 2)
  }

  @Test(
    "A page is known by its beginning, whatever its name says",
    arguments: [
      ("<!doctype HTML><title>t</title>", true), ("\u{FEFF}\n <html lang=en>", true),
      ("<!-- saved from url=(0020)https://example.com/ --><html>", true),
      ("<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\">", true),
      ("<headline>no page</headline>", false), ("A <b>text</b> about <html>", false),
      ("<!-- no end", false), ("<", false),
    ])
  func recognised(beginning: String, isPage: Bool) {
    let found = Array(beginning.utf8).withUnsafeBufferPointer { PageBeginning.isOne($0) }
    #expect(found == isPage)
  }

  @Test("Blocks keep their kinds")
  func kinds() throws {
    let article = try article(
      Self.page(
        """
        <h2>What happened</h2>\(Self.story)
        <ul><li>The ferries, all of them, wait.</li><li>The pilots, both of them, sleep.</li></ul>
        <blockquote><p>We close the gates, all of them, tonight.</p></blockquote>
        <figure><img src="a.jpg"><figcaption>Waves at the gate, on Monday.</figcaption></figure>
        <table><tr><th>Gate</th><th>State</th></tr><tr><td>One</td><td>shut, firmly</td></tr></table>
        <p>One line,<br>and another.</p><p>Before<br><br>after the break.</p>
        """))
    #expect(blocks(article, .subheading) == ["What happened"])
    #expect(
      blocks(article, .listItem)
        == ["The ferries, all of them, wait.", "The pilots, both of them, sleep."])
    #expect(blocks(article, .blockQuotation) == ["We close the gates, all of them, tonight."])
    #expect(blocks(article, .caption) == ["Waves at the gate, on Monday."])
    #expect(blocks(article, .tableRow) == ["Gate | State", "One | shut, firmly"])
    #expect(
      blocks(article, .paragraph).suffix(3)
        == ["One line,\nand another.", "Before", "after the break."])
  }

  @Test(
    "Links keep their words and lead where a browser would go; scripts and mails are none",
    arguments: [
      ("/news/1", "https://example.com/news/1"), ("b?c=1#d", "https://example.com/a/b?c=1#d"),
      ("../x/./y", "https://example.com/x/y"), ("//cdn.example.org/z", "https://cdn.example.org/z"),
      ("HTTP://Example.net", "http://Example.net"), ("?q", "https://example.com/a/index.html?q"),
      ("java\nscript:alert(1)", nil), ("mailto:a@example.com", nil), ("data:text/html,x", nil),
      ("#there", nil), ("../../../../etc/x", "https://example.com/etc/x"),
    ] as [(String, String?)])
  func links(href: String, target: String?) throws {
    let head = "<link rel=canonical href='https://example.com/a/index.html'>"
    let article = try article(
      Self.page(
        head: head, Self.story + "<p>See, please, <a href=\"\(href)\"> this report </a> too.</p>"))
    let link = article.structure.links.first
    #expect(link?.target == target)
    #expect(link.map { article.text.string(in: $0.span) } == target.map { _ in "this report" })
  }

  @Test("JSON-LD, wrapped as XHTML wants it and in a graph, gives title, authors, outlet and dates")
  func linkedData() throws {
    let head = """
      <meta property="og:title" content="Another title">
      <script type="application/ld+json">//<![CDATA[
      {"@context":"https://schema.org","@graph":[{"@type":"Organization","name":"Nobody"},
      {"@type":"NewsArticle","headline":"Harbour closes as\n the storm arrives",
       "author":[{"@type":"Person","name":"Ann Lee"},{"name":"Bo Ek"}],"author":"x",
       "publisher":{"name":"The Harbour Post"},"datePublished":"2026-01-02T03:04:05Z"}]}
      //]]></script>
      """
    let metadata = try article(Self.page(head: head, Self.story)).metadata
    #expect(metadata.title == "Harbour closes as the storm arrives")
    #expect(metadata.authors == ["Ann Lee", "Bo Ek"])
    #expect(metadata.outlet == "The Harbour Post")
    #expect(metadata.published == Timestamp("2026-01-02T03:04:05Z"))
    #expect(metadata.language == "en-GB")
    #expect(metadata.extractor?.name == "web page")
  }

  @Test("A byline that only the text has becomes the author, and no sentence of the article")
  func byline() throws {
    let article = try article(
      Self.page("<p class=\"byline\">By Ann Lee</p>" + Self.story))
    #expect(article.metadata.authors == ["Ann Lee"])
    #expect(!text(article).contains("Ann Lee"))
  }

  @Test(
    "Pages are read in the encoding that they are in, and refused in one that is not known",
    arguments: [
      ("<meta charset=iso-8859-1>", [0xE9] as [UInt8], "é"), ("", [0xC3, 0xA9], "é"),
      ("<meta charset=utf-8>", [0xE2, 0x82, 0xAC], "€"), ("", [0x93], "\u{201C}"),
      ("<meta charset=koi8-r>", [0xC1], "а"), ("<meta charset=klingon>", [0xC1], nil),
    ] as [(String, [UInt8], String?)])
  func encodings(head: String, bytes: [UInt8], character: String?) throws {
    let parts = Self.page(head: head, "<p>Word @ word</p>" + Self.story).split(separator: "@")
    let page = Array(parts[0].utf8) + bytes + Array(parts[1].utf8)
    if let character {
      let article = try ArticleLoader.article(of: page, named: "page.html")
      #expect(text(article).contains("Word \(character) word"))
    } else {
      #expect(throws: ImportError.encoding("page.html", label: "klingon")) {
        try ArticleLoader.article(of: page, named: "page.html")
      }
    }
  }

  @Test(
    "Hostile pages get an answer or a clear error",
    arguments: [
      "<div>", "<b>", "<table><tr><td>", "<ul><li>", "<blockquote>", "<p><i><u><font size=1>",
      "<a href=x>",
    ])
  func deepNesting(element: String) throws {
    let page = "<html><body>" + String(repeating: element, count: 1500) + "The words, all of them."
    let article = try article(page)
    #expect(text(article).contains("The words, all of them."))
  }

  @Test("Random markup gives blocks that lie in the text, in order, and links that lie in blocks")
  func randomMarkup() throws {
    let pieces = [
      "<p>", "</p>", "<div class='article'>", "</div>", "<b>", "</b>", "<table>", "<tr>", "<td>",
      "</table>",
      "<ul>", "<li>", "</ul>", "<a href='/x'>", "</a>", "<br>", "<h2>", "</h2>", "<figure>",
      "<figcaption>",
      "<blockquote>", "Words, and more words. ", "é 漢字 ", "&amp;", "&#0;", "<script>", "</script>",
      "\u{0}",
      "<svg>", "</svg>", "<template>", "</template>", "<select>", "<th>", "<pre>", " \n ",
    ]
    for seed in 0..<300 {
      var random = Chance(seed: UInt64(seed))
      let content = (0..<120).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      guard let article = try? article("<html>" + content) else { continue }
      var end = ByteOffset.zero
      for block in article.blocks {
        #expect(block.span.start >= end && !block.span.isEmpty, "seed \(seed)")
        end = block.span.end
      }
      #expect(end <= article.text.end, "seed \(seed)")
      #expect(
        article.structure.links.allSatisfy { $0.span.end <= article.text.end }, "seed \(seed)")
    }
  }
}

extension String {
  /// The pieces between occurrences of a word.
  fileprivate func components(of word: String) -> [Substring] {
    split(separator: word, omittingEmptySubsequences: false)
  }
}

extension WebPageTests {
  @Test(
    "An article that is shown without scripts alone, or stands in the description alone, is read")
  func withoutScripts() throws {
    let hidden = try article("<!DOCTYPE html><div id=app></div><noscript>\(Self.story)</noscript>")
    #expect(text(hidden).contains("gate 6"))
    let visible = try article(
      "<!DOCTYPE html><p>Short.</p>\(Self.story)<noscript>Scripts!</noscript>")
    #expect(!text(visible).contains("Scripts!"))
    let body = (1...9).map {
      "Officials said on Monday that gate \($0) would stay shut until the storm had gone."
    }.joined(separator: "\\n\\n")
    let described = try article(
      """
      <!DOCTYPE html><script type="application/ld+json">{"@type": "NewsArticle", "headline": "Gates shut",
      "articleBody": "\(body)"}</script><p>Please switch on JavaScript.</p>
      """)
    #expect(blocks(described, .paragraph).count == 9)
    #expect(blocks(described, .headline) == ["Gates shut"])
  }

  @Test(
    "Items of lists have their bullets and numbers, and further paragraphs of an item have none")
  func listSigns() throws {
    let article = try article(
      Self.page(
        """
        \(Self.story)<ol start=3><li><p>The third gate, the oldest one, is shut.</p><p>It is of wood.</p></li>
        <li>The fourth gate is shut.<ul><li>It is of iron, and heavy.</li></ul></li></ol>
        """))
    let items = article.blocks.filter { $0.kind == .listItem }
    #expect(items.map(\.sign) == [.number(3), .none, .number(4), .bullet])
    #expect(items.map(\.depth) == [0, 0, 0, 1])
  }

  @Test(
    "Words that are set apart once more are a pull quotation, and others are not",
    arguments: [
      ("<blockquote><p>nobody, not even the ferries, could pass</p></blockquote>", true),
      ("<h3>“Nobody, not even the ferries, could pass”</h3>", true),
      ("<p class='story-pullquote'>Nobody could pass, not even a ferry.</p>", true),
      ("<p>“Nobody, not even the ferries, could pass …”</p>", false),
      ("<h3>Nobody, not even the ferries, could pass</h3>", false),
      ("<blockquote><p>Nobody, not even the pilots, could sleep.</p></blockquote>", false),
      ("<h3>What nobody could pass</h3>", false),
    ])
  func pullQuotations(markup: String, isRepeated: Bool) throws {
    let article = try article(Self.page(Self.story + markup + Self.story))
    #expect(blocks(article, .pullQuotation).count == (isRepeated ? 1 : 0), "\(markup)")
  }

  @Test("Preformatted text keeps its lines")
  func preformatted() throws {
    let article = try article(
      Self.page(Self.story + "<pre>gate one   shut\ngate two   open\n</pre>"))
    #expect(text(article).hasSuffix("gate one shut\ngate two open"))
  }
}

extension WebPageTests {
  @Test("A cell with nothing in it keeps its column")
  func emptyCells() throws {
    let article = try article(
      Self.page(
        """
        \(Self.story)<table><thead><tr><th>Gate</th><th>Built</th><th>Shut</th></tr></thead>
        <tbody><tr><td>North</td><td></td><td>12</td></tr><tr><td>South</td><td>1968</td><td></td></tr></tbody>
        </table>
        """))
    #expect(
      blocks(article, .tableRow) == ["Gate | Built | Shut", "North |  | 12", "South | 1968"])
  }

  @Test("Line breaks within a paragraph are lines of their own")
  func lineBreaks() throws {
    let article = try article(
      Self.page(Self.story + "<p>Gate one,<br>gate two</p><pre>a\n  b</pre>"))
    let kept = article.blocks.filter(\.keepsLines).map { article.text.string(in: $0.span) }
    #expect(kept == ["Gate one,\ngate two", "a\nb"])
  }
}

extension WebPageTests {
  @Test(
    "What stands between two parts of the article belongs to it, and forms do not",
    arguments: [
      ("<h2>What happens next</h2>", "What happens next"),
      ("<ul><li>One gate of wood.</li><li>One gate of iron.</li></ul>", "One gate of iron."),
      (
        "<figure><img src=a.jpg><figcaption>The gate at dawn</figcaption></figure>",
        "The gate at dawn"
      ),
      ("<div><p>Nobody came.</p></div>", "Nobody came."),
      ("<form><p>Rate this page, please.</p><input name=a><input name=b></form>", ""),
    ])
  func betweenParts(markup: String, words: String) throws {
    let part = "<div class=\"rich-text\">\(Self.story)</div>"
    let article = try article(
      "<!DOCTYPE html><title>Gates</title><article>\(part)\(markup)\(part)</article>")
    #expect(text(article).components(of: "gate 6 would stay shut").count == 3)
    if words.isEmpty {
      #expect(!text(article).contains("Rate this page"))
    } else {
      #expect(text(article).contains(words))
    }
  }

  @Test(
    "Standfirst and picture between the headline and the text belong to the article, wherever they stand",
    arguments: [
      "<p class=standfirst>A storm that nobody saw coming</p>",
      "<div class=\"article-header__intro\"><p class=dek>A storm that nobody saw coming</p></div>",
      "<h2 class=subtitle>A storm that nobody saw coming</h2>",
      "<header class=\"page-header\"><p>A storm that nobody saw coming shuts the harbour, and the pilots sleep.</p></header>",
      "<figure><img src=a.jpg><figcaption>A storm that nobody saw coming</figcaption></figure>",
    ])
  func lead(markup: String) throws {
    let article = try article(
      """
      <!DOCTYPE html><title>Harbour closes as the storm arrives</title><body><nav><a href=/>Home</a></nav>
      <article><div class=head><h1>Harbour closes as the storm arrives</h1>\(markup)
      <div class=byline>By Ana Reis</div><div class=share-tools><p>Share this story with your friends.</p></div>
      </div><div class=text>\(Self.story)</div></article></body>
      """)
    #expect(text(article).contains("A storm that nobody saw coming"))
    let parts = text(article).components(of: "nobody saw")
    #expect(parts.count == 2 && !parts[0].contains("gate 1"))
    #expect(!text(article).contains("your friends"))
  }
}
