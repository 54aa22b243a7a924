// The places of an article on a map, as a drawing within the page (SVG 2).
//
// Equirectangular, with its standard parallel in the middle of what is shown, as on the reader's map.

import NewsAnalysis

/// A map with the places of an article, and the list of them for those who do not see it.
struct HTMLMap {
  private let places: [Place]
  private let located: [(place: Place, point: Place.Coordinate)]

  private static let (width, height) = (720.0, 380.0)
  /// The least part of the world that is shown, in degrees from north to south.
  private static let leastHeight = 12.0
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
    let window = Window(showing: located.map(\.point), width: Self.width, height: Self.height)
    let names = located.prefix(Self.labels).map(\.place.name).joined(separator: ", ")
    return """
      <svg class="map" viewBox="0 0 \(Int(Self.width)) \(Int(Self.height))" role="img" \
      aria-labelledby="\(id)-map"><title id="\(id)-map">Map with \(HTML.escaped(names))</title>
      <path class="coast" d="\(coast(window))"/>
      \(pins(window))
      </svg>

      """
  }

  /// The edges of coasts that cross the window, joined where one goes on from the other.
  private func coast(_ window: Window) -> String {
    var path = ""
    var pen: (x: Double, y: Double)?
    WorldOutline.embedded.forEachEdge { kind, start, end, _ in
      guard kind == .coast else { return }
      let (a, b) = (window.point(start), window.point(end))
      guard window.shows(a, b) else {
        pen = nil
        return
      }
      if pen.map({ $0.x != a.x || $0.y != a.y }) ?? true { path += "M\(Self.pair(a))" }
      path += "L\(Self.pair(b))"
      pen = b
    }
    return path
  }

  private func pins(_ window: Window) -> String {
    var taken: [(x: ClosedRange<Double>, y: ClosedRange<Double>)] = []
    return located.enumerated().map { index, entry in
      let at = window.point(entry.point)
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

  /// The part of the world that is shown.
  private struct Window {
    private let west: Double, north: Double, scale: Double, narrowing: Double
    private let width: Double, height: Double

    init(showing points: [Place.Coordinate], width: Double, height: Double) {
      (self.width, self.height) = (width, height)
      let latitudes = points.map(\.latitude), longitudes = points.map(\.longitude)
      let (south, top) = (latitudes.min() ?? -60, latitudes.max() ?? 80)
      let (left, right) = (longitudes.min() ?? -180, longitudes.max() ?? 180)
      let middle = (south + top) / 2
      narrowing = max(1 - (middle / 90) * (middle / 90), 0.3)
      let tall = max((top - south) * 1.3, HTMLMap.leastHeight)
      let wide = max((right - left) * 1.3 * narrowing, HTMLMap.leastHeight * width / height)
      scale = min(height / tall, width / wide)
      west = (left + right) / 2 - width / scale / narrowing / 2
      north = middle + height / scale / 2
    }

    func point(_ coordinate: Place.Coordinate) -> (x: Double, y: Double) {
      let x = (coordinate.longitude - west) * narrowing * scale
      let y = (north - coordinate.latitude) * scale
      return ((x * 10).rounded() / 10, (y * 10).rounded() / 10)
    }

    /// Whether an edge may be seen.
    func shows(_ a: (x: Double, y: Double), _ b: (x: Double, y: Double)) -> Bool {
      max(a.x, b.x) >= 0 && min(a.x, b.x) <= width && max(a.y, b.y) >= 0 && min(a.y, b.y) <= height
    }
  }
}
