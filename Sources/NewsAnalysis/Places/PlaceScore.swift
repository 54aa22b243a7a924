// How well a place fits a name in an article.

/// The weighted sum of what speaks for one candidate. The weights come from a logistic regression on
/// annotated corpora, rounded; MODEL_CARD.md has the figures.
struct PlaceScore {
  let place: GazetteerPlace
  /// Where it lies; nil when that is not known.
  let position: GlobePosition?
  /// Whether the article says that it lies in a country or division which holds this candidate.
  let isContained: Bool
  /// What the other names say; nil before they have been read.
  let setting: PlaceSetting?
  let name: NamedPlace
  /// Where the place lies that the name is taken for so far.
  let own: GlobePosition?

  var value: Double {
    var value = Self.kinds[Int(place.kind.rawValue)] + 0.36 * Double(place.size)
    if isContained { value += 8 }
    guard let setting else { return value }
    value += 5.4 * setting.countryShare(of: place, for: name)
    value += 4.6 * setting.divisionShare(of: place, for: name)
    guard let position else { return value }
    let (region, vicinity) = setting.nearness(of: position, own: own)
    return value + 1.9 * region + 2.8 * vicinity
  }

  /// What each kind is worth, in the order of `GazetteerPlace.Kind`.
  private static let kinds: [Double] = [
    2.3, 3.4, 6.1, 2.6, -2, 1.1, 5, 8, 1, 1, 1, 0.5, 1, 6, 5, 6,
  ]
}
