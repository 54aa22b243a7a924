// The seam: analysers in a table, and what an analysis says of its own making.

import ArticleModel
import NewsAnalysis
import Testing

@Suite struct AnalyzerTests {
  /// Finds one sentence, and counts the articles that it has seen.
  private struct Counter: ArticleAnalyzer {
    struct Worker: AnalysisWorker {
      var count = 0
      mutating func analyze(_ article: Article, in extent: TextSpan) -> Analysis {
        count += 1
        var analysis = Analysis(extent: extent)
        analysis.sentences = Array(repeating: extent, count: count)
        return analysis
      }
    }
    let engine = Analysis.Engine(name: "counter", version: "1")
    func makeWorker() -> any AnalysisWorker { Worker() }
  }

  @Test("Every engine has a name of its own, by which it is found")
  func table() {
    let names = Analyzers.all.map(\.engine.name)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { Analyzers.named($0)?.engine.name == $0 })
    #expect(Analyzers.named("thorough") == nil)
    #expect(names.contains(Analyzers.standard.engine.name))
  }

  @Test("An analysis says which engine made it and which text it is of")
  func origin() {
    let article = Article("The port is closed.")
    let origin = NewsAnalyzer().analyze(article).origin
    #expect(origin?.engine == NewsAnalyzer().engine)
    #expect(origin?.mayBe(of: article) == true)
    #expect(origin?.mayBe(of: Article("The port is open.")) == false)
  }

  @Test(
    "Texts of one length are told apart by the digests of their documents, when those are known")
  func digests() {
    func article(_ text: String, digest: Bool) -> Article {
      let text = ArticleText(text)
      var source = Article.Source(name: "a.txt")
      if digest { source.rawDigest = Digest(of: text) }
      return Article(text: text, source: source)
    }
    let origin = NewsAnalyzer().analyze(article("It is shut.", digest: true)).origin
    #expect(origin?.mayBe(of: article("It is open.", digest: true)) == false)
    #expect(origin?.mayBe(of: article("It is open.", digest: false)) == true)
  }

  @Test("Any analyser does for a part of an article, each call with a new worker")
  func anyAnalyzer() {
    let analyzer: any ArticleAnalyzer = Counter()
    let article = Article("One. Two.")
    #expect(analyzer.analyze(article).sentences == [article.text.span])
    let part = TextSpan(5..<99)
    #expect(analyzer.analyze(article, in: part).sentences == [TextSpan(5..<9)])
  }
}
