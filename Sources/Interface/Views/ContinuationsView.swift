// What may follow the keys that were begun, for whoever hesitates: read off the live keymap.

import Screen

/// Draws the keys that may follow.
struct ContinuationsView {
  let stage: Stage
  /// The keys that were begun.
  let begun: [Key]
  /// What may follow.
  let items: [Continuation]

  func draw(into frame: inout Frame) {
    let heading = begun.map { Key.hint(for: [$0]) }.joined(separator: " ")
    let room = max(stage.size.columns.value - 6, 10)
    let width = min((items.map(\.width).max() ?? 0) + 3, room)
    let isLow = stage.size.rows < Popup.leastRowsForBorder
    let available = max(isLow ? stage.size.rows.value - 1 : stage.bodyEnd.value - 3, 1)
    let columnCount = max(min(room / width, (items.count + 5) / 6), 1)
    let rows = min((items.count + columnCount - 1) / columnCount, available)
    let popup = Popup(stage: stage, title: "\(heading) …")
    let area = popup.open(rows: Row(rows), columns: Column(columnCount * width), into: &frame)
    let shown = min(rows, area.size.rows.value)
    guard shown > 0 else { return }
    for (number, item) in fitting(items, count: shown * columnCount).enumerated() {
      let position = Position(
        row: area.top + Row(number % shown), column: area.left + Column(number / shown * width))
      let limit = min(position.column + Column(width - 1), area.right)
      draw(item, at: position, limit: limit, into: &frame)
    }
  }

  /// As many as there is room for; the last line says how many there are beside.
  private func fitting(_ items: [Continuation], count: Int) -> [Continuation] {
    if items.count <= count { return items }
    let kept = items.prefix(max(count - 1, 0))
    return kept + [Continuation(keys: "…", help: "\(items.count - kept.count) more")]
  }

  private func draw(
    _ item: Continuation, at position: Position, limit: Column, into frame: inout Frame
  ) {
    let end = frame.write(item.keys, at: position, style: stage.theme[.popupKey], limit: limit)
    let text = Position(row: position.row, column: end + 1)
    let room = max(limit - end - 1, 0)
    frame.write(
      item.help.truncated(to: room), at: text, style: stage.theme[.popup], limit: limit)
  }
}

extension Continuation {
  fileprivate var width: Int { keys.displayWidth.value + 1 + help.displayWidth.value }
}
