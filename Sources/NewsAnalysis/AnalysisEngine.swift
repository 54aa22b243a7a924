// The order of the steps; keeps what outlives an article: the words it has met.

import ArticleModel

#if canImport(Glibc)
  import Glibc
#endif

/// Analyses one article after the other; what it learns about word types is kept between them, so it
/// pays to use one engine for many articles. Not shared between threads.
struct AnalysisEngine {
  /// Beyond this many distinct words the memory of them starts afresh.
  private static let vocabularyLimit = 400_000

  private var words = WordTypes()
  private var names = NameFinder()
  private var decoder = AttributionModel.embedded.map { AttributionDecoder($0) }

  /// Analyses the paragraphs of `article` that lie in `extent`.
  mutating func analyze(_ article: Article, in extent: TextSpan) -> Analysis {
    var analysis = Analysis(extent: extent)
    var entities = EntityIndex(article.text, gazetteer: names.gazetteer)
    names.startArticle()
    var reader = PassageReader(article, extent: extent)
    while true {
      forgetWordsWhenMany()
      guard let passage = reader.next(words: &words) else { break }
      analysis.sentences += passage.sentences.map { passage.span(of: $0.tokens) }
      addQuotations(of: passage, to: &analysis)
      entities.add(names.names(in: passage, words), of: passage, names.words, words)
    }
    entities.finish(&analysis)
    return analysis
  }

  private mutating func forgetWordsWhenMany() {
    guard words.types.count > Self.vocabularyLimit else { return }
    words = WordTypes()
    names = names.forgettingWords()
    decoder?.reset()
  }

  private mutating func addQuotations(of passage: Passage, to analysis: inout Analysis) {
    let stretches = QuotedStretchFinder(passage: passage, words: words).stretches()
    let finder = AttributionFinder(passage: passage, words: words, stretches: stretches)
    var (context, next) = (TokenContext(), 0)
    var found: [Attribution] = []
    for paragraph in passage.paragraphs {
      context.update(paragraph, of: passage, words: words, stretches: stretches, next: &next)
      let parts = finder.completed(
        labelled(paragraph, of: passage, context, finder), in: paragraph.tokens)
      let linker = AttributionLinker(parts, in: paragraph, of: passage, words: words)
      found += linker.attributions()
    }
    for attribution in found {
      analysis.quotations.append(quotation(attribution, finder))
    }
  }

  private mutating func labelled(
    _ paragraph: Passage.Paragraph, of passage: Passage, _ context: TokenContext,
    _ finder: AttributionFinder
  ) -> [AttributionPart] {
    guard var decoder else { return [] }
    self.decoder = nil
    defer { self.decoder = decoder }
    let view = AttributionView(
      tokens: passage.tokens, words: words, range: paragraph.tokens, context: context, edge: .edge)
    let labels = decoder.labels(view)
    return finder.parts(labels, of: paragraph.tokens) { position in
      let margin = decoder.margin(at: position, label: labels[position])
      return 1 / (1 + exp(-Double(margin)))
    }
  }

  private func quotation(_ attribution: Attribution, _ finder: AttributionFinder) -> Quotation {
    let passage = finder.passage
    return Quotation(
      spans: attribution.contents.map { passage.span(of: $0) },
      form: finder.form(of: attribution.contents),
      mention: attribution.source.map { passage.span(of: $0) },
      cue: attribution.cue.map { passage.span(of: $0) }, confidence: attribution.confidence)
  }
}
