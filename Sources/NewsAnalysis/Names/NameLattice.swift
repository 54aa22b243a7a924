// The best paths through the labels of a run (Viterbi 1967); its memory is kept from run to run.

/// The scores of the words of a run, and of the best ways through them.
struct NameLattice {
  /// For each label, the scores of the labels behind it.
  private let transitions: [SIMD8<Int32>]
  private var scores: [SIMD8<Int32>] = []
  /// For each word and label, the score of the best way to get there.
  private var best: [SIMD8<Int32>] = []
  /// For each word and label, the score of the best way to go on from there.
  private var rest: [SIMD8<Int32>] = []
  private var path: [NameLabel] = []

  init(model: NameModel) {
    transitions = NameLabel.allCases.map { from in
      var row = SIMD8<Int32>(repeating: -1_000_000)
      for to in NameLabel.allCases { row[to.rawValue] = model.transition(from, to) }
      return row
    }
  }

  /// Begins another run.
  mutating func clear() {
    scores.removeAll(keepingCapacity: true)
    best.removeAll(keepingCapacity: true)
  }

  /// Adds a word with what the model thinks of it alone.
  mutating func append(_ local: SIMD8<Int32>) {
    var total = transitions[NameLabel.other.rawValue]
    if let last = best.last {
      total &+= SIMD8(repeating: last[NameLabel.other.rawValue])
      for label in 1..<NameLabel.count {
        let sum = transitions[label] &+ SIMD8(repeating: last[label])
        total.replace(with: sum, where: sum .> total)
      }
    }
    scores.append(local)
    best.append(total &+ local)
  }

  /// Finds the labels of the best path. Where it came from is worked out again on the way back.
  private mutating func followBest() {
    path.removeAll(keepingCapacity: true)
    guard let last = best.last else { return }
    var label = Self.highest(last)
    for index in best.indices.reversed() {
      path.append(NameLabel(rawValue: label) ?? .other)
      guard index > 0 else { break }
      var arriving = best[index - 1]
      for from in 0..<NameLabel.count { arriving[from] &+= transitions[from][label] }
      label = Self.highest(arriving)
    }
    path.reverse()
  }

  private static func highest(_ scores: SIMD8<Int32>) -> Int {
    var highest = 0
    for label in 1..<NameLabel.count where scores[label] > scores[highest] { highest = label }
    return highest
  }

  /// The names on the best path; `first` is the run's first token.
  mutating func names(from first: Int) -> [NameTagger.Span] {
    followBest()
    guard path.contains(where: { $0 != .other }) else { return [] }
    lookAhead()
    var names: [NameTagger.Span] = []
    var at = 0
    while at < path.count {
      let start = at
      at += 1
      guard path[start] == .placeStart || path[start] == .personStart else { continue }
      let isPlace = path[start] == .placeStart
      let inside: NameLabel = isPlace ? .placeInside : .personInside
      while at < path.count, path[at] == inside { at += 1 }
      names.append(
        NameTagger.Span(
          tokens: first + start..<first + at, isPlace: isPlace,
          margin: margin(start, path[start])))
    }
    return names
  }

  /// How far the best path is ahead of the best one with another label at `index`.
  private func margin(_ index: Int, _ label: NameLabel) -> Double {
    let totals = best[index] &+ rest[index]
    var other = Int32.min
    for lane in 0..<NameLabel.count where lane != label.rawValue {
      other = max(other, totals[lane])
    }
    return Double(totals[label.rawValue] - other) / Double(NameModel.scale)
  }

  /// Works out `rest`, from the last word backwards.
  private mutating func lookAhead() {
    rest.removeAll(keepingCapacity: true)
    var ahead = SIMD8<Int32>.zero
    for index in best.indices.reversed() {
      rest.append(ahead)
      let after = scores[index] &+ ahead
      for from in 0..<NameLabel.count {
        let ways = transitions[from] &+ after
        var top = ways[0]
        for to in 1..<NameLabel.count { top = max(top, ways[to]) }
        ahead[from] = top
      }
    }
    rest.reverse()
  }
}
