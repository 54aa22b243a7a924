// Which part of a screen with a list is for what: the same for reviews and comparisons.
//
//     header     what is reviewed, the filter, how far it is
//     list
//     ─────────  (from 12 rows on)
//     preview    the mark under the cursor in its context; the note while one is written
//     status
//     footer

import Screen

/// The parts of a screen with a list above and a preview below.
package struct ListPlan: Hashable {
  package var list: Area
  package var rule: Row?
  package var preview: Area
  package var status: Row
  /// The footer; nil on very low screens.
  package var footer: Row?

  /// The lowest screen that has room for a preview.
  private static let leastRowsForPreview = 12
  /// A preview never needs more than this.
  private static let tallestPreview = 9

  /// Divides a screen.
  /// - Parameter entries: how many lines the list has, when the preview is to have all the room that the
  ///   list does not need, and most of it in any case; nil for a preview of a few lines.
  package init(size: Size, isWriting: Bool, entries: Int? = nil) {
    let rows = size.rows.value
    let hasFooter = rows >= 4
    footer = hasFooter ? Row(rows - 1) : nil
    status = Row(max(rows - (hasFooter ? 2 : 1), 0))
    let body = max(status.value - 1, 0)
    let hasPreview = rows >= Self.leastRowsForPreview || isWriting
    let usual = min(max(body / 3, 4), Self.tallestPreview, max(body - 1, 0))
    let listed = entries.map { min(max($0, 1), max(body * 2 / 5, 1)) }
    let height = hasPreview ? max(usual, listed.map { body - $0 - 1 } ?? 0) : 0
    let previewTop = Row(status.value - height)
    preview = Area(row: previewTop, column: 0, rows: Row(height), columns: size.columns)
    rule = height > 0 ? previewTop - 1 : nil
    let listRows = max((rule ?? status).value - 1, 0)
    list = Area(row: 1, column: 0, rows: Row(listRows), columns: size.columns)
  }
}
