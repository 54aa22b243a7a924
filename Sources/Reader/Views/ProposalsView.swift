// What the command line proposes, above it: the likeliest first, the chosen one with a ▸.

import Interface
import Screen

/// Draws the proposals of the command line.
struct ProposalsView {
  let state: ReaderState
  let prompt: Prompt

  private static let most = 10

  func draw(into frame: inout Frame, above row: Row) {
    let proposals = state.proposals(for: prompt.text.text)
    let isAsked = !prompt.text.isEmpty || prompt.choice != nil
    let rows = min(proposals.count, Self.most, row.value * 2 / 3)
    guard isAsked, rows > 0 else { return }
    let chosen = prompt.choice ?? 0
    let first = max(0, chosen - rows + 1)
    let top = row - Row(rows)
    let columns = state.size.columns
    frame.clear(
      Area(row: top, column: 0, rows: Row(rows), columns: columns), style: state.theme[.popup])
    for offset in 0..<rows where first + offset < proposals.count {
      draw(
        proposals[first + offset], isChosen: first + offset == chosen, at: top + Row(offset),
        into: &frame)
    }
  }

  private func draw(_ proposal: Proposal, isChosen: Bool, at row: Row, into frame: inout Frame) {
    let theme = state.theme
    let columns = state.size.columns
    let own = isChosen ? theme[.popupCursor] : .plain
    frame.write(isChosen ? "▸" : " ", at: Position(row: row, column: 0), style: theme[.popupKey])
    let keys = self.keys(of: proposal)
    let nameRoom = columns < 60 ? columns - 2 : Column(min(columns.value / 2, 44))
    let end = frame.write(
      proposal.name.truncated(to: nameRoom), at: Position(row: row, column: 1),
      style: theme[.popup].overlaid(by: own))
    let start = max(end + 2, Column(min(columns.value / 3, 28)))
    let room = columns - start - keys.displayWidth - 3
    guard room > 8 else { return }
    frame.write(
      proposal.detail.truncated(to: room), at: Position(row: row, column: start),
      style: theme[.popupDetail])
    frame.write(
      keys, at: Position(row: row, column: columns - keys.displayWidth - 1),
      style: theme[.popupKey])
  }

  private func keys(of proposal: Proposal) -> String {
    guard case .action(let action) = proposal.target else { return "" }
    return state.keymap.keys(for: action, in: .normal).map { Key.hint(for: $0) } ?? ""
  }
}
