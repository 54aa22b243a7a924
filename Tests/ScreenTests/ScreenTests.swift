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
