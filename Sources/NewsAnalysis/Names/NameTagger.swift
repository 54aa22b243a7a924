// Scores the words of a run with the model, and cuts names out of the best sequence of labels.

/// Labels runs with a model; remembers what depends on single words.
struct NameTagger {
  private let model: NameModel
  /// Sums of the word features, five window positions a word.
  private var sums: [LabelScores] = []
  private var isKnown: [Bool] = []
  private let edges: [LabelScores]
  private var lattice: NameLattice

  init(model: NameModel) {
    self.model = model
    lattice = NameLattice(model: model)
    edges = WordFeatures.window.map { position in
      var sum = WeightSum(weights: model.weights)
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

  /// The names in a run.
  mutating func names(in features: RunFeatures, _ types: WordTypes) -> [Span] {
    guard model.isUsable else { return [] }
    reserve(features.words.words.count)
    lattice.clear()
    for index in features.run { lattice.append(scores(index, features, types)) }
    return lattice.names(from: features.run.lowerBound)
  }

  /// Makes room for the sums of so many words.
  private mutating func reserve(_ words: Int) {
    let missing = words * WordFeatures.window.count - sums.count
    guard missing > 0 else { return }
    sums.append(contentsOf: repeatElement(.zero, count: missing))
    isKnown.append(contentsOf: repeatElement(false, count: missing))
  }

  /// The scores of the word at `index`.
  private mutating func scores(
    _ index: Int, _ features: RunFeatures, _ types: WordTypes
  ) -> SIMD8<Int32> {
    var sum = WeightSum(weights: model.weights)
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
    if !isKnown[slot] {
      var sum = WeightSum(weights: model.weights)
      WordFeatures.add(
        words[token], types.spelling(token), at: position, to: &sum)
      sums[slot] = sum.scores
      isKnown[slot] = true
    }
    return sums[slot]
  }
}
