// How an article is sourced, in lines that the reader can mark.

import ArticleModel
import NewsAnalysis

/// A fact about the sources of an article.
package struct SourcingFact: Hashable, Sendable {
  /// The fact in a few words.
  package var text: String
  /// Where the article shows it; nil when no place does.
  package var place: ByteOffset?
}

extension Analysis {
  /// The facts: how many voices have a name, the share of the loudest, how much is verbatim, what is
  /// second-hand, who is talked about but never quoted, and what nobody is known to have said. None when
  /// nobody is quoted; "at least" where open quotations may change them.
  func sourcing(_ evidence: VoiceEvidence) -> [SourcingFact] {
    let voices = speakers.indices.filter { speakers[$0].quotedWords > 0 }
    guard evidence.words > 0, !voices.isEmpty else { return [] }
    return [
      voiceCount(voices, evidence), share(among: voices, evidence), verbatim(evidence), secondHand,
      unquoted(evidence), ownerless(evidence),
    ].compactMap { $0 }
  }

  private func voiceCount(_ voices: [Int], _ evidence: VoiceEvidence) -> SourcingFact {
    let unnamed = voices.filter { speakers[$0].kind == .unnamed }
    let named = voices.count - unnamed.count
    let doubtful = voices.count { evidence.sureWords(of: $0, in: self) == 0 }
    let text =
      "\(evidence.reservation)\(counted(named, "named voice")), \(unnamed.count) unnamed"
      + (doubtful > 0 ? ", \(doubtful) uncertain" : "")
    return SourcingFact(text: text, place: unnamed.first.flatMap { firstQuotation(speakers[$0]) })
  }

  /// The share of whoever has most words, of those that are surely theirs; nil when there are none.
  private func share(among voices: [Int], _ evidence: VoiceEvidence) -> SourcingFact? {
    let sure = voices.map { (speaker: $0, words: evidence.sureWords(of: $0, in: self)) }
    guard let first = sure.max(by: { $0.words < $1.words }), first.words > 0 else { return nil }
    let share =
      evidence.isComplete
      ? (first.words * 100 + evidence.words / 2) / evidence.words
      : first.words * 100 / evidence.words
    let speaker = speakers[first.speaker]
    return SourcingFact(
      text: evidence.isComplete
        ? "\(share) % of the quoted words: \(speaker.name)"
        : "at least \(share) % of words: \(speaker.name)",
      place: firstQuotation(speaker))
  }

  private func verbatim(_ evidence: VoiceEvidence) -> SourcingFact {
    let direct = quotations.first { $0.form != .indirect }
    return SourcingFact(
      text: "\(evidence.verbatimWords) of \(evidence.words) quoted words verbatim",
      place: direct?.extent.start)
  }

  private func ownerless(_ evidence: VoiceEvidence) -> SourcingFact? {
    guard let first = evidence.ownerless.first else { return nil }
    return SourcingFact(
      text: "\(counted(evidence.ownerless.count, "quotation")) without a known speaker",
      place: quotations[first].extent.start)
  }

  private var secondHand: SourcingFact? {
    let passed = quotations.filter { !$0.via.isEmpty }
    guard let first = passed.first else { return nil }
    let through = passed.flatMap(\.via).compactMap { $0.speaker.map { speakers[$0].name } }
    let names = through.isEmpty ? "" : ": " + through.withoutRepetitions.joined(separator: ", ")
    return SourcingFact(text: "\(passed.count) second-hand\(names)", place: first.extent.start)
  }

  private func unquoted(_ evidence: VoiceEvidence) -> SourcingFact? {
    let passing = Set(quotations.flatMap(\.via).compactMap(\.speaker))
    let silent = evidence.unquoted.filter { !passing.contains($0) }
    guard let first = silent.first else { return nil }
    let names = silent.map { speakers[$0].name }.joined(separator: ", ")
    return SourcingFact(
      text: "talked about, never quoted: \(names)", place: speakers[first].mentions.first?.start)
  }

  private func firstQuotation(_ speaker: Speaker) -> ByteOffset? {
    speaker.quotations.first.map { quotations[$0].extent.start }
  }
}

extension [String] {
  /// The strings in their order, each once.
  fileprivate var withoutRepetitions: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
