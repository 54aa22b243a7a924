// How far a figure could have come out otherwise by chance: it is worked out again on drawn samples.

/// A bootstrap: parts of the material are drawn with replacement, as many as there are, again and again
/// (B. Efron, R. Tibshirani, An introduction to the bootstrap, 1993, chapters 6 and 13). The parts are
/// paragraphs, since what people mark in one paragraph hangs together.
package struct Bootstrap: Sendable {
  /// How many samples are drawn.
  package var replicates: Int
  /// Where chance starts; the same seed gives the same intervals.
  package var seed: UInt64

  /// Sets a bootstrap up.
  package init(replicates: Int = 1000, seed: UInt64 = 1) {
    self.replicates = replicates
    self.seed = seed
  }

  /// How often each of so many parts is drawn, sample by sample.
  func samples(of parts: Int) -> [[Int]] {
    guard parts > 0 else { return [] }
    var chance = SplitMix(state: seed)
    return (0..<replicates).map { _ in
      var weights = [Int](repeating: 0, count: parts)
      for _ in 0..<parts { weights[Int.random(in: 0..<parts, using: &chance)] += 1 }
      return weights
    }
  }

  /// A figure with its 95 % interval: the 2.5th and the 97.5th percentile of what the samples give.
  /// Samples that give nothing are left out; when they are more than half, there is no interval.
  static func estimate(
    _ samples: [[Int]], _ figure: ([Int]?) -> Double?
  ) -> Estimate? {
    guard let value = figure(nil) else { return nil }
    let values = samples.compactMap { figure($0) }.sorted()
    guard values.count * 2 > samples.count, let last = values.indices.last else {
      return Estimate(value: value)
    }
    let low = values[Int((Double(last) * 0.025).rounded())]
    let high = values[Int((Double(last) * 0.975).rounded())]
    return Estimate(value: value, interval: low...high)
  }
}

/// A figure and how sure it is.
package struct Estimate: Hashable, Sendable {
  /// The figure.
  package var value: Double
  /// The 95 % interval; nil when too little can be drawn from.
  package var interval: ClosedRange<Double>?

  /// States a figure.
  package init(value: Double, interval: ClosedRange<Double>? = nil) {
    self.value = value
    self.interval = interval
  }
}

/// Chance that can be repeated (SplitMix64: G. Steele, D. Lea, C. Flood, OOPSLA 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
