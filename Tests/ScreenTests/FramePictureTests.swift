// A screen as SVG: every word stands over its cells, in its colours, and no character breaks the document.

import Screen
import Testing

@Suite struct FramePictureTests {
  private let page = Style(Color(hex: 0x202020), on: Color(hex: 0xFFFFFF))

  private func elements(_ frame: Frame, _ kind: String) -> [String] {
    FramePicture(frame, page: page).source.split(separator: "\n").map(String.init)
      .filter { $0.hasPrefix("<\(kind) ") }
  }

  private func frame(_ text: String, at column: Column = 0, _ style: Style = .plain) -> Frame {
    var frame = Frame(size: Size(rows: 2, columns: 12))
    frame.write(text, at: Position(row: 1, column: column), style: style)
    return frame
  }

  private func attributed(
    _ attributes: Attributes, _ color: Color = .terminalDefault
  ) -> Style {
    Style(color, on: .terminalDefault, attributes)
  }

  @Test("The picture has a margin of half a cell around the screen, in the colour of the page")
  func margin() {
    let lines = FramePicture(frame("Port"), page: page).source.split(separator: "\n")
    #expect(lines.first?.contains("width=\"117.6\" height=\"54\"") == true)
    #expect(lines[1].contains("width=\"117.6\" height=\"54\" rx=\"6\" fill=\"#ffffff\""))
    #expect(lines.last == "</svg>")
  }

  @Test("Words are drawn over their cells, as wide as these, and blank cells draw nothing")
  func words() {
    #expect(
      elements(frame("Port", at: 2, attributed(.bold)), "text") == [
        "<text x=\"16.8\" y=\"31\" textLength=\"33.6\" lengthAdjust=\"spacingAndGlyphs\" "
          + "xml:space=\"preserve\" fill=\"#202020\" font-weight=\"bold\">Port</text>"
      ])
    #expect(elements(frame("   "), "text").isEmpty)
    #expect(elements(frame("Port"), "rect").count == 1)
  }

  @Test("Characters that SVG would read as markup are escaped")
  func markup() {
    #expect(
      elements(frame("a<b> & c"), "text").first?.contains(">a&lt;b&gt; &amp; c ") == true)
  }

  @Test("A wide character has an element of its own, two cells wide, and what follows begins anew")
  func wide() {
    let texts = elements(frame("日本x"), "text")
    let starts = [
      "<text x=\"0\" y=\"31\" textLength=\"16.8\" ",
      "<text x=\"16.8\" y=\"31\" textLength=\"16.8\" ",
      "<text x=\"33.6\" y=\"31\" textLength=\"67.2\" ",
    ]
    #expect(texts.count == starts.count)
    for (text, start) in zip(texts, starts) { #expect(text.hasPrefix(start)) }
  }

  @Test(
    "Colours are those that xterm draws",
    arguments: [
      (Color.ansi(9), "#ff0000"), (.ansi(0), "#000000"), (.palette(1), "#cd0000"),
      (.palette(208), "#ff8700"), (.palette(244), "#808080"), (.rgb(1, 0xAB, 0x10), "#01ab10"),
      (.terminalDefault, "#202020"),
    ])
  func colors(color: Color, written: String) {
    let text = elements(frame("Port", Style(color)), "text")
    #expect(text.first?.contains(" fill=\"\(written)\"") == true)
  }

  @Test("A ground is drawn under words that have one, and reversed words change places with it")
  func grounds() {
    let marked = elements(frame("Port", at: 2, Style(on: .ansi(1))), "rect").dropFirst()
    #expect(marked == ["<rect x=\"16.8\" y=\"18\" width=\"33.6\" height=\"18\" fill=\"#cd0000\"/>"])
    let reversed = frame("Port", at: 2, attributed(.reverse, .ansi(1)))
    #expect(elements(reversed, "rect").dropFirst() == marked)
    #expect(elements(reversed, "text").first?.contains(" fill=\"#ffffff\"") == true)
  }

  @Test("Italic, dim and underlined words look like it; an underlined blank is drawn")
  func attributes() throws {
    let text = try #require(
      elements(frame("Port", attributed([.italic, .dim, .underline])), "text").first)
    for look in ["font-style=\"italic\"", "opacity=\"0.7\"", "text-decoration=\"underline\""] {
      #expect(text.contains(look))
    }
    #expect(elements(frame("  ", attributed(.underline)), "text").count == 1)
  }

  @Test("The cursor is outlined in its cell; a hidden one is not")
  func cursor() {
    var frame = frame("Port")
    #expect(elements(frame, "rect").count == 1)
    frame.cursor = Position(row: 1, column: 3)
    #expect(
      elements(frame, "rect").last
        == "<rect x=\"25.2\" y=\"18\" width=\"8.4\" height=\"18\" fill=\"none\" stroke=\"#202020\"/>"
    )
  }
}
