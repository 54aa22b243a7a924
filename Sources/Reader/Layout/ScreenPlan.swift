// Which part of the screen is for what. Reducer and views ask the same plan.
//
//     ┌ text ────────────────┬ panes ─┐   panes only from 100 columns on; below that
//     │ gutter  lines        │ QUOTES │   one of text and pane at a time
//     │                      │ …      │
//     ├ note (while writing) ┴────────┤
//     │ rule (from 12 rows on)        │
//     │ status                        │
//     │ footer                        │
//     └───────────────────────────────┘

import Interface
import Screen

/// The parts of the screen.
package struct ScreenPlan: Hashable, Sendable {
  /// The text with its gutter; of no width while a pane has the screen to itself.
  package var text: Area
  /// The panes; of no width while they are hidden.
  package var panes: Area
  /// The note editor; of no height while nothing is being written.
  package var note: Area
  /// The row of the rule above the status line; nil on low screens.
  package var rule: Row?
  /// The status line.
  package var status: Row
  /// The footer; nil on very low screens.
  package var footer: Row?
  /// The columns left of the text for marks.
  package var gutter: Column
  /// How many columns of the gutter numbers of lines take.
  package var numbers: Column = 0
  /// Whether text and panes are shown side by side.
  package var isWide: Bool

  /// From this many columns on, text and panes stand side by side.
  static let wideColumns: Column = 100

  /// Divides a screen of `size`.
  init(
    size: Size, focus: Focus, panesAreHidden: Bool, noteLines: Int?, numbersLines: Bool = false
  ) {
    let rows = size.rows.value
    let hasFooter = rows >= 4
    footer = hasFooter ? Row(rows - 1) : nil
    status = Row(max(rows - (hasFooter ? 2 : 1), 0))
    rule = rows >= 12 ? status - 1 : nil
    let bodyEnd = (rule ?? status).value
    let noteHeight = noteLines.map { min($0 + 1, max(bodyEnd - 2, 2)) } ?? 0
    let bodyRows = Row(max(bodyEnd - noteHeight, 0))
    note = Area(row: bodyRows, column: 0, rows: Row(noteHeight), columns: size.columns)
    isWide = size.columns >= Self.wideColumns && !panesAreHidden
    gutter = size.columns < 40 ? 2 : 4
    numbers = numbersLines && size.columns >= 40 ? 5 : 0
    gutter = gutter + numbers

    let paneColumns = isWide ? Self.paneColumns(of: size) : 0
    let pane = focus.pane != nil && !isWide
    let textColumns = pane ? 0 : size.columns - (isWide ? paneColumns + 1 : 0)
    text = Area(row: 0, column: 0, rows: bodyRows, columns: textColumns)
    panes =
      isWide
      ? Area(row: 0, column: textColumns + 1, rows: bodyRows, columns: paneColumns)
      : Area(row: 0, column: 0, rows: bodyRows, columns: pane ? size.columns : 0)
  }

  /// The panes take what the measure leaves, within reason.
  private static func paneColumns(of size: Size) -> Column {
    Column(min(max(size.columns.value - 84, 40), 56))
  }

  /// The width of the text without gutter and right margin, for a measure.
  func textMeasure(_ measure: Column) -> Column {
    // A blank column, and on narrow screens the strip.
    let available = text.size.columns - gutter - (isWide || text.size.columns >= 40 ? 2 : 1)
    return min(measure + ArticleLayout.paragraphIndent, available)
  }
}

extension ReaderState {
  /// How the screen is divided now.
  package var plan: ScreenPlan {
    ScreenPlan(
      size: size, focus: focus, panesAreHidden: panes.areHidden,
      noteLines: stage.rowsTaken,
      numbersLines: showsLineNumbers)
  }

  /// The layout of the article for the screen as it is now.
  var layout: ArticleLayout {
    let plan = self.plan
    // While a pane has the screen to itself the text keeps the width that it will have again.
    let columns = plan.text.size.columns > 0 ? plan.textMeasure(measure) : hiddenMeasure
    return ArticleLayout(article: article, measure: columns, memory: wrappedBlocks)
  }

  private var hiddenMeasure: Column {
    ScreenPlan(
      size: size, focus: .article, panesAreHidden: panes.areHidden, noteLines: nil,
      numbersLines: showsLineNumbers
    )
    .textMeasure(measure)
  }

  /// How many rows of text are shown.
  var textRows: Int { max(plan.text.size.rows.value, 1) }
}
