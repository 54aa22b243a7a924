// The linear-chain conditional random field with its training: stochastic gradient descent on the
// log-likelihood (Lafferty, McCallum, Pereira 2001) with AdaGrad steps (Duchi, Hazan, Singer 2011).

import NewsAnalysis

#if canImport(Glibc)
  import Glibc
#endif

/// Weights in training. A class because its large buffers are changed in place by every step; the
/// buffers are unsafe pointers because bounds checks would double the time.
final class RandomField {
  private static let labels = AttributionLabel.allCases.count
  private static let columns = AttributionLabel.columns
  /// The context and the row of transitions for the first token of a sequence.
  private static let startContext = 4
  private static let startLabel = 7
  private static let impossible: Float = -1e4

  private let table: UnsafeMutablePointer<SIMD8<Float>>
  private let tableSquares: UnsafeMutablePointer<SIMD8<Float>>
  private var transitions: [SIMD8<Float>]
  private var transitionSquares: [SIMD8<Float>]
  private let allowed: [SIMD8<Float>]
  private let rate: Float
  private let decay: Float

  init(rate: Float, decay: Float) {
    self.rate = rate
    self.decay = decay
    table = .allocate(capacity: AttributionTraining.rows)
    tableSquares = .allocate(capacity: AttributionTraining.rows)
    table.initialize(repeating: .zero, count: AttributionTraining.rows)
    tableSquares.initialize(
      repeating: SIMD8(repeating: 1e-2), count: AttributionTraining.rows)
    let count = AttributionTraining.transitions * Self.columns
    allowed = (0..<count).map { Self.mask(from: $0 % Self.columns) }
    transitions = allowed
    transitionSquares = [SIMD8<Float>](repeating: SIMD8(repeating: 1e-1), count: count)
  }

  deinit {
    table.deallocate()
    tableSquares.deallocate()
  }

  /// 0 where a label may follow, `impossible` where it may not.
  private static func mask(from label: Int) -> SIMD8<Float> {
    var row = SIMD8<Float>(repeating: 0)
    let from = AttributionLabel(rawValue: UInt8(label)) ?? .outside
    for next in AttributionLabel.allCases where !from.allows(next) {
      row[Int(next.rawValue)] = impossible
    }
    row[columns - 1] = impossible
    return row
  }

  /// The weights for storing, with `bias` added where a part begins.
  func weights(bias: Float) -> (table: [Float], transitions: [Float]) {
    (
      UnsafeBufferPointer(start: table, count: AttributionTraining.rows).flatMap { row in
        (0..<Self.columns).map { $0 < Self.labels ? row[$0] : 0 }
      },
      transitions.flatMap { row in
        (0..<Self.columns).map { $0 % 2 == 1 ? row[$0] + bias : row[$0] }
      }
    )
  }

  // MARK: Inference

  private func emissions(_ example: TrainingExample) -> [SIMD8<Float>] {
    (0..<example.labels.count).map { position in
      var sum = SIMD8<Float>.zero
      for at in Int(example.starts[position])..<Int(example.starts[position + 1]) {
        sum += table[Int(example.rows[at])]
      }
      sum[Self.columns - 1] = Self.impossible
      return sum
    }
  }

  private func row(_ context: Int, _ label: Int) -> Int { context * Self.columns + label }

  /// The best labels (Viterbi 1967) when a part may begin `bias` more easily than was learnt.
  func decode(_ example: TrainingExample, bias: Float) -> [AttributionLabel] {
    let emissions = emissions(example).map { $0 + SIMD8(0, bias, 0, bias, 0, bias, 0, 0) }
    guard var scores = emissions.first else { return [] }
    scores += transitions[row(Self.startContext, Self.startLabel)]
    var back: [SIMD8<Int32>] = [.zero]
    for position in 1..<max(emissions.count, 1) {
      var best = SIMD8<Float>(repeating: -.infinity)
      var from = SIMD8<Int32>.zero
      for label in 0..<Self.labels {
        let next = transitions[row(Int(example.transitions[position]), label)] + scores[label]
        let isBetter = next .> best
        best.replace(with: next, where: isBetter)
        from.replace(with: Int32(label), where: isBetter)
      }
      scores = best + emissions[position]
      back.append(from)
    }
    var last = (0..<Self.labels).max { scores[$0] < scores[$1] } ?? 0
    var labels: [AttributionLabel] = []
    for from in back.reversed() {
      labels.append(AttributionLabel(rawValue: UInt8(last)) ?? .outside)
      last = Int(from[last])
    }
    return labels.reversed()
  }

  // MARK: Training

  /// One step on an example; gives its negative log-likelihood.
  func learn(_ example: TrainingExample) -> Float {
    let count = example.labels.count
    guard count > 0 else { return 0 }
    let emissions = emissions(example).map { exponential($0, relativeTo: $0.max()) }
    let steps = transitions.map { exponential($0, relativeTo: 0) }
    var forward = [SIMD8<Float>](repeating: .zero, count: count)
    var loss: Float = 0
    forward[0] = emissions[0] * steps[row(Self.startContext, Self.startLabel)]
    forward[0] /= forward[0].sum()
    for t in 1..<max(count, 1) {
      let context = Int(example.transitions[t])
      var sum = SIMD8<Float>.zero
      for label in 0..<Self.labels { sum += steps[row(context, label)] * forward[t - 1][label] }
      sum *= emissions[t]
      forward[t] = sum / sum.sum()
    }
    var backward = SIMD8<Float>(repeating: 1)
    for t in stride(from: count - 1, through: 0, by: -1) {
      var marginal = forward[t] * backward
      marginal /= marginal.sum()
      let gold = Int(example.labels[t].rawValue)
      loss -= log(max(marginal[gold], 1e-9))
      if t > 0 { backward = stepBack(t, example, forward[t - 1], emissions[t], steps, backward) }
      marginal[gold] -= 1
      update(example, at: t, gradient: marginal)
    }
    return loss
  }

  /// Learns the transition into token `t`; gives the backward scores of the token before.
  private func stepBack(
    _ t: Int, _ example: TrainingExample, _ forward: SIMD8<Float>, _ emission: SIMD8<Float>,
    _ steps: [SIMD8<Float>], _ backward: SIMD8<Float>
  ) -> SIMD8<Float> {
    let context = Int(example.transitions[t])
    let ahead = emission * backward
    var (before, total) = (SIMD8<Float>.zero, Float(0))
    var pairs = [SIMD8<Float>](repeating: .zero, count: Self.labels)
    for label in 0..<Self.labels {
      let out = steps[row(context, label)] * ahead
      before[label] = out.sum()
      pairs[label] = out * forward[label]
      total += pairs[label].sum()
    }
    for label in 0..<Self.labels {
      var gradient = pairs[label] / total
      if Int(example.labels[t - 1].rawValue) == label {
        gradient[Int(example.labels[t].rawValue)] -= 1
      }
      learnTransition(row(context, label), gradient)
    }
    return before / max(before.sum(), 1e-30)
  }

  private func learnTransition(_ index: Int, _ gradient: SIMD8<Float>) {
    transitionSquares[index] += gradient * gradient
    let step = gradient * rate / transitionSquares[index].squareRoot()
    let isAllowed = allowed[index] .== 0
    transitions[index].replace(with: transitions[index] - step, where: isAllowed)
  }

  private func update(_ example: TrainingExample, at t: Int, gradient: SIMD8<Float>) {
    guard (gradient * gradient).sum() > 1e-7 else { return }
    for at in Int(example.starts[t])..<Int(example.starts[t + 1]) {
      let row = Int(example.rows[at])
      let slope = gradient + table[row] * decay
      tableSquares[row] += slope * slope
      table[row] -= slope * rate / tableSquares[row].squareRoot()
    }
  }

  private func exponential(_ row: SIMD8<Float>, relativeTo top: Float) -> SIMD8<Float> {
    var result = SIMD8<Float>.zero
    for label in 0..<Self.columns { result[label] = exp(row[label] - top) }
    return result
  }
}
