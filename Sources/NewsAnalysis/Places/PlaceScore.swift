// How well a place fits a name in an article.

/// The weighted sum of what speaks for one candidate. The weights come from a logistic regression on
/// annotated corpora, rounded; MODEL_CARD.md has the figures.
struct PlaceScore {
  let place: GazetteerPlace
  /// Whether the article says that it lies in a country or division which holds this candidate.
  let isContained: Bool
  /// What the other names say; nil before they have been read.
  let setting: PlaceSetting?
  let name: NamedPlace

  var value: Double {
    var value = Self.kinds[Int(place.kind.rawValue)] + 0.36 * Double(place.size)
    if isContained { value += 8 }
    guard let setting else { return value }
    value += 5.4 * setting.countryShare(of: place, for: name)
    value += 4.6 * setting.divisionShare(of: place, for: name)
    value += 1.9 * setting.nearness(of: place, for: name, reach: 1500)
    return value + 2.8 * setting.nearness(of: place, for: name, reach: 250)
  }

  /// What each kind is worth, in the order of `GazetteerPlace.Kind`.
  private static let kinds: [Double] = [
    2.3, 3.4, 6.1, 2.6, -2, 1.1, 5, 8, 1, 1, 1, 0.5, 1, 6, 5, 6,
  ]
}
