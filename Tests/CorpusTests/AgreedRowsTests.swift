// What counts as agreed on among the marks of an article, and what a review is called.

import ArticleModel
import Sidecars
import TestSupport
import Testing

@testable import Corpus

@Suite struct AgreedRowsTests {
  private let article = Article("The gas price doubled. Nobody knows why.\n", name: "a.txt")

  private func mark(_ term: String, by name: String) -> Annotation {
    let passage = Passage(of: TextSpan(4..<13), in: article)
    var mark = Annotation(
      kind: .bias, targets: [AnnotationTarget(source: "a.txt", passage: passage)],
      creator: Creator(name: name))
    mark.terms = [TermReference(pack: "bias", group: "wording", term: term)]
    return mark
  }

  private func rows(_ annotations: [Annotation]) throws -> [AnnotationRow] {
    let folder = try TemporaryFolder()
    let path = folder.path(of: "a.txt.annotations.json")
    let store = SidecarStore(article: article, sidecarPath: path)
    var set = try store.open().annotations
    let change = Change("marked", annotations.map(Edit.insert))
    set.apply(change)
    try store.record(change, resulting: set)
    try store.close()
    return try [AnnotatedArticle(article, sidecarPath: path)].rows(labelledBy: TaxonomyShelf([]))[0]
  }

  @Test("A mark is agreed on with a review, and not by who reads the same words otherwise")
  func opposed() throws {
    let hers = mark("loaded-term", by: "Ana")
    let review = Annotation(
      reviewing: hers, .agrees, by: Creator(name: "Ben"), at: Timestamp(secondsSinceEpoch: 1))
    let filter = try AnnotationFilter(parsing: "is:agreed")
    let agreed = try #require(try rows([hers, review]).first)
    #expect(filter.matches(agreed) && agreed.word(for: review) == "agrees")
    let his = mark("euphemism", by: "Ben")
    let all = try rows([hers, his, review])
    #expect(all.count == 2 && !all.contains(where: filter.matches))
    let row = try #require(all.first { $0.id == hers.id })
    #expect(row.isReviewed && row.word(for: review) == "reviewed")
  }
}
