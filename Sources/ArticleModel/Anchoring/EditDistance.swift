// How far two strings of bytes are apart, counted in bytes put in, taken out or changed (Levenshtein).

/// Edit distances.
enum EditDistance {
  /// A part of a text that is like a pattern.
  struct Match: Equatable {
    /// Where it stands.
    var range: Range<Int>
    /// How far it is from the pattern.
    var distance: Int
  }

  /// How alike two strings are, from 0 to 1. Costs the product of their lengths.
  static func similarity(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Double {
    let length = max(a.count, b.count)
    if length == 0 { return 1 }
    var row = Array(0...b.count)
    for (i, byte) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in b.enumerated() {
        let substitution = diagonal + (byte == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substitution, diagonal + 1, row[j] + 1)
      }
    }
    return 1 - Double(row[b.count]) / Double(length)
  }

  /// The part of `area` that is nearest to `pattern`; nil when none is within `limit`. Sellers'
  /// algorithm with Ukkonen's cut-off: rows that cannot come within the limit are not worked out.
  static func nearest(
    _ pattern: [UInt8], in text: [UInt8], _ area: Range<Int>, limit: Int
  ) -> Match? {
    let length = pattern.count
    guard length > 0 else { return nil }
    var distances = (0...length).map { min($0, limit + 1) }
    var starts = [Int](repeating: area.lowerBound, count: length + 1)
    var last = min(limit, length)
    var best: Match?
    for place in area {
      var (diagonal, diagonalStart) = (0, place)
      starts[0] = place + 1
      let rows = min(last + 1, length)
      guard rows > 0 else { continue }
      for row in 1...rows {
        let (left, leftStart) = (distances[row], starts[row])
        var distance = diagonal + (pattern[row - 1] == text[place] ? 0 : 1)
        var start = diagonalStart
        if distances[row - 1] + 1 < distance {
          (distance, start) = (distances[row - 1] + 1, starts[row - 1])
        }
        if left + 1 < distance { (distance, start) = (left + 1, leftStart) }
        (diagonal, diagonalStart) = (left, leftStart)
        (distances[row], starts[row]) = (min(distance, limit + 1), start)
      }
      last = rows
      while last > 0, distances[last] > limit { last -= 1 }
      if last == length, distances[length] < best?.distance ?? .max {
        best = Match(range: starts[length]..<place + 1, distance: distances[length])
      }
    }
    return best
  }
}
