// What the command line proposes, above it: the likeliest first, the chosen one with a ▸.

import Screen

/// Draws the proposals of the command line.
struct ProposalsView {
  let commandLine: CommandLine

  private static let most = 10

  func draw(into frame: inout Frame, above row: Row) {
    let proposals = commandLine.shown
    let isAsked = !commandLine.text.isEmpty || commandLine.choice != nil
    let rows = min(proposals.count, Self.most, row.value * 2 / 3)
    guard isAsked, rows > 0 else { return }
    let chosen = commandLine.choice ?? 0
    let first = max(0, chosen - rows + 1)
    let top = row - Row(rows)
    let columns = commandLine.size.columns
    frame.clear(
      Area(row: top, column: 0, rows: Row(rows), columns: columns), style: commandLine.theme[.popup]
    )
    for offset in 0..<rows where first + offset < proposals.count {
      draw(
        proposals[first + offset], isChosen: first + offset == chosen, at: top + Row(offset),
        into: &frame)
    }
  }

  private func draw(_ proposal: Proposal, isChosen: Bool, at row: Row, into frame: inout Frame) {
    let theme = commandLine.theme
    let columns = commandLine.size.columns
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
    return commandLine.keymap.keys(for: action, in: commandLine.home).map { Key.hint(for: $0) }
      ?? ""
  }
}
