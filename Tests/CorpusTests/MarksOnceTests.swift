// Marks that are in several files of an article – its sidecar, one that a colleague handed back, and that of
// decisions – count once, and what was decided is settled.

import ArticleModel
import NewsAnalysis
import Sidecars
import TestSupport
import Testing

@testable import Corpus

@Suite struct MarksOnceTests {
  private let article = Article("The gas price doubled. Nobody knows why.\n", name: "a.txt")
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static func id(_ number: Int) -> String {
    "urn:uuid:00000000-0000-4000-8000-00000000000\(number)"
  }

  private func verdict(_ id: Int, _ term: String, by name: String) -> Annotation {
    let passage = Passage(of: TextSpan(0..<22), in: article)
    var mark = Annotation(
      id: AnnotationID(Self.id(id)), kind: .verification,
      targets: [AnnotationTarget(source: "a.txt", passage: passage)],
      creator: Creator(name: name), created: Timestamp("2026-01-01T00:00:00Z"))
    mark.terms = [TermReference(pack: "verification", group: "truth", term: term)]
    mark.evidence = [Evidence(url: "https://example.org/\(id)", stance: .supports)]
    return mark
  }

  private func sidecar(_ file: String, _ annotations: [Annotation]) throws -> AnnotatedArticle {
    let path = folder.path(of: file)
    let store = SidecarStore(article: article, sidecarPath: path)
    var set = try store.open().annotations
    let change = Change("marked", annotations.map(Edit.insert))
    set.apply(change)
    try store.record(change, resulting: set)
    try store.close()
    return try AnnotatedArticle(article, sidecarPath: path)
  }

  /// Ana's verdict, edited since Ben got it; his copy with a reply, a review and a verdict of his own.
  private func files(decided: Annotation? = nil) throws -> [AnnotatedArticle] {
    let old = verdict(1, "supported", by: "Ana")
    var new = old
    (new.note, new.modified) = ("edited", Timestamp("2026-01-02T00:00:00Z"))
    var reply = Annotation(
      id: AnnotationID(Self.id(3)), kind: .reply, targets: [], creator: Creator(name: "Ben"),
      created: Timestamp("2026-01-03T00:00:00Z"))
    (reply.repliesTo, reply.note) = (old.id, "Who says so?")
    let review = Annotation(
      id: AnnotationID(Self.id(4)), reviewing: old, .disputes, by: Creator(name: "Ben"),
      at: Timestamp(secondsSinceEpoch: 1_767_400_000))
    let his = verdict(2, "refuted", by: "Ben")
    return [
      try sidecar("a.txt.annotations.json", [new]),
      try sidecar("a.txt.ben.annotations.json", [old, his, reply, review]),
    ] + (try decided.map { [try sidecar("a.txt.decided.annotations.json", [$0])] } ?? [])
  }

  private func decision() -> Annotation {
    var mark = verdict(1, "supported", by: "Ana")
    let sources = [(1, "Ana"), (2, "Ben")].map {
      AdjudicationRecord.Source(
        id: AnnotationID(Self.id($0.0)), sidecar: "a", creator: Creator(name: $0.1),
        words: "The gas price doubled.")
    }
    mark.adjudication = AdjudicationRecord(
      .taken, of: sources, by: Creator(name: "Dora"), at: Timestamp("2026-02-01T00:00:00Z"))
    return mark
  }

  @Test("Of marks with one id the newest version counts, with what answers it in any file")
  func once() throws {
    let files = try files()
    let once = files.withEachMarkOnce
    #expect(
      once.map { $0.annotations.map(\.id.description) } == [
        [Self.id(1), Self.id(3), Self.id(4)], [Self.id(2)],
      ])
    let rows = once.rows(labelledBy: TaxonomyShelf([])).flatMap { $0 }
    #expect(rows.map(\.annotation.note) == ["edited", "Who says so?", ""])
    #expect(rows[0].reviews.count == 1 && rows[1].depth == 1)
    // Who names a sidecar twice has its marks once.
    #expect((files + files).withEachMarkOnce.flatMap(\.annotations).count == 4)
  }

  @Test("Decisions are no marks of a person, and settle what people disagreed on")
  func decided() throws {
    let open = try files().withEachMarkOnce.rows(labelledBy: TaxonomyShelf([])).flatMap { $0 }
    #expect(open.filter(\.isDisputed).count == 2)
    let all = try files(decided: decision())
    let once = all.withEachMarkOnce
    #expect(once.count == 2 && once[0].decisions.count == 1)
    #expect(!once.rows(labelledBy: TaxonomyShelf([])).joined().contains { $0.isDisputed })
    #expect([all[2]].withEachMarkOnce.count == 1)
  }

  @Test("A claim says once who found what, and how it was decided and by whom")
  func claims() throws {
    func claim(_ files: [AnnotatedArticle]) throws -> CheckableClaim {
      let list = try #require(ArticleClaims.all(of: files) { _ in NewsAnalyzer() }.first).list
      return try #require(list.claims.first { !$0.marks.isEmpty })
    }
    let open = try claim(try files())
    #expect(open.evidenceInWords == "2 for" && open.isDisputed && open.decider == nil)
    let decided = try claim(try files(decided: decision()))
    #expect(decided.evidenceInWords == "2 for" && !decided.isDisputed)
    #expect(
      decided.outcomes(startingWith: nil, label: \.term) == ["decided: supported", "supported"])
    #expect(decided.people(of: [], startingWith: nil) == [["Dora"]])
  }

  @Test("Who disagrees after a decision disputes the claim again")
  func later() throws {
    let review = Annotation(
      reviewing: verdict(1, "supported", by: "Ana"), .disputes, by: Creator(name: "Cleo"),
      at: Timestamp(secondsSinceEpoch: 1_800_000_000))
    let cleo = try sidecar("a.txt.cleo.annotations.json", [review])
    let rows = (try files(decided: decision()) + [cleo]).withEachMarkOnce
      .rows(labelledBy: TaxonomyShelf([])).flatMap { $0 }
    #expect(rows.filter(\.isDisputed).map(\.id.description) == [Self.id(1)])
  }
}
