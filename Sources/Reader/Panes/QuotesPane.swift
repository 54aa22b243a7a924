// The pane of the quotations, in the order of the text.

import ArticleModel
import Corpus
import Interface
import NewsAnalysis
import Screen

extension Pane {
  /// The quotations.
  package static let quotes = Pane(QuotesPane.self)
}

struct QuotesPane: PaneDescription {
  let name = "quotes"
  let title = "QUOTES"
  let focusAction: Action? = .focusQuotes
  let findingKind: Correction.Finding? = .quotation
  let facts: (any PaneFacts.Type)? = Namesakes.self
  let hints: [(Action, String)] = [(.correctFinding, "correct"), (.mark, "mark")]

  let sortings: [PaneSorting] = [
    .own("order of the text"),
    PaneSorting("speaker") { speaker(of: $0, in: $1).lowercased() },
    PaneSorting("doubt, the least sure first") { quotation($0, in: $1)?.confidence ?? 0 },
    PaneSorting("length") { -(quotation($0, in: $1)?.extent.count ?? 0) },
  ]
  let grouping = PaneGrouping("speaker") { speaker(of: $0, in: $1) }

  private static func quotation(_ entry: Int, in state: ReaderState) -> Quotation? {
    state.analysis?.quotations[entry]
  }

  private static func speaker(of entry: Int, in state: ReaderState) -> String {
    quotation(entry, in: state)?.speaker.flatMap { state.name(ofSpeaker: $0) } ?? "nobody named"
  }

  func count(in state: ReaderState) -> Int { state.analysis?.quotations.count ?? 0 }

  func searchedText(of entry: Int, in state: ReaderState) -> String {
    guard let quotation = Self.quotation(entry, in: state) else { return "" }
    let words = state.article.text.string(in: quotation.extent)
    return "\(words) \(state.attribution(of: quotation))"
  }

  let filterHint = "or: verbatim, indirect"

  func condition(_ word: Substring) -> (@Sendable (Int, ReaderState) -> Bool)? {
    let form: Quotation.Form
    switch word {
    case "direct", "verbatim": form = .direct
    case "indirect", "paraphrase": form = .indirect
    case "mixed": form = .mixed
    default: return nil
    }
    return { Self.quotation($0, in: $1)?.form == form }
  }

  func sign(of entry: Int, in state: ReaderState) -> Sign? {
    Self.quotation(entry, in: state).map { $0.form == .direct ? .direct : .indirect }
  }

  func place(of entry: Int, in state: ReaderState) -> ByteOffset? {
    Self.quotation(entry, in: state)?.extent.start
  }

  /// Between quotations, the last one before the caret, so that the list scrolls along.
  func entryAtCaret(in state: ReaderState) -> Int? {
    state.quotationAtCaret ?? state.findings?.quotations.last(startingBy: state.caret)
  }

  func finding(in state: ReaderState) -> FindingReference? {
    state.cursor(of: .quotes).flatMap { Self.quotation($0, in: state) }.map {
      FindingReference(kind: .quotation, span: $0.extent)
    }
  }

  func content(in state: ReaderState, columns: Column) -> PaneContent {
    let quotations = state.analysis?.quotations ?? []
    let digits = String(quotations.count).count
    return PaneContent(
      summary: PaneContent.number(quotations.count), count: quotations.count,
      entry: { entry(quotations[$0], $0, digits: digits, columns, in: state) },
      legend: quotations.isEmpty ? "" : "« direct  ‹ indirect",
      whenEmpty: state.whenNothing("quotations found"))
  }

  private func entry(
    _ quotation: Quotation, _ number: Int, digits: Int, _ columns: Column, in state: ReaderState
  ) -> PaneEntry {
    let label = String(number + 1)
    let padding = String(repeating: " ", count: max(digits - label.count, 0))
    let isJudged = state.corrected?.quotationCorrections[number] != nil
    let sign = quotation.form == .direct ? "«" : "‹"
    let color = state.color(of: quotation)
    let doubt = quotation.confidence < 0.5 ? "?" : ""
    return PaneEntry(
      left: [
        Segment("\(padding)\(label)\(isJudged ? "✓" : " ")", .paneDetail),
        Segment("\(sign) ", .paneText, color: color),
        Segment(state.words(of: quotation), .paneText),
      ],
      right: [
        Segment(shortName(quotation.speaker, columns, in: state) + doubt, .paneText, color: color)
      ],
      details: details(quotation, in: state), hang: Column(digits + 3))
  }

  private func details(_ quotation: Quotation, in state: ReaderState) -> [String] {
    func words(_ span: TextSpan) -> String { state.article.text.string(in: span).onOneLine }
    let form = [quotation.mention, quotation.cue].compactMap { $0.map(words) }
    let sure = "\(Int((quotation.confidence * 100).rounded())) % sure"
    let first = [quotation.form.rawValue, form.joined(separator: " · "), sure]
    let via = quotation.via.map { "via \(words($0.mention))" }
    return [first.filter { !$0.isEmpty }.joined(separator: " · ")] + via
      + said(quotation, in: state)
  }

  /// What a mark says to “was it said?”
  private func said(_ quotation: Quotation, in state: ReaderState) -> [String] {
    guard let mark = state.verdictMark(on: quotation.extent),
      let term = mark.terms.first(where: { $0.group == "said" })
    else { return [] }
    let source = mark.evidence.last { $0.outcome != nil }.map { " · \($0.name)" } ?? ""
    return ["was it said? \(state.label(of: term))\(source)"]
  }

  /// The last word of a person's name, as the article calls them after the first time; more of it where others
  /// have the same.
  private func shortName(
    _ speaker: Int?, _ columns: Column, in state: ReaderState
  ) -> String {
    guard let speaker, let name = state.name(ofSpeaker: speaker) else { return "—" }
    // The words of a quotation need the room of a narrow pane more than a long name.
    let room = Column(min(max(columns.value / 3 - 1, 8), 20))
    guard state.analysis?.speakers[speaker].kind == .person else {
      return name.cutBetweenWords(to: room)
    }
    if let namesakes = state.findings?.facts(Namesakes.self), namesakes.isShared(name) {
      return namesakes.distinct(name, to: max(room, 12))
    }
    return (name.split(separator: " ").last.map(String.init) ?? name).cutBetweenWords(to: room)
  }
}
