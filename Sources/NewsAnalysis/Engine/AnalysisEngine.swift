// The order of the steps; keeps what outlives an article: the words it has met.

import ArticleModel

/// Analyses one article after the other; what it learns about word types is kept between them, so it
/// pays to use one engine for many articles.
struct AnalysisEngine: AnalysisWorker {
  /// Beyond this many distinct words the memory of them, half a kilobyte each, starts afresh.
  private static let vocabularyLimit = 60_000

  private var words = WordTypes()
  private var names = NameFinder()
  private var reader: any AttributionReader
  private let engine: Analysis.Engine

  /// Makes an engine that reads with `reader` and signs its analyses as `engine`.
  init(_ engine: Analysis.Engine, reading reader: any AttributionReader) {
    (self.engine, self.reader) = (engine, reader)
  }

  /// Analyses the paragraphs of `article` that lie in `extent`.
  mutating func analyze(_ article: Article, in extent: TextSpan) -> Analysis {
    var analysis = Analysis(
      extent: extent, origin: Analysis.Origin(engine: engine, article: article))
    prepare(for: Language.language(of: article))
    var segments = SegmentReader(article, extent: extent)
    var places = PlaceFinder(article, gazetteer: names.gazetteer)
    var voices = VoiceReader(reader.confidence)
    var organisations = OrganisationIndex()
    analysis.language = words.language.tag
    names.startArticle()
    let authors = AuthorNames(of: article.metadata)
    var layout = layout(of: article, from: extent.start)
    while true {
      forgetWordsWhenMany()
      guard let read = segments.next(words: &words) else { break }
      var segment = names.leavingOutNicknames(of: read, words)
      let all = names.names(in: segment, words)
      let stretches = QuotedStretchFinder(segment: segment, words: words).stretches()
      let turns = layout.turns(of: segment, words, names.words, all, stretches)
      segment.endSentences(before: turns.starts)
      analysis.sentences += segment.sentences.map { segment.span(of: $0.tokens) }
      let credits = CreditFinder(segment: segment, words: words, links: article.structure).credits()
      ClaimFinder(segment: segment, words: words).read(besides: credits, into: &analysis)
      let named = turns.corrected(all).compactMap { $0.outside(of: credits) }
      let finder = AttributionFinder(segment: segment, words: words, stretches: stretches)
      let attributions = attributions(finder, naming: named, turns, besides: credits)
      let found = authors.removed(from: named, in: segment, words, quoted: attributions)
      places.add(found, of: segment, names.words, words)
      let bodies = OrganisationNames(
        segment: segment, types: words, vocabulary: names.words, others: found,
        gazetteer: names.gazetteer)
      organisations.add(
        bodies.names().filter { credits.touching($0.tokens) == nil }, of: segment, words)
      voices.read(attributions, finder, names: found, names.words, into: &analysis)
    }
    (analysis.places, analysis.locations) = places.resolve()
    analysis.speakers = voices.speakers
    organisations.write(to: &analysis)
    return analysis
  }

  /// Starts afresh when the language is another one.
  private mutating func prepare(for language: Language) {
    if language !== words.language { forgetWords(learning: language) }
  }

  private mutating func forgetWordsWhenMany() {
    if words.count > Self.vocabularyLimit { forgetWords(learning: words.language) }
  }

  private mutating func forgetWords(learning language: Language) {
    words = WordTypes(language)
    names = names.forgettingWords(learning: language)
    reader.forgetWords()
  }

  /// The reader of the article's layout, which knows its introduction also when only a later part is read.
  private mutating func layout(of article: Article, from start: ByteOffset) -> LayoutReader {
    var layout = LayoutReader(of: article)
    guard start > .zero else { return layout }
    let head = TextSpan(.zero, min(start, ByteOffset.zero + LayoutReader.introduction))
    var reader = SegmentReader(article, extent: head)
    if let segment = reader.next(words: &words) {
      let found = names.names(in: segment, words)
      layout.introduce(segment, words, names.words, found)
      names.startArticle()
    }
    return layout
  }

  private mutating func attributions(
    _ finder: AttributionFinder, naming names: [NameMention], _ turns: Turns,
    besides credits: [Credit]
  ) -> [Attribution] {
    let segment = finder.segment
    let persons = names.filter { $0.kind == .person }.map(\.tokens)
    let signatures = SignatureRule(segment: segment, words: words, persons: persons)
    let headlines = HeadlineRule(segment: segment, words: words, persons: persons)
    let introduced = IntroducedWords(
      segment: segment, words: words, stretches: finder.stretches)
    var (context, next) = (TokenContext(), 0)
    var found: [Attribution] = []
    var lastTurn: Int?
    for index in segment.paragraphs.indices {
      let turn = turns.turn(ofParagraph: index)
      let paragraph = turns.spoken(index, of: segment)
      context.update(paragraph, of: segment, words: words, stretches: finder.stretches, next: &next)
      if !paragraph.kind.makesStatements { continue }
      if let turn {
        if turn != lastTurn { found.append(turns.attribution(turn)) }
        lastTurn = turn
        let inner = attributions(in: paragraph, of: segment, context, finder, persons)
        found[found.count - 1].inner += inner.filter { $0.source != nil }
        continue
      }
      let quoted = finder.stretches(in: paragraph.tokens)
      if let whole = signatures.attribution(of: paragraph, quoted)
        ?? headlines.attribution(of: paragraph) ?? introduced.attribution(of: index)
      {
        found.append(whole)
      } else {
        found += attributions(in: paragraph, of: segment, context, finder, persons)
      }
    }
    let inner = words.language.grammar.innerAttributions(in: segment, words: words)
    let said = found.filter { attribution in
      !attribution.contents.contains { credits.touching($0) != nil }
        && (attribution.isTurn
          || !words.language.grammar.isNoSpeech(attribution, in: segment, words: words))
    }
    return finder.joinedOverParagraphs(said).map { finder.completed($0, with: inner) }
  }

  private mutating func attributions(
    in paragraph: Segment.Paragraph, of segment: Segment, _ context: TokenContext,
    _ finder: AttributionFinder, _ persons: [TokenRange]
  ) -> [Attribution] {
    if !words.language.usesModels {
      return QuotedSpeech(finder, persons: persons).attributions(in: paragraph)
    }
    let view = AttributionView(
      tokens: segment.tokens, words: words, range: paragraph.tokens, context: context)
    let stretches = finder.stretches(in: paragraph.tokens)
    let reading = reader.read(view, paragraph, in: segment, stretches)
    let grammar = words.language.grammar
    let (amended, via) = grammar.amended(
      reading.labels, of: paragraph, in: segment, words: words)
    let parts = finder.parts(amended, of: paragraph.tokens, confidence: reading.confidence(of:))
    // Without quoted or reported words nobody says anything.
    if parts.isEmpty, stretches.isEmpty { return [] }
    let speech = DirectSpeechReader(paragraph, stretches, in: segment, words: words)
      .speech(besides: parts)
    let linker = AttributionLinker(
      finder.completed(speech.applied(to: parts), in: paragraph.tokens),
      speech: speech, in: paragraph, of: segment, words: words)
    return linker.attributions(via: via + speech.compactMap(\.clause.via)).map {
      grammar.separatingAddressee($0, in: segment, words: words)
    }
  }
}

extension Block.Kind {
  /// Whether its sentences may state what can be checked, and report what somebody said.
  var makesStatements: Bool { self != .caption && self != .tableRow && !isCredit }
}

extension NameMention {
  /// The name as far as the article speaks of it: nil when it stands in a credit, cut where a credit begins in the
  /// middle of it, as in "Hamburg | Photograph by Paul Novak".
  fileprivate func outside(of credits: [Credit]) -> NameMention? {
    guard let credit = credits.touching(tokens) else { return self }
    guard kind == .person || credit.hidesPlaces else { return self }
    guard credit.tokens.lowerBound > tokens.lowerBound else { return nil }
    var name = self
    name.tokens = tokens.lowerBound..<credit.tokens.lowerBound
    return name
  }
}
