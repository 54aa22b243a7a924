// A map of the places of an article: coast in braille, the places on it, names where there is room.

import Interface
import NewsAnalysis
import Screen

/// A place on a map.
package struct MapPin: Hashable, Sendable {
  /// Its name.
  package var name: String
  /// Where it lies, in degrees.
  package var coordinate: Place.Coordinate
  /// How often it is mentioned: names of the most mentioned are placed first.
  package var mentions: Int
  /// Whether it is the one that the reader looks at.
  package var isSelected: Bool

  /// Puts a place on a map.
  package init(
    name: String, coordinate: Place.Coordinate, mentions: Int = 1, isSelected: Bool = false
  ) {
    self.name = name
    self.coordinate = coordinate
    self.mentions = mentions
    self.isSelected = isSelected
  }
}

extension Findings {
  /// The places that have a point, the most mentioned first; `selected` is a place in `placeOrder`.
  package func pins(selected: Int? = nil) -> [MapPin] {
    placeOrder.enumerated().compactMap { rank, number in
      let place = analysis.places[number]
      return place.coordinate.map {
        MapPin(
          name: place.name, coordinate: $0, mentions: place.mentions.count,
          isSelected: rank == selected)
      }
    }
  }
}

/// Draws a map of the part of the world that pins lie in.
package struct PlaceMap {
  /// What is shown on it.
  package var pins: [MapPin]
  /// Steps nearer to the selected pin, or, when negative, further away.
  package var zoom = 0
  /// Whether borders are drawn; disputed ones are dashed.
  package var showsBorders = false

  /// A map that shows all of `pins`; the world when there are none.
  package init(pins: [MapPin]) { self.pins = pins }

  /// Draws the map, and puts the frame's cursor on the selected pin.
  package func draw(into frame: inout Frame, area: Area, theme: Theme) {
    guard area.size.rows > 0, area.size.columns > 0 else { return }
    var (coast, borders) = (BrailleCanvas(size: area.size), BrailleCanvas(size: area.size))
    let projection = MapProjection(
      showing: pins.map(\.coordinate), zoom: zoom,
      focus: pins.first(where: \.isSelected)?.coordinate,
      dotsAcross: coast.width, dotsDown: coast.height)
    drawOutline(projection, &coast, &borders)
    for (canvas, role) in [(borders, Role.mapBorder), (coast, .mapCoast)] {
      put(canvas, style: theme[role], in: area, into: &frame)
    }
    MapLabels(pins: pins, projection: projection, area: area, theme: theme).draw(into: &frame)
  }

  private func drawOutline(
    _ projection: MapProjection, _ coast: inout BrailleCanvas, _ borders: inout BrailleCanvas
  ) {
    var (solid, dashes) = (Int?.none, Int?.none)
    WorldOutline.embedded.forEachEdge { kind, start, end, isFirst in
      if projection.isBehind(start, end) { return }
      let (from, to) = (projection.dot(of: start), projection.dot(of: end))
      if isFirst { dashes = 0 }
      switch kind {
      case .coast: coast.line(from: from, to: to, phase: &solid)
      case .border where showsBorders: borders.line(from: from, to: to, phase: &solid)
      case .disputedBorder where showsBorders: borders.line(from: from, to: to, phase: &dashes)
      default: break
      }
    }
  }

  private func put(
    _ canvas: BrailleCanvas, style: Style, in area: Area, into frame: inout Frame
  ) {
    for row in 0..<canvas.rows {
      for column in 0..<canvas.columns {
        guard let character = canvas.character(row: row, column: column) else { continue }
        let place = Position(row: area.top + Row(row), column: area.left + Column(column))
        frame.write(character, at: place, style: style, limit: area.right)
      }
    }
  }
}
