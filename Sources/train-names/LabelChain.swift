// Probabilities of the labels along a run.

#if canImport(Glibc)
  import Glibc
#endif

/// Probabilities of labels and of pairs of labels along a run (forward-backward).
struct LabelChain {
  /// The probability of each label at each word.
  private(set) var labels: [SIMD8<Float>] = []
  /// Expected numbers of transitions.
  private(set) var pairs = [Float](repeating: 0, count: 25)
  /// Whether any path obeys the annotation.
  private(set) var isPossible = true

  private static let legal: [Bool] = (0..<25).map { pair in
    let (from, to) = (pair / 5, pair % 5)
    return to == 2 ? from == 1 || from == 2 : to == 4 ? from == 3 || from == 4 : true
  }
  private static let start = SIMD8<Float>(1, 0, 0, 0, 0, 0, 0, 0)

  /// Works out the probabilities from scores; `allowed` has a bit for each label that may be.
  init(_ scores: [SIMD8<Float>], _ transitions: [Float], allowed: [UInt8]?) {
    let steps = (0..<25).map { Self.legal[$0] ? exp(transitions[$0]) : 0 }
    let local = scores.indices.map { Self.weights(scores[$0], allowed?[$0] ?? 0x1F) }
    var forward: [SIMD8<Float>] = []
    var previous = Self.start
    for weights in local {
      var next = SIMD8<Float>.zero
      for to in 0..<5 where weights[to] > 0 {
        for from in 0..<5 { next[to] += previous[from] * steps[from * 5 + to] }
        next[to] *= weights[to]
      }
      let sum = next.sum()
      guard sum > 1e-30 else {
        isPossible = false
        return
      }
      previous = next / sum
      forward.append(previous)
    }
    addBackward(forward, local, steps)
  }

  private static func weights(_ score: SIMD8<Float>, _ allowed: UInt8) -> SIMD8<Float> {
    var weights = SIMD8<Float>.zero
    let top = max(score[0], score[1], score[2], score[3], score[4])
    for label in 0..<5 where allowed >> UInt8(label) & 1 == 1 {
      weights[label] = exp(score[label] - top)
    }
    return weights
  }

  private mutating func addBackward(
    _ forward: [SIMD8<Float>], _ local: [SIMD8<Float>], _ steps: [Float]
  ) {
    var backward = SIMD8<Float>(repeating: 1)
    labels = forward
    for index in forward.indices.reversed() {
      let here = forward[index] * backward
      labels[index] = here / max(here.sum(), 1e-30)
      let after = local[index] * backward
      addPairs(index > 0 ? forward[index - 1] : Self.start, after, steps)
      var earlier = SIMD8<Float>.zero
      for from in 0..<5 {
        for to in 0..<5 { earlier[from] += steps[from * 5 + to] * after[to] }
      }
      backward = earlier / max(earlier.sum(), 1e-30)
    }
  }

  private mutating func addPairs(
    _ before: SIMD8<Float>, _ after: SIMD8<Float>, _ steps: [Float]
  ) {
    let mass = (0..<25).map { before[$0 / 5] * steps[$0] * after[$0 % 5] }
    let sum = max(mass.reduce(0, +), 1e-30)
    for pair in 0..<25 { pairs[pair] += mass[pair] / sum }
  }
}
