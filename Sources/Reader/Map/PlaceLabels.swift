// What tells places of the same name apart: their state, else how far they are from a place that the article
// names, and, if all else is the same, their position.
//
//     city · Alabama, US
//     city · DE · 64 km NE of Lübeck
//     city · Illinois, US · 39.8° N 89.6° W

import NewsAnalysis

/// The labels of several places that a name may mean.
struct PlaceLabels {
  /// A label for each choice, in their order.
  let all: [String]

  /// Farther away than this, a place of the article says nothing.
  private static let reach = 600
  /// Nearer than this, it is the same place.
  private static let same = 3

  /// - Parameter known: places of the article, from which distances are told.
  init(_ choices: [PlaceChoice], known: [Place]) {
    let labels = choices.map { Self.label(of: $0, known: known) }
    let counts = Dictionary(labels.map { ($0, 1) }, uniquingKeysWith: +)
    all = zip(choices, labels).map { choice, label in
      guard counts[label] ?? 0 > 1, let point = choice.place.coordinate else { return label }
      return "\(label) · \(Self.degrees(point, digits: 1))"
    }
  }

  private static func label(of choice: PlaceChoice, known: [Place]) -> String {
    let country = choice.place.country ?? "no country"
    if let division = choice.division { return "\(choice.kind) · \(division), \(country)" }
    guard let point = choice.place.coordinate else { return "\(choice.kind) · \(country)" }
    let place = bearing(of: choice, at: point, known: known) ?? degrees(point, digits: 0)
    return "\(choice.kind) · \(country) · \(place)"
  }

  /// "64 km NE of Lübeck": seen from the nearest place that the article names otherwise.
  private static func bearing(
    of choice: PlaceChoice, at point: Place.Coordinate, known: [Place]
  ) -> String? {
    let bearings = known.compactMap { place -> (PlaceBearing, Place)? in
      guard place.name != choice.place.name, place.country == choice.place.country,
        let other = place.coordinate
      else { return nil }
      return (PlaceBearing(of: point, from: other), place)
    }.filter { same...reach ~= $0.0.kilometres }
    return bearings.min { $0.0.kilometres < $1.0.kilometres }.map { bearing, place in
      "\(bearing.kilometres) km \(bearing.direction) of \(place.name)"
    }
  }

  private static func degrees(_ point: Place.Coordinate, digits: Int) -> String {
    func told(_ value: Double, _ positive: String, _ negative: String) -> String {
      let tenths = Int((value.magnitude * 10).rounded())
      let whole = Int(value.magnitude.rounded())
      let number = digits == 0 ? "\(whole)" : "\(tenths / 10).\(tenths % 10)"
      return "\(number)° \(value < 0 ? negative : positive)"
    }
    return told(point.latitude, "N", "S") + " " + told(point.longitude, "E", "W")
  }
}
