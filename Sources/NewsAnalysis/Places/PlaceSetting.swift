// What an article is about, geographically: the countries, divisions and points that its names share.

import ArticleModel

#if canImport(Glibc)
  import Glibc
#endif

/// The places that the names of an article mean so far, as votes for countries, divisions and points.
struct PlaceSetting {
  private let demonyms: [UInt8: Int]
  private var countries: [UInt8: Double] = [:]
  private var divisions: [UInt32: Double] = [:]
  private var points: [(coordinate: Place.Coordinate, weight: Double)] = []
  private var total = 0.0
  /// Distances are measured to this many places, so that the time stays linear.
  private static let mostPoints = 40

  /// Votes for nowhere, so that a single other name decides little.
  private static let doubt = 1.5

  init(demonyms: [UInt8: Int]) { self.demonyms = demonyms }

  /// Counts the votes anew.
  mutating func vote(_ names: [NamedPlace]) {
    countries = demonyms.mapValues { 0.5 * Double($0).squareRoot() }
    divisions = [:]
    points = []
    for name in names {
      guard let place = name.chosen else { continue }
      if place.country != 0 { countries[place.country, default: 0] += name.weight }
      if place.division != 0 { divisions[place.divisionKey, default: 0] += name.weight }
      if let coordinate = place.coordinate, !place.isDivisionOrCountry,
        points.count < Self.mostPoints
      {
        points.append((coordinate, name.weight))
      }
    }
    total = countries.values.reduce(0, +)
  }

  /// The country of most votes when it has half of them, else 0.
  var mainCountry: UInt8 {
    guard let first = countries.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      first.value * 2 >= total
    else { return 0 }
    return first.key
  }

  /// The share of the other names' votes for the country of a place, from 0 to 1.
  func countryShare(of place: GazetteerPlace, for name: NamedPlace) -> Double {
    guard place.country != 0 else { return 0 }
    let isOwn = name.chosen?.country == place.country
    return share((countries[place.country] ?? 0) - (isOwn ? name.weight : 0), name)
  }

  /// The share of the other names' votes for the division of a place, from 0 to 1.
  func divisionShare(of place: GazetteerPlace, for name: NamedPlace) -> Double {
    guard place.division != 0 else { return 0 }
    let isOwn = name.chosen.map { $0.divisionKey == place.divisionKey } ?? false
    return share((divisions[place.divisionKey] ?? 0) - (isOwn ? name.weight : 0), name)
  }

  private func share(_ votes: Double, _ name: NamedPlace) -> Double {
    let others = total - (name.chosen.map { $0.country != 0 } ?? false ? name.weight : 0)
    return others > 0.1 ? max(0, min(votes / (others + Self.doubt), 1)) : 0
  }

  /// How many of the other points lie within `reach` kilometres, by distance, from 0 to 1.
  func nearness(of place: GazetteerPlace, for name: NamedPlace, reach: Double) -> Double {
    guard let here = place.coordinate else { return 0 }
    let own = name.chosen?.coordinate
    var (near, all) = (0.0, Self.doubt)
    for (other, weight) in points where other != own {
      all += weight
      let distance = here.distance(to: other)
      if distance < reach { near += weight * (1 - distance / reach) }
    }
    return near / all
  }
}

extension NamedPlace {
  /// The place that it is taken for.
  var chosen: GazetteerPlace? { choice.map { candidates[$0] } }

  /// The weight of its vote: names that are used often count more, but not in proportion.
  var weight: Double { Double(count).squareRoot() }
}

extension GazetteerPlace {
  /// Identifies the division among those of all countries.
  var divisionKey: UInt32 { UInt32(country) << 16 | UInt32(division) }

  /// Whether other places lie in it by definition.
  var isDivisionOrCountry: Bool { kind == .country || kind == .division }

  /// Whether another place lies in this country or division.
  func holds(_ place: GazetteerPlace) -> Bool {
    guard id != place.id, country != 0, place.country == country else { return false }
    return kind == .country || (division != 0 && division == place.division)
  }
}

extension Place.Coordinate {
  /// The distance along the great circle in kilometres (haversine formula, mean radius 6,371 km).
  func distance(to other: Place.Coordinate) -> Double {
    let radians = Double.pi / 180
    let latitudes = sin((other.latitude - latitude) * radians / 2)
    let longitudes = sin((other.longitude - longitude) * radians / 2)
    let chord =
      latitudes * latitudes
      + cos(latitude * radians) * cos(other.latitude * radians) * longitudes * longitudes
    return 12_742 * asin(min(1, chord.squareRoot()))
  }
}
