// Decides which place each name means: of the twenty Springfields, the one that fits the article.

import ArticleModel

#if canImport(Glibc)
  import Glibc
#endif

/// Chooses among the places of the same name.
///
/// Each candidate is scored by its kind and size, by what the article says right there ("Paris,
/// Texas"), by the countries and divisions that the article is about, and by its distance from the
/// other places. Two rounds: in the first the names vote with what they mean by themselves.
struct PlaceResolver {
  var names: [NamedPlace]
  let uses: [PlaceUse]
  /// How often each country is meant by a word like "French".
  let demonyms: [UInt8: Int]

  private var countries: [UInt8: Double] = [:]
  private var divisions: [UInt32: Double] = [:]
  private var centres: [(place: Place.Coordinate, weight: Double)] = []

  init(names: [NamedPlace], uses: [PlaceUse], demonyms: [UInt8: Int]) {
    self.names = names
    self.uses = uses
    self.demonyms = demonyms
  }

  /// Sets the choice of each name.
  mutating func resolve() {
    let containers = containersByName()
    for round in 0..<3 {
      for index in names.indices where !names[index].candidates.isEmpty {
        let scores = names[index].candidates.map {
          score($0, of: index, containers[index] ?? [], isFirst: round == 0)
        }
        names[index].choice = scores.indices.max { scores[$0] < scores[$1] }
      }
      vote()
    }
  }

  /// The place that a use means, when what stands beside it says otherwise than the name alone.
  func place(of use: PlaceUse) -> GazetteerPlace? {
    let name = names[use.name]
    guard let choice = name.choice else { return nil }
    let usual = name.candidates[choice]
    guard let container = use.container, let outer = self.usual(uses[container].name),
      !outer.holds(usual)
    else { return usual }
    return name.candidates.first { outer.holds($0) } ?? usual
  }

  private func usual(_ index: Int) -> GazetteerPlace? {
    names[index].choice.map { names[index].candidates[$0] }
  }

  /// For each name, the names that are given as holding it.
  private func containersByName() -> [Int: [Int]] {
    var containers: [Int: [Int]] = [:]
    for use in uses {
      if let container = use.container {
        containers[use.name, default: []].append(uses[container].name)
      }
    }
    return containers
  }

  // MARK: Scores

  private func score(
    _ place: GazetteerPlace, of index: Int, _ containers: [Int], isFirst: Bool
  ) -> Double {
    var score = Double(place.size) * 0.5 + Self.prior(place)
    for container in containers {
      let outers = names[container].candidates
      if outers.contains(where: { $0.isDivisionOrCountry && $0.holds(place) }) { score += 8 }
    }
    guard !isFirst else { return score }
    let all = max(countries.values.reduce(0, +), 1)
    score += 4 * (countries[place.country] ?? 0) / all
    if place.division != 0 {
      score += 5 * min((divisions[place.divisionKey] ?? 0) / all, 0.6)
    }
    return score + 3 * nearness(of: place, all: all)
  }

  private static func prior(_ place: GazetteerPlace) -> Double {
    switch place.kind {
    case .country, .continent: 8
    case .seat, .historic: 6
    case .contested, .region: 5
    case .division, .capital: 3
    case .water, .mountain, .island: 1
    case .area, .district, .building: 1
    case .county: -2
    case .city: 0
    }
  }

  /// How much of the article lies near a place, from 0 to 1.
  private func nearness(of place: GazetteerPlace, all: Double) -> Double {
    guard let here = place.coordinate else { return 0 }
    var sum = 0.0
    for (other, weight) in centres {
      let distance = here.distance(to: other)
      if distance > 1, distance < 1500 { sum += weight * (1 - distance / 1500) }
    }
    return min(sum / all, 1)
  }

  // MARK: Votes

  /// Counts which countries and divisions the article is about.
  private mutating func vote() {
    countries = demonyms.mapValues { 0.5 * Double($0).squareRoot() }
    divisions = [:]
    centres = []
    for (index, name) in names.enumerated() {
      guard let place = usual(index) else { continue }
      let weight = Double(name.count).squareRoot()
      if place.country != 0 { countries[place.country, default: 0] += weight }
      if place.division != 0 { divisions[place.divisionKey, default: 0] += weight }
      if let coordinate = place.coordinate, centres.count < Self.mostCentres,
        !place.isDivisionOrCountry
      {
        centres.append((coordinate, weight))
      }
    }
  }

  /// Distances are measured to this many places, so that the time stays linear.
  private static let mostCentres = 40
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
