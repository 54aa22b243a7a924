// Headings, lists, quotations, tables and captions on the screen, and what is shown there and is no text.

import ArticleModel
import Interface
import Screen
import Testing

@testable import Reader

@Suite struct StructureTests {
  private func sitting(_ columns: Int, _ rows: Int, _ article: Article = .ferries) -> Sitting {
    Sitting(article, columns: columns, rows: rows)
  }

  @Test("Every kind of block is told from the others", arguments: [(120, 45), (80, 24), (60, 18)])
  func screens(_ columns: Int, _ rows: Int) {
    var sitting = sitting(columns, rows)
    expectScreen(sitting.frame, matches: "structure-\(columns)")
    guard rows < 40 else { return }
    sitting.press("<Space>")
    expectScreen(sitting.frame, matches: "structure-\(columns)-below")
  }

  @Test("What is added on the screen is no text, at any width")
  func columns() throws {
    let article = Article.ferries
    for measure in [12, 20, 39, 40, 60, 90, 140] {
      let layout = ArticleLayout(article: article, measure: Column(measure))
      let rows = layout.rows(from: .first, count: 500)
      let lines = rows.compactMap(\.line)
      #expect(lines.map(\.span) == lines.map(\.span).sorted())
      let shown = lines.map { article.text.string(in: $0.span) }.joined()
      let whole = article.blocks.map { article.text.string(in: $0.span) }.joined()
      #expect(shown == whole)
      for line in lines {
        for cluster in article.text.clusters(on: line) where cluster.width > 0 {
          let column = layout.column(of: cluster.offset, on: line)
          #expect(column == line.indent + cluster.column)
          #expect(layout.offset(at: column, on: line) == cluster.offset)
          #expect(
            cluster.isBlank || column + cluster.width <= Column(max(measure, 4))
              || line.span.count < 3)
        }
      }
    }
  }

  @Test("The caret goes from line to line over what is no text")
  func caret() {
    var sitting = sitting(80, 24)
    var seen: [ByteOffset] = []
    let layout = sitting.state.layout
    let lines = layout.rows(from: .first, count: 500).compactMap(\.line)
    for _ in 0..<lines.count {
      seen.append(sitting.state.caret)
      sitting.press("j")
    }
    #expect(zip(lines, seen).allSatisfy { $0.span.contains($1) })
    for place in seen.reversed() {
      #expect(sitting.state.caret == place || place == seen.last)
      sitting.press("k")
    }
    #expect(sitting.state.caret == .zero)
  }

  @Test("Cells of a table stand below each other, figures at the right of their column")
  func table() throws {
    let lines = sitting(120, 45).frame.lines
    let rows = lines.filter { $0.contains(" | ") }.map { Array($0.prefix(83)) }
    #expect(rows.count == 3)
    let bars = rows.map { row in row.indices.filter { row[$0] == "|" } }
    #expect(bars.allSatisfy { $0 == bars[0] })
    #expect(
      String(rows[1]).contains("|  43.00 | 41.00") && String(rows[2]).contains("| 120.00 | 99.00"))
  }

  @Test("A table that is too wide wraps row by row")
  func wideTable() {
    var page = ArticleBuilder()
    page.add(.paragraph, "Before.")
    for number in 1...3 {
      page.add(
        .tableRow, "Line \(number) | \(String(repeating: "word ", count: 12))| \(number * 1000)")
    }
    let rows = ArticleLayout(article: page.article, measure: 50).rows(from: .first, count: 50)
    #expect(rows.compactMap(\.line).allSatisfy { $0.gaps.isEmpty })
    #expect(rows.compactMap(\.line?.indent).map(\.value) == [2, 4, 6, 4, 6, 4, 6])
  }

  @Test("A bullet or a number of the text's own is not doubled")
  func ownSigns() {
    for (text, sign, hasLead) in [
      ("• Bread", Block.ItemSign.bullet, false), ("3) Bread", .number(3), false),
      ("12. Bread", .number(12), false), ("– Bread", .bullet, false), ("Bread", .bullet, true),
      ("2025 was a bad year", .number(1), true), ("Bread", .none, false), ("1", .number(1), true),
    ] {
      var page = ArticleBuilder()
      page.add(.listItem, text, sign: sign)
      let layout = ArticleLayout(article: page.article, measure: 60).layout(at: .zero)
      #expect((layout?.lead != nil) == hasLead, "\(text)")
    }
  }

  @Test("Links are underlined, and their addresses lie behind their words")
  func links() throws {
    let frame = sitting(80, 24).frame
    #expect(
      frame.links.map(\.address) == ["https://port.example/report", "https://port.example/others"])
    let link = try #require(frame.links.first)
    let words = (0..<link.columns.value).map { offset in
      let place = Position(row: link.position.row, column: link.position.column + Column(offset))
      #expect(frame[place].style.attributes.contains(.underline))
      return frame[place].glyph?.character ?? " "
    }
    #expect(String(words) == "yearly report")
  }

  @Test("A popup over a link takes its place")
  func covered() {
    var sitting = sitting(80, 24)
    sitting.press("a")
    sitting.take(.hesitation)
    let frame = sitting.frame
    for link in frame.links {
      for column in link.position.column..<link.position.column + link.columns {
        let style = frame[Position(row: link.position.row, column: column)].style
        #expect(style.attributes.contains(.underline))
      }
    }
  }
}

@Suite struct CreditLineTests {
  private func lines(
    _ measure: Column = 72, below: [(Block.Kind, String)] = [],
    _ change: (inout ArticleMetadata) -> Void
  ) -> [String] {
    var page = ArticleBuilder()
    change(&page.metadata)
    page.add(.headline, "Ferry fares fall")
    for (kind, words) in below { page.add(kind, words) }
    page.add(.paragraph, String(repeating: "Fares across the bay fell by 4 per cent. ", count: 8))
    return ArticleLayout(article: page.article, measure: measure)
      .rows(from: .first, count: 100).compactMap(\.note)
  }

  private func all(_ metadata: inout ArticleMetadata) {
    metadata.authors = ["Ana Reis"]
    metadata.outlet = "The Harbour Post"
    metadata.published = Timestamp("2026-11-03T07:30:00+01:00")
  }

  @Test("Byline, outlet and date stand below the headline")
  func whole() {
    #expect(lines(72, all) == ["By Ana Reis · The Harbour Post · 3 November 2026"])
    #expect(lines(40, all) == ["By Ana Reis · The Harbour Post", "3 November 2026"])
    #expect(lines(12, all) == ["By Ana Reis", "The Harbour…", "3 November …"])
  }

  @Test("Nothing is shown that is not known")
  func unknown() {
    #expect(lines { _ in } == [])
    #expect(lines { $0.outlet = "The Harbour Post" } == ["The Harbour Post"])
    #expect(lines { $0.published = Timestamp("yesterday") } == [])
    #expect(lines { $0.modified = Timestamp("2026-11-04") } == ["changed 4 November 2026"])
    #expect(lines { $0.authors = ["https://social.example/ana", " "] } == [])
  }

  @Test("What the text says below its headline is not said twice")
  func said() {
    #expect(lines(below: [(.byline, "By Ana Reis")], all) == ["The Harbour Post · 3 November 2026"])
    #expect(lines(below: [(.paragraph, "ANA REIS, 3. November 2026")], all) == ["The Harbour Post"])
    #expect(
      lines(below: [(.byline, "Ana Reis for The Harbour Post"), (.dateline, "Nov 3, 2026")], all)
        == [])
  }

  @Test("Authors are named each once, and counted when there are many")
  func authors() {
    #expect(lines { $0.authors = ["by Ana Reis", "Ana Reis"] } == ["By Ana Reis"])
    #expect(lines { $0.authors = ["A. Reis", "B. Kern"] } == ["By A. Reis and B. Kern"])
    #expect(lines { $0.authors = ["A", "B", "C"] } == ["By A, B and C"])
    #expect(lines { $0.authors = ["A", "B", "C", "D", "E"] } == ["By A, B, C and 2 others"])
    #expect(
      lines {
        $0.authors = ["Reuters"]
        $0.outlet = "Reuters"
      } == ["Reuters"])
  }
}
