// The best sequence of labels for scores of single tokens.

/// Searches for sequences in which a part goes on only after its own beginning.
enum LabelSearch {
  private static let count = AttributionLabel.allCases.count

  /// The labels with the highest sum of scores (Viterbi 1967).
  static func best(_ scores: [SIMD8<Float>]) -> [AttributionLabel] {
    guard var total = scores.first else { return [] }
    // Nothing goes on at the start.
    for label in stride(from: 2, to: count, by: 2) { total[label] = -.infinity }
    var origins: [SIMD8<UInt8>] = [.zero]
    origins.reserveCapacity(scores.count)
    for row in scores.dropFirst() {
      let origin = origin(of: total)
      var arriving = row
      for label in 0..<count { arriving[label] += total[Int(origin[label])] }
      total = arriving
      origins.append(origin)
    }
    return walkBack(from: highest(total), origins)
  }

  /// Where each label comes from: one that goes on from its own kind, every other from the best of all.
  private static func origin(of total: SIMD8<Float>) -> SIMD8<UInt8> {
    var origin = SIMD8<UInt8>(repeating: UInt8(highest(total)))
    for label in stride(from: 2, to: count, by: 2) {
      origin[label] = UInt8(total[label - 1] > total[label] ? label - 1 : label)
    }
    return origin
  }

  private static func highest(_ scores: SIMD8<Float>) -> Int {
    (0..<count).reduce(0) { scores[$1] > scores[$0] ? $1 : $0 }
  }

  private static func walkBack(from last: Int, _ origins: [SIMD8<UInt8>]) -> [AttributionLabel] {
    var labels = [AttributionLabel](repeating: .outside, count: origins.count)
    var label = UInt8(last)
    for position in origins.indices.reversed() {
      labels[position] = AttributionLabel(rawValue: label) ?? .outside
      label = origins[position][Int(label)]
    }
    return labels
  }
}
