// Labels the words of a run: the best path through the model's scores (Viterbi).

/// Labels runs with a model; remembers what depends on single words.
struct NameTagger {
  private let model: NameModel
  /// Sums of the word features, five window positions a word.
  private var sums: [LabelScores] = []
  private var isKnown: [Bool] = []
  private let edges: [LabelScores]

  init(model: NameModel) {
    self.model = model
    edges = WordFeatures.window.map { position in
      var sum = WeightSum(model: model)
      WordFeatures.addEdge(at: position, to: &sum)
      return sum.scores
    }
  }

  /// A name: the tokens, what it is, and how far ahead of the next best reading: the
  /// logarithm of how much likelier.
  struct Span {
    let tokens: TokenRange
    let isPlace: Bool
    let margin: Double
  }

  /// The scores of the word at `index`.
  private mutating func scores(
    _ index: Int, _ features: RunFeatures, _ types: WordTypes
  ) -> SIMD8<Int32> {
    var sum = WeightSum(model: model)
    features.add(index, to: &sum)
    for position in WordFeatures.window {
      let at = index + position
      if features.sentence.contains(at) {
        sum.scores &+= wordScores(features.tokens[at], position, features.words, types)
      } else {
        sum.scores &+= edges[position + 2]
      }
    }
    return SIMD8<Int32>(truncatingIfNeeded: sum.scores)
  }

  private mutating func wordScores(
    _ token: Token, _ position: Int, _ words: NameVocabulary, _ types: WordTypes
  ) -> LabelScores {
    let slot = Int(token.type) * WordFeatures.window.count + position + 2
    if slot >= sums.count {
      let count = words.words.count * WordFeatures.window.count
      sums += [LabelScores](repeating: .zero, count: count - sums.count)
      isKnown += [Bool](repeating: false, count: count - isKnown.count)
    }
    if !isKnown[slot] {
      var sum = WeightSum(model: model)
      WordFeatures.add(
        words[token], types.spellings[Int(token.type)], at: position, to: &sum)
      sums[slot] = sum.scores
      isKnown[slot] = true
    }
    return sums[slot]
  }

  /// The names in a run.
  mutating func names(in features: RunFeatures, _ types: WordTypes) -> [Span] {
    guard model.isUsable else { return [] }
    var lattice = NameLattice(model: model)
    for index in features.run { lattice.append(scores(index, features, types)) }
    return lattice.names(from: features.run.lowerBound)
  }
}

/// The best paths through the labels of a run.
private struct NameLattice {
  let model: NameModel
  private var scores: [SIMD8<Int32>] = []
  private var best: [SIMD8<Int32>] = []
  private var back: [SIMD8<Int8>] = []

  init(model: NameModel) { self.model = model }

  mutating func append(_ local: SIMD8<Int32>) {
    var (total, from) = (SIMD8<Int32>(repeating: -1_000_000), SIMD8<Int8>.zero)
    for to in NameLabel.allCases {
      for previous in NameLabel.allCases where best.last != nil || previous == .other {
        let sum = (best.last?[previous.rawValue] ?? 0) + model.transition(previous, to)
        guard sum > total[to.rawValue] else { continue }
        total[to.rawValue] = sum
        from[to.rawValue] = Int8(previous.rawValue)
      }
      total[to.rawValue] += local[to.rawValue]
    }
    scores.append(local)
    best.append(total)
    back.append(from)
  }

  private func labels() -> [NameLabel] {
    guard let last = best.last else { return [] }
    var label = NameLabel.allCases.max { last[$0.rawValue] < last[$1.rawValue] } ?? .other
    var labels = [NameLabel](repeating: .other, count: best.count)
    for index in best.indices.reversed() {
      labels[index] = label
      label = NameLabel(rawValue: Int(back[index][label.rawValue])) ?? .other
    }
    return labels
  }

  /// The names on the best path.
  func names(from first: Int) -> [NameTagger.Span] {
    let labels = labels()
    guard labels.contains(where: { $0 != .other }) else { return [] }
    let rest = continuations()
    var names: [NameTagger.Span] = []
    var at = 0
    while at < labels.count {
      let start = at
      at += 1
      guard labels[start] == .placeStart || labels[start] == .personStart else { continue }
      let isPlace = labels[start] == .placeStart
      let inside: NameLabel = isPlace ? .placeInside : .personInside
      while at < labels.count, labels[at] == inside { at += 1 }
      names.append(
        NameTagger.Span(
          tokens: first + start..<first + at, isPlace: isPlace,
          margin: margin(start, labels[start], rest)))
    }
    return names
  }

  /// How far the best path is ahead of the best one with another label at `index`.
  private func margin(
    _ index: Int, _ label: NameLabel, _ rest: [SIMD8<Int32>]
  ) -> Double {
    let totals = best[index] &+ rest[index]
    var other = Int32.min
    for lane in 0..<NameLabel.count where lane != label.rawValue {
      other = max(other, totals[lane])
    }
    return Double(totals[label.rawValue] - other) / Double(NameModel.scale)
  }

  /// For each word and label, the score of the best way to go on from there.
  private func continuations() -> [SIMD8<Int32>] {
    var rest = [SIMD8<Int32>](repeating: .zero, count: best.count)
    for index in best.indices.dropLast().reversed() {
      let after = scores[index + 1] &+ rest[index + 1]
      for from in NameLabel.allCases {
        var top = Int32.min / 2
        for to in NameLabel.allCases {
          top = max(top, model.transition(from, to) &+ after[to.rawValue])
        }
        rest[index][from.rawValue] = top
      }
    }
    return rest
  }
}
