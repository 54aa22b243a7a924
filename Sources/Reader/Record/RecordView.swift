// The record of a mark on the screen: what it is about, its fields, its evidence, and at the foot what belongs
// into the field of the cursor.
//
//      RECORD  verification · refuted                              Ana, 2026-01-02
//      “the port handles 40 % of all containers”
//
//     ▸ Claim          The port handled 40 % of containers in 2025.
//       Claimant       Vogt
//     EVIDENCE 1
//       1              https://port.example/log · refutes · primary · copy kept
//       +              add a source
//
//      the claim in one sentence that stands alone

import ArticleModel
import Interface
import Screen

/// Draws the record over the whole screen but its foot.
struct RecordView {
  let sheet: RecordSheet
  let mark: Annotation
  let reader: ReaderState
  /// Whether the note is being written below.
  let isWriting: Bool

  private var theme: Theme { sheet.theme }
  private var columns: Column { sheet.size.columns }

  func draw(into frame: inout Frame) {
    let whole = max(sheet.size.rows.value - 2, 1)
    frame.clear(Area(row: 0, column: 0, rows: Row(whole), columns: columns))
    let rule = isWriting ? ListPlan(size: sheet.size, isWriting: true).rule : nil
    let rows = rule?.value ?? whole
    if let rule {
      let line = String(repeating: "─", count: columns.value)
      frame.write(line, at: Position(row: rule, column: 0), style: theme[.rule])
    }
    frame.cursor = Position(row: 0, column: 0)
    let top = drawHeading(rows, into: &frame)
    let foot = rows >= 10 ? 2 : 0
    drawLines(
      in: Area(row: Row(top), column: 0, rows: Row(max(rows - top - foot, 1)), columns: columns),
      &frame)
    if foot > 0 {
      frame.write(
        sheet.cursor.explanation(sheet.stage.shelf).truncated(to: columns - 2),
        at: Position(row: Row(rows - 1), column: 1), style: theme[.paneDetail])
    }
  }

  /// Draws what the record is about, and returns the first row below it.
  private func drawHeading(_ rows: Int, into frame: inout Frame) -> Int {
    let edited = mark.revisions.isEmpty ? nil : mark.lastHand.map { "edited by \($0.name)" }
    let made = [mark.creator?.name, mark.created?.dayText, edited].compactMap(\.self).joined(
      separator: ", ")
    let room = columns - made.displayWidth - 3
    frame.write(
      " RECORD  \(reader.title(of: mark))".truncated(to: max(room, 12)),
      at: Position(row: 0, column: 0), style: theme[.paneTitle])
    if room > 24 {
      frame.write(
        made, at: Position(row: 0, column: columns - made.displayWidth - 1),
        style: theme[.paneDetail])
    }
    guard rows >= 6 else { return 1 }
    let quote = reader.quote(of: mark).map { $0.quoted } ?? "about the article as a whole"
    let lines = quote.wrapped(to: columns - 2, lines: rows >= 30 ? 4 : 2)
    for (number, line) in lines.enumerated() {
      frame.write(line, at: Position(row: Row(number + 1), column: 1), style: theme[.text])
    }
    return lines.count + (rows >= 20 ? 2 : 1)
  }

  private func drawLines(in area: Area, _ frame: inout Frame) {
    let lines = RecordLines(sheet: sheet, mark: mark, columns: columns)
    let room = area.size.rows.value
    let first = lines.firstShown(room: room)
    let more = lines.all.count - first - room
    // The row of “1 more line” has room for the line.
    let hasRow = area.bottom < Row(sheet.size.rows.value - 2) && !isWriting
    let shown = lines.all.dropFirst(first).prefix(more == 1 && hasRow ? room + 1 : room)
    let pointed = shown.firstIndex { $0.row == sheet.cursor }
    for (offset, index) in shown.indices.enumerated() {
      draw(shown[index], isPointed: index == pointed, at: area.top + Row(offset), &frame)
    }
    guard more > 1, hasRow else { return }
    frame.write(
      "… \(counted(more, "more line"))", at: Position(row: area.bottom, column: 3),
      style: theme[.paneDetail])
  }

  private func draw(
    _ line: RecordLines.Line, isPointed: Bool, at row: Row, _ frame: inout Frame
  ) {
    guard let field = line.row else {
      frame.write(
        line.label.truncated(to: columns), at: Position(row: row, column: 1),
        style: theme[.paneTitle])
      return
    }
    let isCursor = field == sheet.cursor
    if isPointed {
      frame.write("▸", at: Position(row: row, column: 1), style: theme[.paneTitle])
      frame.cursor = Position(row: row, column: 1)
    }
    frame.write(
      line.label, at: Position(row: row, column: 3 + line.indent), style: theme[.paneDetail])
    let isTyped = isCursor && sheet.typing != nil
    let style =
      isTyped
      ? theme[.note]
      : theme[line.isPlaceholder ? .paneDetail : .paneText]
        .overlaid(by: isCursor ? theme[.paneCursorFocused] : .plain)
    let left = Position(row: row, column: RecordLines.valueColumn)
    frame.write(line.value.isEmpty && isTyped ? " " : line.value, at: left, style: style)
    if let column = line.cursor {
      frame.cursor = Position(row: row, column: min(left.column + column, columns - 1))
    }
  }
}
