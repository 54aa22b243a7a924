// PDF documents by way of pdftotext: columns, pages, running heads, hyphens, and what cannot be read.

import ArticleModel
import Testing

@testable import DocumentImport

#if canImport(Glibc)
  import Glibc
#endif

/// Whether the program is there; without it, these tests say nothing.
private let hasPDFToText: Bool = {
  let folders: [String] = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]
  return folders.contains { access("\($0)/pdftotext", X_OK) == 0 }
}()

@Suite(.enabled(if: hasPDFToText, "pdftotext of poppler-utils is not installed"))
struct PDFTests {
  private func article(_ file: PDFFile) throws -> Article {
    try ArticleLoader.article(of: file.bytes, named: "a.pdf")
  }

  private func blocks(_ article: Article) -> [String] {
    article.blocks.map { "\($0.kind.rawValue): \(article.text.string(in: $0.span))" }
  }

  private let left = [
    "The port of Harbourtown will close for three", "weeks from Monday, its director said, so that",
    "the council can inspect the quays and the sur-", "rounding warehouses after the storm.", "",
    "Fishermen protested. The well-", "known skipper Ana Reyes said the long",
    "closure would cost them a month's pay. It", "was, she said, a disgrace for the town and",
  ]
  private let right = [
    "for everybody who lives there.", "", "The council meets on Thursday to discuss",
    "what it could do to help them. Officials", "said they expected a long night, with more",
    "than forty speakers on the list of those", "who wish to be heard on the matter, which",
    "has divided the town for years and",
  ]
  private let story = [
    "paragraph: The port of Harbourtown will close for three weeks from Monday, its director said, so that the council can inspect the quays and the surrounding warehouses after the storm.",
    "paragraph: Fishermen protested. The well-known skipper Ana Reyes said the long closure would cost them a month's pay. It was, she said, a disgrace for the town and for everybody who lives there.",
  ]

  @Test("Columns are read one after the other, paragraphs go on across them, heads are dropped")
  func columns() throws {
    let note = "1 A note at the foot of the page."
    for x in [300, 320, 340] {
      var file = PDFFile(information: ["Title": "The port", "Author": "Zoe Miller"])
      for page in 1...3 {
        file.pages.append(
          [
            .init(x: 60, y: 810, size: 8, text: "Harbour Post Weekly"),
            .init(x: 500, y: 810, size: 8, text: "Issue \(page + 11)"),
            .init(x: 290, y: 30, size: 8, text: "\(page + 6)"),
          ] + (page == 1 ? [.init(x: 60, y: 770, size: 22, text: "Port to close")] : [])
            + PDFFile.column(x: 60, y: 720, left) + PDFFile.column(x: x, y: 720, right)
            + (page == 1 ? PDFFile.column(x: 60, y: 80, size: 7, [note]) : []))
      }
      let found = try article(file)
      let words = blocks(found)
      #expect(words[0] == "headline: Port to close")
      #expect(Array(words[1...2]) == story)
      #expect(words[3] == "caption: \(note)")
      #expect(words[4].hasSuffix("has divided the town for years and"))
      #expect(!words.contains { $0.contains("Harbour Post") || $0.contains("Issue") })
      #expect(found.metadata.title == "The port")
      #expect(found.metadata.authors == ["Zoe Miller"])
      #expect(found.structure.page(at: .zero) == "7")
      #expect(found.structure.page(at: found.text.end) == "9")
    }
  }

  @Test("A paragraph that goes over to the next page begins on one and ends on the other")
  func pages() throws {
    let found = try article(
      PDFFile(pages: [
        PDFFile.column(
          x: 60, y: 700,
          ["One line of a paragraph that is quite long", "and goes on to a page that"]),
        PDFFile.column(
          x: 60, y: 700, ["follows it directly, with more words on it.", "It ends there."]),
      ]))
    #expect(blocks(found).count == 1)
    let span = found.blocks[0].span
    #expect(found.structure.pages(of: span) == "1–2")
    #expect(found.structure.page(at: span.start) == "1")
  }

  @Test(
    "A line that was stretched to fill its column is no row of a table, and rows below one another are"
  )
  func stretchedLines() throws {
    func row(_ y: Int, _ cells: [(Int, String)]) -> [PDFFile.Line] {
      cells.map { .init(x: $0.0, y: y, size: 10, text: $0.1) }
    }
    let stretched = row(676, [(60, "and"), (110, "the"), (165, "documentation"), (270, "shows")])
    let table =
      row(560, [(60, "Port"), (150, "2019"), (240, "2025")])
      + row(548, [(60, "Dover"), (150, "10.9"), (240, "9.3")])
    let found = try article(
      PDFFile(pages: [
        PDFFile.column(x: 60, y: 700, Array(left.prefix(2))) + stretched
          + PDFFile.column(x: 60, y: 664, Array(left.dropFirst(2))) + table
      ]))
    let words = blocks(found)
    #expect(words.contains { $0.contains("and the documentation shows") })
    #expect(
      words.filter { $0.hasPrefix("tableRow") } == [
        "tableRow: Port | 2019 | 2025", "tableRow: Dover | 10.9 | 9.3",
      ])
  }

  @Test("Lines of a paragraph that come again on every page, but for numbers, are no running feet")
  func repeatedLines() throws {
    let pages = (1...4).map { page in
      PDFFile.column(
        x: 60, y: 126,
        [
          "The commission recommended on page \(page) an investigation of the",
          "whole affair, and of what is by now the widely and",
          "well-known matter. (Item \(page).)",
        ]) + [PDFFile.Line(x: 60, y: 40, size: 10, text: "Harbour Post Weekly")]
    }
    let words = blocks(try article(PDFFile(pages: pages)))
    #expect(words.filter { $0.contains("well-known matter. (Item") }.count == 4)
    #expect(!words.contains { $0.contains("Harbour Post") })
  }

  @Test("The byline on the page names the authors, rather than the account that made the file")
  func bylineOnPage() throws {
    let found = try article(
      PDFFile(
        pages: [
          [
            .init(x: 60, y: 770, size: 22, text: "Port to close"),
            .init(x: 60, y: 745, size: 10, text: "By Marta Quiroga and Tom Ellery"),
          ] + PDFFile.column(x: 60, y: 700, left)
        ], information: ["Author": "mquiroga"]))
    #expect(found.metadata.authors == ["Marta Quiroga", "Tom Ellery"])
  }

  @Test("Titles that programs put in, and accounts of users, are no metadata")
  func information() {
    for (title, author) in [
      ("Microsoft Word - report.doc", "Administrator"), ("untitled", "user"),
      ("final_v3.indd", "x"),
      ("report.pdf", "a@b.example"), ("", ""),
    ] {
      let metadata = PDFInformation(["Title": title, "Author": author]).metadata
      #expect(metadata.title == nil)
      #expect(metadata.authors.isEmpty)
    }
    let metadata = PDFInformation([
      "Title": "Peace talks", "CreationDate": "2026-03-01T12:00:00+01", "ModDate": "nonsense",
    ]).metadata
    #expect(metadata.title == "Peace talks")
    #expect(metadata.published == nil)
    #expect(metadata.modified == nil)
  }

  @Test("Numbers of pages are told from other lines")
  func pageNumbers() {
    for (line, number) in [
      ("3", "3"), ("– 12 –", "12"), ("Page 3 of 10", "3"), ("xii", "xii"), ("Seite 4", "4"),
      ("3/10", "3"), ("In 2024", nil), ("400 people", nil), ("A", nil), ("Chapter 3", nil),
    ] as [(String, String?)] {
      #expect(RunningHeads.number(in: line) == number, "\(line)")
    }
  }

  @Test("Scanned, damaged and other hostile documents get one clear line")
  func refusals() {
    let scanned = PDFFile(pages: [[], []]).bytes
    #expect(throws: ImportError.picturesOnly("a.pdf", pages: 2)) {
      try ArticleLoader.article(of: scanned, named: "a.pdf")
    }
    for rest in ["", "1.4 rubbish", "1.7\nxref\n0 99999999999\ntrailer <</Root 1 0 R>>"] {
      #expect(throws: ImportError.brokenPDF("a.pdf")) {
        try ArticleLoader.article(of: Array("%PDF-\(rest)".utf8), named: "a.pdf")
      }
    }
  }

  @Test("A document that is cut off anywhere gives a text or an error")
  func cut() {
    let whole = PDFFile(pages: [PDFFile.column(x: 60, y: 700, left)]).bytes
    for count in stride(from: 10, to: whole.count, by: 97) {
      _ = try? ArticleLoader.article(of: Array(whole[..<count]), named: "a.pdf")
    }
  }
}
