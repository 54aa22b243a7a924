// What an article is about, geographically: the countries, divisions and points that its names share.

import ArticleModel

/// The places that the names of an article mean so far, as votes for countries, divisions and points.
struct PlaceSetting {
  private let demonyms: [UInt8: Int]
  private let home: Home?
  private var witnesses: LocalWitnesses
  /// The votes for each country, by its number.
  private var countries = [Double](repeating: 0, count: 256)
  private var divisions: [UInt32: Double] = [:]
  private var points: [(position: GlobePosition, weight: Double)] = []
  private var total = 0.0
  /// Distances are measured to this many places, so that the time stays linear.
  private static let mostPoints = 40

  /// Votes for nowhere, so that a single other name decides little.
  private static let doubt = 1.5

  /// Takes how often each country is meant by a word like "French", and where the outlet is at home.
  init(demonyms: [UInt8: Int], home: Home?) {
    self.demonyms = demonyms
    self.home = home
    witnesses = LocalWitnesses(home: home)
  }

  /// Counts the votes anew; `positions` has those of each name's candidates.
  mutating func vote(_ names: [NamedPlace], _ positions: [[GlobePosition?]]) {
    countries = [Double](repeating: 0, count: 256)
    for (country, count) in demonyms {
      countries[Int(country)] = 0.5 * Double(count).squareRoot()
    }
    divisions = [:]
    points = []
    witnesses = LocalWitnesses(home: home)
    for name in names where name.candidates.isEmpty { witnesses.addUnknown(name) }
    for (name, positions) in zip(names, positions) {
      guard let choice = name.choice else { continue }
      let place = name.candidates[choice]
      if place.country != 0 { countries[Int(place.country)] += name.weight }
      if place.division != 0 { divisions[place.divisionKey, default: 0] += name.weight }
      witnesses.add(place, at: positions[choice], weight: name.weight)
      if let position = positions[choice], !place.isDivisionOrCountry,
        points.count < Self.mostPoints
      {
        points.append((position, name.weight))
      }
    }
    total = countries.reduce(0, +)
  }

  /// The country of most votes when it has half of them, else 0.
  var mainCountry: UInt8 {
    var main = 0
    for country in countries.indices where countries[country] > countries[main] { main = country }
    return countries[main] > 0 && countries[main] * 2 >= total ? UInt8(main) : 0
  }

  /// The share of the other names' votes for the country of a place, from 0 to 1.
  func countryShare(of place: GazetteerPlace, for name: NamedPlace) -> Double {
    guard place.country != 0 else { return 0 }
    let isOwn = name.chosen?.country == place.country
    return share(countries[Int(place.country)] - (isOwn ? name.weight : 0), name)
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

  /// How many of the other points lie within 1,500 and within 250 kilometres, by distance, from 0 to 1;
  /// `own` is where the name's own place lies so far.
  func nearness(
    of here: GlobePosition, own: GlobePosition?
  ) -> (region: Double, vicinity: Double) {
    var (region, vicinity, all) = (0.0, 0.0, Self.doubt)
    for (other, weight) in points where other != own {
      all += weight
      guard here.isWithin(Self.regionReach, of: other) else { continue }
      let distance = here.distance(to: other)
      region += weight * max(0, 1 - distance / Self.regionReach.kilometres)
      vicinity += weight * max(0, 1 - distance / 250)
    }
    return (region / all, vicinity / all)
  }

  /// How far the other names bear out that the article is about the surroundings of a place, from 0 to 1;
  /// `own` is where the name's own place lies so far.
  func standing(
    of place: GazetteerPlace, at position: GlobePosition?,
    among neighbours: PlaceCompany.Neighbours,
    own: GlobePosition?
  ) -> Double {
    witnesses.standing(of: place, at: position, among: neighbours, own: own)
  }

  private static let regionReach = GlobePosition.Reach(kilometres: 1500)
}

extension NamedPlace {
  /// The place that it is taken for.
  var chosen: GazetteerPlace? { choice.map { candidates[$0] } }

  /// The weight of its vote: names that are used often count more, but not in proportion.
  var weight: Double { Double(count).squareRoot() }

  /// Whether the candidate at an index is a city while another city of the name is known all over the world, or
  /// has ten times as many people and is no town.
  func isObscure(_ index: Int) -> Bool {
    guard candidates[index].isCity else { return false }
    if let worldCity { return worldCity != index }
    return greatest >= Self.leastCity && candidates[index].size + Self.dwarfing <= greatest
  }

  /// The size from which on a city makes villages of its name obscure, and by how much it is bigger.
  private static let (leastCity, dwarfing) = (7, 3)
}

extension NamedPlace {
  /// Whether it may be a country or division that holds a place, or is a county with the place near its middle.
  func surrounds(_ place: GazetteerPlace) -> Bool {
    candidates.contains {
      ($0.isDivisionOrCountry && $0.holds(place))
        || (isCounty && $0.kind == .county && $0.holds(place) && $0.isNear(place))
    }
  }
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

  /// Whether a place of a name may be meant by that name before a comma and this one: it lies in this country
  /// or division, or is part of this city ("Kensington, London") and no namesake of a city that all know.
  func mayHold(_ place: GazetteerPlace, of name: NamedPlace) -> Bool {
    guard holds(place) else { return false }
    if isDivisionOrCountry { return true }
    return (kind == .county || name.worldCity == nil) && isNear(place)
  }

  fileprivate func isNear(_ place: GazetteerPlace) -> Bool {
    guard let coordinate, let other = place.coordinate else { return false }
    return GlobePosition(coordinate).distance(to: GlobePosition(other)) < 80
  }
}
