// The text of a PDF: its paragraphs one after another, what each is, and where pages begin.

import ArticleModel

/// The article of a document.
struct PDFText {
  private(set) var bytes: [UInt8] = []
  private(set) var blocks: [Block] = []
  private(set) var pages: [ArticleStructure.Page] = []
  /// The headline, if there is one.
  private(set) var headline: String?
  /// Whom the first byline names.
  private(set) var authors: [String] = []

  private let numbers: [String]

  init(of words: PDFWords) {
    let heads = RunningHeads(of: words.pages)
    let bodies = words.pages.map { heads.body(of: $0) }
    numbers = Self.numbers(printed: bodies.map(\.number))
    var rebuilt = PDFParagraphs(
      bodies.map { ColumnOrder(of: $0.lines).columns },
      hyphens: LineEndHyphens(knowing: words.pages)
    ).paragraphs
    Self.findHeadline(in: &rebuilt)
    Self.findSubheadings(in: &rebuilt)
    for paragraph in rebuilt { add(paragraph) }
  }

  /// The numbers of pages: those that are printed, if they count up on most pages, else from 1.
  private static func numbers(printed: [String?]) -> [String] {
    let shifts = printed.enumerated().compactMap { index, number in
      number.flatMap { Int($0) }.map { $0 - index }
    }
    let counts = shifts.grouped { $0 }.map { (shift: $0.key, count: $0.members.count) }
    let best = counts.max { $0.count < $1.count }
    let shift = best.map { $0.count * 2 > printed.count ? $0.shift : 1 } ?? 1
    return printed.indices.map { index in
      let roman = printed[index].flatMap { Int($0) == nil ? $0 : nil }
      return roman ?? String(max(index + shift, 1))
    }
  }

  /// The headline is what stands largest on the first page with text, in its upper half of paragraphs.
  private static func findHeadline(in paragraphs: inout [PDFParagraph]) {
    let first = paragraphs.first?.pages.first?.page
    let candidates = paragraphs.indices.prefix(12).filter { index in
      let paragraph = paragraphs[index]
      return paragraph.kind == .subheading && paragraph.pages.first?.page == first
        && paragraph.text.utf8.count <= 300
    }
    guard let best = candidates.max(by: { paragraphs[$0].height < paragraphs[$1].height }),
      best == paragraphs.startIndex || candidates.first == best || isMuchLarger(best, paragraphs)
    else { return }
    let headline = paragraphs.remove(at: best)
    paragraphs.insert(headline, at: 0)
    paragraphs[0].kind = .headline
  }

  private static func isMuchLarger(_ index: Int, _ paragraphs: [PDFParagraph]) -> Bool {
    paragraphs[..<index].allSatisfy { $0.height < paragraphs[index].height * 0.9 }
  }

  /// Long lines in a larger type are no headings; short lines that stand alone before running text are.
  private static func findSubheadings(in paragraphs: inout [PDFParagraph]) {
    for index in paragraphs.indices {
      let paragraph = paragraphs[index]
      if paragraph.kind == .subheading, paragraph.text.utf8.count > 250 {
        paragraphs[index].kind = .paragraph
      }
      guard paragraph.kind == .paragraph, paragraph.lineCount == 1 else { continue }
      if let credit = CreditLine.kind(of: paragraph.text) {
        paragraphs[index].kind = credit
      } else if paragraph.text.utf8.count <= 80, !paragraph.fillsLine, !paragraph.isFinished,
        paragraph.text.first?.isUppercase == true, index + 1 < paragraphs.count,
        paragraphs[index + 1].kind == .paragraph, paragraphs[index + 1].lineCount > 1
      {
        paragraphs[index].kind = .subheading
      }
    }
  }

  private mutating func add(_ paragraph: PDFParagraph) {
    if let last = blocks.last {
      let isRun = last.kind == paragraph.kind && [.listItem, .tableRow].contains(last.kind)
      bytes += (isRun ? "\n" : "\n\n").utf8
    }
    let start = bytes.count
    bytes += paragraph.text.utf8
    for (offset, page) in paragraph.pages {
      let number = numbers.indices.contains(page) ? numbers[page] : String(page + 1)
      if pages.last?.number != number {
        pages.append(.init(start: ByteOffset(start + offset), number: number))
      }
    }
    blocks.append(
      Block(span: TextSpan(start..<bytes.count), kind: paragraph.kind, sign: paragraph.sign))
    if paragraph.kind == .headline { headline = paragraph.text }
    if paragraph.kind == .byline, authors.isEmpty { authors = Byline(paragraph.text).names }
  }
}
