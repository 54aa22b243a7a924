// The frame: widths, wide glyphs and what may not reach a terminal.

import Screen
import Testing

@Suite struct FrameTests {
  @Test("Wide characters take two columns and are not cut in half")
  func wide() {
    var frame = Frame(size: Size(rows: 1, columns: 5))
    #expect(frame.write("日本語", at: Position(row: 0, column: 0)) == 4)
    #expect(frame.lines == ["日本"])
    frame.write("x", at: Position(row: 0, column: 1))
    #expect(frame.lines == [" x本"])
  }

  @Test("A wide character with a mark on it keeps the mark, and takes two columns")
  func wideClusters() {
    var frame = Frame(size: Size(rows: 1, columns: 8))
    #expect(frame.write("か\u{3099}x", at: Position(row: 0, column: 0)) == 3)
    #expect(frame.lines == ["か\u{3099}x"])
  }

  @Test(
    "Of a character that terminals give more columns, or that has too many marks, the first is shown"
  )
  func cutClusters() {
    var frame = Frame(size: Size(rows: 1, columns: 8))
    let marked = "e" + String(repeating: "\u{301}", count: 5)
    #expect(frame.write("👩‍👩‍👧\(marked)x", at: Position(row: 0, column: 0)) == 4)
    #expect(frame.lines == ["👩ex"])
  }

  @Test("Control characters come as pictures")
  func controls() {
    var frame = Frame(size: Size(rows: 1, columns: 10))
    frame.write("a\u{1B}[31m\u{202E}b", at: Position(row: 0, column: 0))
    #expect(frame.lines == ["a␛[31m·b"])
  }

  @Test(
    "A letter with marks is shown with all of them, up to five code points",
    arguments: [
      ("e\u{301}", "e\u{301}"), ("e\u{301}\u{302}\u{303}", "e\u{301}\u{302}\u{303}"),
      ("e\u{301}\u{302}\u{303}\u{304}", "e\u{301}\u{302}\u{303}\u{304}"),
      ("e\u{301}\u{302}\u{303}\u{304}\u{305}", "e"),
      ("日\u{302}\u{303}\u{304}", "日\u{302}\u{303}\u{304}"),
    ])
  func marks(text: String, shown: String) throws {
    let first = try #require(Glyph(showing: Character(text)))
    let again = try #require(Glyph(showing: Character(text)))
    #expect(first == again)
    #expect(Array(first.character.unicodeScalars) == Array(Character(shown).unicodeScalars))
    #expect(first.width == (text.unicodeScalars.first == "日" ? 2 : 1))
  }

  @Test("Letters, quotation marks, dashes, lines and blocks look as the tables of Unicode say")
  func lettersAndSigns() {
    for code in Array(0xA0...0x2FF) + Array(0x2000...0x206F) + Array(0x2400...0x26FF) {
      guard let scalar = Unicode.Scalar(UInt32(code)) else { continue }
      let character = Character(scalar)
      #expect(
        Glyph(showing: character) == Glyph(lookingUp: character), "U+\(String(code, radix: 16))")
    }
  }

  @Test("A letter with a mark is no sign that has as many bytes, as r with U+0591 is not U+2591")
  func lettersWithMarks() {
    for mark in Array(0x300...0x36F) + Array(0x591...0x5BD) + Array(0x610...0x61A) {
      guard let mark = Unicode.Scalar(UInt32(mark)) else { continue }
      for letter: Unicode.Scalar in ["2", "B", "R", "b", "r", "a"] {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: [letter, mark])
        let character = Character(String(text))
        #expect(Glyph(showing: character) == Glyph(lookingUp: character), "\(letter) \(mark)")
      }
    }
  }

  @Test("A line takes as many words as fit, those with combining marks at their beginning included")
  func wrapping() {
    #expect(
      "one two three four".wrapped(to: 9, lines: 4) == ["one two", "three", "four"])
    #expect("one two three four".wrapped(to: 13, lines: 4) == ["one two three", "four"])
    #expect("日本 日本 a b".wrapped(to: 9, lines: 3) == ["日本 日本", "a b"])
    // The accent stands on the blank before it, so that the words take nine columns in all.
    #expect("one \u{301}ab cd".wrapped(to: 9, lines: 2) == ["one \u{301}ab cd"])
  }

  @Test(
    "A text that fits is one line, its words one blank apart",
    arguments: [
      "one two", " one two", "one  two", "one two ", "one\ttwo", "one\ntwo", "one\u{A0}two",
      "one\u{2003}two", "one\u{2028}two", "one\u{202F}two", "one\u{205F}two", "one\u{3000}two",
      "one\u{1680}two", "one\u{85}two",
    ])
  func singleBlanks(text: String) {
    #expect(text.wrapped(to: 20, lines: 1) == ["one two"])
    #expect(text.wrapped(to: 6, lines: 2) == ["one", "two"])
  }

  @Test("Quotation marks, accents and dashes in a text that fits stay as they are")
  func textThatFits() {
    let text = "“Déjà vu” – it’s said … 日本"
    #expect(text.wrapped(to: 40, lines: 2) == [text])
    #expect("".wrapped(to: 40, lines: 2) == [])
    #expect("one".wrapped(to: 40, lines: 0) == [])
  }

  @Test("Letters that differ in their last mark alone are different")
  func differentMarks() {
    let first = Glyph(showing: "e\u{301}\u{302}\u{303}")
    #expect(first != Glyph(showing: "e\u{301}\u{302}\u{304}"))
    #expect(first?.character == "e\u{301}\u{302}\u{303}")
  }

  @Test(
    "A style keeps its colours and attributes apart",
    arguments: [
      Color.terminalDefault, .ansi(0), .ansi(15), .palette(0), .palette(255), .rgb(0, 0, 0),
      .rgb(255, 255, 255), .rgb(1, 2, 3),
    ])
  func styles(color: Color) {
    let attributes: Attributes = [.bold, .underline, .reverse]
    let style = Style(color, on: .rgb(9, 8, 7), attributes)
    #expect(style.foreground == color)
    #expect(style.background == .rgb(9, 8, 7))
    #expect(style.attributes == attributes)
    var other = Style(.rgb(9, 8, 7), on: color, .dim)
    #expect(other.background == color)
    other.foreground = .terminalDefault
    #expect(other == Style(on: color, .dim))
    let laid = other.overlaid(by: style)
    let left = color == .terminalDefault ? other.foreground : color
    #expect(laid == Style(left, on: .rgb(9, 8, 7), [.bold, .underline, .reverse, .dim]))
  }
}
