// The first minute with the program: the screen explains its signs, a first mark asks nothing, and what is
// shown is readable at every usual size.

import ArticleModel
import DocumentImport
import Interface
import NewsAnalysis
import Reader
import Screen
import Testing

@Suite struct FirstMinuteTests {
  /// The sizes of screens that people use, in columns and rows.
  static let sizes = [(140, 45), (100, 30), (80, 24), (60, 18)]

  private static let note =
    "Who decides this, and what does the port authority say? The report of last week names another "
    + "day, and nobody asked the ferry lines."

  // MARK: The first mark

  @Test(
    "At the opening, `a` marks the headline that the caret is on, and says so", arguments: sizes)
  func headline(columns: Int, rows: Int) throws {
    var sitting = Sitting(columns: columns, rows: rows, tellsAuthor: true)
    sitting.press("a")
    sitting.take(.hesitation)
    #expect(sitting.screen.contains("mark “Harbour stays shut"))
    sitting.press("h")
    let passage = try #require(sitting.annotations.first?.targets.first?.passage)
    #expect(passage.exact == "Harbour stays shut – ferries sail from the quay")
    #expect(sitting.screen.contains("marked as Ana · :author changes that"))
  }

  @Test("Before anything has been analysed, `a` marks the headline all the same")
  func unanalysed() {
    var sitting = Sitting(analysis: Analysis(extent: TextSpan(.zero, .zero)), tellsAuthor: true)
    sitting.press("ah")
    #expect(
      sitting.annotations.first?.targets.first?.passage?.exact
        == "Harbour stays shut – ferries sail from the quay")
  }

  @Test("A mark that was just made is the one that keys work on, though a shorter one lies in it")
  func newMarkIsCurrent() {
    var sitting = Sitting()
    sitting.press("/Lübeck<Enter>viwah<Esc>]q[qabl<Esc>")
    #expect(sitting.state.currentAnnotation?.kind == .bias)
    sitting.press("dd")
    #expect(sitting.annotations.map(\.kind) == [.highlight])
  }

  // MARK: The legend

  @Test("Help begins with the signs, whatever has the keys", arguments: sizes)
  func legendFirst(columns: Int, rows: Int) throws {
    for keys in ["", "<Tab>", "g4", "v"] {
      var sitting = Sitting(columns: columns, rows: rows)
      sitting.press("\(keys)?")
      let lines = sitting.frame.lines
      #expect(lines[2].hasPrefix(" Signs on the screen"), "\(keys)")
      let first = try #require(lines.firstIndex { $0.hasPrefix("   « │") })
      #expect(lines[first].contains("the speaker’s own words"))
    }
  }

  @Test("Every sign of the screen is in the legend, which is wrapped and not cut")
  func signs() throws {
    for columns in [60, 140] {
      var sitting = Sitting(columns: columns, rows: 60)
      sitting.press("?")
      for sign in ["«", "‹", "≈", "?", "▌", "◆", "┊", "│", "▸", "✓", "≠", "!"] {
        #expect(sitting.screen.contains(sign), "\(sign) at \(columns)")
      }
      #expect(!sitting.screen.contains("…"), "\(columns)")
      #expect(sitting.screen.contains("reply, L link"))
    }
  }

  @Test("The footer explains the sign at the caret, and hints give way to it the first time")
  func footer() throws {
    var sitting = Sitting(columns: 80, rows: 24)
    #expect(!sitting.screen.contains("said, in the article’s words"))
    sitting.press("]q")
    let footer = try #require(sitting.frame.lines.last)
    #expect(footer.hasSuffix("┊ reported speech"))
    #expect(!footer.contains("search"))
    sitting.press("]q")
    #expect(sitting.frame.lines.last?.hasSuffix("│ the speaker’s own words") == true)
    sitting.press("]q")
    #expect(sitting.frame.lines.last?.contains("/ search") == true)
    #expect(sitting.frame.lines.last?.contains("┊") == false)
  }

  @Test("Where there is room, the legend stays beside all hints")
  func footerOnWideScreens() {
    var sitting = Sitting(columns: 140, rows: 45)
    sitting.press("]q]q]q")
    #expect(sitting.frame.lines.last?.hasSuffix("┊ reported speech") == true)
    #expect(sitting.frame.lines.last?.contains(": command") == true)
    sitting.press("<Tab>")
    #expect(sitting.frame.lines.last?.hasSuffix("‹ reported speech") == true)
    sitting.press("qggah")
    #expect(sitting.frame.lines.last?.contains("▌ a mark") == true)
  }

  @Test("Panes say beside their headings what their signs stand for, where that fits")
  func headings() {
    for (columns, rows) in Self.sizes {
      var sitting = Sitting(columns: columns, rows: rows)
      sitting.press("g2")
      #expect(sitting.screen.contains("QUOTES 3   « direct  ‹ indirect"))
      sitting.press("g3")
      #expect(sitting.screen.contains("verbatim █ paraphrase ░"))
    }
    #expect(!Sitting(columns: 20, rows: 12).screen.contains("‹ indir…"))
  }

  // MARK: Quotations

  @Test("Words of quotations stand in the pane without marks around them")
  func words() {
    let article = Article(
      plainText: """
        Head

        “We stay,” she said, “and “they” go.” Nobody knew. The pier “is safe” and „wird gebaut“, he said.
        'It's late', said Ben. A “first” and a “last”.

        """, name: "a.txt")
    let text = article.text.string(in: article.text.span)
    func span(_ words: String) -> TextSpan {
      let start = text.firstRange(of: words).map {
        text.utf8.distance(from: text.startIndex, to: $0.lowerBound)
      }
      return TextSpan((start ?? 0)..<(start ?? 0) + words.utf8.count)
    }
    var analysis = Analysis(extent: article.text.span)
    analysis.quotations = [
      Quotation(
        spans: [span("“We stay,”"), span("“and “they” go.”")], form: .direct, confidence: 1),
      Quotation(spans: [span("The pier “is safe”")], form: .mixed, confidence: 1),
      Quotation(spans: [span("„wird gebaut“")], form: .direct, confidence: 1),
      Quotation(spans: [span("“first” and a “last”")], form: .mixed, confidence: 1),
    ]
    var sitting = Sitting(article, analysis: analysis, columns: 80, rows: 24)
    sitting.press("g2")
    for words in [
      "« We stay … and “they” go.  ", "‹ The pier “is safe”  ", "« wird gebaut  ",
      "‹ “first” and a “last”  ",
    ] { #expect(sitting.screen.contains(words), "\(words)") }
  }

  @Test("At 100 × 30 and below, a quotation shows more than its first words", arguments: sizes)
  func roomForWords(columns: Int, rows: Int) throws {
    var sitting = Sitting(columns: columns, rows: rows)
    if columns < 100 { sitting.press("g2") }
    let words = ["The harbour of Lübeck", "We cannot let ships", "40 ships are"]
    for words in words { #expect(sitting.screen.contains(words), "\(words)") }
  }

  @Test("A filter finds verbatim quotations alone, and a word not within another one")
  func verbatim() {
    for word in ["direct", "verbatim"] {
      var sitting = Sitting(columns: 80, rows: 24)
      sitting.press("g2/")
      sitting.type(word)
      #expect(sitting.screen.contains("We cannot let ships"))
      #expect(!sitting.screen.contains("40 ships"))
      #expect(!sitting.screen.contains("The harbour of Lübeck"))
    }
    var sitting = Sitting(columns: 80, rows: 24)
    sitting.press("g2/")
    sitting.type("indirect")
    #expect(sitting.screen.contains("40 ships"))
    #expect(!sitting.screen.contains("We cannot let ships"))
    sitting.press("<C-u>")
    sitting.type("hips")
    #expect(sitting.screen.contains("nothing with “hips”"))
  }

  @Test(
    "A quotation whose speaker nobody knows is told apart in the text from its beginning to its end"
  )
  func ownerless() throws {
    for theme in Theme.shipped {
      var analysis = Analysis.harbour(.harbour)
      analysis.quotations[1].speaker = nil
      var sitting = Sitting(analysis: analysis, columns: 140, rows: 45)
      for _ in Theme.shipped where sitting.application.stage.theme.name != theme.name {
        sitting.press("ct")
      }
      let frame = sitting.frame
      let row = try #require(
        frame.lines.firstIndex { $0.contains("told reporters") }
          ?? frame.lines.firstIndex { $0.contains("she told") })
      let line = frame.lines[row]
      func style(at words: String) throws -> Style {
        let start = try #require(line.firstRange(of: words)?.lowerBound)
        let column = line[..<start].displayWidth
        return frame[Position(row: Row(row), column: column)].style
      }
      #expect(try style(at: "wreck lies") != style(at: "told"), "\(theme.name)")
    }
  }

  // MARK: Notes

  @Test(
    "A note is wrapped in the pane, and not cut while rows are empty",
    arguments: [(140, 45), (100, 30)])
  func noteInPane(columns: Int, rows: Int) {
    var sitting = Sitting(columns: columns, rows: rows)
    sitting.press("aq")
    sitting.type(Self.note)
    sitting.press("<Esc>Ggg}g5")
    #expect(sitting.screen.contains("Who decides this, and what does"))
    #expect(sitting.screen.contains("lines."))
  }

  @Test("On a narrow screen the note of the mark here stands in the empty rows below the article")
  func noteBelow() {
    var sitting = Sitting(columns: 80, rows: 24)
    sitting.press("aq")
    sitting.type(Self.note)
    sitting.press("<Esc>")
    #expect(sitting.screen.contains("nobody asked the ferry lines."))
    sitting.press("G")
    #expect(!sitting.screen.contains("nobody asked the ferry lines."))
  }

  @Test("With the panes hidden, notes stand beside the lines that they are about")
  func noteBeside() throws {
    var sitting = Sitting(columns: 140, rows: 45)
    sitting.press("]qaq")
    sitting.type(Self.note)
    sitting.press("<Esc>ggz")
    let lines = sitting.frame.lines
    let row = try #require(lines.firstIndex { $0.hasPrefix("▌Q") })
    #expect(lines[row].hasSuffix("Q question"))
    #expect(lines[row + 1].contains("Who decides this, and what"))
    #expect(sitting.screen.contains("ferry lines."))
  }

  // MARK: Corrections

  @Test(
    "Corrections are told in sentences, in a list of their own, and are no marks", arguments: sizes)
  func corrections(columns: Int, rows: Int) {
    var sitting = Sitting(columns: columns, rows: rows)
    #expect(!sitting.screen.contains("CORRECTIONS"))
    sitting.press("]qgc2<Enter>]q]qgx]lgco")
    sitting.type("Lübeck Island, US")
    sitting.press("<Enter>ggah")
    sitting.press("g7gg")
    #expect(sitting.screen.contains("CORRECTIONS 3"))
    let column = sitting.state.plan.panes.left.value
    let text = sitting.frame.lines.map { $0.dropFirst(column).trimmed }.joined(separator: " ")
    #expect(text.contains("the shipping line says “The harbour of"))
    #expect(text.contains("not a quotation: “40 ships"))
    #expect(text.contains("“Travemünde” means Lübeck Island, US"))
    sitting.press("g5")
    #expect(sitting.screen.contains("ANNOTATIONS 1"))
    sitting.press("<Esc><Esc>")
    #expect(sitting.screen.contains("1 mark"))
    #expect(!sitting.screen.contains("4 marks"))
  }

  @Test("Taking a correction back works from its list, and the list goes with the last one")
  func takingBack() {
    var sitting = Sitting(columns: 140, rows: 45)
    sitting.press("g7")
    #expect(sitting.screen.contains("Nothing has been corrected yet"))
    sitting.press("]qgxg7dd")
    #expect(sitting.annotations.isEmpty)
    #expect(sitting.state.analysis?.quotations.count == 3)
    sitting.press("q")
    #expect(!sitting.screen.contains("CORRECTIONS"))
  }

  // MARK: Keys

  @Test("Nothing that people read has the notation of keymap files")
  func notation() {
    for keymap in Keymap.builtInNames {
      for keys in ["", "an", "v", ":", "g5"] {
        var sitting = Sitting(columns: 140, rows: 400, keymap: keymap)
        sitting.press(keys)
        #expect(!sitting.screen.contains("<C-"), "\(keymap) \(keys)")
        sitting.press("<F1>")
        let help = sitting.screen
        #expect(!help.contains("<C-") && !help.contains("<A-"), "\(keymap) \(keys)")
      }
    }
    var sitting = Sitting(columns: 140, rows: 45)
    sitting.press("an")
    #expect(sitting.screen.contains("Ctrl-X Ctrl-E editor"))
  }
}
