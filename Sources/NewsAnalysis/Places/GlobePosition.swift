// Places as points on a sphere, between which distances cost little.

import ArticleModel

#if canImport(Glibc)
  import Glibc
#endif

/// A point on the unit sphere.
struct GlobePosition: Equatable {
  private let point: SIMD3<Double>

  /// The diameter of the earth in kilometres, of the mean radius.
  private static let diameter = 12_742.0

  init(_ coordinate: Place.Coordinate) {
    let (latitude, longitude) = (
      coordinate.latitude * .pi / 180, coordinate.longitude * .pi / 180
    )
    point = SIMD3(
      cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude))
  }

  /// A distance along the surface.
  struct Reach {
    let kilometres: Double
    /// The square of the straight line through the earth, in its radii.
    fileprivate let squaredChord: Double

    init(kilometres: Double) {
      self.kilometres = kilometres
      let chord = 2 * sin(kilometres / GlobePosition.diameter)
      squaredChord = chord * chord
    }
  }

  private func squaredChord(to other: GlobePosition) -> Double {
    let line = point - other.point
    return (line * line).sum()
  }

  /// Whether another point lies nearer than that.
  func isWithin(_ reach: Reach, of other: GlobePosition) -> Bool {
    squaredChord(to: other) < reach.squaredChord
  }

  /// The distance along the great circle in kilometres.
  func distance(to other: GlobePosition) -> Double {
    Self.diameter * asin(min(1, squaredChord(to: other).squareRoot() / 2))
  }
}
