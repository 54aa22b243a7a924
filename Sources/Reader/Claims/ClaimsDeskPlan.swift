// Which part of the screen is for what while the claims have all of it.
//
//     header       how far the checking is
//     headings     of the columns
//     list
//     ─────────    (from 12 rows on)
//     preview      the selected claim in its context, and all that was said of it

import Interface
import Screen

/// The parts of the screen above the status line.
struct ClaimsDeskPlan: Hashable {
  /// The rows of the list.
  let list: Area
  /// The row between list and preview; nil without a preview.
  let rule: Row?
  /// The selected claim.
  let preview: Area

  /// The lowest body that has room for a preview.
  private static let leastRowsForPreview = 10
  /// Fewer rows than this tell nothing of a claim.
  private static let leastPreview = 6

  /// Divides the rows above the rule or the note: the list gets what it needs, but not more than leaves room
  /// for the preview.
  init(rows: Int, columns: Column, entries: Int) {
    let body = max(rows - 2, 0)
    let hasPreview = rows >= Self.leastRowsForPreview
    let most = hasPreview ? max(body - max(Self.leastPreview, body * 2 / 5) - 1, 1) : body
    let listRows = hasPreview ? min(max(entries, 3), most) : body
    list = Area(row: 2, column: 0, rows: Row(listRows), columns: columns)
    rule = hasPreview ? Row(2 + listRows) : nil
    let top = 2 + listRows + (hasPreview ? 1 : 0)
    preview = Area(
      row: Row(top), column: 0, rows: Row(max(rows - top, 0)), columns: columns)
  }

  /// The first line of the list that is shown, so that the selected one is among those shown.
  func firstShown(selected: Int?, of count: Int) -> Int {
    let rows = list.size.rows.value
    guard let selected, rows > 0 else { return 0 }
    return max(min(selected - rows / 2, count - rows), 0)
  }
}

extension ReaderState {
  /// How the desk is divided now.
  var deskPlan: ClaimsDeskPlan {
    ClaimsDeskPlan(
      rows: plan.text.size.rows.value, columns: size.columns, entries: listedRows)
  }

  /// How many rows the list has.
  private var listedRows: Int { paneRows[.claims]?.rows.count ?? entryCount(of: .claims) }

  /// The row of the list at a row of the screen; nil elsewhere.
  func deskHit(_ row: Row) -> Int? {
    let plan = deskPlan
    let count = listedRows
    guard plan.list.rows.contains(row) else { return nil }
    let first = plan.firstShown(selected: shownRow(of: .claims), of: count)
    let line = first + (row - plan.list.top).value
    return line < count ? line : nil
  }
}
