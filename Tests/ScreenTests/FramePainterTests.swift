// What frames come to on a terminal, and in how many bytes.

import Testing

@testable import Screen

@Suite struct FramePainterTests {
  @Test("Whatever is painted, the terminal shows the last frame", arguments: [true, false])
  func showsTheLast(speaksECMA48: Bool) throws {
    var random = Dice(seed: 7)
    let size = Size(rows: 6, columns: 24)
    var painter = FramePainter(on: .xterm(speaksECMA48: speaksECMA48))
    var terminal = EmulatedTerminal(size)
    var frame = Frame(size: size)
    for step in 0..<400 {
      random.change(&frame)
      terminal.receive(painter.paint(frame))
      try #require(terminal.unknown == [], "step \(step)")
      let isSame = terminal.shown == frame.asShown
      try #require(isSame, "step \(step)")
      #expect(terminal.isCursorShown == (frame.cursor != nil))
      if let cursor = frame.cursor {
        #expect((terminal.row, terminal.column) == (cursor.row.value, cursor.column.value))
      }
      if step % 50 == 49 { painter.forget() }
    }
  }

  @Test("The same frame once more takes no bytes")
  func sameFrame() {
    var painter = FramePainter(on: .xterm())
    let frame = Frame.of("The minister said he would stay.")
    _ = painter.paint(frame)
    #expect(painter.paint(frame) == [])
  }

  @Test(
    "A cursor beyond the edge of a small screen is hidden, wherever it goes there",
    arguments: [
      Position(row: 2, column: 0), Position(row: 0, column: 9), Position(row: 1, column: 7),
    ])
  func cursorBeyond(position: Position) {
    var painter = FramePainter(on: .xterm())
    var terminal = EmulatedTerminal(Size(rows: 2, columns: 8))
    for step in 0..<4 {
      var frame = Frame(size: Size(rows: 2, columns: 8))
      frame.cursor = Position(row: position.row, column: position.column + Column(step))
      terminal.receive(painter.paint(frame))
    }
    #expect(terminal.unknown == [])
    #expect(!terminal.isCursorShown)
  }

  @Test("A word that changes takes no more than its cells and one move")
  func oneWord() {
    var painter = FramePainter(on: .xterm())
    _ = painter.paint(.of("The minister said he would stay."))
    let bytes = painter.paint(.of("The minister says he would stay."))
    #expect(String(decoding: bytes, as: UTF8.self) == "\u{1B}[15Cys\u{1B}[H")
  }

  @Test("From one style to the next only what changes is said")
  func stylesInARow() {
    var painter = FramePainter(on: .xterm())
    var frame = Frame(size: Size(rows: 1, columns: 20))
    _ = painter.paint(frame)
    frame.write("one", at: Position(row: 0, column: 0), style: Style(.ansi(1)))
    frame.write("two", at: Position(row: 0, column: 3), style: Style(.ansi(1), [.bold]))
    frame.write("six", at: Position(row: 0, column: 6), style: Style(.ansi(4), [.bold]))
    let text = String(decoding: painter.paint(frame), as: UTF8.self)
    #expect(text == "\u{1B}[31mone\u{1B}[1mtwo\u{1B}[34msix")
  }

  @Test("The blank rest of a row is emptied in one go")
  func blankRest() {
    var painter = FramePainter(on: .xterm())
    _ = painter.paint(.of("The minister said he would stay."))
    let bytes = painter.paint(.of("The minister"))
    #expect(String(decoding: bytes, as: UTF8.self) == "\u{1B}[13C\u{1B}[K\u{1B}[H")
  }

  @Test("Many blanks in the middle of a row are erased, few are written")
  func blanksWithin() {
    func painted(_ words: String) -> String {
      var painter = FramePainter(on: .xterm())
      _ = painter.paint(.of("The minister said he would stay. It rained."))
      return String(decoding: painter.paint(.of(words)), as: UTF8.self)
    }
    #expect(
      painted("The minister                     It rained.") == "\u{1B}[13C\u{1B}[19X\u{1B}[H")
    #expect(painted("The minister said he       stay. It rained.") == "\u{1B}[21C     \u{1B}[H")
  }

  @Test(
    "Between styles no character set is named, and what is taken off and put on is one sequence")
  func plainWithin() {
    var abilities = TerminalAbilities.xterm()
    abilities.reset = Array("\u{1B}(B\u{1B}[m".utf8)
    var painter = FramePainter(on: abilities)
    var frame = Frame(size: Size(rows: 1, columns: 20))
    _ = painter.paint(frame)
    frame.write("one", at: Position(row: 0, column: 0), style: Style(.ansi(1), [.bold]))
    frame.write("two", at: Position(row: 0, column: 3), style: Style(.ansi(4), [.italic]))
    let text = String(decoding: painter.paint(frame), as: UTF8.self)
    #expect(text == "\u{1B}[1;31mone\u{1B}[0;3;34mtwo")
  }

  @Test("A terminal that knows such marks gets large changes as one")
  func synchronized() {
    var abilities = TerminalAbilities.xterm()
    abilities.synchronizes = true
    var painter = FramePainter(on: abilities)
    var frame = Frame(size: Size(rows: 20, columns: 40))
    let small = painter.paint(frame)
    for row: Row in 0..<20 {
      frame.write("He said he would stay.", at: Position(row: row, column: 0))
    }
    let large = String(decoding: painter.paint(frame), as: UTF8.self)
    #expect(!String(decoding: small, as: UTF8.self).contains("2026"))
    #expect(large.hasPrefix("\u{1B}[?2026h"))
    #expect(large.hasSuffix("\u{1B}[?2026l"))
  }

  @Test("The last cell is left alone where it would move the screen")
  func lastCell() {
    var abilities = TerminalAbilities.xterm()
    abilities.keepsLastCell = false
    var painter = FramePainter(on: abilities)
    var frame = Frame(size: Size(rows: 2, columns: 5))
    frame.write("abcde", at: Position(row: 0, column: 0))
    frame.write("fghij", at: Position(row: 1, column: 0))
    let text = String(decoding: painter.paint(frame), as: UTF8.self)
    #expect(text.contains("abcde"))
    #expect(text.contains("fghi"))
    #expect(!text.contains("j"))
  }

  @Test("Attributes that cannot be had with colours are left out")
  func conflicts() {
    var abilities = TerminalAbilities.xterm()
    abilities.attributesWithoutColor = [.underline]
    let rendition = Rendition(of: Style(.ansi(2), [.underline]), on: abilities)
    var bytes: [UInt8] = []
    rendition.append(after: .plain, on: abilities, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "\u{1B}[32m")
  }
}

extension Frame {
  /// A frame of one row with the cursor at its beginning.
  fileprivate static func of(_ text: String) -> Frame {
    var frame = Frame(size: Size(rows: 1, columns: 60))
    frame.write(text, at: Position(row: 0, column: 0))
    frame.cursor = Position(row: 0, column: 0)
    return frame
  }
}

extension Style {
  fileprivate init(_ color: Color, _ attributes: Attributes) {
    self.init(color, on: .terminalDefault, attributes)
  }
}

extension TerminalAbilities {
  /// What xterm-256color is in terminfo.
  static func xterm(speaksECMA48: Bool = true) -> TerminalAbilities {
    func bytes(_ text: String) -> [UInt8] { Array("\u{1B}[\(text)".utf8) }
    var abilities = TerminalAbilities(
      depth: .trueColor, clearScreen: bytes("H") + bytes("2J"), reset: bytes("m")
    ) { bytes("\($0.row.value + 1);\($0.column.value + 1)H") }
    if speaksECMA48 { abilities.address = cursorPosition }
    abilities.clearToEndOfRow = bytes("K")
    abilities.erasesWithBackground = true
    abilities.attributes = [
      (.bold, bytes("1m")), (.dim, bytes("2m")), (.italic, bytes("3m")), (.underline, bytes("4m")),
      (.reverse, bytes("7m")),
    ]
    abilities.foreground = { $0 < 8 ? bytes("3\($0)m") : bytes("38;5;\($0)m") }
    abilities.background = { $0 < 8 ? bytes("4\($0)m") : bytes("48;5;\($0)m") }
    abilities.hideCursor = bytes("?25l")
    abilities.showCursor = bytes("?25h")
    abilities.speaksECMA48 = speaksECMA48
    abilities.erasesCharacters = speaksECMA48
    abilities.showsLinks = true
    return abilities
  }
}

/// Changes to frames, the same ones for the same seed (SplitMix64).
private struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  private static let words = [
    "news", "said 日本 today", "  ", "Zoë", "e\u{301}t", "🙂 smile", "a", "über-", "語",
    "                        ",
  ]
  private static let colors: [Color] = [
    .terminalDefault, .ansi(1), .ansi(12), .palette(200), .rgb(1, 2, 3), .terminalDefault,
  ]

  /// Writes some words in some styles anywhere, puts links behind some, and moves the cursor.
  mutating func change(_ frame: inout Frame) {
    for _ in 0..<Int.random(in: 0...3, using: &self) {
      let place = position(in: frame)
      let style = Style(
        Self.colors.randomElement(using: &self) ?? .terminalDefault,
        on: Self.colors.randomElement(using: &self) ?? .terminalDefault,
        Attributes(rawValue: Bool.random(using: &self) ? 0 : UInt8.random(in: 0..<32, using: &self))
      )
      frame.write(
        Self.words.randomElement(using: &self) ?? "", at: place,
        style: Bool.random(using: &self) ? .plain : style)
      if Int.random(in: 0..<8, using: &self) == 0,
        let link = FrameLink(
          "https://example.org/\(Int.random(in: 0..<3, using: &self))",
          at: place, columns: 4), place.column < frame.size.columns - 4
      {
        frame.add(link)
      }
    }
    frame.cursor = Bool.random(using: &self) ? position(in: frame) : nil
  }

  private mutating func position(in frame: Frame) -> Position {
    Position(
      row: Row(Int.random(in: 0..<frame.size.rows.value, using: &self)),
      column: Column(Int.random(in: 0..<frame.size.columns.value, using: &self)))
  }
}
