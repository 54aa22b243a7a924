// Which part of the world a map shows, and where on it a point lies.
//
// The projection is the equirectangular one with its standard parallel in the middle of the map: shapes
// are true there, and north is up everywhere. A dot is whatever a map is drawn with, in the terminal or
// on a page.

/// A window on the world.
package struct MapProjection {
  /// What lies in the middle.
  package private(set) var center: Place.Coordinate
  /// How many degrees of latitude a dot stands for.
  package private(set) var degreesPerDot: Double
  private let width: Double
  private let height: Double
  /// How much narrower a degree of longitude is than one of latitude.
  private let narrowing: Double

  /// The least part of the world that is shown, in degrees from north to south: the outline is too coarse
  /// for more.
  private static let leastHeight = 8.0
  /// Latitudes that a map of the world needs.
  private static let worldLatitudes = -58.0...84.0

  /// A window that shows all `points` with room around them; the world when there are none. Each step of
  /// `zoom` shows half as much around `focus`, or twice as much.
  package init(
    showing points: [Place.Coordinate], zoom: Int = 0, focus: Place.Coordinate? = nil,
    dotsAcross: Int, dotsDown: Int
  ) {
    (width, height) = (Double(max(dotsAcross, 1)), Double(max(dotsDown, 1)))
    let latitudes = Self.range(points.map(\.latitude)) ?? Self.worldLatitudes
    let (west, span) = Self.longitudes(points.map(\.longitude))
    let middle = (latitudes.lowerBound + latitudes.upperBound) / 2
    narrowing = points.isEmpty ? 0.8 : Self.cosine(middle)
    let tall = (latitudes.upperBound - latitudes.lowerBound) * 1.4
    let wide = span * narrowing * 1.4
    let least = Self.leastHeight / height
    let most = max(360 * narrowing / width, 142 / height)
    let fitting = min(max(tall / height, wide / width, least * 1.6), most)
    let scale = (0..<abs(zoom)).reduce(fitting) { scale, _ in zoom > 0 ? scale / 2 : scale * 2 }
    degreesPerDot = min(max(scale, least), most)
    center = Place.Coordinate(latitude: middle, longitude: Self.wrapped(west + span / 2))
    if zoom > 0, let focus { center = focus }
    keepPolesOut()
  }

  /// Where a point lies, in dots from the top left; outside of the map when it is not on it.
  package func dot(of point: Place.Coordinate) -> (x: Double, y: Double) {
    let east = Self.wrapped(point.longitude - center.longitude) * narrowing
    let north = point.latitude - center.latitude
    return (width / 2 + east / degreesPerDot, height / 2 - north / degreesPerDot)
  }

  /// Whether an edge goes around the back of the map, so that drawing it would cross all of it.
  package func isBehind(_ a: Place.Coordinate, _ b: Place.Coordinate) -> Bool {
    let (first, second) = (
      Self.wrapped(a.longitude - center.longitude), Self.wrapped(b.longitude - center.longitude)
    )
    return abs(first - second) > 180
  }

  private mutating func keepPolesOut() {
    let half = height / 2 * degreesPerDot
    let (low, high) = (Self.worldLatitudes.lowerBound - 4 + half, 86 - half)
    let middle = (low + high) / 2
    let latitude = low <= high ? min(max(center.latitude, low), high) : middle
    center = Place.Coordinate(latitude: latitude, longitude: center.longitude)
  }

  private static func range(_ values: [Double]) -> ClosedRange<Double>? {
    guard let least = values.min(), let most = values.max() else { return nil }
    return least...most
  }

  /// The western end and the length of the shortest stretch of longitudes that holds all of `values`.
  private static func longitudes(_ values: [Double]) -> (west: Double, span: Double) {
    let sorted = values.sorted()
    guard let first = sorted.first, let last = sorted.last else { return (-169, 360) }
    var (west, gap) = (first, first + 360 - last)
    for (a, b) in zip(sorted, sorted.dropFirst()) where b - a > gap { (west, gap) = (b, b - a) }
    return (west, 360 - gap)
  }

  /// A longitude between -180 and 180.
  private static func wrapped(_ degrees: Double) -> Double {
    let turned = (degrees + 180).truncatingRemainder(dividingBy: 360)
    return (turned < 0 ? turned + 360 : turned) - 180
  }

  /// The cosine of a latitude, near enough for a picture (Bhāskara's formula), and not below a quarter.
  private static func cosine(_ latitude: Double) -> Double {
    let square = latitude * latitude
    return max((32_400 - 4 * square) / (32_400 + square), 0.25)
  }
}
