// The best sequence of labels for a paragraph (Viterbi 1967).

/// Finds best paths through the labels; keeps its memory between paragraphs.
struct AttributionSearch {
  private let model: AttributionModel
  /// For each token, the score of the best path to each label.
  private var best: [SIMD8<Float>] = []
  /// For each token, the context in which its label follows the one before.
  private var contexts: [UInt8] = []

  /// The context of the first token, and the row for what lies before it.
  private static let (startContext, startLabel) = (4, 7)
  private static let labels = AttributionLabel.allCases.count

  init(_ model: AttributionModel) { self.model = model }

  /// The labels of the view's tokens, from what the model thinks of each.
  mutating func labels(
    _ view: AttributionView, _ emissions: [SIMD8<Float>]
  ) -> [AttributionLabel] {
    best.removeAll(keepingCapacity: true)
    contexts.removeAll(keepingCapacity: true)
    var scores = model.transition(Self.startContext, from: Self.startLabel)
    for (index, emission) in zip(view.range, emissions) {
      let context = AttributionFeatures.transition(at: index, in: view)
      contexts.append(UInt8(context))
      if !best.isEmpty { scores = step(scores, context) }
      scores += emission
      best.append(scores)
    }
    return walkBack()
  }

  /// The best scores of arriving at each label.
  @inline(__always)
  private func step(_ scores: SIMD8<Float>, _ context: Int) -> SIMD8<Float> {
    var best = model.transition(context, from: 0) + scores[0]
    for label in 1..<Self.labels {
      let candidate = model.transition(context, from: label) + scores[label]
      best.replace(with: candidate, where: candidate .> best)
    }
    return best
  }

  /// Follows the best path from its end; where each label came from is worked out again, which takes
  /// less than remembering it for all labels.
  private func walkBack() -> [AttributionLabel] {
    guard let scores = best.last else { return [] }
    var labels = [AttributionLabel](repeating: .outside, count: best.count)
    var label = Self.highest(scores)
    for position in best.indices.reversed() {
      labels[position] = AttributionLabel(rawValue: UInt8(label)) ?? .outside
      guard position > 0 else { break }
      var arriving = best[position - 1]
      for from in 0..<Self.labels {
        arriving[from] += model.transition(Int(contexts[position]), from: from)[label]
      }
      label = Self.highest(arriving)
    }
    return labels
  }

  private static func highest(_ scores: SIMD8<Float>) -> Int {
    var highest = 0
    for label in 1..<labels where scores[label] > scores[highest] { highest = label }
    return highest
  }
}
