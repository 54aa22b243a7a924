// Going through the claims of an article: from one to the next, verdicts, filters, adding and taking off.

import ArticleModel
import Corpus
import Interface
import NewsAnalysis
import Screen
import Testing

@testable import Reader

@Suite struct ClaimsDeskTests {
  @Test("]c says which claim of how many the caret has come to, and what has become of it")
  func jumping() throws {
    var sitting = Sitting.withClaims([
      try .verification(of: "Divers found the wreck on Monday.", by: "Ben", "refuted")
    ])
    sitting.press("]c")
    #expect(sitting.screen.contains("claim 1 of 4 · to check"))
    sitting.press("]c")
    #expect(sitting.screen.contains("claim 2 of 4 · refuted by Ben"))
    #expect(sitting.wordAtCaret == "Divers")
    sitting.press("4]c")
    #expect(sitting.state.message?.text == "No claims to check after this")
  }

  @Test("In a filtered list, ]c says which claim it is of all, and of how many that are shown")
  func jumpingInFilteredList() throws {
    var sitting = Sitting.withClaims([
      try .verification(of: "Divers found the wreck on Monday.", by: "Ben", "refuted")
    ])
    sitting.press("gC]c")
    #expect(sitting.state.message?.text == "claim 2 of 4 · refuted by Ben")
    sitting.press("ggfu]c")
    #expect(sitting.state.message?.text == "claim 3 of 4 · to check · 2 of 3 shown")
    sitting.press("[c")
    #expect(sitting.state.message?.text == "claim 1 of 4 · to check · 1 of 3 shown")
  }

  @Test(
    "x checks a claim in one's own name, goes on to the next unchecked one, and undo takes it back")
  func checking() throws {
    var sitting = Sitting.withClaims()
    sitting.press("gC")
    #expect(sitting.claim?.hasPrefix("The harbour of") == true)
    sitting.press("x")
    let mark = try #require(sitting.annotations.first)
    #expect(mark.kind == .verification && mark.status == .done && mark.terms.isEmpty)
    #expect(mark.creator?.name == "Ana")
    #expect(sitting.claim == "Divers found the wreck on Monday.")
    #expect(sitting.screen.contains("1 of 4 checked"))
    sitting.press("xxx")
    #expect(sitting.state.claims.list.checkedCount == 4)
    #expect(sitting.screen.contains("nothing left to check"))
    sitting.press("uuuu")
    #expect(sitting.annotations.isEmpty && sitting.screen.contains("0 of 4 checked"))
    #expect(sitting.state.isClaimsDeskOpen)
  }

  @Test("A verdict that was wrong is put right in the same verification")
  func verdict() throws {
    var sitting = Sitting.withClaims()
    sitting.press("gCjss")
    #expect(sitting.annotations.first?.terms.first?.term == "supported")
    #expect(sitting.screen.contains("1 of 4 checked"))
    #expect(sitting.claim == "Divers found the wreck on Monday.")
    sitting.press("sr")
    #expect(sitting.annotations.count == 1)
    #expect(sitting.annotations.first?.terms.map(\.term) == ["refuted"])
    sitting.press("u")
    #expect(sitting.annotations.first?.terms.map(\.term) == ["supported"])
    sitting.press("s3")
    // What needs a second source is not checked, whatever the verdict.
    #expect(sitting.screen.contains("0 of 4 checked"))
  }

  @Test(
    "The desk tells who disagrees with a verdict, what was replied, and evidence that contradicts it"
  )
  func reactions() throws {
    var verdict = try Annotation.verification(
      of: "Divers found the wreck on Monday.", by: "Ana", "supported")
    verdict.evidence = [Evidence(url: "https://port.example/log", stance: .refutes)]
    let moment = Timestamp("2026-01-03T00:00:00Z")
    var reply = Annotation(
      kind: .reply, targets: [], creator: Creator(name: "Ben"), created: moment)
    (reply.repliesTo, reply.note) = (verdict.id, "On Tuesday, says the log.")
    let review = Annotation(
      reviewing: verdict, .disputes, by: Creator(name: "Ben"), at: moment)
    var sitting = Sitting.withClaims([verdict, reply, review])
    sitting.press("gCj")
    #expect(sitting.screen.contains("1 reply · Ben disagrees"))
    #expect(sitting.screen.contains("└ Ben: On Tuesday, says the log."))
    #expect(sitting.screen.contains("all its evidence is against the claim"))
  }

  @Test("A verdict stands beside a colleague's, never in its place, and the two are disputed")
  func colleagues() throws {
    let theirs = try Annotation.verification(
      of: "Divers found the wreck on Monday.", by: "Ben", "refuted")
    var sitting = Sitting.withClaims([theirs])
    sitting.press("gCjs")
    #expect(sitting.screen.contains("your verdict beside Ben on"))
    sitting.press("s")
    #expect(sitting.annotations.count == 2)
    #expect(sitting.annotations.first == theirs)
    #expect(sitting.screen.contains("supported ≠ refuted"))
    #expect(sitting.state.selectedClaim?.isDisputed == true)
    sitting.press("fd")
    #expect(sitting.screen.contains("only disputed"))
    #expect(!sitting.screen.contains("40 ships are waiting"))
    // Taking off takes one's own off; theirs keeps the claim on the list.
    sitting.press("dd")
    #expect(sitting.annotations == [theirs])
    #expect(sitting.screen.contains("the claim stays with that of Ben"))
    sitting.press("<Esc>")
    while sitting.claim?.hasPrefix("Divers") != true { sitting.press("k") }
    sitting.press("dd")
    #expect(sitting.annotations == [theirs])
    #expect(sitting.screen.contains("Ben verified this claim, so it stays"))
  }

  @Test(
    "Only what is unchecked or mine is listed, and a claim leaves the list when the cursor leaves the claim"
  )
  func narrowing() throws {
    var sitting = Sitting.withClaims([
      try .verification(of: "Vogt denied that figure.", by: "Ben", "supported")
    ])
    sitting.press("gCfu")
    #expect(sitting.screen.contains("only unchecked"))
    #expect(!sitting.frame.lines.dropFirst(2).prefix(6).joined().contains("Vogt denied"))
    sitting.press("jss")
    #expect(sitting.claim == "Divers found the wreck on Monday.")
    sitting.press("j")
    #expect(sitting.claim?.hasPrefix("According to") == true)
    #expect(!sitting.frame.lines.dropFirst(2).prefix(6).joined().contains("Divers found"))
    sitting.press("fm")
    #expect(sitting.claim == "Divers found the wreck on Monday.")
    sitting.press("<Esc>/ships<Enter>")
    #expect(sitting.claim?.contains("40 ships") == true)
    sitting.press("<Esc>oo")
    #expect(sitting.screen.contains("by unchecked first"))
    sitting.press("gg")
    #expect(sitting.state.selectedClaim?.isChecked == false)
  }

  @Test(
    "A claim is added from a selection in the article, once, and back on the desk it is selected")
  func adding() throws {
    var sitting = Sitting.withClaims()
    sitting.press("gC+")
    #expect(sitting.screen.contains("Select the words of the claim"))
    sitting.press("<Esc>")
    #expect(sitting.state.isClaimsDeskOpen && sitting.annotations.isEmpty)
    sitting.press("+/until<Enter>vee<Enter>")
    #expect(sitting.state.isClaimsDeskOpen)
    #expect(sitting.claim == "until Friday")
    let mark = try #require(sitting.annotations.first)
    #expect(mark.kind == .verification && mark.terms.isEmpty && mark.status == .open)
    // The rest of the sentence is still to be checked.
    #expect(sitting.state.claims.list.count == 5)
    sitting.press("q")
    #expect(sitting.state.focus == .article)
    sitting.press("/We<Enter>C")
    #expect(sitting.screen.contains("added: claim 3 of 6 · to check"))
    sitting.press("C")
    #expect(sitting.screen.contains("already on the list: claim 3 of 6"))
    #expect(sitting.annotations.count == 2)
    sitting.press("u")
    #expect(sitting.state.claims.list.count == 5)
  }

  @Test("A claim is taken off, undone, and put back from what is off the list")
  func takingOff() throws {
    var sitting = Sitting.withClaims()
    sitting.press("gCjdd")
    #expect(sitting.state.claims.list.count == 3)
    let correction = try #require(sitting.annotations.first)
    #expect(correction.correction == Correction(.rejected, .claim))
    #expect(sitting.claim?.hasPrefix("According to") == true)
    sitting.press("u")
    #expect(sitting.state.claims.list.count == 4 && sitting.annotations.isEmpty)
    sitting.press("ggjssdd")
    // What was recorded of it goes with it, and comes back with it.
    #expect(sitting.annotations.map(\.kind) == [.correction])
    #expect(sitting.screen.contains("with what you recorded"))
    sitting.press("u")
    #expect(sitting.annotations.map(\.kind) == [.verification])
    sitting.press("<C-r>fo")
    #expect(sitting.screen.contains("restored a claim"))
    sitting.press("1")
    #expect(sitting.state.claims.list.count == 4)
    #expect(sitting.claim == "Divers found the wreck on Monday.")
  }

  @Test("Evidence and notes are one's own, and an empty note leaves nothing behind")
  func recording() throws {
    let theirs = try Annotation.verification(
      of: "Divers found the wreck on Monday.", by: "Ben", note: "who?")
    var sitting = Sitting.withClaims([theirs])
    sitting.press("gCji<Esc>")
    #expect(sitting.annotations == [theirs])
    sitting.press("i")
    sitting.type("asked the port")
    #expect(sitting.screen.contains("asked the port"))
    sitting.press("<Esc>e")
    sitting.type("https://port.example/log")
    sitting.press("<Enter>s")
    #expect(sitting.annotations.count == 2)
    let own = try #require(sitting.annotations.last)
    #expect(own.note == "asked the port" && own.evidence.first?.stance == .supports)
    #expect(sitting.screen.contains("1 for"))
    #expect(sitting.annotations.first == theirs)
  }
}
