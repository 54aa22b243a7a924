// Which places a name may mean, for a reader who knows better than the program.

import ArticleModel

/// A place that a name may mean.
package struct PlaceChoice: Hashable, Sendable {
  /// The place, under the name that was asked for.
  package let place: Place
  /// What it is: "city", "capital", "country", "division" …
  package let kind: String
  /// The state, province or the like that it lies in; nil where its name is not known.
  package let division: String?
}

/// Where a place lies as seen from another one.
package struct PlaceBearing: Hashable, Sendable {
  /// How far away it is, along the surface.
  package let kilometres: Int
  /// "N", "NE" …: in which of eight directions it lies.
  package let direction: String

  /// Sees one place from another.
  package init(of place: Place.Coordinate, from other: Place.Coordinate) {
    kilometres = Int(GlobePosition(place).distance(to: GlobePosition(other)).rounded())
    direction = Self.direction(of: place, from: other)
  }

  /// The direction on a flat map with the scale of the place between them: enough for an eighth of the compass.
  private static func direction(of place: Place.Coordinate, from other: Place.Coordinate) -> String
  {
    let north = place.latitude - other.latitude
    let turn = place.longitude - other.longitude
    let short = turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn
    let middle = (place.latitude + other.latitude) / 2
    // The cosine, near enough, without a library for it.
    let east = short * max(1 - middle * middle / 6_566, 0.05)
    let (n, e) = (north.magnitude, east.magnitude)
    // Beyond two fifths of the other, a direction is part of the name.
    let vertical = n * 5 > e * 2 ? (north > 0 ? "N" : "S") : ""
    let horizontal = e * 5 > n * 2 ? (east > 0 ? "E" : "W") : ""
    return vertical + horizontal
  }
}

/// The names of first-level divisions by country and number in the gazetteer.
private struct Divisions {
  private struct Key: Hashable {
    let country: UInt8
    let division: UInt16
  }

  private let names: [Key: String]

  static let embedded = Divisions(of: .embedded)

  init(of gazetteer: Gazetteer) {
    var names: [Key: String] = [:]
    for (code, divisions) in DivisionNames.byCountry {
      guard let country = gazetteer.country(of: code) else { continue }
      for name in divisions {
        let places = gazetteer.candidates(for: NameHash(name).value).map {
          gazetteer.place($0.place)
        }
        let named = places.first { $0.kind == .division && $0.country == country }
        if let named { names[Key(country: country, division: named.division)] = name }
      }
    }
    self.names = names
  }

  /// The name of the division that a place lies in; nil for one that is itself a division, or of no known one.
  func name(of place: GazetteerPlace) -> String? {
    if place.kind == .division || place.division == 0 { return nil }
    return names[Key(country: place.country, division: place.division)]
  }
}

extension PlaceChoice {
  /// The places that the gazetteer has under a name, the most important first; none when it does not know
  /// the name.
  package static func choices(for name: String) -> [PlaceChoice] {
    let gazetteer = Gazetteer.embedded
    return gazetteer.candidates(for: NameHash(name).value).compactMap { candidate in
      if candidate.flags.contains(.demonym) { return nil }
      let found = gazetteer.place(candidate.place)
      return PlaceChoice(
        place: Place(
          name: name, country: gazetteer.code(of: found.country), coordinate: found.coordinate,
          note: gazetteer.note(of: found.id)),
        kind: "\(found.kind)", division: Divisions.embedded.name(of: found))
    }
  }
}
