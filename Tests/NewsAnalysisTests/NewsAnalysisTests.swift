// The analyser's face.

import ArticleModel
import NewsAnalysis
import Testing

@Suite struct NewsAnalyzerTests {
  @Test("An analysis covers what was asked for")
  func extent() {
    let article = Article("A line.")
    #expect(NewsAnalyzer().analyze(article).extent == article.text.span)
  }
}
