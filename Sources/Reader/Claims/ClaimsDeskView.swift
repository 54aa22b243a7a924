// The claims on the whole screen: how far the checking is, a line for each claim, and the keys.

import ArticleModel
import Corpus
import Interface
import Screen

/// Draws the claims over the text and the panes.
struct ClaimsDeskView {
  let state: ReaderState
  private let plan: ClaimsDeskPlan
  private let columns: ClaimColumns

  init(state: ReaderState) {
    self.state = state
    plan = state.deskPlan
    columns = ClaimColumns(width: state.size.columns.value, state: state)
  }

  func draw(into frame: inout Frame) {
    frame.clear(
      Area(row: 0, column: 0, rows: plan.preview.bottom, columns: state.size.columns))
    drawHeader(into: &frame)
    for column in columns.all {
      frame.write(
        column.heading.truncated(to: column.width), at: Position(row: 1, column: column.left),
        style: state.theme[.paneDetail])
    }
    drawList(into: &frame)
    if let rule = plan.rule {
      let line = String(repeating: "─", count: state.size.columns.value)
      frame.write(line, at: Position(row: rule, column: 0), style: state.theme[.rule])
    }
    if let claim = state.selectedClaim {
      ClaimPreview(state: state, claim: claim, area: plan.preview).draw(into: &frame)
    }
  }

  // MARK: The header

  private func drawHeader(into frame: inout Frame) {
    let width = state.size.columns
    let reading = state.isStillReading ? "still reading …" : ""
    let how = [progress, reading, besides, arrangement].filter { !$0.isEmpty }
      .joined(separator: "   ")
    let name = state.article.source.name
    let room = max(width - how.displayWidth - 13, 8)
    let end = frame.write(
      " CLAIMS \(name.truncated(to: room))", at: Position(row: 0, column: 0),
      style: state.theme[.paneTitle])
    frame.write(
      "   \(how)".truncated(to: max(width - end - 1, 0)), at: Position(row: 0, column: end),
      style: state.theme[.bar])
  }

  /// "4 of 12 checked ███░░░░░", the bar where there is room.
  private var progress: String {
    let list = state.claims.list
    guard list.count > 0, state.size.columns >= 70 else { return state.claimProgress }
    let length = 8
    let full = list.checkedCount * length / list.count
    return state.claimProgress + " " + String(repeating: "█", count: full)
      + String(repeating: "░", count: length - full)
  }

  /// "2 other marks left" where something else than claims is to be done; empty otherwise.
  private var besides: String {
    let marks = state.workLeft
    guard marks.claims != nil, marks.marks > 0, state.size.columns >= 100 else { return "" }
    return "\(counted(marks.marks, "other mark")) left"
  }

  private var arrangement: String {
    let arrangement = state.arrangement(of: .claims)
    let pane = Pane.claims.description
    let only = pane.narrowing(arrangement.narrowing).map { ["only \($0.name)"] } ?? []
    let filter = arrangement.filter.isEmpty ? [] : ["with “\(arrangement.filter)”"]
    let order = arrangement.sorting == 0 ? [] : ["by \(pane.sortings[arrangement.sorting].name)"]
    return (only + filter + order).joined(separator: " · ")
  }

  // MARK: The list

  private func drawList(into frame: inout Frame) {
    // While they are in the order of the text, the claims have no rows made for them.
    let arranged = state.paneRows[.claims]?.rows
    let rows = 0..<(arranged?.count ?? state.claims.list.claims.count)
    guard !rows.isEmpty else {
      let content = state.content(of: .claims, columns: state.size.columns)
      frame.write(
        content.whenEmpty.truncated(to: state.size.columns - 2),
        at: Position(row: plan.list.top, column: 1), style: state.theme[.paneDetail])
      frame.cursor = Position(row: plan.list.top, column: 0)
      return
    }
    let selected = state.shownRow(of: .claims)
    let first = plan.firstShown(selected: selected, of: rows.count)
    for (row, line) in zip(plan.list.rows, rows.dropFirst(first)) {
      draw(arranged?[line] ?? .entry(line), isSelected: line == selected, at: row, into: &frame)
    }
  }

  private func draw(
    _ line: PaneRows.Row, isSelected: Bool, at row: Row, into frame: inout Frame
  ) {
    let overlay = isSelected ? state.theme[.paneCursorFocused] : .plain
    if isSelected {
      frame.clear(
        Area(row: row, column: 0, rows: 1, columns: state.size.columns), style: overlay)
      if frame.cursor == nil { frame.cursor = Position(row: row, column: 0) }
      frame.write("▸", at: Position(row: row, column: 0), style: overlay)
    }
    switch line {
    case .group(_, let name, let count, let isFolded):
      frame.write(
        "\(isFolded ? "▸" : "▾") \(name)  \(count)", at: Position(row: row, column: 1),
        style: state.theme[.paneTitle].overlaid(by: overlay))
    case .entry(let entry):
      guard let claim = state.claims.claim(entry) else { return }
      for column in columns.all {
        frame.write(
          column.text(claim, column.width).truncated(to: column.width),
          at: Position(row: row, column: column.left),
          style: state.theme[column.role].overlaid(by: overlay), limit: column.left + column.width)
      }
    }
  }
}
