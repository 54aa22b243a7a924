// A passage in a language other than English with what is to be found in it.

import ArticleModel
import DocumentImport
import NewsAnalysis
import Testing

/// News in another language, with its direct quotations and places.
struct ForeignPassage: Sendable, CustomTestStringConvertible {
  let text: String
  /// Speakers with their words; pieces of one quotation are set apart by a blank.
  let quotations: [(speaker: String, words: String)]
  /// Names of places with the codes of their countries.
  let places: [(name: String, country: String)]

  init(
    _ text: String, quotations: [(String, String)], places: [(String, String)]
  ) {
    self.text = text
    self.quotations = quotations.map { (speaker: $0.0, words: $0.1) }
    self.places = places.map { (name: $0.0, country: $0.1) }
  }

  var testDescription: String { String(text.prefix(40)) }

  /// Expects all of it to be found, and no other quotation with a speaker.
  func check(as language: String) {
    let article = Article(plainText: text)
    let analysis = NewsAnalyzer().analyze(article)
    #expect(analysis.language == language)
    let found = analysis.quotations.map { quotation in
      let words = quotation.spans.map { article.text.string(in: $0) }.joined(separator: " ")
      return "\(quotation.speaker.map { analysis.speakers[$0].name } ?? "–"): \(words)"
    }
    let expected = quotations.map { "\($0.speaker): \($0.words)" }
    #expect(found.filter { !$0.hasPrefix("–") } == expected)
    let located = analysis.locations.map {
      "\(article.text.string(in: $0.span)) \(analysis.places[$0.place].country ?? "–")"
    }
    for place in places { #expect(located.contains("\(place.name) \(place.country)")) }
  }
}
