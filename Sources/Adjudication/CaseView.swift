// A case in its article: the words of each version among those around them, and what the version says. Side by
// side where two people marked and the screen is wide enough, one under the other elsewhere.
//
//     Ana Lopes                       │ Ben Okafor
//     … emissions fell by ▒84 %▒      │ … emissions fell by ▒84 %▒
//     since the plant opened …        │ since the plant opened …
//                                     │
//     missing context                 │ refuted
//     compared with what?             │ did not mark this; disagrees

import Agreement
import ArticleModel
import Corpus
import Interface
import Screen

/// Draws a case.
struct CaseView {
  let state: AdjudicationState
  let item: Collation.Case
  let area: Area

  /// More lines of the article are not shown; the eye has to find the words among them.
  private static let mostContext = 11

  private var text: ArticleText { state.collation.article.text }

  func draw(into frame: inout Frame) {
    let people = state.collation.annotators.indices
    guard people.count == 2, area.size.columns >= 72 else { return drawInTurn(into: &frame) }
    let half = Column(area.size.columns.value / 2)
    for (annotator, left) in zip(people, [Column(0), half]) {
      let columns = annotator == 0 ? half - 1 : area.size.columns - half
      draw(
        annotator,
        in: Area(row: area.top, column: left, rows: area.size.rows, columns: columns), into: &frame)
    }
    for row in area.rows {
      frame.write("│", at: Position(row: row, column: half - 1), style: state.theme[.rule])
    }
  }

  // MARK: Side by side

  private func draw(_ annotator: Int, in area: Area, into frame: inout Frame) {
    let columns = max(area.size.columns - 3, 8)
    let said = self.said(by: annotator, columns: columns)
    let heading = Position(row: area.top, column: area.left + 1)
    frame.write(
      state.name(of: annotator).truncated(to: columns), at: heading,
      style: state.theme[.paneTitle], limit: area.right)
    let rows = min(max(area.size.rows.value - said.count - 2, 1), Self.mostContext)
    let span = item.version(of: annotator)?.span ?? item.extent
    var row = drawContext(
      of: span,
      in: Area(row: area.top + 1, column: area.left + 1, rows: Row(rows), columns: columns),
      into: &frame)
    row = row + (area.size.rows.value > said.count + rows + 1 ? 1 : 0)
    for (words, role) in said where row < area.bottom {
      frame.write(
        words.truncated(to: columns), at: Position(row: row, column: area.left + 1),
        style: state.theme[role], limit: area.right)
      row = row + 1
    }
  }

  /// What a person says of the case, line by line.
  private func said(by annotator: Int, columns: Column) -> [(String, Role)] {
    guard let version = item.version(of: annotator) else {
      return [(absence(of: annotator), .paneDetail)] + replies(by: annotator, columns: columns)
    }
    let mark = version.annotation
    let most = max(area.size.rows.value / 2, 3)
    var lines = (version.doubt.map { ["? \($0)"] } ?? []).map { ($0, Role.paneText) }
    let isOther = !hidesMaker(of: mark, annotator)
    if isOther, let maker = mark.creator?.name {
      lines.append(("agrees with \(maker)", .paneDetail))
    }
    lines += state.summary(of: mark).wrapped(to: columns, lines: most).map { ($0, .paneText) }
    lines += mark.evidence.prefix(2).map { evidence in
      (evidence.addressOrName + (evidence.stance.map { " (\($0.rawValue))" } ?? ""), .paneDetail)
    }
    if state.collation.isDisputed(item, by: annotator) {
      lines.append(("disagrees with the other mark", .paneText))
    }
    return lines + replies(by: annotator, columns: columns)
  }

  /// What is to be said of who has no mark in the case.
  private func absence(of annotator: Int) -> String {
    if state.collation.isDisputed(item, by: annotator) {
      return "disagrees, but made no mark"
    }
    return state.collation.isHeld(item, by: annotator)
      ? "has it in their copy, and says nothing about it" : "did not mark this"
  }

  /// What a person replied, line by line.
  private func replies(by annotator: Int, columns: Column) -> [(String, Role)] {
    state.collation.replies(to: item, by: annotator).flatMap { reply in
      "replied: \(reply.note.shortened(to: 300))".wrapped(to: columns, lines: 3)
        .map { ($0, Role.paneText) }
    }
  }

  /// Whether nothing is to be said of who made a mark: it is the person's own, or names are hidden.
  private func hidesMaker(of mark: Annotation, _ annotator: Int) -> Bool {
    state.hidesNames || mark.creator == nil
      || mark.creator?.name == state.collation.annotators[annotator]
      || !state.collation.annotators.contains(mark.creator?.name ?? "")
  }

  /// - Returns: the row after the last one.
  private func drawContext(of span: TextSpan?, in area: Area, into frame: inout Frame) -> Row {
    guard let span else {
      frame.write(
        "the whole article", at: Position(row: area.top, column: area.left),
        style: state.theme[.paneDetail], limit: area.right)
      return area.top + 1
    }
    return PassageContext(of: span, in: text).draw(in: area, state.theme, into: &frame)
  }

  // MARK: One under the other

  private func drawInTurn(into frame: inout Frame) {
    let columns = max(area.size.columns - 2, 8)
    let said =
      item.versions.flatMap { lines(of: $0, columns: columns) }
      + state.collation.annotators.indices.flatMap { linesBeside($0, columns: columns) }
    let rows = min(
      max(area.size.rows.value - said.count, min(3, area.size.rows.value)), Self.mostContext)
    var row = drawContext(
      of: item.extent, in: Area(row: area.top, column: 1, rows: Row(rows), columns: columns),
      into: &frame)
    for words in said where row < area.bottom {
      frame.write(
        words.truncated(to: columns), at: Position(row: row, column: 1),
        style: state.theme[.paneText])
      row = row + 1
    }
  }

  /// What a person says of the case besides marks of their own.
  private func linesBeside(_ annotator: Int, columns: Column) -> [String] {
    let name = state.name(of: annotator)
    let disagrees = state.collation.isDisputed(item, by: annotator) ? ["\(name): disagrees"] : []
    return disagrees
      + state.collation.replies(to: item, by: annotator).flatMap { reply in
        "\(name) replied: \(reply.note.shortened(to: 300))".wrapped(to: columns, lines: 3)
      }
  }

  private func lines(of version: Collation.Version, columns: Column) -> [String] {
    let quote = version.annotation.targets.first?.passage?.exact.shortened(to: 40)
    let words = quote.map { " “\($0)”" } ?? ""
    let doubt = version.doubt.map { "? \($0) · " } ?? ""
    let said = state.summary(of: version.annotation)
    return "\(state.name(of: version.annotator)): \(doubt)\(said)\(words)"
      .wrapped(to: columns, lines: 3)
  }
}
