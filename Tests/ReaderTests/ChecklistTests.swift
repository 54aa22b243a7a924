// Checklists in the reader: ticks for the article and for each claim, by whom and when; undone like any mark.

import ArticleModel
import Corpus
import Interface
import Screen
import Testing

@testable import Reader

@Suite struct ChecklistTests {
  private static let list = Checklist(
    id: "desk", label: "our desk", version: "2",
    items: [
      .init(id: "names", label: "names checked", explanation: "Each of them."),
      .init(id: "law", label: "read for libel"),
      .init(id: "source", label: "primary source seen", scope: .claim),
    ])
  private static let other = Checklist(
    id: "other", label: "another", version: "1", items: [.init(id: "x", label: "something")])

  private func sitting(
    columns: Int = 80, rows: Int = 24, _ annotations: [Annotation] = []
  ) -> Sitting {
    var sitting = Sitting(columns: columns, rows: rows, annotations: annotations)
    sitting.take(
      .terms(TaxonomyShelf([.bias, .verification], checklists: [Self.list, Self.other])))
    return sitting
  }

  @Test("Items are ticked for the article and for each claim, and are no marks")
  func ticking() throws {
    var sitting = sitting()
    sitting.press("]lviwavr<Esc>gk<Space>jjj<Space>")
    let (mark, ticks) = (sitting.annotations[0], Array(sitting.annotations.dropFirst()))
    #expect(
      ticks.map { $0.terms.first?.description } == ["desk/article/names", "desk/claim/source"])
    #expect(ticks.map(\.repliesTo) == [nil, mark.id])
    #expect(ticks.allSatisfy { $0.kind == .tick && $0.creator?.name == "Ana" && $0.created != nil })
    let progress = ChecklistProgress(of: Self.list, in: sitting.annotations)
    #expect(progress.count(for: nil) == (1, 2) && progress.claimsDone == 1)
    #expect(progress.summary == "checklist our desk: 1 of 2 ticked, 1 of 1 marked claim complete")
    sitting.press("q")
    #expect(sitting.screen.contains("1 mark "))
    #expect(sitting.state.annotations.marks.count == 1)
  }

  @Test(
    "The list stands on the screen with who ticked what and when", arguments: [(140, 45), (80, 24)])
  func screens(columns: Int, rows: Int) {
    var sitting = sitting(columns: columns, rows: rows)
    sitting.press("]lviwavr<Esc>gk<Space>j")
    expectScreen(sitting.frame, matches: "checklist-\(columns)")
    sitting.press("<Tab>")
    #expect(sitting.screen.contains("CHECKLIST another: 0 of 1 ticked"))
    sitting.press("<Tab>")
    #expect(sitting.screen.contains("names checked"))
  }

  @Test(
    "Every claim stands on the list once, marked by several or by nobody, and a tick makes the mark of one that has none",
    arguments: [80, 140])
  func everyClaim(columns: Int) throws {
    let words = "Divers found the wreck on Monday."
    var sitting = Sitting.withClaims(
      [
        try .verification(of: words, by: "Ana", "supported"),
        try .verification(of: words, by: "Ben", "refuted"),
      ], columns: columns, rows: columns == 80 ? 24 : 45)
    sitting.take(.terms(TaxonomyShelf([.bias, .verification], checklists: [Self.list])))
    sitting.press("gk")
    #expect(sitting.screen.contains("0 of 2 ticked, 0 of 4 claims complete"))
    #expect(sitting.screen.split(separator: words, omittingEmptySubsequences: false).count == 2)
    sitting.press("jj<Space>")
    #expect(sitting.screen.contains("1 of 4 claims complete"))
    let made = try #require(sitting.annotations.dropFirst(2).first)
    #expect(made.kind == .verification && made.terms.isEmpty && made.status == .open)
    #expect(sitting.annotations.last?.repliesTo == made.id)
    #expect(sitting.state.claims.list.checkedCount == 1)
    sitting.press("u")
    #expect(sitting.annotations.count == 2)
    sitting.press("j<Space>")
    #expect(sitting.annotations.last?.repliesTo == sitting.annotations.first?.id)
    #expect(sitting.screen.contains("1 of 4 claims complete"))
  }

  @Test("Help says of a key what it does there")
  func help() {
    var sitting = sitting()
    sitting.press("gk?")
    #expect(sitting.screen.contains("the next checklist"))
    #expect(!sitting.screen.contains("to the next field"))
  }

  @Test("The same key takes one's own tick back, and undo restores it")
  func takingBack() {
    var sitting = sitting()
    sitting.press("gk<Space>")
    #expect(sitting.annotations.count == 1)
    sitting.press("<Space>")
    #expect(sitting.annotations.isEmpty)
    sitting.press("u")
    #expect(sitting.annotations.count == 1)
    #expect(sitting.top is ChecklistSheet)
  }

  @Test("A colleague's tick stays, and one's own stands beside it")
  func colleagues() {
    let theirs = Annotation(
      ticking: Self.list.items[0], of: Self.list, for: nil, in: "harbour-closure.txt",
      by: Creator(name: "Ben"), at: Timestamp("2026-01-01T00:00:00Z"))
    var sitting = sitting([theirs])
    sitting.press("gk<Space>")
    #expect(sitting.annotations.map { $0.creator?.name } == ["Ben", "Ana"])
    #expect(sitting.state.message?.text.contains("ticked beside Ben") == true)
    #expect(sitting.screen.contains("Ben, 2026-01-01 · Ana, 2026-01-02"))
    sitting.press("<Space>")
    #expect(sitting.annotations == [theirs])
  }

  @Test("The record of a claim is opened from its items, and leads back")
  func record() {
    var sitting = sitting()
    sitting.press("]lviwavr<Esc>gkI")
    #expect(sitting.top is ChecklistSheet)
    sitting.press("GI")
    #expect(sitting.top is RecordSheet)
    sitting.press("q")
    #expect(sitting.top is ChecklistSheet)
  }
}
