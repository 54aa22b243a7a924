// Notes where the screen has room for them: right of the text on a wide screen, below its end on a short
// article. Elsewhere the pane has them, and the key that opens the note.
//
//     ▌V   cycles, twice as long as any comparable product. It     V refuted
//     ▌    contains no cobalt and no lithium …                       compared with what?

import ArticleModel
import Interface
import Screen

/// Draws the notes of the marks that are on the screen.
struct NotesBesideText {
  let state: ReaderState
  let plan: ScreenPlan
  /// The rows of the text, from the top of the screen.
  let rows: [LayoutRow]

  /// A narrower margin than this is left empty.
  private static let leastColumns: Column = 24
  /// A note that is longer is cut; its mark has it in full.
  private static let mostLines = 8

  func draw(into frame: inout Frame) {
    guard plan.note.size.rows == 0, plan.text.size.columns > 0 else { return }
    if margin.size.columns >= Self.leastColumns {
      drawMargin(into: &frame)
    } else if !plan.isWide {
      drawBelowText(into: &frame)
    }
  }

  /// What the measure leaves free right of the text.
  private var margin: Area {
    let start = plan.text.left + plan.gutter + plan.textMeasure(state.measure) + 3
    return Area(
      row: plan.text.top, column: start, rows: plan.text.size.rows,
      columns: max(plan.text.right - start - 2, 0))
  }

  // MARK: Right of the text

  private func drawMargin(into frame: inout Frame) {
    let area = margin
    var free = area.top
    for mark in marks {
      let row = max(mark.row, free)
      let note = lines(of: mark.annotation, columns: area.size.columns)
      guard row + Row(note.count) <= area.bottom else { continue }
      let isHere = mark.annotation.id == state.currentAnnotation?.id
      draw(note, of: mark.annotation, isHere: isHere, at: row, column: area.left, into: &frame)
      free = row + Row(note.count + 1)
    }
  }

  /// The marks with a note, each with the row in which it begins.
  private var marks: [(row: Row, annotation: Annotation)] {
    var seen: Set<AnnotationID> = []
    return zip(plan.text.rows, rows).flatMap { row, content -> [(Row, Annotation)] in
      guard let line = content.line else { return [] }
      return state.index.entries(in: line.span).compactMap { entry in
        guard line.span.contains(entry.span.start), let mark = state.annotations[entry.id],
          !mark.note.isEmpty, seen.insert(mark.id).inserted
        else { return nil }
        return (row, mark)
      }
    }
  }

  /// The title of a mark, then its note.
  private func lines(of mark: Annotation, columns: Column) -> [String] {
    let title = "\(mark.kind.gutterLetter) \(state.title(of: mark))".truncated(to: columns)
    return [title] + mark.note.wrapped(to: columns - 2, lines: Self.mostLines)
  }

  private func draw(
    _ lines: [String], of mark: Annotation, isHere: Bool, at top: Row, column: Column,
    into frame: inout Frame
  ) {
    for (number, line) in lines.enumerated() {
      let role: Role = number == 0 ? .mark : isHere ? .paneText : .paneDetail
      frame.write(
        line, at: Position(row: top + Row(number), column: number == 0 ? column : column + 2),
        style: state.theme[role], limit: plan.text.right)
    }
  }

  // MARK: Below its end

  /// The note of the mark under the caret, in the rows that the article leaves empty.
  private func drawBelowText(into frame: inout Frame) {
    guard let mark = state.currentAnnotation, !mark.note.isEmpty else { return }
    let columns = plan.text.size.columns - plan.gutter - 1
    let note = lines(of: mark, columns: columns)
    let used = rows.lastIndex { $0.line != nil || $0.note != nil }.map { $0 + 1 } ?? 0
    let free = plan.text.size.rows.value - used
    guard note.count > 2 || isCutInStatus(mark), note.count + 1 <= free else { return }
    draw(
      note, of: mark, isHere: true, at: plan.text.bottom - Row(note.count), column: plan.gutter,
      into: &frame)
  }

  /// Whether the status line, which has three fifths of the width for it, cuts the note.
  private func isCutInStatus(_ mark: Annotation) -> Bool {
    let length = "\(mark.kind.gutterLetter) \(state.title(of: mark)) · \(mark.note)".displayWidth
    return length.value > state.size.columns.value * 6 / 10
  }
}
