// Agreement on spans: where observers set the ends of what they mark on one continuum.

import ArticleModel

/// Units that observers marked on a continuum, such as the characters of a text.
package struct UnitizedAgreement: Sendable {
  /// The length of the continuum.
  private let length: Int
  /// The units of each observer, in order and apart from each other.
  private let observers: [[Range<Int>]]

  /// Takes the units of each observer. Units of one observer that overlap or touch count as one, for the
  /// measure knows no unit within another.
  package init(length: Int, observers: [[Range<Int>]]) {
    self.length = length
    self.observers = observers.map { units in
      var joined: [Range<Int>] = []
      for unit in units.sorted(by: { $0.lowerBound < $1.lowerBound }) where !unit.isEmpty {
        if let last = joined.last, unit.lowerBound <= last.upperBound {
          joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, unit.upperBound)
        } else {
          joined.append(unit)
        }
      }
      return joined
    }
  }

  /// Krippendorff's alpha for unitizing one category, αu = 1 − D_o / D_e (K. Krippendorff, On the
  /// reliability of unitizing continuous data, Sociological Methodology 25, 1995, 47–76; Content
  /// Analysis, 2nd edition 2004, section 11.6). Nil for fewer than two observers, when nobody marked
  /// anything, or when everything is marked.
  package var alpha: Double? {
    guard observers.count > 1, length > 0, observers.contains(where: { !$0.isEmpty }) else {
      return nil
    }
    let expected = expectedDisagreement
    return expected > 0 ? 1 - observedDisagreement / expected : nil
  }

  /// D_o: squared differences between the ends of units that overlap, and squared lengths of units that
  /// lie in a gap of another observer; over all pairs of observers, divided by m (m − 1) L².
  private var observedDisagreement: Double {
    var sum = 0.0
    for first in observers.indices {
      for second in observers.indices where second > first {
        sum += 2 * Self.difference(observers[first], observers[second])
      }
    }
    let (m, l) = (Double(observers.count), Double(length))
    return sum / (m * (m - 1) * l * l)
  }

  private static func difference(_ first: [Range<Int>], _ second: [Range<Int>]) -> Double {
    var sum = 0.0
    var start = 0
    var isMet = [Bool](repeating: false, count: second.count)
    for unit in first {
      while start < second.count, second[start].upperBound <= unit.lowerBound { start += 1 }
      var other = start
      while other < second.count, second[other].lowerBound < unit.upperBound {
        sum += squared(unit.lowerBound - second[other].lowerBound)
        sum += squared(unit.upperBound - second[other].upperBound)
        isMet[other] = true
        other += 1
      }
      if other == start { sum += squared(unit.count) }
    }
    for (index, unit) in second.enumerated() where !isMet[index] { sum += squared(unit.count) }
    return sum
  }

  /// D_e: what chance would give, if the units and gaps of all observers were laid anywhere.
  private var expectedDisagreement: Double {
    let units = observers.joined().map(\.count)
    let gaps = Gaps(observers.flatMap(gaps))
    let pairs = Double(units.count) - 1
    var sum = 0.0
    for unit in units {
      let l = Double(unit)
      sum += pairs / 3 * (2 * l * l * l - 3 * l * l + l) + l * l * gaps.room(for: unit)
    }
    let whole = Double(observers.count) * Double(length)
    let within = units.reduce(0) { $0 + Double($1) * Double($1 - 1) }
    let denominator = whole * (whole - 1) - within
    return denominator > 0 ? 2 / Double(length) * sum / denominator : 0
  }

  /// The lengths of what an observer left between units.
  private func gaps(_ units: [Range<Int>]) -> [Int] {
    var gaps: [Int] = []
    var end = 0
    for unit in units {
      gaps.append(unit.lowerBound - end)
      end = unit.upperBound
    }
    return (gaps + [length - end]).filter { $0 > 0 }
  }

  private static func squared(_ number: Int) -> Double { Double(number) * Double(number) }
}

/// Gaps by length, with sums, so that the room in all of them is one look-up.
private struct Gaps {
  /// The lengths, longest first, and the sum of those up to each.
  private let lengths: [Int]
  private let sums: [Int]

  init(_ gaps: [Int]) {
    lengths = gaps.sorted(by: >)
    var sum = 0
    sums =
      [0]
      + lengths.map { length in
        sum += length
        return sum
      }
  }

  /// In how many places a unit fits into a gap: Σ (gap − unit + 1) over the gaps no shorter than it.
  func room(for unit: Int) -> Double {
    let count = lengths.partitionPoint { $0 < unit }
    return Double(sums[count] - count * (unit - 1))
  }
}
