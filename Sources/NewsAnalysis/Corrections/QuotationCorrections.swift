// Corrections of quotations: who speaks, where the words begin and end, whether it is one at all.

import ArticleModel

/// The quotations of an analysis while corrections are applied to them.
struct QuotationCorrections {
  private struct Entry {
    var quotation: Quotation
    /// As it was found; nil when a reader added it.
    let found: Quotation?
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
  private var speakers: [Speaker]

  init(_ found: Analysis, text: ArticleText) {
    self.text = text
    speakers = found.speakers
    entries = found.quotations.map { Entry(quotation: $0, found: $0, foundAt: $0.extent) }
    for (index, entry) in entries.enumerated() { entryAt[entry.foundAt] = index }
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
      let speaker = speaker(named: name)
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
    let names = speaker.map { speakers[$0].mentions } ?? []
    if !names.contains(where: { $0.overlaps(mention) }) { quotation.mention = nil }
  }

  /// The speaker of a name, or of an alias that only one has; a new one when there is none.
  private mutating func speaker(named name: String) -> Int {
    let wanted = name.lowercased()
    if let known = speakers.firstIndex(where: { $0.name.lowercased() == wanted }) { return known }
    let aliased = speakers.indices.filter { index in
      speakers[index].aliases.contains { $0.lowercased() == wanted }
    }
    if aliased.count == 1 { return aliased[0] }
    speakers.append(Speaker(name: name, kind: .person))
    return speakers.count - 1
  }

  /// Puts the quotations into an analysis, in reading order, with their words counted anew for the
  /// speakers that are concerned, and returns the correction of each.
  func write(to analysis: inout Analysis) -> [AnnotationID?] {
    let kept = entries.filter { !$0.isRejected }.sorted {
      $0.quotation.extent < $1.quotation.extent
    }
    analysis.quotations = kept.map(\.quotation)
    analysis.speakers = speakers
    for index in speakers.indices { analysis.speakers[index].quotations = [] }
    for (number, quotation) in analysis.quotations.enumerated() {
      if let speaker = quotation.speaker { analysis.speakers[speaker].quotations.append(number) }
    }
    for speaker in Set(entries.flatMap(\.affected)) { recount(speaker, in: &analysis) }
    return kept.map(\.correction)
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
