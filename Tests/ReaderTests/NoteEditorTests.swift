// The note editor: readline's keys, fields, links as evidence, the user's own editor, when it was kept.

import ArticleModel
import Interface
import Reader
import Screen
import Testing

@Suite struct NoteEditorTests {
  /// A sitting in which a note is being written on the first place.
  private func writing(_ text: String = "", columns: Int = 80, rows: Int = 24) -> Sitting {
    var sitting = Sitting(columns: columns, rows: rows)
    sitting.press("]lviwabl")
    sitting.type(text)
    return sitting
  }

  private func text(_ sitting: Sitting) -> String? { sitting.note?.text.text }

  @Test(
    "Readline's keys edit the note",
    arguments: [
      ("<C-a>X", "Xone two three"), ("<C-a><C-k>", ""), ("<C-w>", "one two "),
      ("<C-u>", ""), ("<A-b><A-d>", "one two "), ("<C-w><C-y><C-y>", "one two threethree"),
      ("<C-a><A-f><C-k>", "one"), ("<C-b><C-d>", "one two thre"), ("<C-h>", "one two thre"),
      ("<A-lt><A-d><A-gt>!", " two three!"), ("<C-w><C-_>", "one two three"),
      ("<C-w><C-w><C-x><C-u>", "one two "), ("<C-a><C-k><C-k>", ""),
    ])
  func readline(keys: String, result: String) {
    var sitting = writing("one two three")
    sitting.press(keys)
    #expect(text(sitting) == result)
  }

  @Test("Lines, undo by words and pasted lines")
  func lines() {
    var sitting = writing("one")
    sitting.press("<Enter>")
    sitting.take(.paste("two\nthree\u{1B}[31m\tfour"))
    #expect(text(sitting) == "one\ntwo\nthree[31m four")
    sitting.press("<C-_><C-_>")
    #expect(text(sitting) == "one")
    sitting.press("<C-_>")
    #expect(text(sitting) == "")
  }

  @Test("Term, status and evidence are set without leaving the note")
  func fields() throws {
    var sitting = writing("Says who?")
    expectScreen(sitting.frame, matches: "note-fields")
    sitting.press("<Tab><Enter>e")
    #expect(sitting.annotations.first?.terms.map(\.term) == ["loaded-term", "euphemism"])
    #expect(text(sitting) == "Says who?")
    sitting.press("<Tab><Enter>2<Tab><Enter>")
    sitting.type("https://example.org/log")
    sitting.press("<Enter>s")
    let annotation = try #require(sitting.annotations.first)
    #expect(annotation.status == .inProgress)
    #expect(annotation.evidence == [Evidence(url: "https://example.org/log", stance: .supports)])
    #expect(sitting.screen.contains("evidence https://exam"))
    sitting.press("<Tab>")
    sitting.type(" He did.")
    sitting.press("<Esc>")
    #expect(sitting.annotations.first?.note == "Says who? He did.")
  }

  @Test("Whoever types in a field types on in the note")
  func typingInField() {
    var sitting = writing("a")
    sitting.press("<Tab>b")
    #expect(text(sitting) == "ab")
  }

  @Test("Addresses in a note become evidence once, without what stands around them")
  func links() {
    var sitting = writing("")
    sitting.take(
      .paste(
        """
        See https://example.org/a, [the log](https://example.org/b_(c)) and <http://example.org/d>.
        Again https://example.org/a.
        """))
    sitting.press("<Esc>")
    #expect(
      sitting.annotations.first?.evidence.map(\.url) == [
        "https://example.org/a", "https://example.org/b_(c)", "http://example.org/d",
      ])
    #expect(sitting.state.message?.text.contains("3 addresses added as evidence") == true)
    sitting.press("i<Esc>")
    #expect(sitting.annotations.first?.evidence.count == 3)
  }

  @Test("The user's own editor is given the note, and what it makes of it can be undone")
  func ownEditor() {
    var sitting = writing("draft")
    sitting.press("<C-x><C-e>")
    #expect(sitting.effects.last == .editExternally("draft"))
    sitting.takeEdited("better\n\n")
    #expect(text(sitting) == "better")
    #expect(
      sitting.effects.contains { $0 == .desk(.keepDraft(sitting.annotations[0].id, "better")) })
    sitting.press("<C-_>")
    #expect(text(sitting) == "draft")
  }

  @Test("The editor says when the note was kept, and takes it back while more is typed")
  func kept() {
    var sitting = writing("note")
    #expect(sitting.screen.firstMatch(of: /saved \d\d:\d\d/) == nil)
    sitting.take(.draftKept)
    #expect(sitting.screen.firstMatch(of: /saved \d\d:\d\d/) != nil)
    sitting.press("!")
    #expect(sitting.screen.firstMatch(of: /saved \d\d:\d\d/) == nil)
  }

  @Test("The editor stands on every screen, with its cursor")
  func screens() {
    for (columns, rows) in [(140, 45), (80, 24), (60, 18), (20, 5)] {
      let sitting = writing("Says who? The wreck is small.", columns: columns, rows: rows)
      #expect(sitting.frame.cursor != nil, "\(columns)")
      #expect(sitting.screen.contains("small."), "\(columns)")
      #expect(sitting.screen.contains("status") == (rows > 5), "\(columns)")
    }
  }
}
