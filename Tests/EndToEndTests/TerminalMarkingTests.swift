// The story of a first mark, from the keyboard to the disk and back.

import FoundationEssentials
import TestSupport
import Testing

@Suite(.serialized) struct TerminalMarkingTests {
  @Test("A quotation marked as a loaded term with a note is there again after reopening")
  func markAndReopen() throws {
    let window = try TerminalWindow(columns: 140, rows: 45)
    try window.readExample()
    try mark("quietly takes a side", in: window)
    try window.quit()
    try checkSidecar(try window.home.read("article.txt.annotations.json"))

    try window.run("clear")
    try window.readExample()
    try window.waitFor("1 mark")
    try window.wait(for: "the mark in margin and pane") { lines in
      lines.contains { $0.hasPrefix("▌B") } && lines.contains { $0.contains("loaded term") }
    }
    try window.quit()
  }

  @Test("A mark that is undone is gone from the disk, and comes back with redo")
  func undo() throws {
    let window = try TerminalWindow(columns: 140, rows: 45)
    try window.readExample()
    try mark("for a moment only", in: window)
    try window.press("u", "u")
    try window.waitFor("no marks yet")
    try window.press("C-r", "C-r")
    try window.waitFor("▌B")
    try window.quit()
    let sidecar = try window.home.read("article.txt.annotations.json")
    #expect(sidecar.contains("for a moment only"))
  }

  /// Selects the direct quotation, marks it as bias, loaded term, and writes a note.
  private func mark(_ note: String, in window: TerminalWindow) throws {
    try window.press("/")
    try window.type("necessary conditions")
    try window.press("Enter")
    try window.press("v", "i", "q", "a")
    try window.waitFor("b bias")
    try window.press("b")
    try window.waitFor("l loaded term")
    try window.press("l")
    try window.waitFor("saved")
    try window.type(note)
    try window.press("Escape")
    try window.waitFor("noted")
    try window.waitFor("saved")
  }

  private func checkSidecar(_ json: String) throws {
    let set = try JSONDecoder().decode(SavedSet.self, from: Data(json.utf8))
    #expect(set.type == "AnnotationSet")
    let annotation = try #require(set.items.first)
    #expect(set.items.count == 1)
    #expect(annotation.motivation == "classifying")
    #expect(annotation.body.map(\.purpose) == ["classifying", "commenting"])
    #expect(annotation.body.first?.source == "galley:bias/wording/loaded-term")
    #expect(annotation.body.last?.value == "quietly takes a side")
    let quote = annotation.target.selector.first { $0.type == "TextQuoteSelector" }
    let place = annotation.target.selector.first { $0.type == "TextPositionSelector" }
    #expect(quote?.exact == ExampleArticle.directQuotation)
    let text = Array(try ExampleArticle.text.unicodeScalars)
    let (start, end) = (try #require(place?.start), try #require(place?.end))
    #expect(
      String(String.UnicodeScalarView(text[start..<end])) == ExampleArticle.directQuotation)
  }
}

/// What the test reads of a sidecar.
private struct SavedSet: Decodable {
  struct Item: Decodable {
    var motivation: String
    var body: [Body]
    var target: Target
  }
  struct Body: Decodable {
    var purpose: String
    var source: String?
    var value: String?
  }
  struct Target: Decodable { var selector: [Selector] }
  struct Selector: Decodable {
    var type: String
    var exact: String?
    var start: Int?
    var end: Int?
  }
  var type: String
  var items: [Item]
}
