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

  /// Quotations in a form: at least half of the words, and the right words for the speaker.
  static func quotations(_ form: Quotation.Form) -> Confidence {
    switch form {
    case .direct: Confidence(points: [(0.343, 0.22), (0.686, 0.74), (0.914, 0.93)])
    case .indirect:
      Confidence(points: [(0.816, 0.49), (0.844, 0.55), (0.871, 0.62), (0.917, 0.65)])
    case .mixed: Confidence(points: [(0.774, 0.58), (0.877, 0.67), (0.913, 0.82)])
    }
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
