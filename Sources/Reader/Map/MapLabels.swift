// The places on a map and their names: each name beside, above or below its place, where nothing else is.

import Interface
import NewsAnalysis
import Screen

/// Draws pins and names over a map.
struct MapLabels {
  let pins: [MapPin]
  let projection: MapProjection
  let area: Area
  let theme: Theme

  func draw(into frame: inout Frame) {
    // The selected one is drawn last, so that no other covers it, but named first.
    let placed = pins.compactMap { pin in position(of: pin).map { (pin: pin, at: $0) } }
    var taken = Set(placed.map(\.at))
    for (pin, place) in placed.sorted(by: { !$0.pin.isSelected && $1.pin.isSelected }) {
      frame.write(
        pin.isSelected ? "◉" : "•", at: place, style: style(pin), limit: area.right)
      if pin.isSelected { frame.cursor = place }
    }
    let byWeight = placed.sorted {
      ($0.pin.isSelected ? 1 : 0, $0.pin.mentions) > ($1.pin.isSelected ? 1 : 0, $1.pin.mentions)
    }
    for (pin, place) in byWeight {
      let name = pin.name.truncated(to: 24)
      guard let start = room(for: name.displayWidth, beside: place, taken) else { continue }
      frame.write(name, at: start, style: style(pin), limit: area.right)
      for column in start.column..<start.column + name.displayWidth {
        taken.insert(Position(row: start.row, column: column))
      }
    }
  }

  private func style(_ pin: MapPin) -> Style {
    theme[pin.isSelected ? .mapPlaceSelected : .mapPlace]
  }

  /// The cell of a pin; nil when it is not on the map.
  private func position(of pin: MapPin) -> Position? {
    let dot = projection.dot(of: pin.coordinate)
    guard dot.x >= 0, dot.y >= 0 else { return nil }
    let (column, row) = (Int(dot.x) / 2, Int(dot.y) / 4)
    guard column < area.size.columns.value, row < area.size.rows.value else { return nil }
    return Position(row: area.top + Row(row), column: area.left + Column(column))
  }

  /// Where a name of some width has room next to its pin: right, left, below, above.
  private func room(for width: Column, beside pin: Position, _ taken: Set<Position>) -> Position? {
    let left = pin.column - width - 1
    let centered = pin.column - Column(width.value / 2)
    let candidates = [
      Position(row: pin.row, column: pin.column + 2), Position(row: pin.row, column: left),
      Position(row: pin.row + 1, column: centered), Position(row: pin.row - 1, column: centered),
      Position(row: pin.row + 1, column: pin.column + 1),
      Position(row: pin.row - 1, column: pin.column + 1),
      Position(row: pin.row + 1, column: left), Position(row: pin.row - 1, column: left),
    ]
    return candidates.first { start in
      guard area.rows.contains(start.row), start.column >= area.left,
        start.column + width <= area.right
      else { return false }
      // A blank on each side, so that names do not run together.
      return (start.column - 1..<start.column + width + 1).allSatisfy { column in
        let cell = Position(row: start.row, column: column)
        return cell == pin || !taken.contains(cell)
      }
    }
  }
}
