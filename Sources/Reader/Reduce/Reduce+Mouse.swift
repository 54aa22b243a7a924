// The mouse: the wheel scrolls, a click goes there, dragging selects.

import ArticleModel
import Interface
import Screen

extension ReaderState {
  /// How many rows a notch of the wheel moves.
  private static let notch = 3

  package mutating func point(_ event: MouseEvent, among neighbours: Neighbours) -> [Effect] {
    if isClaimsDeskOpen {
      pointOnDesk(event)
      return []
    }
    switch event.kind {
    case .wheelUp: turn(by: -Self.notch, at: event.position)
    case .wheelDown: turn(by: Self.notch, at: event.position)
    case .press: press(at: event.position)
    case .drag: drag(to: event.position)
    case .release: pressedAt = nil
    }
    return []
  }

  private mutating func pointOnDesk(_ event: MouseEvent) {
    switch event.kind {
    case .wheelUp: moveCursor(of: .claims, by: -1)
    case .wheelDown: moveCursor(of: .claims, by: 1)
    case .press: if let row = deskHit(event.position.row) { select(row: row, of: .claims) }
    case .drag, .release: break
    }
  }

  /// A pane scrolls by entries, the text by rows.
  private mutating func turn(by rows: Int, at position: Position) {
    if let hit = paneHit(at: position), focus == .pane(hit.pane) || !plan.isWide {
      moveCursor(of: hit.pane, by: rows / Self.notch)
    } else {
      scrollRows(rows)
    }
  }

  private mutating func press(at position: Position) {
    if let hit = paneHit(at: position) {
      setFocus(.pane(hit.pane))
      if let row = hit.row { select(row: row, of: hit.pane) }
    } else if let offset = offset(at: position) {
      if selection != nil { clearSelection() }
      focus = .article
      pressedAt = offset
      moveCaret(to: offset)
    }
  }

  private mutating func drag(to position: Position) {
    guard let start = pressedAt, let offset = offset(at: position), offset != caret else { return }
    if selection == nil { selection = Selection(anchor: start, unit: .characters) }
    moveCaret(to: offset)
  }

  /// The cluster of the text at a cell, or the nearest one on its row; nil outside of the text.
  private func offset(at position: Position) -> ByteOffset? {
    let plan = self.plan
    guard plan.text.rows.contains(position.row), position.column < plan.text.right else {
      return nil
    }
    let rows = layout.rows(from: top, count: plan.text.size.rows.value)
    let index = (position.row - plan.text.top).value
    guard rows.indices.contains(index), let line = rows[index].line else { return nil }
    return layout.offset(at: max(position.column - plan.gutter, 0), on: line)
  }

  /// The pane at a cell and the row of its list; a heading has no row.
  private func paneHit(at position: Position) -> (pane: Pane, row: Int?)? {
    let area = plan.panes
    guard area.rows.contains(position.row), position.column >= area.left,
      position.column < area.right
    else { return nil }
    return PanesView(state: self, area: area).hit(position.row)
  }
}
