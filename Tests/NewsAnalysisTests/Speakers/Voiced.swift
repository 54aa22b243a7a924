// What tests of speakers ask of an analysis: who says what, and which persons there are.

import ArticleModel
import NewsAnalysis

/// A text with what the analysis makes of its voices.
struct Voiced {
  let text: String
  let analysis: Analysis

  init(_ text: String) {
    self.text = text
    analysis = NewsAnalyzer().analyze(Article(text))
  }

  private init(_ text: String, by worker: inout any AnalysisWorker) {
    let article = Article(text)
    self.text = text
    analysis = worker.analyze(article, in: article.text.span)
  }

  /// Many texts, by one worker, which is quicker.
  static func all(_ texts: [String]) -> [Voiced] {
    var worker = NewsAnalyzer().makeWorker()
    return texts.map { Voiced($0, by: &worker) }
  }

  /// The name of each quotation's speaker, in reading order; nil for nobody.
  var speakers: [String?] {
    analysis.quotations.map { $0.speaker.map { analysis.speakers[$0].name } }
  }

  /// The kind of each quotation's speaker.
  var kinds: [Speaker.Kind?] {
    analysis.quotations.map { $0.speaker.map { analysis.speakers[$0].kind } }
  }

  /// The names of the persons, each once.
  var persons: Set<String> { Set(analysis.persons.map { analysis.speakers[$0.speaker].name }) }

  /// The words of each quotation, its parts joined by a blank.
  var quotations: [String] {
    let text = Article(text).text
    return analysis.quotations.map {
      $0.spans.map { text.string(in: $0) }.joined(separator: " ")
    }
  }
}
