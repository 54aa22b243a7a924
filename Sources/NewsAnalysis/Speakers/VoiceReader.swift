// Brings persons and attributions of a passage together in reading order: who speaks, how much.

import ArticleModel

/// Turns attributions into quotations with speakers, passage by passage.
struct VoiceReader {
  private var resolver = SpeakerResolver()
  /// The speaker of the last quotation, for those that go on without naming anybody.
  private var last: (speaker: Int?, paragraphEnd: Int) = (nil, 0)

  /// Everybody met so far.
  var speakers: [Speaker] { resolver.index.speakers }

  /// Reads a passage: adds its quotations and persons to the analysis.
  mutating func read(
    _ attributions: [Attribution], _ finder: AttributionFinder, names: [NameMention],
    into analysis: inout Analysis
  ) {
    let (passage, words) = (finder.passage, finder.words)
    var reading = Reading(
      passage: passage, words: words, names: names.filter { $0.kind == .person })
    var entries: [TokenRange: Int?] = [:]
    for source in Self.sources(of: attributions) {
      reading.meetNames(before: source.upperBound, &resolver, &analysis)
      reading.enter(source.lowerBound, &resolver)
      let inside = reading.persons(in: source)
      entries[source] = resolver.resolve(source, persons: inside, in: passage, words)
    }
    reading.meetNames(before: passage.tokens.count, &resolver, &analysis)
    for attribution in attributions { add(attribution, entries, finder, to: &analysis) }
    last.speaker = nil
  }

  /// The sources and those who passed something on, in reading order, each once.
  private static func sources(of attributions: [Attribution]) -> [TokenRange] {
    let all = attributions.flatMap { ($0.source.map { [$0] } ?? []) + $0.via }
    return Set(all).sorted { ($0.upperBound, $0.lowerBound) < ($1.upperBound, $1.lowerBound) }
  }

  // MARK: Quotations

  private mutating func add(
    _ attribution: Attribution, _ entries: [TokenRange: Int?], _ finder: AttributionFinder,
    to analysis: inout Analysis
  ) {
    let passage = finder.passage
    var quotation = Quotation(
      spans: attribution.contents.map { passage.span(of: $0) },
      form: finder.form(of: attribution.contents),
      mention: attribution.source.map { passage.span(of: $0) },
      cue: attribution.cue.map { passage.span(of: $0) }, confidence: attribution.confidence)
    quotation.speaker = attribution.source.flatMap { entries[$0] ?? nil }
    if attribution.source == nil, quotation.form == .direct { quotation.speaker = last.speaker }
    quotation.via = attribution.via.map {
      Quotation.Via(mention: passage.span(of: $0), speaker: entries[$0] ?? nil)
    }
    quotation.addressee = attribution.addressee.map { passage.span(of: $0) }
    if let speaker = quotation.speaker {
      let (verbatim, paraphrase) = finder.wordCounts(of: attribution.contents)
      resolver.addQuotation(
        analysis.quotations.count, verbatim: verbatim, paraphrase: paraphrase, to: speaker)
      last.speaker = speaker
    }
    analysis.quotations.append(quotation)
  }
}

/// A passage being read: which names have been met, which sentence has been reached.
private struct Reading {
  let passage: Passage
  let words: WordTypes
  let names: [NameMention]
  private var nextName = 0
  private var nextSentence = 0
  private var met: [(tokens: TokenRange, entry: Int)] = []

  init(passage: Passage, words: WordTypes, names: [NameMention]) {
    self.passage = passage
    self.words = words
    self.names = names
  }

  /// Moves on to the sentence of a token.
  mutating func enter(_ token: Int, _ resolver: inout SpeakerResolver) {
    while nextSentence < passage.sentences.count,
      passage.sentences[nextSentence].tokens.lowerBound <= token
    {
      resolver.startSentence()
      nextSentence += 1
    }
  }

  /// Notes the persons named before a token.
  mutating func meetNames(
    before limit: Int, _ resolver: inout SpeakerResolver, _ analysis: inout Analysis
  ) {
    while nextName < names.count, names[nextName].tokens.lowerBound < limit {
      let name = names[nextName]
      enter(name.tokens.lowerBound, &resolver)
      let entry = resolver.meet(name.tokens, in: passage, words)
      met.append((name.tokens, entry))
      analysis.persons.append(
        PersonMention(
          span: passage.span(of: name.tokens), speaker: entry, confidence: name.confidence))
      nextName += 1
    }
  }

  /// The persons met within some tokens.
  func persons(in range: TokenRange) -> [(tokens: TokenRange, entry: Int)] {
    let first = met.partition { $0.tokens.lowerBound >= range.lowerBound }
    return met[first...].filter { $0.tokens.upperBound <= range.upperBound }
  }
}

extension AttributionFinder {
  /// How many words of some contents are verbatim, and how many are the article's own.
  func wordCounts(of contents: [TokenRange]) -> (verbatim: Int, paraphrase: Int) {
    var (verbatim, paraphrase) = (0, 0)
    for content in contents {
      let inside = stretches(overlapping: content)
      for index in content where passage.tokens[index].isSpoken {
        if inside.contains(where: { $0.tokens.contains(index) }) {
          verbatim += 1
        } else {
          paraphrase += 1
        }
      }
    }
    return (verbatim, paraphrase)
  }
}

extension Token {
  /// Whether it counts as a word.
  var isSpoken: Bool { kind == .word || kind == .number }
}
