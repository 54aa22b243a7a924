// What pages put between the paragraphs of an article does not become part of it.

import ArticleModel
import Testing

@testable import DocumentImport

@Suite struct PageFurnitureTests {
  private func role(_ block: String, linked: String = "") -> PageFurniture.Role {
    PageFurniture.role(of: Array(block.utf8)[...], linked: linked.utf8.count)
  }

  @Test(
    "Words that belong to the page alone are told in whatever letters and signs they come",
    arguments: [
      "advertisement", "story continues below advertisement", "publicité", "anzeige",
      "share this article",
      "continua após a publicidade", "image", "loading",
    ])
  func furniture(phrase: String) {
    let forms = [
      phrase, phrase.uppercased(), phrase.prefix(1).uppercased() + phrase.dropFirst(),
      "[\(phrase)]",
      "\(phrase)…", "— \(phrase) —", "\(phrase):",
    ]
    for form in forms { #expect(role(form) == .furniture, "\(form)") }
  }

  @Test(
    "Sentences that have such words in them stay",
    arguments: [
      "Advertising is expensive.", "The image shows the bridge.", "She read more than anybody.",
      "Share prices fell.", "Loading the ships took a day.", "Related crimes rose by 3 per cent.",
      "Copyright law is old, and all rights reserved is a phrase that judges know well enough to ignore.",
    ])
  func sentences(sentence: String) { #expect(role(sentence) == .content) }

  @Test("An opening such as “Read more” counts when most of the block is a link")
  func openings() {
    let headline = "Ferries return to the harbour"
    for opening in [
      "Read more: ", "READ MORE: ", "Lesen Sie auch: ", "Lire aussi : ", "Leia mais: ",
    ] {
      #expect(role(opening + headline, linked: headline) == .furniture, "\(opening)")
      #expect(role(opening + headline) == .content, "\(opening)")
    }
  }

  @Test("Lines of rights go, and picture credits are captions")
  func rightsAndCredits() {
    #expect(role("© 2026 The Harbour Post. All rights reserved.") == .furniture)
    #expect(role("Copyright 2026 Harbour Media, alle Rechte vorbehalten") == .furniture)
    #expect(role("© Jane Roe") == .credit)
    #expect(role("Jane Roe/Getty Images") == .credit)
    #expect(role("Nobody likes AC/DC or Getty Images.") == .content)
  }

  @Test(
    "Headings of other articles go with the links below them, and the article goes on after those")
  func leadIns() throws {
    let story = (1...6).map {
      "<p>Officials in the harbour town said on Monday, after a long night, that gate \($0) stays shut.</p>"
    }
    let related = """
      <h3>You may also like</h3><p><a href="/a">A storm that nobody saw coming</a></p>\
      <p><a href="/b">Pilots sleep through it all</a></p>
      """
    let page = """
      <!DOCTYPE html><title>Harbour closes as the storm arrives</title><body><div class="story">\
      \(story[..<3].joined())\(related)<p>&nbsp;</p><p>\u{200B}</p>\(story[3...].joined())</div>
      """
    let article = try ArticleLoader.article(of: Array(page.utf8), named: "page.html")
    let blocks = article.blocks.map { article.text.string(in: $0.span) }
    #expect(blocks.count == 7, "the headline and six paragraphs: \(blocks)")
    #expect(blocks.last?.contains("gate 6") == true)
    #expect(article.structure.links.isEmpty)
  }
}
