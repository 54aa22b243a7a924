// Trains the weights: a linear-chain conditional random field with partly known labels, by AdaGrad.

import NewsAnalysis

/// The weights while they are learned.
///
/// For each run the gradient is the difference between what the model expects when it must obey the
/// annotation and what it expects when it is free (Tsuboi et al. 2008).
struct Trainer {
  let bits: UInt64
  private(set) var weights: [SIMD8<Float>]
  private(set) var transitions = [Float](repeating: 0, count: 25)
  private var squares: [SIMD8<Float>]
  private var transitionSquares = [Float](repeating: 1, count: 25)
  /// The step before AdaGrad makes it smaller, and the pull towards zero.
  private let rate: Float = 0.05
  private let pull: Float = 1e-5

  init(bits: UInt64) {
    self.bits = bits
    weights = [SIMD8<Float>](repeating: .zero, count: 1 << Int(bits))
    squares = [SIMD8<Float>](repeating: SIMD8(repeating: 1), count: 1 << Int(bits))
  }

  /// Learns from all lessons once, in an order that depends on `round` alone.
  mutating func learn(_ lessons: [Lesson], round: Int) {
    var order = Array(lessons.indices)
    var random = UInt64(round) &* 0x9E37_79B9_7F4A_7C15 | 1
    for index in order.indices.reversed() where index > 0 {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      order.swapAt(index, Int(random >> 33) % (index + 1))
    }
    for index in order { learn(lessons[index]) }
  }

  private mutating func learn(_ lesson: Lesson) {
    let scores = lesson.rows.map { rows in
      rows.reduce(SIMD8<Float>.zero) { $0 + weights[Int($1)] }
    }
    let free = LabelChain(scores, transitions, allowed: nil)
    let bound = LabelChain(scores, transitions, allowed: lesson.allowed)
    guard bound.isPossible else { return }
    for (index, rows) in lesson.rows.enumerated() {
      let gradient = bound.labels[index] - free.labels[index]
      guard (gradient * gradient).sum() > 1e-8 else { continue }
      for row in rows {
        squares[Int(row)] += gradient * gradient
        let step = gradient / squares[Int(row)].squareRoot()
        weights[Int(row)] = weights[Int(row)] * (1 - pull) + step * rate
      }
    }
    for pair in 0..<25 {
      let gradient = bound.pairs[pair] - free.pairs[pair]
      transitionSquares[pair] += gradient * gradient
      transitions[pair] += rate * gradient / transitionSquares[pair].squareRoot()
    }
  }

  /// The model in the layout of `NameModel`; scores count from that of "no name".
  func compiled() -> [UInt8] {
    var bytes = Array("GALLEYN1".utf8)
    bytes += [UInt8(bits), 0]
    for transition in transitions {
      let value = Int16(clamping: Int((transition * NameModel.scale).rounded()))
      bytes += [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
    }
    bytes += [UInt8](repeating: 0, count: NameModel.headerSize - bytes.count)
    for row in weights {
      for lane in 0..<8 {
        let value = lane < NameLabel.count ? row[lane] - row[0] : 0
        bytes.append(UInt8(bitPattern: Int8(clamping: Int((value * NameModel.scale).rounded()))))
      }
    }
    return bytes
  }
}
