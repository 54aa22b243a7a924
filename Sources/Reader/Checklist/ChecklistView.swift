// A checklist on the screen: a sign for each item, what it is, who ticked it and when.
//
//      CHECKLIST news report   5 of 8 ticked, 1 of 2 claims complete
//
//      ARTICLE 5 of 8
//     ▸ [x] right of reply given                                     Ana, 2026-01-02
//       [ ] names, titles and spellings checked
//
//      CLAIM 4: 2 of 3  “the port handles 40 % of all containers”
//       [x] primary source seen                          Ana, 2026-01-02 · Ben, 2026-01-03

import ArticleModel
import Interface
import Screen

/// Draws a checklist over the whole screen but its foot.
struct ChecklistView {
  let sheet: ChecklistSheet
  let progress: ChecklistProgress

  private var theme: Theme { sheet.theme }
  private var columns: Column { sheet.size.columns }

  /// A line: a heading, a blank, or an item with its number among the rows.
  fileprivate enum Line {
    case heading(String)
    case blank
    case item(ChecklistRow, number: Int)
  }

  func draw(into frame: inout Frame) {
    let rows = max(sheet.size.rows.value - 2, 1)
    frame.clear(Area(row: 0, column: 0, rows: Row(rows), columns: columns))
    frame.cursor = Position(row: 0, column: 0)
    frame.write(
      " "
        + progress.summary.replacingPrefix("checklist", with: "CHECKLIST").truncated(
          to: columns - 2),
      at: Position(row: 0, column: 0), style: theme[.paneTitle])
    let foot = rows >= 10 ? 2 : 0
    let lines = self.lines
    let room = max(rows - 1 - foot, 1)
    let place = lines.firstIndex { $0.number == sheet.cursor } ?? 0
    let first = max(0, min(place - room / 2, lines.count - room))
    for (offset, line) in lines.dropFirst(first).prefix(room).enumerated() {
      draw(line, at: Row(offset + 1), &frame)
    }
    if foot > 0 { drawFoot(at: Row(rows - 1), into: &frame) }
  }

  private var lines: [Line] {
    var lines: [Line] = []
    var heading: Int??
    for (number, row) in ChecklistRow.rows(of: progress).enumerated() {
      if heading != .some(row.number) { lines += [.blank, .heading(title(for: row))] }
      heading = .some(row.number)
      lines.append(.item(row, number: number))
    }
    if !progress.list.items(for: .claim).isEmpty, progress.claims.isEmpty {
      lines += [.blank, .heading("CLAIMS  none found, and none added")]
    }
    return lines
  }

  private func title(for row: ChecklistRow) -> String {
    let count = progress.count(for: row.claim)
    let told = "\(count.done) of \(count.all)"
    guard let claim = row.claim, let number = row.number else { return "ARTICLE \(told)" }
    let lost = claim.isLost ? "without its words: " : ""
    return "CLAIM \(number + 1): \(told)  \(lost)\(claim.words.onOneLine.quoted)"
  }

  private func draw(_ line: Line, at row: Row, _ frame: inout Frame) {
    switch line {
    case .blank: break
    case .heading(let words):
      frame.write(
        words.truncated(to: columns - 2), at: Position(row: row, column: 1),
        style: theme[.subheading])
    case .item(let item, let number): draw(item, isCursor: number == sheet.cursor, at: row, &frame)
    }
  }

  private func draw(_ item: ChecklistRow, isCursor: Bool, at row: Row, _ frame: inout Frame) {
    if isCursor {
      frame.write("▸", at: Position(row: row, column: 1), style: theme[.paneTitle])
      frame.cursor = Position(row: row, column: 1)
    }
    let ticks =
      item.claim.map { progress.ticks(of: item.item, for: $0) }
      ?? progress.ticks(of: item.item, for: nil)
    let who = ticks.map(\.tickedBy).uniqued().joined(separator: " · ").truncated(
      to: Column(columns.value / 2))
    let style = theme[.paneText].overlaid(by: isCursor ? theme[.paneCursorFocused] : .plain)
    let room = max(columns - 9 - who.displayWidth, 8)
    frame.write(
      "\(ticks.isEmpty ? "[ ]" : "[x]") \(item.item.label.truncated(to: room - 4))",
      at: Position(row: row, column: 3), style: style)
    frame.write(
      who, at: Position(row: row, column: max(columns - who.displayWidth - 1, 3)),
      style: theme[.paneDetail])
  }

  /// What the item under the cursor means.
  private func drawFoot(at row: Row, into frame: inout Frame) {
    let rows = ChecklistRow.rows(of: progress)
    guard rows.indices.contains(sheet.cursor) else { return }
    frame.write(
      rows[sheet.cursor].item.explanation.truncated(to: columns - 2),
      at: Position(row: row, column: 1), style: theme[.paneDetail])
  }
}

extension ChecklistView.Line {
  /// The number of an item among the rows; nil for other lines.
  fileprivate var number: Int? {
    if case .item(_, let number) = self { number } else { nil }
  }
}

extension String {
  /// The text with another beginning, when it has this one.
  fileprivate func replacingPrefix(_ prefix: String, with other: String) -> String {
    hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
  }
}
