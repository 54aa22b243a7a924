// The screen as a function of the state and its size. Each part has a view of its own.

import Interface
import Screen

extension ReaderState {
  package func draw(into frame: inout Frame, among neighbours: Neighbours) {
    let plan = self.plan
    if isClaimsDeskOpen {
      ClaimsDeskView(state: self).draw(into: &frame)
      drawRule(plan, self, into: &frame)
      ClaimsDeskStatus(state: self).draw(into: &frame, row: plan.status)
      return
    }
    let shown = under(neighbours.above)
    if plan.text.size.columns > 0 {
      ArticleView(state: shown, plan: plan).draw(into: &frame)
    }
    if plan.panes.size.columns > 0 { PanesView(state: self, area: plan.panes).draw(into: &frame) }
    DocumentStrip(state: self, plan: plan).draw(into: &frame)
    drawRule(plan, self, into: &frame)
    StatusView(state: shown).draw(into: &frame, row: plan.status)
  }

  /// The state with what lies directly over it.
  private func under(_ above: (any Surface)?) -> ReaderState {
    if above == nil { return self }
    var state = self
    state.above = above
    return state
  }

  /// What is on the screen, but for the panes.
  func window(_ plan: ScreenPlan) -> DrawingMemory.WindowKey {
    DrawingMemory.WindowKey(
      state: edition, stage: stage.edition, plan: plan, measure: measure, top: top)
  }

  package var bodyEnd: Row? { plan.rule ?? plan.status }
}

private func drawRule(_ plan: ScreenPlan, _ state: ReaderState, into frame: inout Frame) {
  guard let row = plan.rule else { return }
  let line = Area(row: row, column: 0, rows: 1, columns: state.size.columns)
  frame.fill(line, with: "─", style: state.theme[.rule])
  if plan.isWide, !state.isClaimsDeskOpen {
    let joint = Position(row: row, column: plan.text.right)
    frame.write("┴", at: joint, style: state.theme[.rule])
  }
}
