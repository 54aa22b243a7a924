// Which annotations a filter lets through.

import ArticleModel
import Corpus
import Sidecars
import TestSupport
import Testing

@Suite struct AnnotationFilterTests {
  let row: AnnotationRow

  init() throws {
    let folder = try TemporaryFolder()
    let article = Article(
      text: ArticleText("The gas price doubled.\n"),
      source: Article.Source(name: "a.txt", path: folder.path(of: "a.txt")))
    var annotation = Annotation(
      kind: .verification,
      targets: [
        AnnotationTarget(source: "a.txt", passage: Passage(of: TextSpan(4..<13), in: article))
      ], creator: Creator(name: "Ana Lopes"), created: Timestamp("2026-02-03T10:00:00Z"))
    annotation.terms = [TermReference(pack: "verification", group: "truth", term: "refuted")]
    annotation.note = "The ENERGY office says otherwise."
    annotation.status = .inProgress
    annotation.tags = ["energy-desk"]
    let store = SidecarStore(article: article)
    var set = try store.open().annotations
    let change = Change("marked", [.insert(annotation)])
    set.apply(change)
    try store.record(change, resulting: set)
    try store.close()
    let rows = try AnnotatedArticle(article).rows(labelledBy: TaxonomyShelf([]))
    row = try #require(rows.first)
  }

  @Test(
    "A row passes when all conditions hold",
    arguments: [
      ("", true), ("kind:verification", true), ("kind:bias", false), ("term:refuted", true),
      ("term:truth/refuted", true), ("term:verification/truth/refuted", true),
      ("term:refute", false), ("term:energy-desk", true), ("status:in-progress", true),
      ("status:done", false), ("by:ana", true), ("by:bea", false), ("GAS", true),
      ("gas energy", true), ("https://example.org", false), ("gas oil", false),
      ("kind:verification by:ana price", true),
      ("kind:bias gas", false), ("\"office says\"", true), ("\"gas office\"", false),
      ("kind:bias,verification", true), ("-kind:bias", true), ("-kind:verification", false),
      ("verdict:refuted", true), ("verdict:supported", false), ("by:\"ana lo\"", true),
      ("article:a.txt", true), ("article:b.txt", false), ("is:orphaned", false),
      ("-is:private -is:done", true), ("is:disputed", false), ("since:2026-01-01", true),
      ("date:2026-02", true), ("date:2026-02-03", true), ("before:2026-02-03", false),
      ("before:2026-03", true), ("since:2026-02-04", false), ("creator:ana", true),
      ("https://example.org", false),
    ])
  func conditions(text: String, passes: Bool) throws {
    #expect(try AnnotationFilter(parsing: text).matches(row) == passes)
  }

  @Test("A kind or status that does not exist is an error that names those that do")
  func errors() {
    #expect(throws: FilterError.unknownKind("mood")) {
      try AnnotationFilter(parsing: "kind:mood")
    }
    #expect(throws: FilterError.unknownStatus("new")) {
      _ = try AnnotationFilter(parsing: "status:new")
    }
    #expect(throws: FilterError.unknownKey("mood")) { try AnnotationFilter(parsing: "mood:grim") }
    #expect(throws: FilterError.unknownProperty("odd")) { try AnnotationFilter(parsing: "is:odd") }
    #expect(throws: FilterError.notADate("soon")) { try AnnotationFilter(parsing: "since:soon") }
    #expect(throws: FilterError.missingValue("kind")) {
      try AnnotationFilter(parsing: "kind: bias")
    }
    #expect(FilterError.unknownKey("mood").description.contains("kind: term: status: verdict:"))
    #expect(FilterError.unknownStatus("new").description.contains("needs-second-source"))
  }
}
