// The list of the quotations with what became of each, and below the one under the cursor.
//
//      QUOTATIONS story.txt   4 verbatim, 1 altered; 2 to look at · 3 of 14 taken
//     ▸✓ ≠ “no one was told”     Delgado     altered        council.vtt 00:21:40
//      │ └ ✓ as in the source, ≠ otherwise, ~ perhaps, ? not there
//      └ you have taken the answer

import ArticleModel
import Interface
import Screen
import Verification

/// Draws the list of quotations over the whole screen but its foot.
struct QuotationSheetView {
  let sheet: QuotationSheet
  let state: ReaderState
  private let shown: [Int]
  private let plan: QuotationSheetPlan

  init(sheet: QuotationSheet, state: ReaderState) {
    (self.sheet, self.state) = (sheet, state)
    shown = sheet.shown(of: state)
    plan = QuotationSheetPlan(
      rows: sheet.size.rows.value, columns: sheet.size.columns, entries: shown.count)
  }

  private var theme: Theme { sheet.theme }
  private var columns: Column { sheet.size.columns }
  private var check: QuotationCheck { state.quotationCheck }

  func draw(into frame: inout Frame) {
    let bottom = max(plan.preview.bottom, plan.list.bottom)
    frame.clear(Area(row: 0, column: 0, rows: bottom, columns: columns))
    frame.cursor = Position(row: plan.list.top, column: 0)
    drawHeader(into: &frame)
    if shown.isEmpty { drawEmpty(into: &frame) } else { drawList(into: &frame) }
    guard let rule = plan.rule else { return }
    frame.write(
      String(repeating: "─", count: columns.value), at: Position(row: rule, column: 0),
      style: theme[.rule])
    guard let number = sheet.current(of: state), let answer = check.answer(number) else { return }
    QuotationPreview(state: state, answer: answer, place: sheet.place, area: plan.preview)
      .draw(into: &frame)
  }

  // MARK: The header

  private func drawHeader(into frame: inout Frame) {
    let end = frame.write(
      " QUOTATIONS \(state.article.source.name.truncated(to: max(columns - 40, 10)))",
      at: Position(row: 0, column: 0), style: theme[.paneTitle])
    let text = ([filter, narrowing] + [figures]).compactMap(\.self).joined(separator: "   ")
    let last = frame.write(
      text.truncated(to: max(columns - end - 3, 0)), at: Position(row: 0, column: end + 3),
      style: theme[.paneDetail])
    if sheet.list.isTyping { frame.cursor = Position(row: 0, column: last) }
  }

  private var filter: String? { sheet.list.filter.map { "/\($0.text)" } }

  private var narrowing: String? {
    sheet.narrowing == .all ? nil : "only \(sheet.narrowing.rawValue)"
  }

  /// "2 to look at · 3 of 14 taken · still reading … · 4 verbatim, 1 altered".
  private var figures: String {
    let takeable = check.answers.filter(\.canBeTaken)
    let taken = takeable.count { state.verdictMark(on: $0.quotation) != nil }
    let summary = check.verification?.summary(ofStory: 0)
    let parts = [
      summary?.left,
      takeable.isEmpty ? nil : "\(taken) of \(takeable.count) taken",
      check.faults.isEmpty ? nil : "\(counted(check.faults.count, "source")) could not be read",
      check.isSearching ? "searching …" : state.isStillReading ? "still reading …" : nil,
      summary?.counts,
    ]
    return parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private func drawEmpty(into frame: inout Frame) {
    for (row, line) in zip(plan.list.rows, whenEmpty.wrapped(to: max(columns - 4, 10))) {
      frame.write(line, at: Position(row: row, column: 3), style: theme[.paneDetail])
    }
  }

  private var whenEmpty: String {
    if !check.answers.isEmpty { return "No quotation fits · \(sheet.hint(for: .cancel)) shows all" }
    if let fault = check.faults.first, check.verification == nil { return fault }
    if check.isSearching || check.verification == nil { return "Searching the sources …" }
    return state.isStillReading ? "Still reading the article …" : "No quotations were found"
  }

  // MARK: The list

  /// The columns behind the words: speaker, outcome, place.
  private var widths: (speaker: Column, outcome: Column, place: Column) {
    let width = columns.value
    if width >= 110 { return (20, 20, 34) }
    if width >= 80 { return (14, 14, 20) }
    return (0, width >= 50 ? 14 : 0, 0)
  }

  private func drawList(into frame: inout Frame) {
    let cursor = sheet.cursor(among: shown, of: state)
    let first = plan.firstShown(cursor: cursor, of: shown.count)
    for (row, index) in zip(plan.list.rows, shown.indices.dropFirst(first)) {
      guard let answer = check.answer(shown[index]) else { continue }
      draw(answer, isCursor: index == cursor, at: row, into: &frame)
    }
  }

  private func draw(
    _ answer: QuotationAnswer, isCursor: Bool, at row: Row, into frame: inout Frame
  ) {
    let overlay = isCursor ? theme[.paneCursorFocused] : .plain
    if isCursor {
      frame.clear(Area(row: row, column: 0, rows: 1, columns: columns), style: overlay)
      if !sheet.list.isTyping { frame.cursor = Position(row: row, column: 0) }
    }
    let (speaker, outcome, place) = widths
    let isTaken = state.verdictMark(on: answer.quotation) != nil
    let words = max(columns - 6 - speaker - outcome - place - 3, 8)
    let cells: [(String, Column, Column, Role)] = [
      ((isCursor ? "▸" : " ") + (isTaken ? "✓" : " "), 0, 2, .paneDetail),
      (answer.sign, 3, 1, .mark),
      (answer.quotation.text.onOneLine.quoted(to: words), 5, words, .paneText),
      (answer.quotation.speaker ?? "–", words + 6, speaker, .paneText),
      (
        outcome < 20 ? answer.outcome.shortLabel : answer.outcome.label, words + 7 + speaker,
        outcome,
        .paneText
      ),
      (self.place(of: answer), words + 8 + speaker + outcome, place, .paneDetail),
    ]
    for (text, column, width, role) in cells where width > 0 {
      frame.write(
        text.onOneLine.truncated(to: width), at: Position(row: row, column: column),
        style: theme[role].overlaid(by: overlay), limit: column + width)
    }
  }

  /// "council.vtt 00:01:17"; nothing where nothing was found, or where it is only likely.
  private func place(of answer: QuotationAnswer) -> String {
    guard answer.outcome != .paraphrase, let match = answer.matches.first,
      let source = check.source(of: match)
    else { return "" }
    let place =
      match.timeCode.map { String($0.prefix(8)) } ?? match.page.map { "page \($0)" }
      ?? "line \(match.line)"
    let name = source.name.split(separator: "/").last.map(String.init) ?? source.name
    return name.truncated(to: max(widths.place - place.displayWidth - 1, 6)) + " " + place
  }
}

extension QuotationOutcome {
  /// What it is called where there is room for fourteen columns.
  fileprivate var shortLabel: String {
    switch self {
    case .anotherSpeaker: "other speaker"
    case .paraphrase: "paraphrase?"
    case .notFound: "not in sources"
    default: label
    }
  }
}

extension QuotationAnswer {
  /// Whether there is something to put down: of indirect speech that no passage is like, nothing is known.
  var canBeTaken: Bool { outcome != .paraphrase || !matches.isEmpty }

  /// ✓ as in the source, ≠ otherwise, ~ perhaps, ? not there.
  var sign: String {
    switch outcome {
    case .verbatim: meaningChanges.isEmpty ? "✓" : "≠"
    case .trimmed: isProblem ? "≠" : "✓"
    case .altered, .stitched, .anotherSpeaker: "≠"
    case .paraphrase: "~"
    case .notFound: "?"
    }
  }
}
