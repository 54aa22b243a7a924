// How well a place fits a name in an article.

/// The weighted sum of what speaks for one candidate. The weights come from a logistic regression on annotated
/// corpora, rounded, but for those of neighbours and obscurity, which were set by hand on the same corpora;
/// EmbeddedData/Models/README.md has the figures.
struct PlaceScore {
  let name: NamedPlace
  /// What the other names say; nil before they have been read.
  let setting: PlaceSetting?
  /// Where the place lies that the name is taken for so far.
  let own: GlobePosition?

  /// A place that the name may mean.
  struct Candidate {
    let place: GazetteerPlace
    /// What it is worth by itself.
    let prior: Double
    /// Where it lies; nil when that is not known.
    let position: GlobePosition?
    /// Whether the article says that it lies in a country or division which holds this candidate.
    let isContained: Bool
    /// Whether a city of the same name is known all over the world, and this is another one.
    let isObscure: Bool
    /// The other names that may mean a place nearby.
    let neighbours: PlaceCompany.Neighbours
  }

  /// How well a candidate fits.
  func value(of candidate: Candidate) -> Double {
    var value = candidate.prior
    let (place, share) = (candidate.place, candidate.neighbours.share)
    if candidate.isContained { value += 8 }
    if candidate.isObscure, !candidate.isContained {
      let standing =
        setting?.standing(
          of: place, at: candidate.position, among: candidate.neighbours, own: own) ?? 0
      value += 4 * share * standing - Self.obscurity * (1 - standing)
    } else {
      value += 4 * share
    }
    guard let setting else { return value }
    value += 5.4 * setting.countryShare(of: place, for: name)
    value += 4.6 * setting.divisionShare(of: place, for: name)
    guard let position = candidate.position else { return value }
    let (region, vicinity) = setting.nearness(of: position, own: own)
    return value + 1.9 * region + 2.8 * vicinity
  }

  /// What a namesake loses in an article that is not about its region: more than one other place can give.
  private static let obscurity = 5.0
}
