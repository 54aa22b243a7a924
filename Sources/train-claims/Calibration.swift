// Turns scores into probabilities: Platt's logistic curve.

#if canImport(Glibc)
  import Glibc
#endif

/// The curve 1 / (1 + exp(-(slope · score + start))) that fits judgements best (Platt 1999).
struct Calibration {
  /// What a score is multiplied by.
  private(set) var slope = 1.0
  /// What is added to it.
  private(set) var start = 0.0

  /// Fits the curve to scores that were not learned from, by Newton's method.
  init(_ scores: [Double], _ labels: [Bool]) {
    for _ in 0..<50 { step(scores, labels) }
  }

  /// The probability that a score stands for.
  func probability(_ score: Double) -> Double { 1 / (1 + exp(-slope * score - start)) }

  private mutating func step(_ scores: [Double], _ labels: [Bool]) {
    var (bySlope, byStart) = (0.0, 0.0)
    var (slopes, both, starts) = (1e-9, 0.0, 1e-9)
    for (score, label) in zip(scores, labels) {
      let chance = probability(score)
      let (error, weight) = (chance - (label ? 1 : 0), chance * (1 - chance))
      bySlope += error * score
      byStart += error
      slopes += weight * score * score
      both += weight * score
      starts += weight
    }
    let determinant = slopes * starts - both * both
    slope -= (starts * bySlope - both * byStart) / determinant
    start -= (slopes * byStart - both * bySlope) / determinant
  }

  /// The mean distance between probability and share of right ones, over ten bins of probability.
  func error(_ scores: [Double], _ labels: [Bool]) -> Double {
    var bins = [(sum: Double, right: Double)](repeating: (0, 0), count: 10)
    for (score, label) in zip(scores, labels) {
      let chance = probability(score)
      let bin = min(Int(chance * 10), 9)
      bins[bin].sum += chance
      bins[bin].right += label ? 1 : 0
    }
    return bins.reduce(0) { $0 + ($1.sum - $1.right).magnitude } / Double(max(scores.count, 1))
  }
}
