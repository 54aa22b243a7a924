// A part of a frame that was drawn once and is laid into others, where nothing has changed.

/// The cells of an area of a frame and the addresses behind them.
package struct FramePart: Equatable, Sendable {
  /// Where the cells stood, and stand again.
  package let area: Area
  fileprivate let cells: [Cell]
  fileprivate let links: [FrameLink]
}

extension Frame {
  /// What stands in an area of the frame, as far as that lies inside it.
  package func part(_ area: Area) -> FramePart {
    let inside = clamp(area)
    var part: [Cell] = []
    part.reserveCapacity(inside.size.rows.value * inside.size.columns.value)
    for row in inside.rows { part += cells[places(of: row, inside)] }
    return FramePart(
      area: inside, cells: part, links: links.filter { inside.contains($0.position) })
  }

  /// Lays a part of another frame where it stood in that. Wide glyphs at its edges must lie wholly in it.
  package mutating func lay(_ part: FramePart) {
    let area = clamp(part.area)
    guard area == part.area else { return }
    let width = area.size.columns.value
    for (number, row) in area.rows.enumerated() {
      let stretch = part.cells[number * width..<(number + 1) * width]
      cells.replaceSubrange(places(of: row, area), with: stretch)
    }
    part.links.forEach { add($0) }
  }

  /// The cells of a row from a position to the right, up to but not into `limit`, as far as they are inside.
  package func cells(from position: Position, to limit: Column) -> [Cell] {
    guard area.rows.contains(position.row) else { return [] }
    let end = min(limit, size.columns)
    guard position.column >= 0, position.column < end else { return [] }
    let start = position.row.value * size.columns.value
    return Array(cells[start + position.column.value..<start + end.value])
  }

  /// Lays cells from a position to the right, up to but not into `limit`. A wide glyph that does not fit is
  /// left out with what follows.
  package mutating func lay(_ part: [Cell], from position: Position, limit: Column) {
    guard position.row >= 0, position.row < size.rows, position.column >= 0 else { return }
    let room = (min(limit, size.columns) - position.column).value
    var count = max(min(part.count, room), 0)
    if count < part.count, part[count].glyph == nil { count -= 1 }
    guard count > 0 else { return }
    let start = position.row.value * size.columns.value + position.column.value
    cells.replaceSubrange(start..<start + count, with: part[..<count])
  }

  /// The indices in `cells` of a row of an area.
  private func places(of row: Row, _ area: Area) -> Range<Int> {
    let start = row.value * size.columns.value + area.left.value
    return start..<start + area.size.columns.value
  }

  private func clamp(_ area: Area) -> Area {
    let top = min(max(area.top, 0), size.rows), bottom = min(max(area.bottom, top), size.rows)
    let left = min(max(area.left, 0), size.columns)
    let right = min(max(area.right, left), size.columns)
    return Area(row: top, column: left, rows: bottom - top, columns: right - left)
  }
}

extension Area {
  fileprivate func contains(_ position: Position) -> Bool {
    rows.contains(position.row) && position.column >= left && position.column < right
  }
}
