// Whether an article is local: what its other places, and its outlet, say about the region of a namesake.

/// The places of an article as witnesses: "Paris" is the one in Texas when the article is about Lamar County.
/// A single other place says little – people fly from Paris to Dallas –, two or a county say enough.
struct LocalWitnesses {
  private struct Witness {
    let place: GazetteerPlace
    let position: GlobePosition?
    let weight: Double
  }

  private var all: [Witness] = []
  /// Streets and hamlets that no gazetteer has: local reports are full of them.
  private var unknown = 0.0
  private let home: Home?

  /// No more places are asked, so that the time stays linear.
  private static let most = 40
  /// The testimony that an article needs to be about a region: one place is not enough.
  private static let (tooLittle, enough) = (1.0, 2.0)
  private static let mostUnknown = 1.25

  init(home: Home?) { self.home = home }

  /// Adds the place that a name is taken for.
  mutating func add(_ place: GazetteerPlace, at position: GlobePosition?, weight: Double) {
    guard all.count < Self.most else { return }
    all.append(Witness(place: place, position: position, weight: min(weight, 2)))
  }

  /// Adds a name that no place is known for.
  mutating func addUnknown(_ name: NamedPlace) {
    unknown = min(unknown + name.weight, Self.mostUnknown)
  }

  /// How far the others bear out that the article is about the region of a place, from 0 to 1; `own` is where
  /// its name's own place lies so far.
  func standing(
    of place: GazetteerPlace, at position: GlobePosition?,
    among neighbours: PlaceCompany.Neighbours,
    own: GlobePosition?
  ) -> Double {
    var testimony = unknown + (home?.testimony(for: place) ?? 0) + 2 * Double(neighbours.counties)
    for witness in all where witness.position != own || own == nil {
      testimony += witness.weight * nearness(of: witness, to: place, position)
    }
    return max(0, min((testimony - Self.tooLittle) / (Self.enough - Self.tooLittle), 1))
  }

  private func nearness(
    of witness: Witness, to place: GazetteerPlace, _ position: GlobePosition?
  ) -> Double {
    let other = witness.place
    guard other.country == place.country else { return 0 }
    if other.kind == .division, other.holds(place) { return 1 }
    guard other.kind != .country, let position, let far = witness.position else { return 0.5 }
    let isNear = position.isWithin(Self.vicinity, of: far)
    if isNear, other.isSmall { return 2 }
    return position.isWithin(Self.region, of: far) || other.divisionKey == place.divisionKey
      ? 1 : 0.5
  }

  private static let vicinity = GlobePosition.Reach(kilometres: 100)
  private static let region = GlobePosition.Reach(kilometres: 250)
}

extension GazetteerPlace {
  /// Whether mostly those who live nearby know it: a town of fewer than 16,000 people.
  fileprivate var isSmall: Bool { isCity && size <= 4 }
}
