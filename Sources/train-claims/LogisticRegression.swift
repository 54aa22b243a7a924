// Logistic regression with weights drawn to zero, by Newton's method with conjugate gradients.

#if canImport(Glibc)
  import Glibc
#endif

/// Finds the weights that make ½·|w|² + cost · Σ log loss least (Lin, Weng, Keerthi 2008).
struct LogisticRegression {
  private let rows: [[Int]]
  private let signs: [Double]
  private let cost: Double
  /// A weight for each row, and last that of every sentence.
  private(set) var weights: [Double]

  /// Learns from sentences, given as rows of a table.
  init(_ rows: [[Int]], _ labels: [Bool], tableSize: Int, cost: Double) {
    self.rows = rows.map { $0 + [tableSize] }
    self.cost = cost
    signs = labels.map { $0 ? 1 : -1 }
    weights = [Double](repeating: 0, count: tableSize + 1)
    for _ in 0..<30 where !step() { break }
  }

  /// Goes one step towards the best weights; false when it has arrived.
  private mutating func step() -> Bool {
    let scores = rows.map { row in row.reduce(0) { $0 + weights[$1] } }
    let chances = zip(scores, signs).map { 1 / (1 + exp(-$0 * $1)) }
    let gradient = transposed(zip(chances, signs).map { ($0 - 1) * $1 * cost }, plus: weights)
    let curvature = chances.map { $0 * (1 - $0) * cost }
    let direction = solved(curvature, gradient)
    let before = loss(weights)
    var length = 1.0
    while length > 1e-4 {
      let next = zip(weights, direction).map { $0 + length * $1 }
      let after = loss(next)
      if after < before {
        weights = next
        return before - after > before * 1e-7
      }
      length /= 2
    }
    return false
  }

  private func loss(_ weights: [Double]) -> Double {
    let pull = weights.reduce(0) { $0 + $1 * $1 } / 2
    return zip(rows, signs).reduce(pull) { sum, example in
      let margin = example.0.reduce(0) { $0 + weights[$1] } * example.1
      return sum + cost * (margin > 0 ? log1p(exp(-margin)) : log1p(exp(margin)) - margin)
    }
  }

  /// The sum over the sentences of their rows times a factor, and `base`.
  private func transposed(_ factors: [Double], plus base: [Double]) -> [Double] {
    var sum = base
    for (row, factor) in zip(rows, factors) { for index in row { sum[index] += factor } }
    return sum
  }

  /// The step that the curvature asks for against the gradient, by conjugate gradients.
  private func solved(_ curvature: [Double], _ gradient: [Double]) -> [Double] {
    var solution = [Double](repeating: 0, count: gradient.count)
    var rest = gradient.map { -$0 }
    var direction = rest
    var size = rest.reduce(0) { $0 + $1 * $1 }
    let enough = size * 0.01
    for _ in 0..<60 where size > enough {
      let scores = rows.map { row in row.reduce(0) { $0 + direction[$1] } }
      let bent = transposed(zip(scores, curvature).map(*), plus: direction)
      let length = size / zip(direction, bent).reduce(0) { $0 + $1.0 * $1.1 }
      for index in solution.indices {
        solution[index] += length * direction[index]
        rest[index] -= length * bent[index]
      }
      let next = rest.reduce(0) { $0 + $1 * $1 }
      for index in direction.indices {
        direction[index] = rest[index] + next / size * direction[index]
      }
      size = next
    }
    return solution
  }
}
