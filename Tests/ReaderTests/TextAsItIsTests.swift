// Every kind of text stays readable and in its columns.

import ArticleModel
import DocumentImport
import NewsAnalysis
import Interface
import Reader
import Screen
import Testing

@Suite struct TextAsItIsTests {
  private func sitting(_ text: String, columns: Int = 60, rows: Int = 20) -> Sitting {
    let article = Article(plainText: text, name: "t.txt")
    return Sitting(
      article, analysis: Analysis(extent: article.text.span), columns: columns, rows: rows)
  }

  /// How many columns each row takes; a row that is torn would have more or fewer than the screen.
  private func widths(_ frame: Frame) -> Set<Int> {
    let rows: [Int] = frame.area.rows.map { row in
      let columns: Range<Column> = 0..<frame.size.columns
      return columns.reduce(0) { width, column in
        width + (frame[Position(row: row, column: column)].glyph?.width.value ?? 0)
      }
    }
    return Set(rows)
  }

  @Test(
    "Every row keeps its width, whatever is in it",
    arguments: [
      "Combining: e\u{301}a\u{308}\u{323} n\u{303}o", "日本語のテキスト、東京とソウル",
      "Family 👨‍👩‍👧‍👦, flag 🇩🇪, skin 👍🏽, keycap 1️⃣, heart ❤️", "Hebrew שלום עולם and Arabic مرحبا",
      "Turned \u{202E}evil\u{202C} and \u{2067}isolated\u{2069}", "Tab\there, no-break\u{A0}space",
      "Soft\u{AD}hy\u{AD}phen", "Control \u{1B}[31m red \u{7} bell \u{9B}5m",
      "https://example.org/" + String(repeating: "very-long-", count: 30),
      String(repeating: "ش", count: 200), String(repeating: "日", count: 200),
      "Zero\u{200B}width\u{FEFF} and \u{2060}joiner", "Zalgo Z\u{335}\u{321}\u{34F}\u{31B}\u{319}o",
      "Half \u{1F1E9} flag, lone \u{200D} joiner, \u{0301}mark first",
    ])
  func rowWidths(text: String) {
    for columns in [20, 37, 60, 120] {
      let frame = sitting(text + "\n", columns: columns, rows: 12).frame
      #expect(widths(frame) == [columns], "\(columns)")
      for cell in frame.cells {
        for scalar in cell.glyph.map({ String($0.character).unicodeScalars }) ?? "".unicodeScalars {
          #expect(scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value))
          #expect(!(0x202A...0x202E).contains(scalar.value))
          #expect(!(0x2066...0x2069).contains(scalar.value))
        }
      }
    }
  }

  @Test("Escape is shown as its picture, and controls of direction as a dot")
  func pictures() {
    let screen = sitting("Evil \u{1B}[2J and \u{202E}turned\u{202C}.\n").screen
    #expect(screen.contains("Evil ␛[2J and ·turned·."))
  }

  @Test("The caret walks over clusters, and its cell follows their widths")
  func caret() {
    var sitting = sitting("日👨‍👩‍👧e\u{301}z\n")
    var columns: [Int] = []
    for _ in 0..<4 {
      columns.append(sitting.frame.cursor?.column.value ?? -1)
      sitting.press("l")
    }
    #expect(columns == [4, 6, 8, 9].map { $0 + columns[0] - 4 })
    sitting.press("vhh")
    #expect(sitting.selectedText == "👨‍👩‍👧e\u{301}z")
  }

  @Test("A soft hyphen takes no room, and a no-break space ends no line")
  func invisible() {
    #expect(sitting("Co\u{AD}ope\u{AD}rate\n").screen.contains("Cooperate"))
    let lines = sitting("aaaa bbbb cccc 100\u{A0}km dddd\n", columns: 24).frame.lines
    #expect(lines.contains { $0.contains("100 km") })
  }

  @Test("An address longer than the line is cut at the edge and none of it is lost")
  func longWord() {
    let address = "https://example.org/" + String(repeating: "abcdefghij", count: 12)
    let lines = sitting(address + "\n", columns: 50).frame.lines.prefix(8)
    let shown = lines.map { $0.filter { !"│┃ ".contains($0) } }.joined()
    #expect(shown.contains(address))
  }
}
