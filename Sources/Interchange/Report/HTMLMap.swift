// The places of an article on a map, as a drawing within the page (SVG 2).
//
// MapProjection says where a point lies, as it does for the map in the terminal.

import NewsAnalysis

/// A map with the places of an article, and the list of them for those who do not see it.
struct HTMLMap {
  private let places: [Place]
  private let located: [(place: Place, point: Place.Coordinate)]

  private static let (width, height) = (720.0, 380.0)
  /// So many places have their names on the map, as far as there is room.
  private static let labels = 14

  init(of analysis: Analysis) {
    places = analysis.places.sorted { $0.mentions.count > $1.mentions.count }
    located = places.compactMap { place in place.coordinate.map { (place, $0) } }
  }

  /// The figure; nothing when no place is known.
  func figure(id: String) -> String {
    guard !places.isEmpty else { return "" }
    let list = places.map { place in
      let country = place.country.map { " (\($0))" } ?? ""
      let note = place.note.map { ", \($0)" } ?? ""
      return "<li>\(HTML.escaped(place.name + country)) "
        + "<span class=\"muted\">\(place.mentions.count)\(HTML.escaped(note))</span></li>"
    }
    return "<section class=\"places\">\n<h3>Places</h3>\n\(located.isEmpty ? "" : drawing(id))"
      + "<ul>\n\(list.joined(separator: "\n"))\n</ul>\n</section>"
  }

  private func drawing(_ id: String) -> String {
    let projection = MapProjection(
      showing: located.map(\.point), dotsAcross: Int(Self.width), dotsDown: Int(Self.height))
    let names = located.prefix(Self.labels).map(\.place.name).joined(separator: ", ")
    return """
      <svg class="map" viewBox="0 0 \(Int(Self.width)) \(Int(Self.height))" role="img" \
      aria-labelledby="\(id)-map"><title id="\(id)-map">Map with \(HTML.escaped(names))</title>
      <path class="coast" d="\(coast(projection))"/>
      \(pins(projection))
      </svg>

      """
  }

  /// The edges of coasts that cross the window, joined where one goes on from the other.
  private func coast(_ projection: MapProjection) -> String {
    var path = ""
    var pen: (x: Double, y: Double)?
    WorldOutline.embedded.forEachEdge { kind, start, end, _ in
      guard kind == .coast else { return }
      let (a, b) = (Self.point(start, projection), Self.point(end, projection))
      guard !projection.isBehind(start, end), Self.shows(a, b) else {
        pen = nil
        return
      }
      if pen.map({ $0.x != a.x || $0.y != a.y }) ?? true { path += "M\(Self.pair(a))" }
      path += "L\(Self.pair(b))"
      pen = b
    }
    return path
  }

  private func pins(_ projection: MapProjection) -> String {
    var taken: [(x: ClosedRange<Double>, y: ClosedRange<Double>)] = []
    return located.enumerated().map { index, entry in
      let at = Self.point(entry.point, projection)
      let name = entry.place.name
      let dot = "<circle cx=\"\(Self.decimal(at.x))\" cy=\"\(Self.decimal(at.y))\" r=\"4\"/>"
      let length = Double(name.count) * 7
      let isLeft = at.x + 8 + length > Self.width
      let start = isLeft ? at.x - 8 - length : at.x + 8
      let box = (x: start...(start + length), y: (at.y - 9)...(at.y + 6))
      let collides = taken.contains { $0.x.overlaps(box.x) && $0.y.overlaps(box.y) }
      guard index < Self.labels, !collides else { return dot }
      taken.append(box)
      let anchor = isLeft ? " text-anchor=\"end\"" : ""
      let x = Self.decimal(isLeft ? at.x - 8 : at.x + 8)
      return dot
        + "<text x=\"\(x)\" y=\"\(Self.decimal(at.y + 4))\"\(anchor)>\(HTML.escaped(name))</text>"
    }
    .joined(separator: "\n")
  }

  private static func pair(_ point: (x: Double, y: Double)) -> String {
    "\(decimal(point.x)) \(decimal(point.y))"
  }

  private static func decimal(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let rest = abs(tenths) % 10
    return "\(sign)\(abs(tenths) / 10)" + (rest == 0 ? "" : ".\(rest)")
  }

  /// A point of the drawing, to a tenth of its units.
  private static func point(
    _ coordinate: Place.Coordinate, _ projection: MapProjection
  ) -> (x: Double, y: Double) {
    let dot = projection.dot(of: coordinate)
    return ((dot.x * 10).rounded() / 10, (dot.y * 10).rounded() / 10)
  }

  /// Whether an edge may be seen.
  private static func shows(
    _ a: (x: Double, y: Double), _ b: (x: Double, y: Double)
  ) -> Bool {
    max(a.x, b.x) >= 0 && min(a.x, b.x) <= width && max(a.y, b.y) >= 0 && min(a.y, b.y) <= height
  }
}
