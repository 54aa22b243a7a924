// The columns of a review: the verdict first, terms that are whole, and ages that are never cut.

import ArticleModel
import DocumentImport
import Screen
import Testing

@testable import Corpus
@testable import Review

@Suite struct ReviewColumnsTests {
  @Test("Whatever the age of a mark, its column has room for it")
  func ages() {
    let now = Timestamp(secondsSinceEpoch: 1_800_000_000)
    for seconds in [0, 59, 60, 600, 3599, 86_399, 86_400 * 59, 86_400 * 729, 86_400 * 40_000] {
      let age = Timestamp(secondsSinceEpoch: 1_800_000_000 - seconds).age(at: now) ?? ""
      #expect(!age.isEmpty && age.displayWidth.value <= Timestamp.widestAge, "\(age)")
    }
  }

  @Test("Of several terms, those are listed that have room, and only a single one is cut")
  func terms() {
    #expect("supported, quotation".shortenedList(to: 14) == "supported")
    #expect("supported, quotation".shortenedList(to: 20) == "supported, quotation")
    #expect("refuted, altered, position".shortenedList(to: 18) == "refuted, altered")
    #expect("not enough evidence".shortenedList(to: 10).displayWidth == 10)
  }

  @Test("The verdict comes before the type of the claim, however they were set")
  func verdicts() throws {
    let article = Article(plainText: "The harbour is closed.\n", name: "a.txt")
    var mark = Annotation(
      kind: .verification, targets: [AnnotationTarget(source: "a.txt", passage: nil)])
    mark.terms = [
      TermReference(pack: "verification", group: "claim-type", term: "quotation"),
      TermReference(pack: "verification", group: "truth", term: "supported"),
    ]
    let row = AnnotationRow(
      mark, anchors: [.wholeArticle], reviews: [], judgements: Judgements([], anchors: [:]),
      isDisputed: false,
      in: try AnnotatedArticle(article), labelledBy: TaxonomyShelf([]))
    #expect(row.label == "supported, quotation")
  }
}
