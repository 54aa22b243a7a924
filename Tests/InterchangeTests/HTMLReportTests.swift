// The report: well-formed, safe, readable in both looks.

import ArticleModel
import Interchange
import TestSupport
import Testing

@Suite struct HTMLReportTests {
  let desk: MarkedCorpus

  init() throws { desk = try MarkedCorpus() }

  private func report(_ annotations: [Annotation]) throws -> String {
    try #require(desk.export(.html, annotations).files.first).text
  }

  /// The names of elements that are opened and not closed, or closed and not opened.
  private func faults(in html: String) -> [String] {
    let void: Set<String> = ["meta", "input", "path", "circle", "rect"]
    var open: [String] = []
    var faults: [String] = []
    for tag in html.matches(of: #/<(/?)([a-z][a-z0-9]*)(?:\s[^<>]*)?>/#) {
      let name = String(tag.2)
      if void.contains(name) { continue }
      if tag.1.isEmpty {
        open.append(name)
      } else if open.last == name {
        open.removeLast()
      } else {
        faults.append("</\(name)> in <\(open.last ?? "")>")
      }
    }
    return faults + open
  }

  /// The report without its style sheet and its script.
  private func markup(_ html: String) -> String {
    html.replacing(#/<style>[\s\S]*?<\/style>|<script>[\s\S]*?<\/script>/#, with: "")
  }

  @Test("Elements are nested whatever overlaps, and ids are there once", arguments: [UInt64](1...8))
  func nesting(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let article = try desk.article()
    let html = try report((0..<15).map { _ in MarkedCorpus.random(in: article, &chance) })
    #expect(faults(in: markup(html)) == [])
    let ids = html.matches(of: #/ id="([^"]*)"/#).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    for link in html.matches(of: #/ href="#([^"]*)"/#) { #expect(ids.contains(String(link.1))) }
  }

  @Test("Every mark has a note and its number in the text, once")
  func notes() throws {
    let article = try desk.article()
    let marks = try ["ferries sailed", "The ferries sailed, 日本", "closed"].map {
      try MarkedCorpus.mark($0, .question, in: article)
    }
    let html = try report(marks)
    for number in 1...3 {
      #expect(html.ranges(of: "id=\"note-\(number)\"").count == 1)
      #expect(html.ranges(of: "id=\"mark-\(number)\"").count == 1)
    }
    #expect(html.contains("data-quote=\"ferries sailed\""))
    #expect(html.contains("<span class=\"said\" title=\"quoted: Maria Silva\">"))
  }

  @Test("Nothing of an article or a note becomes markup, script or an address that runs")
  func injection() throws {
    var mark = try MarkedCorpus.mark("<the closure> & more", in: desk.article())
    mark.note = "</p><script>alert(1)</script>\u{202E}\u{1B}[31m"
    mark.evidence = [
      Evidence(url: "javascript:alert(1)"), Evidence(url: "https://a.example/\"><script>"),
    ]
    mark.creator = Creator(name: "\" onload=\"alert(1)")
    let html = try report([mark])
    #expect(html.ranges(of: "<script>").count == 1)
    #expect(!html.contains("href=\"javascript"))
    #expect(html.contains("&lt;the closure&gt; &amp; more"))
    #expect(html.contains("href=\"https://a.example/%22%3E%3Cscript%3E\""))
    #expect(!html.contains("\u{202E}") && !html.contains("\u{1B}"))
    #expect(!html.contains(" onload=\"alert"))
    #expect(faults(in: markup(html)) == [])
  }

  @Test("Nothing is loaded, and the policy knows the script")
  func selfContained() throws {
    let html = try report([])
    #expect(html.contains("default-src 'none'"))
    let loads = #/<(link|img|iframe|script src|object|embed)|@import|url\(/#
    #expect(html.firstMatch(of: loads) == nil)
    let digest = try #require(html.firstMatch(of: #/sha256-([A-Za-z0-9+\/=]+)'/#)).1
    #expect(digest.count == 44)
  }

  @Test("It has landmarks, headings in order, a name for every control, a text for every picture")
  func accessibility() throws {
    let article = try desk.article()
    let html = markup(try report([try MarkedCorpus.mark("ferries", in: article)]))
    for landmark in [
      "<header>", "<main id=\"articles\">", "<footer>", "<form id=\"filters\" aria-label",
    ] {
      #expect(html.contains(landmark))
    }
    #expect(html.contains("<html lang=\"en\">") && html.contains("href=\"#articles\">Skip"))
    let levels = html.matches(of: #/<h([1-6])/#).compactMap { Int($0.1) }
    #expect(levels.first == 1)
    #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
    for svg in html.matches(of: #/<svg[^>]*>/#) {
      #expect(svg.0.contains("role=\"img\"") && svg.0.contains("aria-label"))
    }
    for control in html.matches(of: #/<label[^>]*>[^<]*<(input|select)/#) {
      #expect(!control.0.isEmpty)
    }
    let controls = html.matches(of: #/<(input|select)/#).count
    #expect(html.matches(of: #/<label[^>]*>[^<]*<(input|select)/#).count == controls)
  }

  @Test("The map shows the places of the article")
  func map() throws {
    let html = try report([])
    #expect(html.contains("Map with Lisbon"))
    #expect(html.contains("<path class=\"coast\" d=\"M"))
    #expect(html.contains("<li>Lisbon (PT)"))
  }

  @Test("All words stand out from what is behind them: 4.5 to 1 at least, in both looks")
  func contrast() {
    for palette in [HTMLPalette.light, .dark] {
      for behind in [palette.background, palette.bias, palette.verification, palette.other] {
        #expect(Self.contrast(palette.text, behind) >= 4.5)
      }
      #expect(Self.contrast(palette.link, palette.background) >= 4.5)
      #expect(Self.contrast(palette.muted, palette.background) >= 4.5)
      // Lines and bars tell something too: 3 to 1 (WCAG 2.2, 1.4.11).
      for line in [palette.biasLine, palette.verificationLine, palette.otherLine] {
        #expect(Self.contrast(line, palette.background) >= 3)
      }
    }
    #expect(abs(Self.contrast("000000", "ffffff") - 21) < 0.01)
  }

  /// The contrast ratio of two colours (WCAG 2.2, relative luminance).
  private static func contrast(_ a: String, _ b: String) -> Double {
    let lights = [luminance(a), luminance(b)].sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }

  private static func luminance(_ color: String) -> Double {
    let number = Int(color, radix: 16) ?? 0
    let parts = [16, 8, 0].map { shift -> Double in
      let part = Double(number >> shift & 255) / 255
      guard part > 0.04045 else { return part / 12.92 }
      // x^2.4 = x² · x^0.4, the fifth root of its square by Newton's method.
      let x = (part + 0.055) / 1.055
      let square = x * x
      var root = 1.0
      for _ in 0..<40 {
        root -= (root * root * root * root * root - square) / (5 * root * root * root * root)
      }
      return square * root
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}
