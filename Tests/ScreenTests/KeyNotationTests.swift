// How keys are written and read back.

import Screen
import Testing

@Suite struct KeyNotationTests {
  @Test(
    "A sequence that nobody would press is refused, however long it is", arguments: [33, 500_000])
  func overlong(count: Int) {
    let notation = String(repeating: "g", count: count)
    #expect(throws: KeyNotationError.tooLong) { try Key.sequence(notation) }
  }

  @Test(
    "A notation is read as the keys that are pressed",
    arguments: [
      ("gg", [Key.character("g"), .character("g")]),
      ("]q", [.character("]"), .character("q")]),
      ("é日", [.character("é"), .character("日")]),
      ("<Space>", [.character(" ")]),
      ("<C-d>", [.control("d")]),
      ("<c-D>", [.control("d")]),
      ("<C-Space>", [.control("@")]),
      ("<C-x><C-e>", [.control("x"), .control("e")]),
      ("<S-Tab>", [.shifted(.tab)]),
      ("<S-a>", [.character("A")]),
      ("<enter>", [.named(.enter)]),
      ("<PageDown>", [.named(.pageDown)]),
      ("<M-v>", [.alt("v")]), ("<A-Up>", [.named(.escape), .named(.up)]),
      ("<lt>", [.character("<")]),
      ("<", [.character("<")]),
      ("g<", [.character("g"), .character("<")]),
      (">", [.character(">")]),
      ("<F10>", [.named(.f10)]),
    ])
  func reading(notation: String, keys: [Key]) throws {
    #expect(try Key.sequence(notation) == keys)
  }

  @Test(
    "What no terminal reports is refused by name",
    arguments: [
      ("", KeyNotationError.empty), ("g g", .whiteSpace), ("<Foo>", .unknownKey("<Foo>")),
      ("<>", .unknownKey("<>")), ("<C-Left>", .unknownKey("<C-Left>")),
      ("<C-é>", .unknownKey("<C-é>")), ("<S-1>", .unknownKey("<S-1>")),
      ("<X-a>", .unknownKey("<X-a>")),
    ])
  func refusing(notation: String, error: KeyNotationError) {
    #expect(throws: error) { try Key.sequence(notation) }
  }

  @Test(
    "People read keys by their names, with blanks between those that are no characters",
    arguments: [
      ("gg", "gg"), ("]q", "]q"), ("<C-x><C-e>", "Ctrl-X Ctrl-E"), ("<C-w>l", "Ctrl-W l"),
      ("<Space>", "Space"), ("g<Space>", "g Space"), ("<S-Tab>", "Shift-Tab"), ("<A-f>", "Alt-f"),
      ("<C-Space>", "Ctrl-Space"), ("<lt>", "<"), ("<A-Up>", "Esc Up"), ("é日", "é日"),
    ])
  func hints(notation: String, hint: String) throws {
    #expect(Key.hint(for: try Key.sequence(notation)) == hint)
  }

  @Test("Every key is read back from what it prints")
  func roundTrip() throws {
    let characters = "aZ0<>]- é日-".filter { $0 != " " }.map { Key.character($0) }
    let controls = "abcdefghijklmnopqrstuvwxyz@[\\]^_".map { Key.control($0) }
    let named = Key.Name.allCases.flatMap { [Key.named($0), .shifted($0)] }
    for key in characters + controls + named + [.character(" ")] {
      #expect(try Key.sequence(key.description) == [key])
    }
    let sequence: [Key] = [.character("<"), .character(" "), .control("d"), .shifted(.up)]
    #expect(Key.notation(of: sequence) == "<lt><Space><C-d><S-Up>")
    #expect(try Key.sequence(Key.notation(of: sequence)) == sequence)
  }

  @Test("Keys that a terminal cannot tell apart are known")
  func twins() {
    #expect(Key.control("i").terminalTwin == .named(.tab))
    #expect(Key.control("m").terminalTwin == .named(.enter))
    #expect(Key.control("[").terminalTwin == .named(.escape))
    #expect(Key.control("d").terminalTwin == nil)
    #expect(Key.named(.tab).terminalTwin == nil)
  }
}
