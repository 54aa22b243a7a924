// Brings persons and attributions of a segment together in reading order: who speaks, how much.

import ArticleModel

/// Turns attributions into quotations with speakers, segment by segment.
struct VoiceReader {
  private let confidence: QuotationConfidence
  private var resolver = SpeakerResolver()
  /// The speaker of the last quotation, for those that go on without naming anybody.
  private var lastSpeaker: Int?

  /// Everybody met so far.
  var speakers: [Speaker] { resolver.index.speakers }

  /// Starts an article, in which quotations have scores that are worth `confidence`.
  init(_ confidence: QuotationConfidence) { self.confidence = confidence }

  /// Reads a segment: adds its quotations and persons to the analysis.
  mutating func read(
    _ attributions: [Attribution], _ finder: AttributionFinder, names: [NameMention],
    _ vocabulary: NameVocabulary, into analysis: inout Analysis
  ) {
    var reading = SegmentVoices(
      segment: finder.segment, words: finder.words, vocabulary: vocabulary,
      names: names.filter { $0.kind == .person }, contents: attributions.flatMap(\.contents),
      confidence: confidence)
    resolver.startSegment()
    for event in Self.events(of: attributions) {
      reading.meetNames(
        before: reading.withApposition(event.source).upperBound, &resolver, &analysis)
      reading.enter(event.start, &resolver)
      resolve(event, &reading)
    }
    reading.meetNames(before: finder.segment.tokens.count, &resolver, &analysis)
    for (number, attribution) in attributions.enumerated() {
      add(attribution, number, reading, finder, to: &analysis)
    }
    lastSpeaker = nil
  }

  // MARK: Events

  /// Words to resolve: a source, or a quotation that names nobody.
  private struct Event {
    var start: Int
    var end: Int
    /// The attribution that names nobody; nil when the words are a source.
    var floating: Int?
    /// Who speaks, when the layout says so.
    var voice: TurnVoice?
    /// Whether the source speaks in the article itself, not within a quotation and not second-hand.
    var speaks = false
    var isInner = false

    var source: TokenRange { start..<end }

    /// Reading order; of events of one source, the one that speaks in the article itself comes first.
    func precedes(_ other: Event) -> Bool {
      if (end, start) != (other.end, other.start) {
        return (end, start) < (other.end, other.start)
      }
      return floating == nil && other.floating == nil && speaks && !other.speaks
    }

    func isSameSource(as other: Event) -> Bool {
      source == other.source && floating == nil && other.floating == nil
    }
  }

  /// What is to be resolved, in reading order, each source once.
  private static func events(of attributions: [Attribution]) -> [Event] {
    var events: [Event] = []
    func add(
      _ source: TokenRange?, speaks: Bool = false, isInner: Bool = false, _ voice: TurnVoice? = nil
    ) {
      guard let source else { return }
      events.append(
        Event(
          start: source.lowerBound, end: source.upperBound, voice: voice, speaks: speaks,
          isInner: isInner))
    }
    for (number, attribution) in attributions.enumerated() {
      add(attribution.source, speaks: true, attribution.voice)
      for source in attribution.via { add(source) }
      for inner in attribution.inner { add(inner.source, isInner: true) }
      if attribution.source == nil, let start = attribution.contents.first?.lowerBound {
        events.append(Event(start: start, end: start, floating: number, voice: attribution.voice))
      }
    }
    events.sort { $0.precedes($1) }
    return events.indices.filter { $0 == 0 || !events[$0 - 1].isSameSource(as: events[$0]) }
      .map { events[$0] }
  }

  private mutating func resolve(
    _ event: Event, _ reading: inout SegmentVoices
  ) {
    if let voice = event.voice {
      let entry = resolver.resolve(voice, mentioned: event.source, in: reading.segment)
      if let number = event.floating {
        reading.floating[number] = entry
      } else {
        reading.entries[event.source] = entry.map { [$0] } ?? []
      }
      lastSpeaker = nil
    } else if let number = event.floating {
      let speaker = reading.introduced(before: event.start, &resolver) ?? lastSpeaker
      reading.floating[number] = speaker
      lastSpeaker = speaker
    } else {
      let entries = resolver.resolve(event.source, isInner: event.isInner, in: reading)
      reading.entries[event.source] = entries
      if event.speaks, !entries.isEmpty || reading.namesPerson(event.source) {
        lastSpeaker = entries.first
      }
    }
  }

  // MARK: Quotations

  private mutating func add(
    _ attribution: Attribution, _ number: Int, _ reading: SegmentVoices,
    _ finder: AttributionFinder, to analysis: inout Analysis
  ) {
    var quotation = reading.quotation(attribution, finder)
    if attribution.source == nil, quotation.form == .direct {
      quotation.speaker = reading.floating[number] ?? nil
    }
    quotation.inner = attribution.inner.map { reading.inner($0, of: quotation, finder) }
    let (verbatim, paraphrase) = finder.wordCounts(of: attribution)
    (quotation.verbatimWords, quotation.paraphraseWords) = (verbatim, paraphrase)
    for speaker in quotation.allSpeakers {
      resolver.addQuotation(
        analysis.quotations.count, verbatim: verbatim, paraphrase: paraphrase, to: speaker)
    }
    analysis.quotations.append(quotation)
  }
}

extension AttributionFinder {
  /// How many words of some contents are verbatim, and how many are the article's own.
  func wordCounts(of attribution: Attribution) -> (verbatim: Int, paraphrase: Int) {
    var (verbatim, paraphrase) = (0, 0)
    for content in attribution.contents {
      var rest = stretches(overlapping: content)
      // Where the verbatim words end that have begun by then; stretches are in the order of their beginnings.
      var end = content.lowerBound
      for index in content where segment.tokens[index].isSpoken {
        while let next = rest.first, next.tokens.lowerBound <= index {
          end = max(end, next.tokens.upperBound)
          rest.removeFirst()
        }
        if attribution.isTurn || index < end { verbatim += 1 } else { paraphrase += 1 }
      }
    }
    return (verbatim, paraphrase)
  }
}

extension Token {
  /// Whether it counts as a word.
  var isSpoken: Bool { kind == .word || kind == .number }
}
