// What tests of names ask of an analysis: the words that it takes for places, and those for persons.

import ArticleModel
import NewsAnalysis

/// The places and persons that the fast engine finds in a text, in reading order.
func names(in text: String) -> (places: [String], persons: [String]) {
  let article = Article(text)
  let analysis = NewsAnalyzer().analyze(article)
  return (
    analysis.locations.map { article.text.string(in: $0.span) },
    analysis.persons.map { article.text.string(in: $0.span) }
  )
}
