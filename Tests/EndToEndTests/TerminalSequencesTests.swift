// What terminals send behind Escape – keys of newer protocols, answers, news of the focus – does nothing that
// nobody asked for, in the text and in a note.

import FoundationEssentials
import TestSupport
import Testing

@Suite(.serialized) struct TerminalSequencesTests {
  /// Sequences that undid marks, saved or opened the review when their characters were taken for keys.
  private static let sequences = [
    "\u{1B}[13;2u", "\u{1B}[105;5u", "\u{1B}[117;5:3u", "\u{1B}[120;9u", "\u{1B}[I", "\u{1B}[O",
    "\u{1B}]11;rgb:2626/2626/2626\u{7}", "\u{1B}]11;rgb:2626/2626/2626\u{1B}\\",
    "\u{1B}P1$r0m\u{1B}\\", "\u{1B}_Gi=1;OK\u{1B}\\", "\u{1B}^uuu\u{1B}\\", "\u{1B}[?62;22c",
    "\u{1B}[12;40R", "\u{1B}[1;7A",
  ]

  @Test("Sequences of the terminal are no keys, neither in the text nor in a note")
  func sequences() throws {
    let window = try TerminalWindow(columns: 100, rows: 30)
    try window.readExample()
    try window.press("a", "h")
    try window.waitFor("marked highlight")
    try window.press("i")
    try window.type("seen ")
    for sequence in Self.sequences.dropFirst(2) { try window.send(sequence) }
    try window.type("twice")
    try window.waitFor("seen twice")
    try window.press("Escape")
    try window.waitFor("noted")
    // Shift-Enter opens the note again, as Enter does.
    for sequence in Self.sequences.dropFirst(2) { try window.send(sequence) }
    try window.press("g", "g")
    try window.waitFor("ANNOTATIONS 1")
    try window.quit()
    let sidecar = try window.home.read("article.txt.annotations.json")
    #expect(sidecar.contains("\"seen twice\""))
  }

  @Test("A sequence that comes in pieces is still one")
  func pieces() throws {
    let window = try TerminalWindow(columns: 100, rows: 30)
    try window.readExample()
    try window.press("a", "h")
    try window.waitFor("marked highlight")
    for piece in ["\u{1B}[1", "17;", "9", "u", "\u{1B}]11;rg", "b:u/u", "/u\u{7}"] {
      try window.send(piece)
    }
    try window.press("i")
    try window.type("here")
    try window.waitFor("here")
    try window.press("Escape")
    try window.waitFor("noted")
    try window.quit()
    #expect(try window.home.read("article.txt.annotations.json").contains("highlighting"))
  }

  @Test("Shift-Enter of the newer protocols is a new line in a note")
  func newLine() throws {
    let window = try TerminalWindow(columns: 100, rows: 30)
    try window.readExample()
    try window.press("a", "n")
    try window.waitFor("Esc keep and close")
    try window.type("one")
    try window.send("\u{1B}[13;2u")
    try window.type("two")
    try window.waitFor("two")
    try window.press("Escape")
    try window.waitFor("noted")
    try window.quit()
    #expect(try window.home.read("article.txt.annotations.json").contains("one\\ntwo"))
  }
}
