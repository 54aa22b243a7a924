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
}
