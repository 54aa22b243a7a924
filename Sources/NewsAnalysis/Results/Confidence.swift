// What the scores of the models are worth as probabilities: maps fitted to text that they had not seen.

/// A rising map of scores to probabilities, straight between its points; MODEL_CARD.md says how the
/// points were found.
struct Confidence {
  let points: [(score: Double, probability: Double)]

  /// The probability that a finding with this score is right.
  func callAsFunction(_ score: Double) -> Double {
    guard let first = points.first, let last = points.last else { return score }
    if score <= first.score { return first.probability }
    for (low, high) in zip(points, points.dropFirst()) where score <= high.score {
      let share = (score - low.score) / max(high.score - low.score, 1e-9)
      return low.probability + share * (high.probability - low.probability)
    }
    return last.probability
  }

  /// Names of persons: exactly these words.
  static let persons = Confidence(points: [
    (0.55, 0.63), (0.71, 0.72), (0.81, 0.78), (0.93, 0.87), (0.976, 0.95), (0.992, 0.96),
    (0.998, 0.98),
  ])
  /// Names of places: exactly these words.
  static let places = Confidence(points: [
    (0.53, 0.58), (0.63, 0.64), (0.8, 0.74), (0.9, 0.82), (0.95, 0.9), (0.97, 0.93), (0.996, 0.95),
    (0.999, 0.98),
  ])
}

/// What the scores of quotations are worth, by their form: that at least half of the words and the words for the
/// speaker are right.
struct QuotationConfidence {
  let direct: Confidence
  let indirect: Confidence
  let mixed: Confidence

  subscript(form: Quotation.Form) -> Confidence {
    switch form {
    case .direct: direct
    case .indirect: indirect
    case .mixed: mixed
    }
  }

  /// Of the sequence model.
  static let ofSequenceModel = QuotationConfidence(
    direct: Confidence(points: [(0.35, 0.05), (0.7, 0.3), (0.908, 0.84), (0.95, 0.95)]),
    indirect: Confidence(points: [(0.816, 0.5), (0.84, 0.59), (0.95, 0.62)]),
    mixed: Confidence(points: [(0.694, 0.45), (0.847, 0.66), (0.868, 0.73), (0.919, 0.8)]))

  /// Of the encoder.
  static let ofEncoder = QuotationConfidence(
    direct: Confidence(points: [(0.418, 0.05), (0.8, 0.5), (0.95, 0.94)]),
    indirect: Confidence(points: [
      (0.754, 0.25), (0.887, 0.36), (0.969, 0.48), (0.993, 0.73), (0.998, 0.83), (0.9995, 0.88),
    ]),
    mixed: Confidence(points: [
      (0.797, 0.66), (0.95, 0.7), (0.994, 0.75), (0.998, 0.85), (0.999, 0.9),
    ]))
}
