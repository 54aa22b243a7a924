// The pane of the speakers, the most quoted first, and below them how the article is sourced.

import ArticleModel
import Interface
import NewsAnalysis
import Screen

extension Pane {
  /// The speakers.
  package static let speakers = Pane(SpeakersPane.self)
}

struct SpeakersPane: PaneDescription {
  let name = "speakers"
  let title = "SPEAKERS"
  let focusAction: Action? = .focusSpeakers
  let facts: (any PaneFacts.Type)? = Facts.self
  let hints: [(Action, String)] = [(.correctFinding, "correct"), (.mark, "mark")]
  let findingKind: Correction.Finding? = .speaker

  let sortings: [PaneSorting] = [
    .own("quoted words"),
    PaneSorting("name") { $1.speaker(rank: $0)?.name.lowercased() ?? "" },
    PaneSorting("first mention") { $1.speaker(rank: $0)?.mentions.first?.start ?? .zero },
  ]
  let grouping = PaneGrouping("kind") { $1.speaker(rank: $0)?.kind.rawValue ?? "" }

  /// What the pane says of all speakers together.
  struct Facts: PaneFacts {
    /// How the article is sourced, in lines below the speakers.
    let sourcing: [SourcingFact]
    /// The words of whoever is quoted most.
    let mostQuotedWords: Int
    /// Those who are surely not quoted.
    let unquoted: Set<Int>

    init(_ analysis: Analysis) {
      let evidence = VoiceEvidence(analysis)
      sourcing = analysis.sourcing(evidence)
      mostQuotedWords = analysis.speakers.map(\.quotedWords).max() ?? 0
      unquoted = Set(evidence.unquoted)
    }
  }

  /// The facts of the whole article; none as long as only a part of it has been analysed, or with less care than it will be.
  private func sourcing(in state: ReaderState) -> [SourcingFact] {
    guard state.isDoneReading else { return [] }
    return state.findings?.facts(Facts.self)?.sourcing ?? []
  }

  /// The fact that stands at an entry; nil for a speaker.
  private func fact(_ entry: Int, in state: ReaderState) -> SourcingFact? {
    guard let findings = state.findings else { return nil }
    let (facts, number) = (sourcing(in: state), entry - findings.speakerOrder.count)
    return facts.indices.contains(number) ? facts[number] : nil
  }

  func count(in state: ReaderState) -> Int {
    (state.findings?.speakerOrder.count ?? 0) + unsortedCount(in: state)
  }

  func unsortedCount(in state: ReaderState) -> Int { sourcing(in: state).count }

  func searchedText(of entry: Int, in state: ReaderState) -> String {
    guard let speaker = state.speaker(rank: entry) else { return "" }
    return ([speaker.name, speaker.kind.rawValue] + speaker.aliases).joined(separator: " ")
  }

  /// The first of a speaker's words, or the first mention of one who is not quoted.
  func place(of entry: Int, in state: ReaderState) -> ByteOffset? {
    guard let speaker = state.speaker(rank: entry) else { return fact(entry, in: state)?.place }
    let quoted = speaker.quotations.first.flatMap { state.analysis?.quotations[$0].extent.start }
    return quoted ?? speaker.mentions.first?.start
  }

  func entryAtCaret(in state: ReaderState) -> Int? {
    state.speakerAtCaret.flatMap { state.findings?.speakerRank[$0] }
  }

  func sign(of entry: Int, in state: ReaderState) -> Sign? {
    state.speaker(rank: entry)?.kind == .unnamed ? .unsure : nil
  }

  func markSubject(of entry: Int, in state: ReaderState) -> MarkSubject? {
    fact(entry, in: state).map { .sourcing($0.text) }
  }

  func member(of entry: Int, in state: ReaderState) -> CastMember? {
    guard let findings = state.findings, findings.speakerOrder.indices.contains(entry) else {
      return nil
    }
    return state.member(ofSpeaker: findings.speakerOrder[entry])
  }

  func content(in state: ReaderState, columns: Column) -> PaneContent {
    let speakers = state.analysis?.speakers ?? []
    let most = state.findings?.facts(Facts.self)?.mostQuotedWords ?? 0
    let width = columns.value >= 44 ? 10 : 7
    return PaneContent(
      summary: PaneContent.number(speakers.count), count: count(in: state),
      remarks: unsortedCount(in: state),
      entry: { rank in
        if let fact = fact(rank, in: state) {
          return PaneEntry(left: [Segment(fact.text, .paneDetail)])
        }
        let color = state.theme.color(ofSpeaker: rank)
        return state.speaker(rank: rank).map {
          entry($0, color, right: right(of: rank, $0, most: most, width: width, in: state))
        } ?? PaneEntry(left: [])
      }, legend: speakers.isEmpty ? "" : "verbatim █ paraphrase ░",
      whenEmpty: state.whenNothing("speakers found"))
  }

  private func entry(_ speaker: Speaker, _ color: Color?, right: [Segment]) -> PaneEntry {
    let sign = speaker.kind == .unnamed ? [Segment("?", color: color, isKept: true)] : []
    return PaneEntry(
      left: [Segment(speaker.name, color: color)] + sign, right: right,
      details: speaker.aliases.isEmpty ? [] : [speaker.aliases.joined(separator: " · ")])
  }

  /// How much somebody is quoted; nothing where that is not sure.
  private func right(
    of rank: Int, _ speaker: Speaker, most: Int, width: Int, in state: ReaderState
  ) -> [Segment] {
    if speaker.quotedWords > 0, most > 0 { return bar(speaker, most: most, width: width) }
    guard state.isDoneReading, let findings = state.findings,
      findings.facts(Facts.self)?.unquoted.contains(findings.speakerOrder[rank]) == true
    else { return [] }
    return [Segment("not quoted", .paneDetail)]
  }

  private func bar(_ speaker: Speaker, most: Int, width: Int) -> [Segment] {
    let total = max((speaker.quotedWords * width + most - 1) / most, 1)
    let verbatim = (speaker.verbatimWords * total + speaker.quotedWords / 2) / speaker.quotedWords
    let bar =
      String(repeating: "█", count: verbatim) + String(repeating: "░", count: total - verbatim)
    let words = String(speaker.quotedWords)
    let padding = String(repeating: " ", count: width - total + max(5 - words.count, 1))
    return [Segment(bar, .bar), Segment(padding + words, .paneText)]
  }
}

extension ReaderState {
  /// The speaker at a rank of the pane; nil for what is not a speaker.
  func speaker(rank: Int) -> Speaker? {
    guard let findings, findings.speakerOrder.indices.contains(rank) else { return nil }
    return findings.analysis.speakers[findings.speakerOrder[rank]]
  }
}
