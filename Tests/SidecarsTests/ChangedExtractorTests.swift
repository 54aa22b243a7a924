// Marks on an article whose document is read in another way than before, or was saved again with other
// words: found again, asked about, or shown as lost, and never on words that were not marked.

import ArticleModel
import TestSupport
import Testing

@testable import Sidecars

/// A page as two versions of a reader make text of it.
private struct ReadPage {
  typealias Part = (kind: Block.Kind, words: String)

  static let parts: [Part] = [
    (.headline, "Ferry fares fall for the first time in a decade"),
    (
      .paragraph,
      "Fares on the ferries across the bay fell by 4 per cent in October, the port said."
    ),
    (.caption, "Ida Kern on the northern quay in Travemünde. Photo: Jane Roe/Reuters"),
    (
      .paragraph,
      "“Nobody expected this in the spring,” said Ida Kern. The port had planned for a rise."
    ),
    (.subheading, "What it means"),
    (.listItem, "Children under six travel free."), (.listItem, "Bicycles cost 4 euros."),
    (.paragraph, "The port said nothing about the money. A return ticket costs 41 euros now."),
    (.tableRow, "Northern islands | 43.00 | 41.00"),
    (
      .paragraph,
      "The cartel office has opened no case. The port said that it would repair the quay."
    ),
  ]
  static let boilerplate: [Part] = [
    (.paragraph, "Sign up to our newsletter, and the port of your choice comes to your inbox."),
    (.paragraph, "Most read: The port said nothing about the money."),
  ]

  var parts: [Part]
  var separator = "\n\n"
  var extractor: ArticleMetadata.Extractor? = .init(name: "web page", version: "1")

  var article: Article {
    var (text, blocks): (String, [Block]) = ("", [])
    for (kind, words) in parts {
      if !text.isEmpty { text += separator }
      let start = text.utf8.count
      text += words
      blocks.append(Block(span: TextSpan(start..<text.utf8.count), kind: kind))
    }
    var metadata = ArticleMetadata()
    metadata.extractor = extractor
    return Article(
      text: ArticleText(text + "\n"),
      source: Article.Source(
        name: "article.txt", path: Desk.folder + "/article.txt",
        rawDigest: Digest(of: ArticleText("raw"))),
      structure: ArticleStructure(blocks: BlockTable(blocks), metadata: metadata))
  }

  /// What a later version of a reader may do otherwise, each as a change of the parts.
  static let changes: [(name: String, change: @Sendable (inout ReadPage) -> Void)] = [
    ("boilerplate at the end", { $0.parts += boilerplate }),
    ("boilerplate at the beginning", { $0.parts = boilerplate + $0.parts }),
    ("the caption at the end", { $0.parts.append($0.parts.remove(at: 2)) }),
    ("no caption", { $0.parts.remove(at: 2) }), ("no headline", { $0.parts.removeFirst() }),
    ("no table", { $0.parts.removeAll { $0.kind == .tableRow } }),
    ("one line feed", { $0.separator = "\n" }),
    (
      "cells by tabs",
      { page in
        for index in page.parts.indices {
          page.parts[index].words = page.parts[index].words.replacing(" | ", with: "\t")
        }
      }
    ),
    (
      "a paragraph more", { $0.parts.insert((.paragraph, "The port said a word about it."), at: 4) }
    ),
    (
      "bullets in the text",
      { page in
        for index in page.parts.indices where page.parts[index].kind == .listItem {
          page.parts[index].words = "• " + page.parts[index].words
        }
      }
    ),
    ("no last paragraph", { $0.parts.removeLast() }),
  ]
}

@Suite struct ChangedExtractorTests {
  private struct Marked {
    var annotation: Annotation
    var part: String
    var words: String
  }

  /// Marks on each word, each pair of words and each whole of every part.
  private func marks(on page: ReadPage) -> [Marked] {
    let article = page.article
    return article.blocks.flatMap { block -> [Marked] in
      let part = article.text.string(in: block.span)
      let words = part.split(separator: " ")
      let spans =
        words.map { $0[...] }
        + zip(words, words.dropFirst()).map { part[$0.startIndex..<$1.endIndex] }
        + [part[...]]
      return spans.map { words in
        let start =
          block.span.start + part.utf8.distance(from: part.startIndex, to: words.startIndex)
        let span = TextSpan(start, start + words.utf8.count)
        let annotation = Annotation(
          id: .random(), kind: .note,
          targets: [
            AnnotationTarget(source: "article.txt", passage: Passage(of: span, in: article))
          ])
        return Marked(annotation: annotation, part: part, words: String(words))
      }
    }
  }

  private func opening(of article: Article, after before: Article, with marks: [Marked]) throws
    -> Opening
  {
    let disk = SimulatedDisk()
    var desk = Desk(disk: disk)
    desk.article = before
    let store = desk.store()
    var set = try store.open().annotations
    let change = Change("marked", marks.map { .insert($0.annotation) })
    set.apply(change)
    try store.record(change, resulting: set)
    try store.close()
    desk.article = article
    return try desk.store().open()
  }

  private func plain(_ words: String) -> String {
    words.split { $0.isWhitespace || $0 == "|" || $0 == "•" }.joined(separator: " ")
  }

  @Test(
    "A sure mark stands on its own words in its own part, whatever the new version does",
    arguments: ReadPage.changes.indices, ReadPage.changes.indices)
  func generated(_ first: Int, _ second: Int) throws {
    guard first <= second else { return }
    let before = ReadPage(parts: ReadPage.parts)
    var after = before
    ReadPage.changes[first].change(&after)
    if second != first { ReadPage.changes[second].change(&after) }
    after.extractor?.version = "2"
    // Each pair of changes is tried with other marks.
    let marks = marks(on: before).enumerated()
      .filter { first == second || $0.offset % 6 == (first + second) % 6 }.map(\.element)
    let article = after.article
    let opening = try opening(of: article, after: before.article, with: marks)
    var found = 0
    for mark in marks {
      let anchor = try #require(opening.anchors[mark.annotation.id]?.first)
      guard anchor.isSure, let span = anchor.span else { continue }
      found += 1
      let block = try #require(article.block(atOrAfter: span.start))
      let part = article.text.string(in: block.span)
      #expect(plain(article.text.string(in: span)) == plain(mark.words))
      #expect(plain(part) == plain(mark.part), "“\(mark.words)” of “\(mark.part)”")
    }
    // What is still there word for word is mostly found without a question.
    #expect(found * 10 >= marks.count * 6, "\(found) of \(marks.count)")
  }

  @Test("One line says that a page was reloaded, and what came of the marks")
  func notice() throws {
    let before = ReadPage(parts: ReadPage.parts)
    var after = before
    after.parts = ReadPage.boilerplate + after.parts
    after.parts.removeAll { $0.kind == .caption }
    after.extractor?.version = "2"
    let marks = marks(on: before).filter {
      [
        "Ferry fares fall for the first time in a decade",
        "Ida Kern on the northern quay in Travemünde. Photo: Jane Roe/Reuters",
      ]
      .contains($0.words)
    }
    let opening = try opening(of: after.article, after: before.article, with: marks)
    #expect(
      opening.notices.map(\.description) == [
        "text extracted again (web page 1 → 2): 2 marks, 1 moved, 1 without a place"
      ])
    let exact = opening.annotations.annotations.map { $0.targets.first?.passage?.exact }
    #expect(exact == marks.map(\.words))
  }

  @Test(
    "Nothing is said when the new version makes the same text, and the sidecar names it from then on"
  )
  func sameText() throws {
    let before = ReadPage(parts: ReadPage.parts)
    var after = before
    after.extractor?.version = "2"
    let disk = SimulatedDisk()
    var desk = Desk(disk: disk)
    desk.article = before.article
    var session = try StoreSession(desk.store())
    try session.apply(.insert(desk.mark("a")))
    try session.store.close()
    desk.article = after.article
    session = try StoreSession(desk.store())
    #expect(session.opening.notices.isEmpty)
    try session.apply(.insert(desk.mark("b")))
    try session.store.close()
    let sidecar = try Sidecar(parsing: try #require(try disk.contents(of: Desk.sidecar)))
    #expect(sidecar.about.extractor == after.extractor)
  }

  @Test(
    "Marks on the source of a page or of a Markdown file find their words in the text made of it, or none",
    arguments: ["web page", "Markdown"])
  func rawSource(_ reader: String) throws {
    let opens =
      reader == "Markdown"
      ? ["# ", "", "*", "", "## ", "- ", "- ", "", "| ", ""] : Array(repeating: "<p>", count: 10)
    let closes =
      reader == "Markdown"
      ? ["", "", "*", "", "", "", "", "", " |", ""] : Array(repeating: "</p>", count: 10)
    var source = ReadPage(parts: [])
    source.extractor = .init(name: "plain text", version: "1")
    for (index, part) in ReadPage.parts.enumerated() {
      source.parts.append((.paragraph, opens[index] + part.words + closes[index]))
    }
    if reader == "web page" {
      source.parts.insert((.paragraph, "<nav>The port and the money</nav>"), at: 0)
    }
    var read = ReadPage(parts: ReadPage.parts)
    read.extractor = .init(name: reader, version: "1")
    let marks = marks(on: source)
    let article = read.article
    let opening = try opening(of: article, after: source.article, with: marks)
    var found = 0
    for mark in marks {
      let anchor = try #require(opening.anchors[mark.annotation.id]?.first)
      guard anchor.isSure, let span = anchor.span else { continue }
      found += 1
      let words = article.text.string(in: span)
      #expect(
        !words.isEmpty && plain(mark.words).contains(plain(words)), "“\(mark.words)” at “\(words)”")
      let block = try #require(article.block(atOrAfter: span.start))
      #expect(mark.part.contains(article.text.string(in: block.span)))
    }
    #expect(found * 5 > marks.count * 4, "\(found) of \(marks.count)")
    let notice = try #require(opening.notices.first).description
    #expect(notice.hasPrefix("read as \(reader), before as plain text: \(marks.count) marks, "))
  }
}
