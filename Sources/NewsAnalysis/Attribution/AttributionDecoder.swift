// Finds the best sequence of labels for a paragraph (Viterbi 1967), with what the model thinks of it.

#if canImport(Glibc)
  import Glibc
#endif

/// Labels the tokens of paragraphs. Keeps the sums of word features per type, so that a word costs its
/// look-ups once.
struct AttributionDecoder {
  private let model: AttributionModel
  /// For each word type, the sums of its word features at each distance.
  private var typeScores: [SIMD8<Int16>] = []
  private var backPointers: [SIMD8<Int32>] = []
  private var emissions: [SIMD8<Float>] = []

  init(_ model: AttributionModel) { self.model = model }

  /// Forgets the word types; for when the words start afresh.
  mutating func reset() { typeScores.removeAll() }

  /// The labels of the view's tokens.
  mutating func labels(_ view: AttributionView) -> [AttributionLabel] {
    learnTypes(view.words)
    score(view)
    return bestPath(view)
  }

  /// How sure it is that the tokens at `positions` of the last paragraph belong to an attribution: the
  /// mean score over that of lying outside, on the logistic curve.
  func confidence(of positions: Range<Int>) -> Double {
    var sum: Float = 0
    for position in positions {
      let row = emissions[position]
      sum += max(row[1], row[2], row[3], row[4], row[5], row[6]) - row[0]
    }
    let mean = Double(sum) / Double(max(positions.count, 1))
    return 1 / (1 + exp(-(mean + 1)))
  }

  // MARK: Scores

  private mutating func learnTypes(_ words: WordTypes) {
    let window = AttributionFeatures.window
    var next = typeScores.count / window
    while next < words.types.count {
      for place in 0..<window {
        typeScores.append(wordScore(words, next, place - AttributionFeatures.reach))
      }
      next += 1
    }
  }

  private func wordScore(_ words: WordTypes, _ index: Int, _ distance: Int) -> SIMD8<Int16> {
    var sum = SIMD8<Int16>.zero
    AttributionFeatures.forEachWordFeature(
      of: words.types[index], words.spellings[index], at: distance
    ) { sum &+= model[$0] }
    return sum
  }

  private mutating func score(_ view: AttributionView) {
    let reach = AttributionFeatures.reach
    let window = AttributionFeatures.window
    emissions.removeAll(keepingCapacity: true)
    emissions.reserveCapacity(view.range.count)
    let edge = (0..<window).map { wordScore(.edge, 0, $0 - reach) }
    let (first, end) = (view.range.lowerBound, view.range.upperBound)
    typeScores.withUnsafeBufferPointer { scores in
      view.tokens.withUnsafeBufferPointer { tokens in
        for index in view.range {
          var sum = SIMD8<Int16>.zero
          for place in 0..<window {
            let at = index + place - reach
            let isInside = at >= first && at < end
            sum &+= isInside ? scores[Int(tokens[at].type) * window + place] : edge[place]
          }
          AttributionFeatures.forEachContextFeature(at: index, in: view) { sum &+= model[$0] }
          emissions.append(SIMD8<Float>(sum) * model.scale)
        }
      }
    }
  }

  // MARK: Search

  private mutating func bestPath(_ view: AttributionView) -> [AttributionLabel] {
    let count = view.range.count
    guard count > 0 else { return [] }
    backPointers.removeAll(keepingCapacity: true)
    var scores = emissions[0] + model.transition(4, from: 7)
    backPointers.append(.zero)
    for position in 1..<max(count, 1) {
      let context = AttributionFeatures.transition(
        at: view.range.lowerBound + position, in: view)
      scores = step(scores, context) + emissions[position]
    }
    return walkBack(from: scores, count: count)
  }

  private mutating func step(_ scores: SIMD8<Float>, _ context: Int) -> SIMD8<Float> {
    var best = SIMD8<Float>(repeating: -.infinity)
    var from = SIMD8<Int32>.zero
    for label in 0..<7 {
      let candidate = model.transition(context, from: label) + scores[label]
      let isBetter = candidate .> best
      best.replace(with: candidate, where: isBetter)
      from.replace(
        with: Int32(label), where: isBetter)
    }
    backPointers.append(from)
    return best
  }

  private func walkBack(from scores: SIMD8<Float>, count: Int) -> [AttributionLabel] {
    var last = 0
    for label in 1..<7 where scores[label] > scores[last] { last = label }
    var labels = [AttributionLabel](repeating: .outside, count: count)
    for position in stride(from: count - 1, through: 0, by: -1) {
      labels[position] = AttributionLabel(rawValue: UInt8(last)) ?? .outside
      last = Int(backPointers[position][last])
    }
    return labels
  }
}
