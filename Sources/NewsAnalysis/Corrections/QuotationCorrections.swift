// Corrections of quotations: who speaks, where the words begin and end, whether it is one at all.

import ArticleModel

/// The quotations of an analysis while corrections are applied to them.
struct QuotationCorrections {
  private struct Entry {
    var quotation: Quotation
    /// As it was found; nil when a reader added it.
    var found: Quotation?
    /// Where it stood then.
    let foundAt: TextSpan
    var correction: AnnotationID?
    var isRejected = false

    /// Whose share of the words may have changed.
    var affected: [Int] {
      guard isRejected || found != quotation else { return [] }
      return [found?.speaker, quotation.speaker].compactMap { $0 }
    }
  }

  private let text: ArticleText
  private var entries: [Entry]
  private var entryAt: [TextSpan: Int] = [:]
  /// Who speaks.
  private(set) var cast: CorrectedCast

  init(_ found: Analysis, text: ArticleText) {
    self.text = text
    cast = CorrectedCast(found, text: text)
    entries = found.quotations.map { Entry(quotation: $0, found: $0, foundAt: $0.extent) }
    for (index, entry) in entries.enumerated() { entryAt[entry.foundAt] = index }
  }

  /// Applies what a desk knows of a person by name.
  mutating func apply(_ known: Authority.Entry) { cast.apply(known.says, at: nil, by: known.id) }

  /// Applies what a reader says of a person as such.
  mutating func applyToCast(_ correction: AppliedCorrection) {
    guard correction.says.decision == .split else {
      let span = correction.span.isEmpty ? nil : correction.span
      return cast.apply(correction.says, at: span, by: correction.id)
    }
    guard let name = correction.says.name else { return }
    let spans = [correction.span] + correction.parts
    let target = cast.split(spans, to: name, by: correction.id)
    for index in entries.indices {
      let mention = entries[index].quotation.mention
      guard let mention, spans.contains(where: { $0.overlaps(mention) }) else { continue }
      entries[index].quotation.speaker = target
      entries[index].found?.speaker = target
    }
  }

  mutating func apply(_ correction: AppliedCorrection) {
    guard let index = entry(for: correction) else { return }
    var quotation = entries[index].found ?? entries[index].quotation
    quotation.confidence = 1
    if !correction.parts.isEmpty {
      quotation.spans = correction.parts
      let words = QuotedWords(in: correction.parts, of: text)
      quotation.form = words.form
      (quotation.verbatimWords, quotation.paraphraseWords) = (words.verbatim, words.paraphrase)
    }
    switch correction.says.speaker {
    case .named(let name):
      // First, because it may add a speaker.
      let speaker = cast.speaker(named: name)
      setSpeaker(speaker, of: &quotation)
    case .nobody: setSpeaker(nil, of: &quotation)
    case nil: break
    }
    entries[index].quotation = quotation
    entries[index].correction = correction.id
    entries[index].isRejected = correction.says.decision == .rejected
  }

  /// The quotation that a correction is about: the one found there, or the one that has most words in
  /// common with it; a new one when the program missed it.
  private mutating func entry(for correction: AppliedCorrection) -> Int? {
    if let exact = entryAt[correction.span] { return exact }
    let near = entries.indices.map { ($0, entries[$0].foundAt.likeness(to: correction.span)) }
      .max { $0.1 < $1.1 }
    if let near, near.1 >= 0.5 { return near.0 }
    guard correction.says.decision == .corrected else { return nil }
    let parts = correction.parts.isEmpty ? [correction.span] : correction.parts
    let words = QuotedWords(in: parts, of: text)
    var added = Quotation(spans: parts, form: words.form, confidence: 1)
    (added.verbatimWords, added.paraphraseWords) = (words.verbatim, words.paraphrase)
    entries.append(Entry(quotation: added, found: nil, foundAt: correction.span))
    entryAt[correction.span] = entries.count - 1
    return entries.count - 1
  }

  /// Words that name somebody else are no longer those that name the speaker.
  private func setSpeaker(_ speaker: Int?, of quotation: inout Quotation) {
    quotation.speaker = speaker
    guard let mention = quotation.mention else { return }
    let names = speaker.map { cast.speakers[$0].mentions } ?? []
    if !names.contains(where: { $0.overlaps(mention) }) { quotation.mention = nil }
  }

  /// Puts quotations and speakers into an analysis, in reading order, with the words counted anew of the
  /// speakers that are concerned, and returns the corrections of quotations and of speakers.
  func write(
    to analysis: inout Analysis
  ) -> (quotations: [AnnotationID?], speakers: [AnnotationID?]) {
    // By number, because entries are large and most are in order.
    let kept = entries.indices.filter { !entries[$0].isRejected }.sorted {
      entries[$0].quotation.extent < entries[$1].quotation.extent
    }
    analysis.quotations = kept.map { index in
      entries[index].quotation.mapped { cast.owner(of: $0) }
    }
    analysis.speakers = cast.speakers
    for index in analysis.speakers.indices { analysis.speakers[index].quotations = [] }
    for (number, quotation) in analysis.quotations.enumerated() {
      for speaker in quotation.allSpeakers {
        analysis.speakers[speaker].quotations.append(number)
      }
    }
    let concerned = entries.flatMap(\.affected).compactMap { cast.owner(of: $0) }
    for speaker in cast.affected.union(concerned) { recount(speaker, in: &analysis) }
    return (kept.map { entries[$0].correction }, cast.finish(&analysis))
  }

  private func recount(_ speaker: Int, in analysis: inout Analysis) {
    var (verbatim, paraphrase) = (0, 0)
    for number in analysis.speakers[speaker].quotations {
      let quotation = analysis.quotations[number]
      let words = QuotedWords(in: quotation.spans, of: text)
      let isDirect = quotation.form == .direct
      verbatim += isDirect ? words.count : words.verbatim
      paraphrase += isDirect ? 0 : words.paraphrase
    }
    analysis.speakers[speaker].verbatimWords = verbatim
    analysis.speakers[speaker].paraphraseWords = paraphrase
  }
}
