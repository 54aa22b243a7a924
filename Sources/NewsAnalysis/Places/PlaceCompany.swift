// Which places of an article's names lie side by side: of thirty Richmonds, the one with a Berea, an Irvine
// and a Waco around it.

import ArticleModel

/// The candidates of all names on a grid of degrees, to count the names that have one near a place.
struct PlaceCompany {
  /// The cell at each place of the table, 0 where there is none, and the names that have a candidate there,
  /// a bit each.
  private var cells: [UInt32]
  private var members: [UInt64]
  /// Names of few places, which are seldom near by chance.
  private var rare: UInt64 = 0
  /// Names of counties.
  private var counties: UInt64 = 0
  private var count = 0

  /// More names are not looked at.
  private static let most = 64

  /// Puts the candidates of the first names on the grid.
  init(_ names: [NamedPlace]) {
    // Twice as many places as there may be cells, so that some are free.
    let candidates = names.prefix(Self.most).reduce(8) { $0 + $1.candidates.count }
    let slots = 1 << (Int.bitWidth - (2 * candidates - 1).leadingZeroBitCount)
    cells = [UInt32](repeating: 0, count: slots)
    members = [UInt64](repeating: 0, count: slots)
    for (index, name) in names.prefix(Self.most).enumerated() where !name.candidates.isEmpty {
      count += 1
      if name.candidates.count <= 6 { rare |= 1 << UInt64(index) }
      if name.isCounty { counties |= 1 << UInt64(index) }
      for candidate in name.candidates where candidate.isOnTheGround {
        if let coordinate = candidate.coordinate { add(index, at: coordinate) }
      }
    }
  }

  private mutating func add(_ name: Int, at coordinate: Place.Coordinate) {
    let cell = Self.cell(coordinate, 0, 0)
    let slot = slot(of: cell)
    cells[slot] = cell
    members[slot] |= 1 << UInt64(name)
  }

  private static func cell(_ point: Place.Coordinate, _ north: Int, _ east: Int) -> UInt32 {
    let row = Int(point.latitude + 90) + north
    let column = Int(point.longitude + 180) + east
    return UInt32(truncatingIfNeeded: row * 512 + column + 1024)
  }

  private func slot(of cell: UInt32) -> Int {
    let mask = cells.count - 1
    var slot = Int((cell &* 2_654_435_761) >> 12) & mask
    while cells[slot] != 0, cells[slot] != cell { slot = (slot + 1) & mask }
    return slot
  }

  /// The other names that may mean a place nearby.
  struct Neighbours {
    /// Their share of all other names, from 0 to 1.
    var share = 0.0
    /// How many of them are counties.
    var counties = 0
  }

  /// The names that may mean a place within a degree or two of this one.
  func neighbours(of place: GazetteerPlace, besides name: Int) -> Neighbours {
    guard count > 1, place.isOnTheGround, let point = place.coordinate else { return Neighbours() }
    var near: UInt64 = 0
    for north in -1...1 {
      for east in -1...1 { near |= members[slot(of: Self.cell(point, north, east))] }
    }
    if name < Self.most { near &= ~(1 << UInt64(name)) }
    let seldom = Double((near & rare).nonzeroBitCount)
    let often = Double((near & ~rare).nonzeroBitCount)
    return Neighbours(
      share: (seldom + often / 2) / (Double(count) + 0.5),
      counties: (near & counties).nonzeroBitCount)
  }
}

extension GazetteerPlace {
  /// Whether it is small enough for its point to say where it is.
  fileprivate var isOnTheGround: Bool {
    switch kind {
    case .city, .capital, .county, .district, .building: true
    default: false
    }
  }
}

extension NamedPlace {
  /// Whether it is a county above all, and no town.
  var isCounty: Bool {
    candidates.first?.kind == .county && !candidates.contains(where: \.isCity)
  }
}
