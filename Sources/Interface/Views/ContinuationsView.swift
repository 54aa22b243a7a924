// What may follow the keys that were begun, for whoever hesitates: read off the live keymap.

import Screen

/// Draws the keys that may follow.
package struct ContinuationsView {
  package let state: any Surface
  /// The keys that were begun.
  let begun: [Key]
  let context: KeyContext

  /// Shows what may follow keys in a context.
  package init(state: any Surface, begun: [Key], context: KeyContext) {
    self.state = state
    self.begun = begun
    self.context = context
  }

  private struct Item {
    var keys: String
    var text: String
    var width: Int { keys.displayWidth.value + 1 + text.displayWidth.value }
  }

  package func draw(into frame: inout Frame) {
    let items = self.items
    let heading = begun.map { Key.hint(for: [$0]) }.joined(separator: " ")
    let room = max(state.size.columns.value - 6, 10)
    let width = min((items.map(\.width).max() ?? 0) + 3, room)
    let isLow = state.size.rows < Popup.leastRowsForBorder
    let available = max(isLow ? state.size.rows.value - 1 : state.bodyEnd.value - 3, 1)
    let columnCount = max(min(room / width, (items.count + 5) / 6), 1)
    let rows = min((items.count + columnCount - 1) / columnCount, available)
    let popup = Popup(state: state, title: "\(heading) …")
    let area = popup.open(rows: Row(rows), columns: Column(columnCount * width), into: &frame)
    let shown = min(rows, area.size.rows.value)
    for (number, item) in fitting(items, count: shown * columnCount).enumerated() {
      let position = Position(
        row: area.top + Row(number % shown), column: area.left + Column(number / shown * width))
      let limit = min(position.column + Column(width - 1), area.right)
      draw(item, at: position, limit: limit, into: &frame)
    }
  }

  /// As many as there is room for; the last line says how many there are beside.
  private func fitting(_ items: [Item], count: Int) -> [Item] {
    if items.count <= count { return items }
    let kept = items.prefix(max(count - 1, 0))
    return kept + [Item(keys: "…", text: "\(items.count - kept.count) more")]
  }

  private func draw(_ item: Item, at position: Position, limit: Column, into frame: inout Frame) {
    let end = frame.write(item.keys, at: position, style: state.theme[.popupKey], limit: limit)
    let text = Position(row: position.row, column: end + 1)
    let room = max(limit - end - 1, 0)
    frame.write(
      item.text.truncated(to: room), at: text, style: state.theme[.popup], limit: limit)
  }

  private var items: [Item] {
    state.keymap.continuations(of: begun, in: context).map { binding in
      Item(
        keys: Key.hint(for: binding.keys.dropFirst(begun.count)),
        text: binding.action.description.help)
    }
  }
}
