// Statistics over articles and their marks.

import ArticleModel
import Corpus
import NewsAnalysis
import Sidecars
import TestSupport
import Testing

@Suite struct CorpusStatisticsTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  static let text = """
    Fares rise in Cork

    “Fares rose by 40 percent in 2021,” said Declan Roche. Roche said that the levy was unfair.

    According to the statistics office, prices rose by 22 percent between 2019 and 2024 in Ireland.

    """

  private func article(_ name: String) throws -> Article {
    let path = try folder.write(Self.text, to: name)
    return Article(
      text: ArticleText(Self.text), source: Article.Source(name: name, path: path))
  }

  private func annotated(
    _ article: Article, _ marks: [(words: String, AnnotationKind, TermReference?)],
    sidecar: String? = nil
  ) throws -> AnnotatedArticle {
    let store = SidecarStore(article: article, sidecarPath: sidecar)
    var set = try store.open().annotations
    for (words, kind, term) in marks {
      let span = try #require(article.text.places(of: words).first)
      var mark = Annotation(
        kind: kind,
        targets: [AnnotationTarget(source: "a.txt", passage: Passage(of: span, in: article))],
        creator: Creator(name: sidecar == nil ? "Ana" : "Ben"))
      mark.terms = [term].compactMap(\.self)
      let change = Change("marked", [.insert(mark)])
      set.apply(change)
      try store.record(change, resulting: set)
    }
    try store.describe { $0.publisher = "Examiner" }
    try store.close()
    return try AnnotatedArticle(article, sidecarPath: sidecar)
  }

  private func statistics(_ sidecars: [AnnotatedArticle]) -> CorpusStatistics {
    let shelf = TaxonomyShelf([])
    let corpus = CorpusArticle.corpus(
      sidecars, rows: sidecars.rows(labelledBy: shelf), analyzer: NewsAnalyzer())
    return CorpusStatistics(corpus, labelledBy: shelf)
  }

  private let loaded = TermReference(pack: "bias", group: "wording", term: "loaded-term")
  private let refuted = TermReference(pack: "verification", group: "truth", term: "refuted")

  @Test("Marks are counted by what they say, where, in whose words and by whom")
  func counts() throws {
    let first = try article("a.txt")
    let sidecars = [
      try annotated(
        first, [("Fares rose by 40", .verification, refuted), ("unfair", .bias, loaded)]),
      try annotated(
        first, [("unfair", .bias, loaded)], sidecar: folder.path(of: "a.txt.ben.json")),
      try annotated(article("b.txt"), [("Ireland", .highlight, nil)]),
    ]
    let statistics = statistics(sidecars)
    #expect(statistics.articles == 2)
    #expect(statistics.marks == 4)
    #expect(statistics.annotators == 2)
    #expect(statistics.kinds.first == CorpusStatistics.Count(name: "bias", count: 2))
    #expect(statistics.terms == [CorpusStatistics.Count(name: "loaded-term", count: 2)])
    #expect(statistics.verdicts == [CorpusStatistics.Count(name: "refuted", count: 1)])
    #expect(statistics.byOutlet == [CorpusStatistics.Count(name: "Examiner", count: 4)])
    // The wording of a paraphrase is the outlet's.
    #expect(statistics.bySpeaker.first == CorpusStatistics.Count(name: "outlet", count: 2))
    #expect(
      statistics.bySpeaker.contains(CorpusStatistics.Count(name: "Declan Roche", count: 1)))
    #expect(statistics.byArticle.map(\.count) == [3, 1])
  }

  @Test("Voices and places are added up over articles, several sidecars of one count once")
  func voices() throws {
    let first = try article("a.txt")
    let one = statistics([
      try annotated(first, []),
      try annotated(first, [], sidecar: folder.path(of: "a.txt.ben.json")),
    ])
    let two = statistics([try annotated(first, []), try annotated(article("b.txt"), [])])
    let roche = try #require(one.voices.first { $0.name == "Declan Roche" })
    let twice = try #require(two.voices.first { $0.name == "Declan Roche" })
    #expect(roche.quotations == 2)
    #expect(roche.verbatimWords > 0 && roche.paraphraseWords > 0)
    #expect(twice.words == 2 * roche.words && twice.articles == 2)
    #expect(two.sourcing.words == 2 * one.sourcing.words)
    let cork = try #require(two.places.first { $0.name == "Cork" })
    #expect(cork.articles == 2 && cork.country == "IE")
  }

  @Test("A claim is open until a verification overlaps it")
  func openClaims() throws {
    let words = "prices rose by 22 percent"
    let open = statistics([try annotated(article("a.txt"), [])]).openClaims
    #expect(open.contains { $0.text.contains(words) })
    let closed = statistics([try annotated(article("a.txt"), [(words, .verification, refuted)])])
    #expect(!closed.openClaims.contains { $0.text.contains(words) })
    #expect(closed.openClaims.count == open.count - 1)
  }

  @Test("The outlet is the one that the sidecar names, or else the host of the address")
  func outlet() {
    var about = ArticleDescription(of: Article("Text."))
    #expect(about.outlet == nil)
    about.identifier = "https://www.example.org:80/a?b"
    #expect(about.outlet == "example.org")
    about.publisher = "The Example"
    #expect(about.outlet == "The Example")
  }
}
