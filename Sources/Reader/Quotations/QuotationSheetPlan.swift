// Which part of the screen is for what while the quotations stand beside their sources.
//
//     header
//     list
//     ─────────  (from 12 rows on)
//     preview    story and source of the quotation under the cursor

import Screen

/// The parts of the screen above the status line.
struct QuotationSheetPlan {
  let list: Area
  let rule: Row?
  let preview: Area

  /// The lowest screen that has room for a preview.
  private static let leastRowsForPreview = 12

  /// Divides a screen: the list gets what it needs, up to two fifths of what there is.
  init(rows: Int, columns: Column, entries: Int) {
    let body = max(rows - 3, 1)
    let hasPreview = rows >= Self.leastRowsForPreview
    let listed = hasPreview ? min(max(entries, 3), max(body * 2 / 5, 3)) : body
    list = Area(row: 1, column: 0, rows: Row(listed), columns: columns)
    rule = hasPreview ? list.bottom : nil
    let top = list.bottom + (hasPreview ? 1 : 0)
    preview = Area(
      row: top, column: 0, rows: Row(max(rows - 2 - top.value, 0)), columns: columns)
  }

  /// The first entry that is shown, so that the one under the cursor is among those shown.
  func firstShown(cursor: Int, of count: Int) -> Int {
    let rows = list.size.rows.value
    return max(min(cursor - rows / 2, count - rows), 0)
  }
}
