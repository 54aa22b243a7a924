// The screen as a function of the state and its size. Each part has a view of its own.

import Interface
import Screen

/// Draws the reader.
package func draw(_ state: ReaderState) -> Frame {
  var frame = Frame(size: state.size)
  let plan = state.plan
  if plan.text.size.columns > 0 { ArticleView(state: state, plan: plan).draw(into: &frame) }
  if plan.panes.size.columns > 0 { PanesView(state: state, area: plan.panes).draw(into: &frame) }
  DocumentStrip(state: state, plan: plan).draw(into: &frame)
  if let note = state.note { NoteView(state: state, note: note).draw(into: &frame, plan.note) }
  drawRule(plan, state, into: &frame)
  StatusView(state: state).draw(into: &frame, row: plan.status)
  if let row = plan.footer { FooterView(state: state).draw(into: &frame, row: row) }
  drawOverlay(state, plan, into: &frame)
  frame.fillDefaults(with: state.theme.base)
  return frame
}

private func drawOverlay(_ state: ReaderState, _ plan: ScreenPlan, into frame: inout Frame) {
  if !state.pendingKeys.isEmpty, state.hesitates {
    ContinuationsView(state: state, begun: state.pendingKeys, context: state.context)
      .draw(into: &frame)
  }
  switch state.overlay {
  case .markMenu where !state.hesitates: break
  case .articles(let list): ArticleListView(state: state, list: list).draw(into: &frame)
  case .labels(let labels): LabelsView(state: state, labels: labels).draw(into: &frame, plan)
  case .markMenu(let subject):
    MarkMenuView(state: state, subject: subject).draw(into: &frame)
  case .picker(let picker): PickerView(state: state, picker: picker).draw(into: &frame)
  case .prompt(let prompt):
    if prompt.purpose == .command {
      let row = plan.footer ?? plan.status
      ProposalsView(state: state, prompt: prompt).draw(into: &frame, above: row)
    }
    PromptView(state: state, prompt: prompt).draw(into: &frame, row: plan.footer ?? plan.status)
  case .help(let help): HelpView(state: state, help: help).draw(into: &frame)
  case .map(let map): MapView(state: state, map: map).draw(into: &frame)
  case .bookmark, nil: break
  }
}

private func drawRule(_ plan: ScreenPlan, _ state: ReaderState, into frame: inout Frame) {
  guard let row = plan.rule else { return }
  let line = String(repeating: "─", count: state.size.columns.value)
  frame.write(line, at: Position(row: row, column: 0), style: state.theme[.rule])
  if plan.isWide {
    let joint = Position(row: row, column: plan.text.right)
    frame.write("┴", at: joint, style: state.theme[.rule])
  }
}

extension ReaderState: Surface {
  package var bodyEnd: Row { plan.rule ?? plan.status }
}
