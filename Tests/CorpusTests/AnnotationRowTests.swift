// Rows: their order, labels, places and ids.

import ArticleModel
import Corpus
import Sidecars
import TestSupport
import Testing

@Suite struct AnnotationRowTests {
  let folder: TemporaryFolder
  let text = "The harbour closed.\nThe ferries sailed, the ferries returned.\n"

  init() throws { folder = try TemporaryFolder() }

  private func article(_ text: String) -> Article {
    Article(
      text: ArticleText(text),
      source: Article.Source(name: "a.txt", path: folder.path(of: "a.txt")))
  }

  /// Marks words of the article, or all of it, in this order.
  private func mark(_ passages: [String?]) throws {
    let article = article(text)
    let store = SidecarStore(article: article)
    var set = try store.open().annotations
    for words in passages {
      let span = words.flatMap { article.text.places(of: $0).first }
      let target = AnnotationTarget(
        source: "a.txt", passage: span.map { Passage(of: $0, in: article) })
      var annotation = Annotation(kind: .bias, targets: [target])
      annotation.terms = [TermReference(pack: "bias", group: "wording", term: "loaded-term")]
      let change = Change("marked", [.insert(annotation)])
      set.apply(change)
      try store.record(change, resulting: set)
    }
    try store.close()
  }

  private var shelf: TaxonomyShelf {
    let term = Taxonomy.Term(
      id: "loaded-term", label: "loaded term", definition: "", key: "l", gutterLetter: "B")
    let group = Taxonomy.Group(id: "wording", label: "wording", terms: [term])
    return TaxonomyShelf([
      Taxonomy(id: "bias", label: "bias", version: "1", kind: .bias, groups: [group])
    ])
  }

  @Test("Rows come in the order of the article, the article as a whole first")
  func order() throws {
    try mark(["returned", "harbour", nil, "ferries sailed"])
    let rows = try AnnotatedArticle(article(text)).rows(labelledBy: shelf)
    #expect(rows.map(\.quote) == [nil, "harbour", "ferries sailed", "returned"])
    #expect(rows.map(\.label).allSatisfy { $0 == "loaded term" })
    #expect(rows[1].span == CodePointSpan(CodePointOffset(4), CodePointOffset(11)))
  }

  @Test("A review stands with the mark that it is about, and says who disputes it")
  func reviews() throws {
    try mark(["harbour", "returned"])
    let article = article(text)
    let store = SidecarStore(article: article)
    var set = try store.open().annotations
    let mark = try #require(set.annotations.first)
    let ben = Creator(name: "Ben")
    let review = Annotation(
      reviewing: mark, .disputes, by: ben, at: Timestamp(secondsSinceEpoch: 1_700_000_000))
    let change = Change("disputed", [.insert(review)])
    set.apply(change)
    try store.record(change, resulting: set)
    try store.close()

    let rows = try AnnotatedArticle(article).rows(labelledBy: shelf)
    #expect(rows.map(\.quote) == ["harbour", "returned"])
    #expect(rows.map(\.isReviewed) == [true, false])
    #expect(rows.map(\.isDisputed) == [true, false])
    #expect(rows[0].reviews.first?.creator == ben)
    #expect(rows[0].reviews.first?.judgement == .disputes)
    #expect(rows[0].reviews.first?.repliesTo == mark.id)
  }

  @Test("What has lost its place comes last, and a check says so")
  func orphans() throws {
    try mark(["harbour", "returned"])
    let changed = try AnnotatedArticle(article("Nothing closed.\n" + text.dropFirst(19)))
    #expect(changed.rows(labelledBy: shelf).map(\.quote) == ["returned", "harbour"])
    #expect(changed.rows(labelledBy: shelf).last?.state == .orphan)
    let faults = changed.findings(knowing: shelf).filter(\.isFault)
    #expect(faults.map(\.message) == ["“harbour” is no longer in the article"])
  }

  @Test("A sidecar without its article is read, and its rows keep their order")
  func missingArticle() throws {
    try mark(["returned", "harbour"])
    let orphaned = try AnnotatedArticle(
      orphanedSidecar: folder.path(of: "a.txt.annotations.json"))
    #expect(orphaned.rows(labelledBy: shelf).map(\.quote) == ["harbour", "returned"])
    #expect(orphaned.rows(labelledBy: shelf).allSatisfy { $0.state == nil })
    #expect(orphaned.findings(knowing: shelf).map(\.message) == ["its article is not there"])
  }

  @Test("A term that no pack knows is worth a note, not a fault")
  func unknownTerm() throws {
    try mark(["harbour"])
    let findings = try AnnotatedArticle(article(text)).findings(knowing: TaxonomyShelf([]))
    #expect(findings.map(\.message) == ["no pack has the term bias/wording/loaded-term"])
    #expect(findings.map(\.isFault) == [false])
  }

  @Test("An article without a sidecar has no rows and none is made")
  func noSidecar() throws {
    let annotated = try AnnotatedArticle(article(text))
    #expect(!annotated.hasSidecar)
    #expect(annotated.rows(labelledBy: shelf).isEmpty)
    #expect(SidecarLocation.look(at: folder.path).locations.isEmpty)
  }

  @Test(
    "An id is meant by the beginning of its digits",
    arguments: [
      ("6f1c", true), ("6F1C2A3B", true), ("urn:uuid:6f1c2a3b-0000-4000-8000-000000000000", true),
      ("", false), ("f1c2", false), ("urn:uuid:6f1c", false),
    ])
  func ids(name: String, isMeant: Bool) {
    let id = AnnotationID("urn:uuid:6f1c2a3b-0000-4000-8000-000000000000")
    #expect(id.short == "6f1c2a3b")
    #expect(id.isMeant(by: name) == isMeant)
  }
}
