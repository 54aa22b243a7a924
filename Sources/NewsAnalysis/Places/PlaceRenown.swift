// How well known a place is: what a name means by itself, before the article is asked.

/// What the places of a name are worth by their kind and size. The weights come from a logistic regression
/// on annotated corpora, rounded; MODEL_CARD.md has the figures.
enum PlaceRenown {
  /// What each kind is worth, in the order of `GazetteerPlace.Kind`.
  private static let kinds: [Double] = [
    2.3, 3.4, 6.1, 2.6, -2, 1.1, 5, 8, 1, 1, 1, 0.5, 1, 6, 5, 6,
  ]

  /// What a place is worth whatever the article says.
  static func prior(of place: GazetteerPlace) -> Double {
    kinds[Int(place.kind.rawValue)] + 0.36 * Double(place.size)
  }

  /// A city from 128,000 people on may be known all over the world; capitals are.
  private static let leastSize = 8
  /// It has four times as many people as the next one of its name, or more the smaller it is.
  private static let leastLead = 2
  private static let leastSizeAndLead = 11

  /// The city that readers all over the world think of when they read the name: an index into `places`; nil
  /// when there is none, as for Springfield.
  static func worldCity(among places: [GazetteerPlace]) -> Int? {
    let cities = places.indices.filter { places[$0].isCity }
    guard let first = cities.max(by: { places[$0].size < places[$1].size }) else { return nil }
    let size = places[first].size
    let lead = size - (cities.lazy.filter { $0 != first }.map { places[$0].size }.max() ?? 0)
    guard size >= leastSize || places[first].kind == .capital, lead >= leastLead,
      size + min(lead, 4) >= leastSizeAndLead
    else { return nil }
    return first
  }
}

extension GazetteerPlace {
  /// Whether it is a city, town or village.
  var isCity: Bool { kind == .city || kind == .capital }
}
