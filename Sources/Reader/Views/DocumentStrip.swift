// A strip at the right edge of the text that stands for the whole article, from top to bottom: where
// quotations and marks lie, and which part is on the screen.
//
//     │ nothing   ┤ quotations   ▌ marks      light: elsewhere
//     ┃           ┫                           heavy: on the screen

import ArticleModel
import Interface
import Screen

/// Draws the strip.
struct DocumentStrip {
  let state: ReaderState
  let plan: ScreenPlan

  /// The column of the strip: the rule between text and panes, or the margin of a narrow screen when the
  /// article is longer than that; nil when there is no room.
  private var column: Column? {
    if plan.isWide { return plan.text.right }
    guard plan.text.size.columns >= 40, !fits else { return nil }
    return plan.text.right - 1
  }

  func draw(into frame: inout Frame) {
    guard let column, plan.text.size.rows > 0 else { return }
    // On a narrow screen it lies over the margin of the text, which need not be blank.
    guard plan.isWide else { return draw(in: column, into: &frame) }
    let area = Area(row: plan.text.top, column: column, rows: plan.text.size.rows, columns: 1)
    state.drawn.strip.lay(
      likewise: state.window(plan), in: area, of: &frame, compares: state.drawn.compares
    ) { draw(in: column, into: &$0) }
  }

  private func draw(in column: Column, into frame: inout Frame) {
    if fits { return drawRule(column, into: &frame) }
    let (length, height) = (max(state.article.text.count, 1), plan.text.size.rows.value)
    let (visible, theme) = (self.visible, state.theme)
    let styles = (mark: theme[.mark], here: theme[.stripVisible], elsewhere: theme[.rule])
    for (number, row) in plan.text.rows.enumerated() {
      let stretch = TextSpan(number * length / height..<(number + 1) * length / height)
      let (isVisible, isMarked) = (stretch.overlaps(visible), hasMark(stretch))
      let style = isMarked ? styles.mark : isVisible ? styles.here : styles.elsewhere
      let sign = isMarked ? Self.mark : sign(of: stretch, isVisible: isVisible)
      frame.write(sign, at: Position(row: row, column: column), style: style)
    }
  }

  /// What is all on the screen needs no strip.
  private func drawRule(_ column: Column, into frame: inout Frame) {
    let rule = Area(
      row: plan.text.top, column: column, rows: plan.text.size.rows, columns: 1)
    frame.fill(rule, with: "│", style: state.theme[.rule])
  }

  private func sign(of stretch: TextSpan, isVisible: Bool) -> Glyph {
    let sign = hasQuotation(stretch) ? Self.quotations : Self.nothing
    return isVisible ? sign.here : sign.elsewhere
  }

  // How wide a character is takes time to find out, and the strip has one in every row.
  private static let mark = glyph("▌")
  private static let quotations = (here: glyph("┫"), elsewhere: glyph("┤"))
  private static let nothing = (here: glyph("┃"), elsewhere: glyph("│"))

  private static func glyph(_ character: Character) -> Glyph { Glyph(showing: character) ?? .space }

  private func hasMark(_ stretch: TextSpan) -> Bool { state.index.places.touches(stretch) }

  private func hasQuotation(_ stretch: TextSpan) -> Bool {
    state.findings?.quotations.touches(stretch) ?? false
  }

  private var rows: [LayoutRow] {
    state.layout.rows(from: state.top, count: plan.text.size.rows.value)
  }

  /// The part of the article that is on the screen.
  private var visible: TextSpan {
    let rows = self.rows
    let start = rows.first?.line?.span.start ?? rows.first?.block.span.start ?? .zero
    return TextSpan(start, rows.last?.line?.span.end ?? rows.last?.block.span.end ?? start)
  }

  /// Whether all of the article is on the screen.
  private var fits: Bool {
    state.top == .first
      && state.layout.rows(from: .first, count: plan.text.size.rows.value + 1)
        .count <= plan.text.size.rows.value
  }
}
