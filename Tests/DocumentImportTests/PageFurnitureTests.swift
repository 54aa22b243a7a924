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

  private static let story = (1...6).map {
    "<p>Officials in the harbour town said on Monday, after a long night, that gate \($0) stays shut.</p>"
  }

  private func blocks(_ box: String) throws -> [(Block.Kind, String)] {
    let page = """
      <!DOCTYPE html><title>Harbour closes as the storm arrives</title><body><div class="story">\
      \(Self.story[..<3].joined())\(box)\(Self.story[3...].joined())</div>
      """
    let article = try ArticleLoader.article(of: Array(page.utf8), named: "page.html")
    return article.blocks.map { ($0.kind, article.text.string(in: $0.span)) }
  }

  @Test(
    "Boxes whose names say that they advertise a newsletter go, and long text stays",
    arguments: ["class", "id", "data-testid", "data-qa"],
    ["newsletter", "Newsletter-Signup", "email-sign-up", "subscribe-box", "mailing-list"])
  func newsletterBoxes(attribute: String, name: String) throws {
    let words = "<p>Elke ochtend een overzicht van het nieuws, ook voor wie haast heeft.</p>"
    let box = { (text: String) in "<div \(attribute)=\"\(name)\">\(text)</div>" }
    #expect(try blocks(box(words)).count == 7)
    let long = String(repeating: words, count: 12)
    #expect(try blocks(box(long)).count == 19)
  }

  @Test("Invitations to subscribe go in many languages, and sentences about newsletters stay")
  func invitations() {
    for text in [
      "Sign up for our Morning Newsletter", "Get the Courier in your inbox, every Friday.",
      "Newsletter: Die Lage am Abend", "Suscríbete a nuestra newsletter de ciencia",
      "Inscrivez-vous à la newsletter du matin", "Iscriviti alla newsletter: ogni sera il punto",
      "Assine a newsletter do dia", "Jeden Abend kompakt in Ihr Postfach. Hier anmelden.",
      "The Daily Briefing newsletter has all you need. Sign up here.",
    ] { #expect(role(text) == .furniture, "\(text)") }
    for text in [
      "“Sign up for our newsletter,” she said.", "The newsletter had 4,000 readers in May.",
      "He asked them to sign up for a newsletter that nobody wrote.", "Get the boats in, he said.",
    ] { #expect(role(text) == .content, "\(text)") }
  }

  @Test("Reading times and counts of shares go, with any number")
  func counts() {
    for number in [1, 3, 12, 340] {
      for text in [
        "\(number) min read", "\(number) minute read", "Lesezeit: \(number) Min.",
        "\(number) Min. Lesezeit", "Temps de lecture : \(number) min", "\(number) shares",
        "Tempo di lettura: \(number) minuti", "\(number).2K shares",
      ] { #expect(role(text) == .furniture, "\(text)") }
      for text in ["He has \(number) shares", "She read \(number) books.", "\(number) people came"]
      {
        #expect(role(text) == .content, "\(text)")
      }
    }
  }

  @Test(
    "What outlets print at the ends of articles goes",
    arguments: [
      "© RIPRODUZIONE RISERVATA", "Riproduzione riservata", "Article réservé aux abonnés",
      "Réutiliser ce contenu", "Contribuer", "Supported by", "View this post on Instagram",
      "A post shared by Ana Reis (@anareis)", "إعلان", "CLICK HERE TO GET THE FOX NEWS APP",
      "Press enter or click to view image in full size", "See more on: Harbours, Storms",
      "Our Standards: The Thomson Reuters Trust Principles.",
      "A version of this article appears in print on Jan. 19, 2026, Section A, Page 14.",
    ])
  func notices(text: String) { #expect(role(text) == .furniture) }

  @Test("A short line with the source of a picture is a credit")
  func sources() {
    for text in [
      "Image source, Ana Reis", "Quelle: F.A.Z", "Source: Harbour Office", "Getty Images",
    ] {
      #expect(role(text) == .credit, "\(text)")
    }
    #expect(
      role("Source: a man who saw it all and who asked that nobody print his name") == .content)
  }

  @Test(
    "Lines that say when become datelines",
    arguments: [
      "Updated 9:02 AM EDT, April 14, 2026", "11 February 2026", "Stand: 04.06.2026 08:10 Uhr",
      "Published September 1, 2026 12:00pm EDT", "05.05.2026, 11:08", "17/5/2026",
      "Publié le 09 janvier 2026 à 05h30", "Fri 20 Nov 2026 07.15 GMT", "2026-11-20",
      "Actualizado Jueves, 8 octubre 2026 - 01:12", "11 February 2026 Updated 3 hours ago",
      "1 ottobre 2026 (modifica il 1 ottobre 2026 | 09:40)", "05.05.2026, 11:08 Lesezeit: 3 Min.",
    ])
  func datelines(line: String) throws {
    #expect(try blocks("<p>\(line)</p>").contains { $0.0 == .dateline && $0.1 == line })
  }

  @Test(
    "Sentences with dates stay paragraphs",
    arguments: ["It shut on 3 May 2026.", "May 2026 was dry", "In 2026, 14 came.", "3 ships"])
  func sentencesWithDates(line: String) throws {
    #expect(try blocks("<p>\(line)</p>").contains { $0.0 == .paragraph && $0.1 == line })
  }
}
