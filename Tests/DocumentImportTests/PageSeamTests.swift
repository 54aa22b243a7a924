// Words that pages set side by side or break with characters that nobody sees come out whole and apart.

import ArticleModel
import Testing

@testable import DocumentImport

@Suite struct PageSeamTests {
  private static let story = (1...6).map {
    "<p>Officials in the harbour town said on Monday, after a long night, that gate \($0) stays shut.</p>"
  }.joined()

  private func article(_ content: String, head: String = "") throws -> Article {
    let page = """
      <!DOCTYPE html><title>Harbour closes as the storm arrives</title>\(head)<body>\
      <div class="story">\(content)\(Self.story)</div>
      """
    return try ArticleLoader.article(of: Array(page.utf8), named: "page.html")
  }

  private func blocks(_ article: Article) -> [String] {
    article.blocks.map { article.text.string(in: $0.span) }
  }

  @Test(
    "Elements side by side are words of their own",
    arguments: ["span", "a", "time", "cite", "small"], ["span", "time"])
  func sideBySide(first: String, second: String) throws {
    for (left, right) in [
      ("Ana Reis", "Environment reporter, who lives at the harbour"), ("Room 12", "Doors of it"),
      ("Salina", "CNN says that nobody came"), ("Ana Reis", "4 stories of hers"),
      ("Updated 11:08", "Lesezeit ist Zeit"),
    ] {
      let line = "<p><\(first)>\(left)</\(first)><\(second)>\(right)</\(second)></p>"
      #expect(blocks(try article(line)).contains("\(left) \(right)"), "\(line)")
    }
  }

  @Test(
    "Initials, markup within words, formulas and names in capitals stay whole",
    arguments: [
      ("<span>T</span><span>HE harbour is shut</span>", "THE harbour is shut"),
      ("<span>“T</span><span>He harbour is shut</span>", "“THe harbour is shut"),
      ("The <b>Mc</b><i>Donald</i> pier", "The McDonald pier"),
      ("The <span>UN</span><span>HCR</span> tents", "The UNHCR tents"),
      ("Much CO<sub>2</sub> is in the air", "Much CO2 is in the air"),
      ("The <span>har</span><span>bour</span> is shut", "The harbour is shut"),
      ("The iPhone of <span>MacArthur</span> is lost", "The iPhone of MacArthur is lost"),
      ("The <em>Wolds</em>Star is lost", "The WoldsStar is lost"),
      ("So it is.<sup><a href='#1'>1</a></sup><a href='#2'>2</a> And on", "So it is.12 And on"),
    ])
  func whole(markup: String, text: String) throws {
    #expect(blocks(try article("<p>\(markup)</p>")).contains(text))
  }

  @Test(
    "Soft hyphens, and characters without width, are no part of a word",
    arguments: ["\u{AD}", "\u{200B}", "\u{2060}", "\u{FEFF}", "&shy;", "&#8203;", "&#x2060;"])
  func unseen(character: String) throws {
    let article = try article(
      "<p>The Har\(character)bour Au\(character)thority said no.\(character)</p>",
      head: "<meta property=\"og:title\" content=\"Har\(character)bour closes for good today\">")
    #expect(blocks(article).contains("The Harbour Authority said no."))
    #expect(article.title == "Harbour closes for good today")
  }

  @Test("Joiners that shape a word stay")
  func joiners() throws {
    #expect(
      blocks(try article("<p>می\u{200C}خواهم آن را ببینم</p>")).contains {
        $0.unicodeScalars.contains("\u{200C}")
      }
    )
  }

  @Test(
    "Who took the picture is a credit apart from its caption",
    arguments: ["credit", "photo-credit", "copyright", "media-source", "photographer"],
    ["span", "b", "div", "cite"])
  func pictureCredits(name: String, tag: String) throws {
    let article = try article(
      """
      <p>Officials met at the quay before the storm, and left it after the storm had come.</p>
      <figure><img src="a.jpg"><figcaption>The quay at night<\(tag) class="\(name)">Ben Tauber</\(tag)>\
      </figcaption></figure>
      """)
    let kinds = article.blocks.map { ($0.kind, article.text.string(in: $0.span)) }
    #expect(kinds.contains { $0.0 == .caption && $0.1 == "The quay at night" })
    #expect(kinds.contains { $0.0 == .byline && $0.1 == "Ben Tauber" })
  }
}
