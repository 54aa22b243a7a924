// What others wrote, in files that people open with programs: nothing in it runs, loads or pretends.

import ArticleModel
import Interchange
import LosslessJSON
import TestSupport
import Testing

@Suite struct HostileExportTests {
  let desk: MarkedCorpus

  init() throws { desk = try MarkedCorpus() }

  // MARK: Tables

  private static let pieces = [
    "=", "+", "-", "@", "＝", "＋", "－", "＠", "'", "\"", " ", "\u{A0}", "\t", "\n", "\r", "\r\n",
    "\u{FEFF}", "\u{200B}", ",", ";", "1+1", "a", "é", "\u{1B}", "\u{2028}", "cmd|' /C calc'!A0",
  ]

  /// Whether a spreadsheet could take a line for a formula: its first character that is neither a blank
  /// nor a quotation mark nor invisible begins one.
  private func isFormula(_ line: some StringProtocol) -> Bool {
    let blanks = Set(" \u{A0}\t\"\u{FEFF}\u{200B}\u{1B}".unicodeScalars)
    let first = line.unicodeScalars.first { !blanks.contains($0) }
    return first.map { "=+-@＝＋－＠".unicodeScalars.contains($0) } ?? false
  }

  @Test(
    "No line of a cell begins a formula, whatever it is made of, and every cell comes back as it was"
  )
  func cells() {
    var chance = Chance(seed: 17)
    for round in 0..<1500 {
      let cell = (0..<Int.random(in: 1...7, using: &chance)).map { _ in chance.pick(Self.pieces) }
        .joined()
      let table = CSVTable(columns: ["a", "b"], rows: [[cell, "1"]])
      let text = table.text
      #expect(CSVTable(parsing: text) == table, "seed 17, round \(round): \(cell.debugDescription)")
      let lines = text.dropFirst("a,b\n".count).unicodeScalars
        .split { ["\n", "\r", "\u{2028}"].contains($0) }.map { String($0) }
      for line in lines {
        #expect(!isFormula(line), "seed 17, round \(round): \(cell.debugDescription)")
      }
    }
  }

  // MARK: Links

  /// Addresses that a link must not lead to, in the disguises that readers of links have fallen for.
  private static func addresses(_ chance: inout Chance) -> [String] {
    let schemes = ["javascript", "data", "vbscript", "file", "blob", "view-source"]
    let rests = [
      ":alert(1)", ":text/html,<script>alert(1)</script>", "://etc/passwd", ":msgbox(1)",
    ]
    let noise = ["\t", "\n", "\r", "\u{0}", "\u{1}", " ", "\u{AD}", "\u{200B}", "\\"]
    return schemes.flatMap { scheme in
      rests.flatMap { rest -> [String] in
        let plain = scheme + rest
        let mixed = String(
          plain.map { Bool.random(using: &chance) ? Character($0.uppercased()) : $0 })
        var split = Array(plain.unicodeScalars)
        let place = Int.random(in: 0...scheme.count, using: &chance)
        split.insert(contentsOf: chance.pick(noise).unicodeScalars, at: place)
        let entity = plain.map { $0 == ":" ? "&#58;" : $0 == "j" ? "&#x6a;" : String($0) }.joined()
        let named = plain.replacing(":", with: "&colon;")
        let percent = plain.replacing(":", with: "%3A")
        return [
          plain, mixed, String(String.UnicodeScalarView(split)), entity, named, percent,
          "\u{1}\(plain)", " \(plain)", "//\(plain)", "http:\(plain)", "https\t://\(plain)",
        ]
      }
    }
  }

  /// Where the links of a page lead, with character references resolved as readers do.
  private func targets(in text: String, after start: String, until end: Character) -> [String] {
    text.ranges(of: start).map { range in
      String(text[range.upperBound...].prefix { $0 != end })
    }
  }

  @Test("Only addresses of the web are links, in Markdown and in the report")
  func links() throws {
    var chance = Chance(seed: 8)
    for address in Self.addresses(&chance).shuffled(using: &chance).prefix(70) {
      var mark = try MarkedCorpus.mark("ferries sailed", in: desk.article())
      var evidence = Evidence(url: address)
      evidence.archivedURL = address
      mark.evidence = [evidence]
      let markdown = try text(.markdown, [mark])
      let html = try text(.html, [mark])
      let links =
        targets(in: markdown, after: "](<", until: ">")
        + targets(in: html, after: "href=\"", until: "\"")
      for link in links {
        let isSafe = ["https://", "http://", "#", "a.txt", "./"].contains { link.hasPrefix($0) }
        #expect(isSafe, "seed 8, \(address.debugDescription): \(link)")
      }
      #expect(!markdown.contains("[archived]"), "seed 8, \(address.debugDescription)")
    }
  }

  @Test(
    "An address cannot end its link, whatever stands in it",
    arguments: [
      "https://e.example/a) [x](javascript:alert(1))", "https://e.example/`]`(b)",
      "https://e.example/\"onmouseover=\"alert(1)",
      "https://e.example/'><img src=x onerror=alert(1)>",
      "https://e.example/\n\n<script>alert(1)</script>", "HTTPS://e.example/\u{202E}gpj.exe",
      "https://e.example/&lt;script&gt;", "https://e.example/\u{1B}]0;x\u{7}",
    ])
  func addresses(address: String) throws {
    var mark = try MarkedCorpus.mark("ferries sailed", in: desk.article())
    mark.evidence = [Evidence(url: address)]
    let markdown = try text(.markdown, [mark])
    let line = try #require(markdown.split(separator: "\n").first { $0.hasPrefix("- [") })
    let target = try #require(targets(in: String(line), after: "](<", until: ">").first)
    #expect(target.allSatisfy { !"<>()[]`\" \n\\".contains($0) }, "\(line)")
    #expect(line.hasSuffix("](<\(target)>)"), "\(line)")
    let html = try text(.html, [mark])
    let links = targets(in: html, after: "<a href=\"", until: "\"")
    let link = try #require(links.first { $0.lowercased().hasPrefix("https://e.example") })
    #expect(link.allSatisfy { !"<>()[]`' \n\\".contains($0) }, "\(link)")
    #expect(!html.contains("<img") && !html.contains("<script>alert"))
  }

  // MARK: Words

  private static let markup = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))",
    "![x](https://e.example/a.png)", "[r]: https://e.example/", "# heading", "1. one", "- item",
    "> quote", "```", "~~~", "    code", "***", "---", "===", "| a | b |", "`code`", "&lt;", "$x$",
    "<!-- ", "]]>", "\u{1B}[31m", "\u{9B}31m", "\u{202E}", "\u{E0041}", "\"'`", "\\", "plain words",
  ]

  /// Markup that Markdown would act on: marks without a backslash before them, and what begins a block.
  private func activeMarkup(in line: Substring) -> Bool {
    var isEscaped = false
    for scalar in line.unicodeScalars {
      if isEscaped {
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if "`*_[]<>#&|~$".unicodeScalars.contains(scalar) {
        return true
      }
    }
    return "-+=".contains(line.first ?? "a") || line.hasPrefix(" ") || line.hasPrefix("1.")
  }

  @Test("Notes, titles and names are words in Markdown and in the report, whatever is in them")
  func words() throws {
    var chance = Chance(seed: 31)
    for round in 0..<40 {
      let note = (0..<4).map { _ in chance.pick(Self.markup) }
        .joined(separator: chance.pick(["\n", " ", "\n\n"]))
      var mark = try MarkedCorpus.mark("ferries sailed", in: desk.article())
      mark.note = "NOTE\n\n\(note)\n\nEND"
      mark.creator = Creator(name: note)
      mark.tags = [note]
      let markdown = try text(.markdown, [mark])
      let begin = try #require(markdown.firstRange(of: "NOTE\n\n"))
      let body = markdown[begin.upperBound...]
      let end = try #require(body.firstRange(of: "\n\nEND"))
      for line in body[..<end.lowerBound].split(separator: "\n") {
        let words = line.hasSuffix("\\") && !line.hasSuffix("\\\\") ? line.dropLast() : line
        #expect(!activeMarkup(in: words), "seed 31, round \(round): \(line)")
      }
      let html = try text(.html, [mark])
      #expect(!html.contains("<img") && !html.contains("<script>alert"), "seed 31, round \(round)")
      for page in [markdown, html] {
        let unsafe = page.unicodeScalars.first {
          $0 != "\n" && $0.properties.generalCategory == .control || $0 == "\u{202E}"
            || $0 == "\u{E0041}"
        }
        #expect(unsafe == nil, "seed 31, round \(round)")
      }
    }
  }

  fileprivate func text(_ format: ExportFormat, _ annotations: [Annotation]) throws -> String {
    try #require(desk.export(format, annotations).files.first).text
  }
}

extension HostileExportTests {
  @Test("A fact-check can stand in a page, whatever is in its words")
  func factCheck() throws {
    var mark = try MarkedCorpus.mark("It cost 12 percent.", .verification, in: desk.article())
    mark.terms = [TermReference(pack: "verification", group: "truth", term: "refuted")]
    mark.note = "</script><script>alert(1)</script><!--"
    mark.claim = ClaimRecord(restated: "<!-- <script> \u{2028}")
    mark.evidence = [
      Evidence(url: "javascript:alert(1)"), Evidence(url: "https://e.example/</script>"),
    ]
    let text = try text(.claimreview, [mark])
    #expect(!text.contains("<") && !text.contains("\u{2028}"))
    let review = try JSONValue(parsing: text)["@graph"]?[0]
    #expect(review?["reviewBody"]?.string == mark.note)
    #expect(review?["citation"]?[0]?["url"] == nil)
    #expect(review?["citation"]?[1]?["url"]?.string?.hasPrefix("https://e.example/") == true)
  }
}
