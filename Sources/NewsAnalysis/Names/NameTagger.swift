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
      WeightRows.scores(model.weights) { WordFeatures.addEdge(at: position, to: &$0) }
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
    score(features, types)
    return lattice.names(from: features.run.lowerBound)
  }

  /// Gives the lattice the scores of the words of a run. The rows of a word are known before those of the one before
  /// it are added up, so that its weights are fetched meanwhile: two words at a time have rows.
  private mutating func score(_ features: RunFeatures, _ types: WordTypes) {
    lattice.clear()
    let (weights, most) = (model.weights, WeightRows.most)
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: 2 * most) { memory in
      var previous: WeightRows?
      for index in features.run {
        let half = index % 2 * most
        var rows = WeightRows(
          weights, in: UnsafeMutableBufferPointer(rebasing: memory[half..<half + most]))
        features.add(index, to: &rows)
        if let previous { append(previous, index - 1, features, types) }
        previous = rows
      }
      if let previous { append(previous, features.run.upperBound - 1, features, types) }
    }
  }

  /// Makes room for the sums of so many words.
  private mutating func reserve(_ words: Int) {
    let missing = words * WordFeatures.window.count - sums.count
    guard missing > 0 else { return }
    sums.append(contentsOf: repeatElement(.zero, count: missing))
    isKnown.append(contentsOf: repeatElement(false, count: missing))
  }

  /// Gives the lattice the scores of the word at `index`, whose own features have these rows.
  private mutating func append(
    _ rows: WeightRows, _ index: Int, _ features: RunFeatures, _ types: WordTypes
  ) {
    var scores = rows.scores
    for position in WordFeatures.window {
      let at = index + position
      if features.sentence.contains(at) {
        scores &+= wordScores(features.tokens[at], position, features.words, types)
      } else {
        scores &+= edges[position + 2]
      }
    }
    lattice.append(SIMD8<Int32>(truncatingIfNeeded: scores))
  }

  private mutating func wordScores(
    _ token: Token, _ position: Int, _ words: NameVocabulary, _ types: WordTypes
  ) -> LabelScores {
    let slot = Int(token.type) * WordFeatures.window.count + position + 2
    if !isKnown[slot] {
      sums[slot] = WeightRows.scores(model.weights) {
        WordFeatures.add(words[token], types.spelling(token), at: position, to: &$0)
      }
      isKnown[slot] = true
    }
    return sums[slot]
  }
}
