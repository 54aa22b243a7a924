// The letters of jump labels, over the first letters of what they stand for.

import ArticleModel
import Interface
import Screen

/// Draws jump labels into the text.
struct LabelsView {
  let state: ReaderState
  let labels: JumpLabels

  func draw(into frame: inout Frame, _ plan: ScreenPlan) {
    let layout = state.layout
    let rows = layout.rows(from: state.top, count: plan.text.size.rows.value)
    for (row, content) in zip(plan.text.rows, rows) {
      guard let line = content.line else { continue }
      for label in labels.open where line.span.contains(label.place) {
        let column = plan.text.left + plan.gutter + layout.column(of: label.place, on: line)
        frame.write(
          label.letters.dropFirst(labels.typed.count), at: Position(row: row, column: column),
          style: state.theme[.label], limit: plan.text.right)
      }
    }
  }
}
