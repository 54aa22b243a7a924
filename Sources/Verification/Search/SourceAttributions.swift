// Who says the words of a source that is no transcript: the quotations of a press release or a report, as the fast
// engine finds them.

import ArticleModel
import NewsAnalysis

/// The direct quotations of a source and whom it gives them to.
struct SourceAttributions {
  /// Quoted stretches, as turns of whoever the source names.
  private let voices: SourceVoices

  /// Longer sources are not analysed, in bytes.
  private static let longest = 1 << 20

  /// Analyses a source; nil for a transcript and for a source that is too long or names nobody.
  init?(of article: Article, _ lexicon: SpeechLexicon) {
    guard article.structure.turns.isEmpty, article.text.end.value <= Self.longest else {
      return nil
    }
    let analysis = NewsAnalyzer().analyze(article)
    let turns = analysis.quotations.filter { $0.form == .direct }.flatMap { quotation in
      let speaker = quotation.speaker.map { analysis.speakers[$0] }
      guard let speaker, speaker.kind != .unnamed else { return [TranscriptTurn]() }
      return quotation.spans.map { TranscriptTurn(span: $0, speaker: speaker.name) }
    }.sorted { $0.span.start < $1.span.start }
    guard !turns.isEmpty else { return nil }
    voices = SourceVoices(turns, roles: lexicon.spoken.roleWords)
  }

  /// Candidates with whoever says their words; words of somebody else become another speaker's. What the source
  /// says itself has no speaker.
  func applied(to candidates: [Candidate], names: [String]) -> [Candidate] {
    let speakers = SpeakerComparison(names, in: voices)
    return candidates.map { attributed($0, speakers) }.sorted(by: Candidate.isBefore)
  }

  private func attributed(_ candidate: Candidate, _ speakers: SpeakerComparison) -> Candidate {
    var candidate = candidate
    for place in candidate.matches.indices {
      candidate.matches[place].speaker = speaker(of: candidate.matches[place].span)
    }
    guard candidate.matches.count == 1,
      candidate.outcome == .verbatim
        || candidate.outcome == .trimmed, speakers.isOther(candidate.matches[0].speaker)
    else { return candidate }
    let score = max(candidate.score - QuotationMatcher.priceOfOtherSpeaker, 0)
    (candidate.outcome, candidate.score) = (.anotherSpeaker, score)
    (candidate.matches[0].outcome, candidate.matches[0].score) = (.anotherSpeaker, score)
    return candidate
  }

  /// Who says the words of a stretch; nil when it does not begin and end in quotations of one person.
  private func speaker(of span: TextSpan) -> String? {
    guard let first = voices.label(at: span.start.value),
      first == voices.label(at: span.end.value - 1)
    else { return nil }
    return first
  }
}
