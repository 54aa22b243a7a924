// What the screen says is left to do: claims, marks that are not done, what is mine; and that an article which
// can only be read offers no changes.

import ArticleModel
import Corpus
import Interface
import Screen
import Testing

@testable import Reader

@Suite struct WorkLeftTests {
  @Test(
    "A claim with a verdict counts as done in the pane of marks, too, and highlights and replies are no work"
  )
  func unfinished() throws {
    let verdict = try Annotation.verification(
      of: "Divers found the wreck on Monday.", by: "Ana", "refuted")
    var open = try Annotation.verification(of: "Harbour stays shut", by: "Ana")
    open.kind = .highlight
    let begun = try Annotation.verification(
      of: "ferries sail from the quay", by: "Ana", "supported", status: .inProgress)
    var reply = try Annotation.verification(of: "Harbour stays shut", by: "Ben")
    reply.kind = .reply
    reply.repliesTo = open.id
    var sitting = Sitting(columns: 140, rows: 45, annotations: [verdict, open, begun, reply])
    sitting.press("g5")
    #expect(sitting.screen.contains("ANNOTATIONS 3 · 1 reply   1 not done"))
    sitting.press("g1gg]u")
    #expect(sitting.state.currentAnnotation?.id == begun.id)
    sitting.press("]u")
    #expect(sitting.state.message?.text == "No marks that are not done after this")
  }

  @Test("A mark on a claim that a colleague has checked asks for no work, as the claims desk says")
  func settledByOthers() throws {
    let words = "Divers found the wreck on Monday."
    var sitting = Sitting.withClaims([
      try .verification(of: words, by: "Ben", "refuted"), try .verification(of: words, by: "Ana"),
    ])
    #expect(sitting.state.workLeft == WorkLeft(claims: 3, marks: 0))
    sitting.press("g1gg]u")
    #expect(sitting.state.message?.text == "There are no marks that are not done here")
    sitting.press("g5")
    #expect(!sitting.screen.contains("not done"))
  }

  @Test(
    "x says of a claim that has a verdict that it is checked, whatever it was before",
    arguments: [80, 140])
  func checking(columns: Int) {
    var sitting = Sitting.withClaims(columns: columns, rows: columns == 80 ? 24 : 45)
    sitting.press("gCss")
    sitting.press("s2")
    #expect(sitting.screen.contains("0 of 4 checked"))
    sitting.press("x")
    #expect(sitting.screen.contains("1 of 4 checked"))
    #expect(sitting.annotations.first?.status == .done)
    #expect(sitting.annotations.first?.terms.map(\.term) == ["supported"])
  }

  @Test(
    "Mine is what I verified and what is assigned to me, and the screen says so",
    arguments: [80, 140])
  func mine(columns: Int) throws {
    var assigned = try Annotation.verification(
      of: "Divers found the wreck on Monday.", by: "Ben", "refuted")
    assigned.assignee = Creator(name: "Ana")
    var sitting = Sitting.withClaims(
      [assigned], columns: columns, rows: columns == 80 ? 24 : 45)
    sitting.press("gCf")
    #expect(sitting.screen.contains("mine (1)"))
    sitting.press("m")
    #expect(sitting.screen.contains("only what is mine: verified by you, or assigned to you"))
    #expect(sitting.claim == "Divers found the wreck on Monday.")
  }

  @Test(
    "The footer of an article that can only be read offers nothing that changes marks",
    arguments: [80, 140])
  func readOnly(columns: Int) throws {
    let mark = try Annotation.verification(
      of: "Divers found the wreck on Monday.", by: "Ana", "refuted")
    var sitting = Sitting(
      columns: columns, rows: columns == 80 ? 24 : 45, annotations: [mark]
    ) { $0.readOnlyReason = "read-only: somebody else has it" }
    let footer = { (sitting: Sitting) in sitting.frame.lines.suffix(2).joined(separator: "\n") }
    #expect(!footer(sitting).contains("a mark"))
    sitting.press("gC")
    for words in [
      "x checked", "s verdict", "e evidence", "i note", "+ add", "dd take off", "u undo",
    ] {
      #expect(!footer(sitting).contains(words), "\(words): \(footer(sitting))")
    }
    #expect(footer(sitting).contains("to the text") && footer(sitting).contains("q back"))
    sitting.press("x")
    #expect(sitting.state.message?.text == "read-only: somebody else has it")
  }

  @Test("A selection that grows by a sentence or a paragraph ends with it")
  func sentences() {
    var sitting = Sitting()
    sitting.press("/Divers<Enter>v)")
    #expect(sitting.selectedText == "Divers found the wreck on Monday.")
    // Without a selection the caret goes to the next sentence, as it did.
    sitting.press("<Esc>/Divers<Enter>)")
    #expect(sitting.wordAtCaret == "What")
    sitting.press("/Divers<Enter>v}")
    #expect(sitting.selectedText == "Divers found the wreck on Monday.")
  }

  @Test("A reply is said to be written, not to be there, before anything is typed")
  func reply() throws {
    let mark = try Annotation.verification(
      of: "Divers found the wreck on Monday.", by: "Ben", "refuted")
    var sitting = Sitting(annotations: [mark])
    sitting.press("]agr")
    #expect(
      sitting.screen.contains("write your reply to refuted by Ben; an empty one is not kept"))
    sitting.press("<Esc>")
    #expect(sitting.annotations.count == 1)
  }
}
