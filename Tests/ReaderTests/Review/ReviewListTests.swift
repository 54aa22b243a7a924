// The list of a review with many marks: where they stand, and what each costs.

import ArticleModel
@testable import Corpus
import Interface
import Review
import TestSupport
import Testing

@Suite struct ReviewListTests {
  /// An article whose sidecar has marks: notes of the words “word 0”, “word 1” …; the second mark answers
  /// the first.
  private func article(_ number: Int, marks: Int) throws -> AnnotatedArticle {
    let disk = SimulatedDisk()
    let path = "/desk/\(number).annotations.json"
    try disk.write(Array("{\"items\":[]}".utf8), to: path, like: nil)
    var article = try AnnotatedArticle(orphanedSidecar: path, fileSystem: disk)
    article.annotations = (0..<marks).map { index in
      let target = AnnotationTarget(source: "a.txt", passage: Passage(exact: "word \(index)"))
      var mark = Annotation(
        id: AnnotationID("urn:x:\(number)-\(index)"), kind: index == 1 ? .reply : .note,
        targets: [target],
        created: Timestamp(secondsSinceEpoch: (number * 7919 + index * 104_729) % 100_000))
      if index == 1 { mark.repliesTo = AnnotationID("urn:x:\(number)-0") }
      return mark
    }
    return article
  }

  private func review() -> ReviewState {
    let stage = Stage(shelf: TaxonomyShelf([]), author: nil, clock: { .init(secondsSinceEpoch: 0) })
    return ReviewState(.init(), on: stage)
  }

  @Test("Articles stay in the order in which they came, and another version takes the place of one")
  func order() throws {
    var review = review()
    for number in 0..<3 { review.add([try article(number, marks: 3)]) }
    review.add([try article(1, marks: 4)])
    #expect(review.articles.entries.map(\.rows.count) == [2, 3, 2])
    #expect(review.list.entries.map(\.key.sidecar) == [0, 0, 1, 1, 1, 2, 2].map(path))
    let second = try #require(review.articles[path(1)])
    #expect(second.replies[AnnotationID("urn:x:1-0")]?.count == 1)
    #expect(review.articles[path(9)] == nil)
  }

  @Test(
    "Another version of an article leaves no line of the one before, with more marks or fewer",
    arguments: [ReviewGrouping.none, .article, .status], [0, 1, 2, 9])
  func versions(grouping: ReviewGrouping, marks: Int) throws {
    var (changed, fresh) = (review(), review())
    (changed.list.grouping, fresh.list.grouping) = (grouping, grouping)
    changed.add(try (0..<3).map { try article($0, marks: 6) })
    _ = changed.move(.articleEnd, count: 1)
    for _ in 0..<2 { changed.add([try article(1, marks: marks)]) }
    for number in 0..<3 { fresh.add([try article(number, marks: number == 1 ? marks : 6)]) }
    #expect(changed.list.lines == fresh.list.lines)
    #expect(changed.list.shownCount == fresh.list.shownCount)
    for line in changed.list.lines.indices { _ = changed.list.entry(at: line) }
    #expect(changed.list.lines.indices.contains(changed.cursor))
  }

  private func path(_ number: Int) -> String { "/desk/\(number).annotations.json" }

  @Test(
    "Marks that come one article after the other stand as if all had come at once",
    arguments: ReviewOrder.allCases, [ReviewGrouping.none, .article, .status])
  func arrivals(order: ReviewOrder, grouping: ReviewGrouping) throws {
    let articles = try (0..<12).map { try article($0, marks: 6) }
    var (late, early) = (review(), review())
    early.list.order = order
    early.list.grouping = grouping
    for article in articles { early.add([article]) }
    late.add(articles)
    late.list.order = order
    late.list.grouping = grouping
    #expect(early.list.lines == late.list.lines)
    #expect(early.list.shownCount == 12 * 5)
    for (line, content) in early.list.lines.enumerated() {
      guard case .entry(let index) = content else { continue }
      #expect(early.list.line(of: early.list.entries[index].key) == line)
    }
    let places = early.list.lines.indices.compactMap(early.list.place)
    #expect(places == Array(1...60))
  }

  @Test("A mark costs the same among a thousand and among twenty thousand")
  func cost() throws {
    let articles = try (0..<1000).map { try article($0, marks: 20) }
    func secondsPerMark(_ count: Int, tries: Int = 3) -> Double {
      let seconds = processorSeconds(tries: tries) {
        var review = review()
        for article in articles.prefix(count) { review.add([article]) }
        review.list.filter.conditions = [.init(.words("word 7"))]
        review.list.order = .oldest
        review.list.grouping = .article
        review.add([articles[0]])
        #expect(review.list.shownCount == count)
      }
      return seconds / Double(count * 20)
    }
    #expect(secondsPerMark(1000, tries: 1) < 4 * secondsPerMark(50))
  }
}
